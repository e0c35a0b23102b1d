#include "appointments_page.h"

#include "announcement.h"
#include "theme.h"
#include "ui_appointments_page.h"

#include "vorzimmer/domain/mail_address.h"
#include "vorzimmer/models/due_reading.h"
#include "vorzimmer/models/mail_letters.h"
#include "vorzimmer/models/wording.h"

#include <QShortcut>

#include <algorithm>

namespace vorzimmer::widgets {

using models::AppointmentWording;
using models::Tone;

namespace {

constexpr std::chrono::milliseconds refreshPause{100};
constexpr std::chrono::seconds clockTick{20};
constexpr int offersShown = 200;
const QTime noon(12, 0);
enum PartOfDay { AnyTime, Mornings, Afternoons };

const char* lookOf(Tone tone)
{
    return tone == Tone::Ok ? "well" : "warn";
}

} // namespace

AppointmentsPage::AppointmentsPage(std::shared_ptr<desk::AppointmentDesk> desk, desk::CalendarKeeper& calendars,
                                   const QTimeZone& zone, const domain::Attendee& attendee, const QString& callersRegion, QWidget* parent)
    : QWidget(parent), m_desk(std::move(desk)), m_calendars(calendars), m_zone(zone), m_callersZones(AppointmentWording::zonesOf(callersRegion)), m_caller(attendee.caller),
      m_ui(std::make_unique<Ui::AppointmentsPage>())
{
    m_ui->setupUi(this);
    m_ui->splitter->setHandleWidth(em(this, 0.6));
    m_ui->splitter->setStretchFactor(0, 3);
    m_ui->splitter->setStretchFactor(1, 4);
    m_ui->offers->setColumns({{RowColumn::Kind::Fixed, 9}, {}});
    m_ui->offers->setRowModel(&m_offerRows);
    m_ui->offersHeader->setTarget(m_ui->offers);
    m_ui->bookings->setColumns({{RowColumn::Kind::Fixed, 9}, {}, {RowColumn::Kind::Fit, 0, true}});
    m_ui->bookings->setRowModel(&m_bookingRows);
    m_ui->bookingsHeader->setTarget(m_ui->bookings);
    m_ui->partOfDay->addItems({tr("any time"), tr("mornings"), tr("afternoons")});
    m_ui->after->setPlaceholderText(tr("today"));
    m_ui->name->setText(attendee.name);
    m_ui->contact->setText(attendee.contact);
    m_ui->book->setButtonLook(QStringLiteral("primary"));
    m_ui->problem->setProperty("problem", true);
    m_ui->problem->hide();
    m_ui->result->hide();
    m_ui->cancelRow->hide();
    m_ui->confirmToLabel->hide();
    m_ui->confirmTo->hide();
    setChanging(false);
    m_ui->readBack->setAccessibleName(tr("What to read back"));
    m_refreshLater.setSingleShot(true);
    connectPage();
    connectDesk();
    setFocusProxy(m_ui->offers);
    showStanding();
    search();
}

AppointmentsPage::~AppointmentsPage() = default;

void AppointmentsPage::connectPage()
{
    connect(m_ui->back, &QPushButton::clicked, this, &AppointmentsPage::leaveRequested);
    connect(m_ui->releases, &QPushButton::clicked, this, &AppointmentsPage::releasesRequested);
    for (QComboBox* box : {m_ui->kind, m_ui->person, m_ui->partOfDay})
        connect(box, &QComboBox::activated, this, &AppointmentsPage::search);
    connect(m_ui->after, &QLineEdit::editingFinished, this, &AppointmentsPage::search);
    connect(m_ui->offers->selectionModel(), &QItemSelectionModel::currentChanged, this, &AppointmentsPage::showChosen);
    connect(m_ui->offers, &RowList::rowChosen, this, &AppointmentsPage::choose);
    for (QLineEdit* field : {m_ui->name, m_ui->contact, m_ui->remark})
        connect(field, &QLineEdit::textEdited, this, &AppointmentsPage::showChosen);
    connect(m_ui->book, &QPushButton::clicked, this, &AppointmentsPage::book);
    connect(m_ui->bookings->selectionModel(), &QItemSelectionModel::currentChanged, this, &AppointmentsPage::showChosen);
    connect(m_ui->cancel, &QPushButton::clicked, this, &AppointmentsPage::askToCancel);
    connect(m_ui->change, &QPushButton::clicked, this, &AppointmentsPage::startChange);
    connect(m_ui->yes, &QPushButton::clicked, this, &AppointmentsPage::cancel);
    connect(m_ui->reason, &QLineEdit::returnPressed, this, &AppointmentsPage::cancel);
    connect(m_ui->no, &QPushButton::clicked, this, &AppointmentsPage::stepBack);
    const auto bind = [this](const QKeySequence& key, auto act) {
        auto* shortcut = new QShortcut(key, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        shortcut->setAutoRepeat(false);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    for (const Qt::Key enter : {Qt::Key_Return, Qt::Key_Enter})
        bind(QKeySequence(QKeyCombination(Qt::ControlModifier, enter)), &AppointmentsPage::book);
}

void AppointmentsPage::connectDesk()
{
    connect(m_desk.get(), &desk::AppointmentDesk::loaded, this, &AppointmentsPage::showAll);
    connect(m_desk.get(), &desk::AppointmentDesk::booked, this, &AppointmentsPage::onBooked);
    connect(m_desk.get(), &desk::AppointmentDesk::refused, this, [this] {
        m_made = {};
        tell(AppointmentWording::refusal(), Tone::Warn);
        m_ui->offers->setFocus();
    });
    connect(m_desk.get(), &desk::AppointmentDesk::changed, this, [this] { announce(m_ui->problem, {}); });
    connect(m_desk.get(), &desk::AppointmentDesk::failed, this,
            [this](const domain::Error& error) { announce(m_ui->problem, models::Wording::faultSentence(error)); });
    connect(m_desk.get(), &desk::AppointmentDesk::errandsFilled, &m_calendars, &desk::CalendarKeeper::push);
    const auto later = [this](const domain::TenantId& tenant) {
        if (tenant == m_desk->tenant() && !m_refreshLater.isActive())
            m_refreshLater.start(refreshPause);
    };
    connect(&m_calendars, &desk::CalendarKeeper::appointmentsChanged, this, later);
    connect(&m_calendars, &desk::CalendarKeeper::statusChanged, this, [this] {
        showStanding();
        follow();
    });
    connect(&m_refreshLater, &QTimer::timeout, m_desk.get(), &desk::AppointmentDesk::reload);
    connect(&m_clock, &QTimer::timeout, this, &AppointmentsPage::showStanding);
    m_clock.start(clockTick);
}

AppointmentWording::Place AppointmentsPage::place() const
{
    return {m_zone, m_desk->nowUtc(), m_desk->people(), m_callersZones};
}

void AppointmentsPage::search()
{
    ports::OfferQuery query;
    const QDate today = m_desk->nowUtc().toTimeZone(m_zone).date();
    const auto day = models::readDue(m_ui->after->text(), today);
    announce(m_ui->problem,
             day ? QString() : tr("This day cannot be read. Write it like %1.").arg(models::dueFieldText(today)));
    if (!day)
        return;
    query.from = day->isValid() ? day->startOfDay(m_zone).toUTC() : m_desk->nowUtc();
    query.kind = m_ui->kind->currentIndex() > 0 ? m_ui->kind->currentText() : QString();
    if (m_ui->person->currentIndex() > 0)
        query.person = domain::PersonId(m_ui->person->currentData().toUuid());
    query.zone = m_zone;
    query.latest = m_ui->partOfDay->currentIndex() == Mornings ? noon : QTime();
    query.earliest = m_ui->partOfDay->currentIndex() == Afternoons ? noon : QTime();
    query.limit = offersShown;
    m_desk->load(query);
}

void AppointmentsPage::showAll()
{
    if (m_ui->person->count() == 0) {
        m_ui->person->addItem(tr("anybody"));
        for (const domain::Person& person : m_desk->people())
            m_ui->person->addItem(person.name, person.id.uuid());
    }
    QStringList kinds{tr("any kind")};
    for (const domain::AppointmentKind& kind : m_desk->kinds())
        kinds << kind.name;
    for (const ports::Offer& offer : m_desk->offers()) {
        if (!offer.slot().kind.isEmpty() && !kinds.contains(offer.slot().kind, Qt::CaseInsensitive))
            kinds << offer.slot().kind;
    }
    for (const QString& kind : kinds) {
        if (m_ui->kind->findText(kind) < 0)
            m_ui->kind->addItem(kind);
    }
    std::vector<models::Row> rows;
    for (const ports::Offer& offer : m_desk->offers())
        rows.push_back(AppointmentWording::offer(offer, place(), offer.slot().id == m_desk->held()));
    m_ui->offersHeader->setCount(static_cast<int>(rows.size()));
    m_ui->noOffers->setVisible(rows.empty());
    m_ui->offers->setHidden(rows.empty());
    m_offerRows.setRows(std::move(rows));
    if (!m_ui->offers->currentIndex().isValid() && m_offerRows.rowCount() > 0)
        m_ui->offers->setCurrentIndex(m_offerRows.index(0));
    rows.clear();
    for (const domain::Booking& booking : m_desk->bookings())
        rows.push_back(AppointmentWording::booking(booking, place()));
    m_ui->bookingsHeader->setCount(static_cast<int>(rows.size()));
    m_bookingRows.setRows(std::move(rows));
    showChosen();
    follow();
}

const ports::Offer* AppointmentsPage::chosenOffer() const
{
    const domain::SlotId id(m_ui->offers->currentId().toUuid());
    const auto& all = m_desk->offers();
    const auto found = std::find_if(all.begin(), all.end(), [&](const ports::Offer& one) { return one.slot().id == id; });
    return found == all.end() ? nullptr : &*found;
}

const domain::Booking* AppointmentsPage::chosenBooking() const
{
    const domain::BookingId id(m_ui->bookings->currentId().toUuid());
    const auto& all = m_desk->bookings();
    const auto found = std::find_if(all.begin(), all.end(), [&](const domain::Booking& one) { return one.id == id; });
    return found == all.end() ? nullptr : &*found;
}

void AppointmentsPage::setChanging(bool changing)
{
    for (QWidget* one : std::initializer_list<QWidget*>{m_ui->changing, m_ui->changeReasonLabel, m_ui->changeReason})
        one->setVisible(changing);
}

domain::Attendee AppointmentsPage::attendee() const
{
    return {m_caller, m_ui->name->text().trimmed(), m_ui->contact->text().trimmed(), m_ui->remark->text().trimmed()};
}

void AppointmentsPage::showChosen()
{
    const ports::Offer* offer = chosenOffer();
    m_ui->readBack->setPlainText(offer ? AppointmentWording::readBack(offer->slot(), attendee(), place()) : QString());
    m_ui->readBack->updateGeometry(); // it is as high as its words
    m_ui->book->setEnabled(offer && offer->heldBy().isEmpty());
    const domain::Booking* booking = chosenBooking();
    const bool stands =
        booking && (booking->state == domain::BookingState::Noted || booking->state == domain::BookingState::Confirmed);
    m_ui->cancel->setEnabled(stands);
    m_ui->change->setEnabled(stands);
}

/// Enter on a time: it is kept for the caller, and the form is next.
void AppointmentsPage::choose()
{
    const ports::Offer* offer = chosenOffer();
    if (!offer)
        return;
    m_desk->hold(*offer);
    m_desk->reload();
    QWidget* next = m_ui->name->text().isEmpty() ? m_ui->name : m_ui->remark;
    next->setFocus();
}

void AppointmentsPage::book()
{
    const ports::Offer* offer = chosenOffer();
    if (!offer || !m_ui->book->isEnabled())
        return;
    if (attendee().name.isEmpty()) {
        tell(tr("Ask for the caller's name first."), Tone::Warn);
        m_ui->name->setFocus();
        return;
    }
    const auto mail = confirmation(offer->slot());
    if (!mail) {
        tell(tr("This is no e-mail address. Ask for it once more, or leave it empty."), Tone::Warn);
        m_ui->confirmTo->setFocus();
        return;
    }
    m_ui->book->setEnabled(false);
    m_desk->book(*offer, attendee(), m_replaces, m_ui->changeReason->text(), *mail);
}

void AppointmentsPage::offerMail(desk::MailKeeper& mail, const domain::TenantEntry& house, const QString& language, const QString& address)
{
    m_house = house;
    m_language = language.isEmpty() ? house.language : language;
    m_ui->confirmToLabel->show();
    m_ui->confirmTo->show();
    m_ui->confirmTo->setPlaceholderText(address.isEmpty() ? m_ui->confirmTo->placeholderText() : tr("empty: none is sent; known is %1").arg(address));
    connect(m_desk.get(), &desk::AppointmentDesk::mailWritten, &mail, &desk::MailKeeper::push);
}

std::optional<domain::Mail> AppointmentsPage::confirmation(const domain::Slot& slot)
{
    const QString written = m_ui->confirmTo->text().trimmed();
    const bool moves = !m_replaces.isNull(); // then whoever knows of the old time is told, unless somebody else is named
    if (!m_house || (written.isEmpty() && !moves))
        return domain::Mail();
    const QString address = domain::mailAddress(written);
    if (address.isEmpty() && !written.isEmpty())
        return std::nullopt;
    const auto& people = m_desk->people();
    const auto person = std::find_if(people.begin(), people.end(), [&](const domain::Person& one) { return one.id == slot.person; });
    domain::Mail mail = models::MailLetters::appointment(slot, person == people.end() ? QString() : person->name, moves, *m_house,
                                                         m_language);
    if (!address.isEmpty())
        mail.recipients = {{address, m_ui->name->text().trimmed()}};
    return mail;
}

void AppointmentsPage::onBooked(const domain::Booking& booking)
{
    m_made = booking.id;
    m_replaces = {};
    setChanging(false);
    m_ui->remark->clear();
    tell(booking);
    const QDateTime local = booking.slot.start.toTimeZone(m_zone);
    Q_EMIT appointmentMade(models::Wording::momentText(local, m_desk->nowUtc().toTimeZone(m_zone)) +
                           (booking.slot.kind.isEmpty() ? QString() : QStringLiteral(" · ") + booking.slot.kind));
}

/// Tells what has become of the last booking made here.
void AppointmentsPage::follow()
{
    const auto& all = m_desk->bookings();
    const auto made = std::find_if(all.begin(), all.end(), [&](const domain::Booking& one) { return one.id == m_made; });
    if (made != all.end())
        tell(*made);
}

void AppointmentsPage::tell(const domain::Booking& booking)
{
    const ports::CalendarState state = m_calendars.status(m_desk->tenant()).state;
    const bool answers = state != ports::CalendarState::Unreachable && state != ports::CalendarState::Blocked;
    tell(AppointmentWording::outcome(booking, place(), answers), AppointmentWording::outcomeTone(booking));
}

void AppointmentsPage::tell(const QString& sentence, Tone tone)
{
    if (m_ui->result->text() == sentence && !m_ui->result->isHidden())
        return;
    setLook(m_ui->result, "card", QString::fromLatin1(lookOf(tone)));
    announce(m_ui->result, sentence);
}

void AppointmentsPage::askToCancel()
{
    if (!chosenBooking())
        return;
    m_ui->cancelRow->show();
    m_ui->reason->setFocus();
}

void AppointmentsPage::cancel()
{
    const domain::Booking* booking = chosenBooking();
    if (booking && !m_ui->cancelRow->isHidden()) {
        m_made = booking->id;
        m_desk->cancel(booking->id, m_ui->reason->text(),
                       m_house ? models::MailLetters::cancellation(booking->slot, *m_house, m_language) : domain::Mail());
    }
    m_ui->reason->clear();
    m_ui->cancelRow->hide();
    m_ui->bookings->setFocus();
}

void AppointmentsPage::startChange()
{
    const domain::Booking* booking = chosenBooking();
    if (!booking)
        return;
    m_replaces = booking->id;
    m_ui->name->setText(booking->attendee.name);
    m_ui->contact->setText(booking->attendee.contact);
    m_ui->remark->setText(booking->attendee.remark);
    setChanging(true);
    m_ui->offers->setFocus();
}

void AppointmentsPage::offerReleases(bool offered)
{
    m_ui->releases->setVisible(offered);
}

bool AppointmentsPage::stepBack()
{
    if (!m_ui->cancelRow->isHidden()) {
        m_ui->cancelRow->hide();
        m_ui->bookings->setFocus();
        return true;
    }
    if (!m_ui->changing->isHidden()) {
        m_replaces = {};
        setChanging(false);
        m_ui->bookings->setFocus();
        return true;
    }
    if (m_ui->formCard->isAncestorOf(focusWidget())) {
        m_ui->offers->setFocus();
        return true;
    }
    return false;
}

void AppointmentsPage::showStanding()
{
    const ports::CalendarStatus status = m_calendars.status(m_desk->tenant());
    m_ui->standing->setText(AppointmentWording::calendarStanding(status, m_desk->nowUtc()));
    m_ui->standing->setVisible(!m_ui->standing->text().isEmpty());
}

} // namespace vorzimmer::widgets
