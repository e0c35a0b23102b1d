#include "put_through_form.h"

#include "row_list.h"
#include "theme.h"
#include "ui_put_through_form.h"

#include "vorzimmer/models/desk_rows.h"
#include "vorzimmer/models/wording.h"

#include <QTimer>

#include <algorithm>

namespace vorzimmer::widgets {

namespace {

/// How long a transfer that nobody reports on keeps the form closed against a second press.
constexpr std::chrono::milliseconds patience{3000};

} // namespace

PutThroughForm::PutThroughForm(const std::vector<domain::Person>& people, const domain::PersonId& preferred, const QTimeZone& zone,
                               const CallFacts& facts, QWidget* parent)
    : QWidget(parent), m_people(people), m_zone(zone), m_facts(facts), m_ui(std::make_unique<Ui::PutThroughForm>())
{
    m_ui->setupUi(this);
    for (const domain::Person& person : m_people) {
        for (const domain::LabelledNumber& number : person.numbers)
            m_targets.push_back({person.id, number});
    }
    m_ui->targets->setColumns(
        {{RowColumn::Kind::Share, 4}, {RowColumn::Kind::Share, 4}, {RowColumn::Kind::Share, 2}, {RowColumn::Kind::Share, 3}});
    m_ui->targets->setMinimumHeight(em(this, 6.5));
    m_ui->targets->setRowModel(&m_rows);
    m_ui->targets->setAccessibleName(m_ui->targetsLabel->text().remove(QLatin1Char('&')));
    m_ui->targets->setHidden(m_targets.empty());
    m_ui->empty->setVisible(m_targets.empty());
    m_ui->other->setAccessibleName(m_ui->otherLabel->text().remove(QLatin1Char('&')));
    m_ui->other->setInputMethodHints(Qt::ImhDialableCharactersOnly);
    m_ui->putThrough->setAccessibleName(m_ui->putThrough->text());
    m_ui->otherFlaw->hide();
    refresh();
    setPreferred(preferred);

    connect(m_ui->targets, &RowList::rowChosen, this, &PutThroughForm::putThroughSelected);
    connect(m_ui->targets->selectionModel(), &QItemSelectionModel::currentChanged, this, &PutThroughForm::sayTarget);
    connect(m_ui->other, &QLineEdit::textChanged, this, &PutThroughForm::checkTyped);
    connect(m_ui->other, &QLineEdit::returnPressed, this, &PutThroughForm::putThroughTyped);
    connect(m_ui->putThrough, &QPushButton::clicked, this, [this] {
        if (m_ui->other->text().trimmed().isEmpty())
            putThroughSelected();
        else
            putThroughTyped();
    });
    sayTarget();
}

PutThroughForm::~PutThroughForm() = default;

void PutThroughForm::setNow(const QDateTime& now)
{
    m_facts.now = now;
    refresh();
}

void PutThroughForm::refresh()
{
    m_rows.setRows(models::DeskRows(m_zone, m_facts.now, m_facts.display).targets(m_people));
}

void PutThroughForm::setPreferred(const domain::PersonId& person)
{
    const auto reachable = [this](const Target& target) {
        const auto owner = std::find_if(m_people.begin(), m_people.end(), [&](const domain::Person& one) { return one.id == target.person; });
        return domain::presenceAt(owner->presence, m_facts.now).state == domain::PresenceState::Available;
    };
    auto found = std::find_if(m_targets.begin(), m_targets.end(), [&](const Target& target) { return target.person == person; });
    if (found == m_targets.end())
        found = std::find_if(m_targets.begin(), m_targets.end(), reachable);
    if (found == m_targets.end())
        found = m_targets.begin();
    if (found != m_targets.end())
        m_ui->targets->setCurrentIndex(m_rows.index(static_cast<int>(found - m_targets.begin())));
}

void PutThroughForm::focusTargets()
{
    (m_targets.empty() ? static_cast<QWidget*>(m_ui->other) : m_ui->targets)->setFocus(Qt::ShortcutFocusReason);
}

void PutThroughForm::sayTarget()
{
    if (m_asked)
        return;
    const int row = m_ui->targets->currentIndex().row();
    const QString typed = m_ui->other->text().trimmed();
    const auto number = m_facts.readNumber(typed);
    QString target;
    if (!typed.isEmpty())
        target = number ? m_facts.display(*number) : QString();
    else if (row >= 0)
        target = m_ui->targets->currentIndex().data(Qt::AccessibleTextRole).toString();
    m_ui->progress->setText(target.isEmpty() ? QString() : tr("To: %1").arg(target));
    setLook(m_ui->progress, "tone", QStringLiteral("muted"));
    m_ui->putThrough->setEnabled(!target.isEmpty());
}

void PutThroughForm::checkTyped()
{
    const QString typed = m_ui->other->text().trimmed();
    const bool flawed = !typed.isEmpty() && !m_facts.readNumber(typed);
    const QString sentence = flawed ? models::Wording::noteFlawText(domain::NoteFlaw::NumberUnreadable) : QString();
    m_ui->otherFlaw->setText(sentence);
    m_ui->otherFlaw->setVisible(flawed);
    m_ui->other->setAccessibleDescription(sentence);
    setLook(m_ui->other, "flawed", flawed);
    sayTarget();
}

void PutThroughForm::putThroughSelected()
{
    const int row = m_ui->targets->currentIndex().row();
    if (row < 0)
        return;
    const Target& target = m_targets[static_cast<size_t>(row)];
    ask(target.person, target.number);
}

void PutThroughForm::putThroughTyped()
{
    if (const auto number = m_facts.readNumber(m_ui->other->text().trimmed()))
        ask({}, {QString(), *number});
}

void PutThroughForm::ask(const domain::PersonId& person, const domain::LabelledNumber& number)
{
    if (m_asked)
        return;
    setAsked(true);
    QTimer::singleShot(patience, this, [this] {
        if (!m_answered)
            setAsked(false);
    });
    Q_EMIT putThroughRequested(person, number);
}

void PutThroughForm::setAsked(bool asked)
{
    m_asked = asked;
    m_answered = false;
    m_ui->putThrough->setEnabled(!asked);
    if (!asked)
        sayTarget();
}

void PutThroughForm::showProgress(ports::TransferStep step, const QString& detail)
{
    const bool failed = step == ports::TransferStep::Failed;
    setAsked(!failed);
    m_answered = true;
    m_ui->progress->setText(models::Wording::transferText(step, detail));
    setLook(m_ui->progress, "tone",
            failed ? QStringLiteral("danger") : step == ports::TransferStep::Succeeded ? QStringLiteral("ok") : QStringLiteral("accent"));
}

} // namespace vorzimmer::widgets
