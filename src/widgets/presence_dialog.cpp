#include "presence_dialog.h"

#include "theme.h"
#include "ui_presence_dialog.h"

#include "vorzimmer/models/end_reading.h"
#include "vorzimmer/models/wording.h"

#include <QPushButton>

namespace vorzimmer::widgets {

using domain::PresenceState;
using models::Wording;

PresenceDialog::PresenceDialog(const domain::Person& person, const QDateTime& now, const QTimeZone& zone, QWidget* parent)
    : QDialog(parent), m_now(now), m_zone(zone), m_ui(std::make_unique<Ui::PresenceDialog>())
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(em(this, 30));
    setWindowTitle(tr("State of %1").arg(person.name));
    m_ui->who->setText(tr("%1 – now: %2").arg(person.name, Wording::presenceText(person.presence, now, zone)));
    m_ui->end->setPlaceholderText(tr("15:00, Monday, 2 h; empty: no end"));
    m_ui->note->setPlaceholderText(tr("for the secretary, such as: in a meeting"));
    m_ui->state->addItem(tr("absent"), static_cast<int>(PresenceState::Absent));
    m_ui->state->addItem(tr("busy"), static_cast<int>(PresenceState::Busy));
    m_ui->state->addItem(tr("available"), static_cast<int>(PresenceState::Available));
    connect(m_ui->state, &QComboBox::currentIndexChanged, this, &PresenceDialog::echo);
    connect(m_ui->end, &QLineEdit::textEdited, this, &PresenceDialog::echo);
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &PresenceDialog::accept);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &PresenceDialog::reject);
    echo();
}

PresenceDialog::~PresenceDialog() = default;

std::optional<QDateTime> PresenceDialog::end() const
{
    return models::readEnd(m_ui->end->text(), m_now.toTimeZone(m_zone));
}

void PresenceDialog::echo()
{
    const bool available = m_ui->state->currentData().toInt() == static_cast<int>(PresenceState::Available);
    m_ui->end->setEnabled(!available);
    const auto until = end();
    QString text;
    if (available)
        text = tr("Can be reached from now on.");
    else if (!until)
        text = tr("The end is not understood, or it is past. Write 15:00, Monday, Mon 9:00, 24 Dec or 2 h.");
    else if (!until->isValid())
        text = tr("Holds until somebody says otherwise.");
    else
        text = tr("Counts as available again: %1").arg(Wording::endText(until->toTimeZone(m_zone), m_now.toTimeZone(m_zone)));
    m_ui->echo->setText(text);
    const bool understood = available || until.has_value();
    setLook(m_ui->echo, "tone", understood ? QStringLiteral("muted") : QStringLiteral("danger"));
    m_ui->buttons->button(QDialogButtonBox::Ok)->setEnabled(understood);
}

void PresenceDialog::accept()
{
    const auto state = static_cast<PresenceState>(m_ui->state->currentData().toInt());
    const auto until = end();
    if (!until && state != PresenceState::Available)
        return;
    const QDateTime ends = state == PresenceState::Available ? QDateTime() : *until;
    Q_EMIT presenceEntered({state, ends, m_ui->note->text().trimmed(), m_now});
    QDialog::accept();
}

} // namespace vorzimmer::widgets
