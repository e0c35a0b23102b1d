#include "releases_page.h"

#include "announcement.h"
#include "theme.h"
#include "ui_releases_page.h"

#include "vorzimmer/models/due_reading.h"
#include "vorzimmer/models/wording.h"

#include <QRegularExpression>
#include <QShortcut>

#include <algorithm>

namespace vorzimmer::widgets {

using domain::ReleaseFlaw;
using models::AppointmentWording;

ReleasesPage::ReleasesPage(std::shared_ptr<desk::AppointmentDesk> desk, const QTimeZone& zone, QString client,
                           QWidget* parent)
    : QWidget(parent), m_desk(std::move(desk)), m_zone(zone), m_client(std::move(client)),
      m_ui(std::make_unique<Ui::ReleasesPage>())
{
    m_ui->setupUi(this);
    m_ui->splitter->setHandleWidth(em(this, 0.6));
    m_ui->splitter->setStretchFactor(0, 3);
    m_ui->splitter->setStretchFactor(1, 4);
    m_ui->splitter->setSizes({1000, 1000});
    m_ui->released->setColumns({{RowColumn::Kind::Fixed, 9}, {}, {RowColumn::Kind::Fit, 0, true}});
    m_ui->released->setRowModel(&m_releasedRows);
    m_ui->releasedHeader->setTarget(m_ui->released);
    m_ui->kinds->setRowModel(&m_kindRows);
    m_ui->kindsHeader->setTarget(m_ui->kinds);
    m_ui->times->setPlaceholderText(tr("9:00 9:30 10:00"));
    m_ui->expires->setPlaceholderText(tr("never"));
    m_ui->release->setButtonLook(QStringLiteral("primary"));
    m_ui->back->setVisible(!m_client.isEmpty());
    m_ui->title->setVisible(!m_client.isEmpty()); // else its tab says it
    m_ui->behalf->setText(m_client.isEmpty() ? QString()
                                             : tr("You release on behalf of %1; that is written down.").arg(m_client));
    m_ui->behalf->setVisible(!m_client.isEmpty());
    m_ui->result->hide();
    connectPage();
    setFocusProxy(m_ui->released);
    ports::OfferQuery query;
    query.from = m_desk->nowUtc();
    m_desk->load(query);
}

ReleasesPage::~ReleasesPage() = default;

void ReleasesPage::connectPage()
{
    connect(m_ui->back, &QPushButton::clicked, this, &ReleasesPage::leaveRequested);
    connect(m_ui->release, &QPushButton::clicked, this, &ReleasesPage::release);
    connect(m_ui->keep, &QPushButton::clicked, this, &ReleasesPage::keepKind);
    connect(m_ui->withdraw, &QPushButton::clicked, this, &ReleasesPage::withdraw);
    connect(m_ui->removeKind, &QPushButton::clicked, this,
            [this] { m_desk->removeKind(m_ui->kinds->currentId().toString()); });
    connect(m_ui->kinds->selectionModel(), &QItemSelectionModel::currentChanged, this, &ReleasesPage::showKind);
    connect(m_ui->released->selectionModel(), &QItemSelectionModel::currentChanged, this, &ReleasesPage::updateButtons);
    connect(m_desk.get(), &desk::AppointmentDesk::loaded, this, &ReleasesPage::showAll);
    connect(m_desk.get(), &desk::AppointmentDesk::failed, this, [this](const domain::Error& error) {
        tell(error.fault == domain::Fault::Conflict ? tr("This time is booked. Cancel the appointment first.")
                                                    : models::Wording::faultSentence(error),
             false);
    });
    for (const Qt::Key enter : {Qt::Key_Return, Qt::Key_Enter}) {
        auto* shortcut = new QShortcut(QKeySequence(QKeyCombination(Qt::ControlModifier, enter)), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        shortcut->setAutoRepeat(false);
        connect(shortcut, &QShortcut::activated, this, &ReleasesPage::release);
    }
}

void ReleasesPage::showAll()
{
    const AppointmentWording::Place place{m_zone, m_desk->nowUtc(), m_desk->people(), {}};
    if (m_ui->person->count() == 0) {
        m_ui->person->addItem(tr("nobody in particular"));
        for (const domain::Person& person : m_desk->people())
            m_ui->person->addItem(person.name, person.id.uuid());
    }
    std::vector<models::Row> rows;
    for (const domain::Slot& slot : m_desk->released())
        rows.push_back(AppointmentWording::released(slot, place));
    m_ui->releasedHeader->setCount(static_cast<int>(rows.size()));
    m_ui->released->setHidden(rows.empty());
    m_ui->noneReleased->setVisible(rows.empty());
    m_releasedRows.setRows(std::move(rows));
    rows.clear();
    for (const domain::AppointmentKind& kind : m_desk->kinds())
        rows.push_back(AppointmentWording::kind(kind, place));
    m_kindRows.setRows(std::move(rows));
    updateButtons();
}

/// A kind that is chosen fills the form.
void ReleasesPage::showKind()
{
    const QString name = m_ui->kinds->currentId().toString();
    for (const domain::AppointmentKind& kind : m_desk->kinds()) {
        if (kind.name != name)
            continue;
        m_ui->name->setText(kind.name);
        m_ui->minutes->setValue(kind.minutes);
        m_ui->preparation->setValue(kind.preparation);
        m_ui->followUp->setValue(kind.followUp);
        m_ui->concern->setText(kind.concern);
        m_ui->person->setCurrentIndex(std::max(0, m_ui->person->findData(kind.person.uuid())));
    }
    updateButtons();
}

void ReleasesPage::updateButtons()
{
    const domain::SlotId id(m_ui->released->currentId().toUuid());
    const auto& all = m_desk->released();
    const auto found = std::find_if(all.begin(), all.end(), [&](const domain::Slot& one) { return one.id == id; });
    m_ui->withdraw->setEnabled(found != all.end() && !found->terms.fromCalendar);
    m_ui->removeKind->setEnabled(m_ui->kinds->currentIndex().isValid());
}

domain::AppointmentKind ReleasesPage::kind() const
{
    domain::AppointmentKind kind;
    kind.name = m_ui->name->text().trimmed();
    kind.minutes = m_ui->minutes->value();
    kind.preparation = m_ui->preparation->value();
    kind.followUp = m_ui->followUp->value();
    kind.concern = m_ui->concern->text().trimmed();
    if (m_ui->person->currentIndex() > 0)
        kind.person = domain::PersonId(m_ui->person->currentData().toUuid());
    return kind;
}

/// Empty when any of them cannot be read.
std::vector<QTime> ReleasesPage::times() const
{
    static const QRegularExpression between(QStringLiteral("[\\s,;]+"));
    std::vector<QTime> times;
    for (const QString& word : m_ui->times->text().split(between, Qt::SkipEmptyParts)) {
        const QTime time = QTime::fromString(word, QStringLiteral("H:mm"));
        if (!time.isValid())
            return {};
        times.push_back(time);
    }
    std::sort(times.begin(), times.end());
    return times;
}

void ReleasesPage::release()
{
    const QDate today = m_desk->nowUtc().toTimeZone(m_zone).date();
    const auto first = models::readDue(m_ui->day->text(), today);
    const auto expires = models::readDue(m_ui->expires->text(), today);
    domain::Release release;
    release.kind = kind();
    release.first = first.value_or(QDate());
    release.times = times();
    release.weeks = m_ui->weeks->value();
    release.onBehalfOf = m_client;
    if (expires && expires->isValid())
        release.expires = expires->addDays(1).startOfDay(m_zone).toUTC();
    const ReleaseFlaw flaw = expires ? flawOf(release, m_zone, m_desk->nowUtc()) : ReleaseFlaw::NoDay;
    if (flaw != ReleaseFlaw::None) {
        tell(AppointmentWording::flawText(flaw), false);
        QWidget* field = m_ui->day;
        if (flaw == ReleaseFlaw::NoName)
            field = m_ui->name;
        else if (flaw == ReleaseFlaw::BadLength)
            field = m_ui->minutes;
        else if (flaw == ReleaseFlaw::NoTime)
            field = m_ui->times;
        else if (!expires)
            field = m_ui->expires;
        field->setFocus();
        return;
    }
    tell(tr("Released: %n time(s).", nullptr, static_cast<int>(release.times.size()) * release.weeks), true);
    m_desk->release(std::move(release), m_zone);
}

void ReleasesPage::keepKind()
{
    const domain::AppointmentKind wanted = kind();
    if (const ReleaseFlaw flaw = flawOf(wanted); flaw != ReleaseFlaw::None) {
        tell(AppointmentWording::flawText(flaw), false);
        return;
    }
    m_desk->saveKind(wanted);
    tell(tr("Kept as a kind of appointment: %1.").arg(wanted.name), true);
}

void ReleasesPage::withdraw()
{
    m_ui->result->hide();
    m_desk->withdraw(domain::SlotId(m_ui->released->currentId().toUuid()));
}

void ReleasesPage::tell(const QString& sentence, bool isWell)
{
    setLook(m_ui->result, "card", isWell ? QStringLiteral("well") : QStringLiteral("warn"));
    announce(m_ui->result, sentence);
}

bool ReleasesPage::stepBack()
{
    if (!m_ui->formCard->isAncestorOf(focusWidget()))
        return false;
    m_ui->released->setFocus();
    return true;
}

} // namespace vorzimmer::widgets
