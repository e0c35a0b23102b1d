#include "vorzimmer/widgets/reception_page.h"

#include "call_list_pane.h"
#include "case_message_page.h"
#include "case_questions.h"
#include "desk_view.h"
#include "idle_page.h"
#include "keys_overlay.h"
#include "line_banner.h"
#include "status_line.h"
#include "tenant_strip.h"
#include "theme.h"
#include "tone_pad.h"
#include "ui_reception_page.h"
#include "visit_dialog.h"

#include "vorzimmer/models/sound_wording.h"
#include "vorzimmer/models/wording.h"
#include "vorzimmer/widgets/side_pages.h"

#include <QClipboard>
#include <QDataStream>
#include <QGuiApplication>
#include <QShortcut>

#include <algorithm>

namespace vorzimmer::widgets {

using desk::CaseFile;
using desk::CaseScreen;
using domain::Result;
using models::Wording;

namespace {

constexpr std::chrono::milliseconds clockTick{1000};
constexpr std::chrono::milliseconds frame{16};
constexpr std::chrono::milliseconds resolvingUnseen{150};
constexpr std::chrono::milliseconds alarmDuration{12'000};
constexpr int todayListed = 40;
constexpr double leastCallsWidth = 15; ///< ems
constexpr double mostCallsWidth = 22;  ///< ems

} // namespace

ReceptionPage::ReceptionPage(desk::Office& office, desk::Reception& reception, desk::ListKeeper& lists, QString seat, QWidget* parent)
    : QWidget(parent), m_office(office), m_reception(reception), m_lists(lists), m_seat(std::move(seat)),
      m_ui(std::make_unique<Ui::ReceptionPage>()), m_calls(new CallListPane), m_status(new StatusLine), m_lineBanner(new LineBanner),
      m_questions(new CaseQuestions(office.clock, this)), m_callsChanged(frame, [this] { refreshCalls(); })
{
    m_ui->setupUi(this);
    m_beside = new SidePages(office, reception, lists, m_ui->centrePlace);
    m_ui->alarm->setProperty("alarm", true);
    m_ui->alarm->hide();
    const int gap = em(this, 0.6);
    m_ui->splitter->setContentsMargins(gap, gap, gap, gap);
    m_ui->splitter->setHandleWidth(gap);
    m_ui->callsLayout->addWidget(m_calls);
    m_ui->splitter->setStretchFactor(0, 0);
    m_ui->splitter->setStretchFactor(1, 1);
    connect(m_ui->splitter, &QSplitter::splitterMoved, this, [this] { m_callsDrawn = true; });
    m_ui->statusPlace->addWidget(m_status);
    m_ui->page->insertWidget(1, m_lineBanner); // below the strip
    m_ui->page->setStretch(3, 1);
    m_alarmEnd.setSingleShot(true);
    connect(&m_alarmEnd, &QTimer::timeout, m_ui->alarm, &QWidget::hide);
    m_resolving.setSingleShot(true);
    m_resolving.setInterval(resolvingUnseen);
    connect(&m_resolving, &QTimer::timeout, this, [this] { buildCase(m_reception.current()); });
    m_uncover.setSingleShot(true);
    connect(&m_uncover, &QTimer::timeout, this, [this] { setCovered(false); });

    const auto* answer = new QShortcut(Qt::Key_F2, this);
    connect(answer, &QShortcut::activated, &reception, qOverload<>(&desk::Reception::answer));
    const auto* find = new QShortcut(Qt::CTRL | Qt::Key_K, this);
    connect(find, &QShortcut::activated, m_beside, &SidePages::toggleNotes);
    const auto* mute = new QShortcut(Qt::CTRL | Qt::Key_M, this);
    connect(mute, &QShortcut::activated, &reception, &desk::Reception::toggleMute);
    const auto* tones = new QShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_D, this);
    connect(tones, &QShortcut::activated, this, &ReceptionPage::openTonePad);
    connect(m_status, &StatusLine::retryRequested, &lists, &desk::ListKeeper::retryNow);
    connect(m_status, &StatusLine::outboxRequested, m_beside, &SidePages::toggleOutbox);
    connect(m_status, &StatusLine::keysRequested, this, &ReceptionPage::showKeys);

    connectReception();
    connect(&m_clock, &QTimer::timeout, this, &ReceptionPage::refreshClocks);
    m_clock.start(clockTick);
    showCase(reception.current());
    refreshToday();
    refreshBoard();
}

ReceptionPage::~ReceptionPage() = default;

void ReceptionPage::connectReception()
{
    const auto fileOf = [this](const domain::CallId& id) -> CaseFile* {
        const auto cases = m_reception.cases();
        const auto found = std::find_if(cases.begin(), cases.end(), [&](const CaseFile* file) { return file->call().id == id; });
        return found == cases.end() ? nullptr : *found;
    };
    connect(m_calls, &CallListPane::answerRequested, this,
            [this, fileOf](const domain::CallId& id) { m_reception.answer(fileOf(id)); });
    connect(m_calls, &CallListPane::callSelected, this, [this, fileOf](const domain::CallId& id) {
        if (CaseFile* file = fileOf(id))
            m_reception.show(file);
    });
    connect(m_beside, &SidePages::opened, this, &ReceptionPage::setCentre);
    connect(m_beside, &SidePages::leaveRequested, this, [this] {
        if (!m_beside->rereadCase())
            showCase(m_reception.current());
    });
    connect(m_beside, &SidePages::refused, this, &ReceptionPage::raiseAlarm);
    connect(m_questions, &CaseQuestions::refused, this, &ReceptionPage::raiseAlarm);
    connect(&m_reception, &desk::Reception::casesChanged, this, [this] { m_callsChanged.ask(); });
    connect(&m_reception.journal(), &desk::DayJournal::todayChanged, this, &ReceptionPage::refreshToday);
    connect(&m_reception, &desk::Reception::currentChanged, this, &ReceptionPage::showCase);
    connect(&m_reception, &desk::Reception::commandFailed, this,
            [this](const domain::Error& error) { raiseAlarm(Wording::faultSentence(error)); });
    connect(&m_reception, &desk::Reception::callArrived, this, [this](CaseFile* file) {
        Q_EMIT callAnnounced(file->tenant() ? file->tenant()->name : QString());
    });
    connect(&m_lists, &desk::ListKeeper::statusChanged, this, &ReceptionPage::refreshBoard);
}

// ------------------------------------------------------------------------------------------------ one case's screen

void ReceptionPage::setStrip(TenantStrip* strip)
{
    if (m_strip) {
        m_strip->hide();
        m_strip->deleteLater();
    }
    m_strip = strip;
    m_ui->stripLayout->addWidget(strip);
    strip->show(); // at once: the centre gets what it leaves
    strip->setSeat(m_seat);
    strip->setReady(m_reception.isReady());
    connect(strip, &TenantStrip::readyToggled, this, &ReceptionPage::toggleReady);
}

void ReceptionPage::setCentre(QWidget* centre)
{
    if (m_desk)
        m_deskLayout = m_desk->layoutState();
    const bool keepFocusInList = m_calls->isAncestorOf(focusWidget());
    m_desk = qobject_cast<DeskView*>(centre);
    if (m_centre) {
        // Off the screen now and gone before the next event: the key that led here may be one of its own.
        m_centre->hide();
        m_centre->deleteLater();
    }
    m_ui->centreLayout->addWidget(centre);
    centre->show(); // at once, not with the next event: that may be a key for it
    m_centre = centre;
    m_beside->setShown(centre);
    if (m_desk && !m_deskLayout.isEmpty())
        m_desk->restoreLayout(m_deskLayout);
    if (!keepFocusInList)
        centre->setFocus();
}

void ReceptionPage::forgetClipboard(const domain::TenantId& next)
{
    if (m_shownTenant == next)
        return;
    m_shownTenant = next;
    // Words copied from one client must not be pasteable at the next; what another program copied is not ours to clear.
    QClipboard* clipboard = QGuiApplication::clipboard();
    if (clipboard->ownsClipboard())
        clipboard->clear(QClipboard::Clipboard);
    if (clipboard->ownsSelection())
        clipboard->clear(QClipboard::Selection);
}

void ReceptionPage::showCase(CaseFile* file)
{
    m_resolving.stop();
    if (!file || file->screen() != CaseScreen::Resolving) {
        buildCase(file);
        return;
    }
    // The desk is there before anybody could read that it is being looked for, and the waiting list has the call already. But
    // what the last call has left on the screen must not take keys meant for this one. Only its picture stays until then: an
    // empty screen takes as long to paint as the desk.
    if (!qobject_cast<IdlePage*>(m_centre)) {
        setCovered(true);
        forgetClipboard({});
        m_status->clearDraft();
        showOfNobody(new QWidget(m_ui->centrePlace));
    }
    m_resolving.start();
    refreshCalls();
}

void ReceptionPage::showOfNobody(QWidget* centre)
{
    setStrip(new TenantStrip(m_ui->stripPlace));
    setCentre(centre);
    window()->setWindowTitle(QStringLiteral("Vorzimmer"));
}

void ReceptionPage::setCovered(bool covered)
{
    for (QWidget* place : {m_ui->stripPlace, m_ui->centrePlace})
        place->setUpdatesEnabled(!covered);
}

void ReceptionPage::buildCase(CaseFile* file)
{
    setCovered(true);
    forgetClipboard(file && file->tenant() ? file->tenant()->id : domain::TenantId());
    m_status->clearDraft();
    if (!file) {
        auto* idle = new IdlePage(m_reception.user().role == domain::Role::Supervisor, m_ui->centrePlace);
        idle->setReady(m_reception.isReady());
        idle->setServiceLevels(m_reception.journal().serviceLevels());
        connect(idle, &IdlePage::keysRequested, this, &ReceptionPage::showKeys);
        connect(idle, &IdlePage::visitRequested, this, &ReceptionPage::startVisit);
        showOfNobody(idle);
    } else if (file->screen() == CaseScreen::Desk && file->sheet()) {
        setStrip(new TenantStrip(file->sheet()->profile, m_office.clock.nowUtc(), m_ui->stripPlace));
        setCentre(deskFor(*file));
        window()->setWindowTitle(file->tenant()->name + QStringLiteral(" – Vorzimmer"));
    } else {
        auto* page = new CaseMessagePage(*file, m_ui->centrePlace);
        connect(page, &CaseMessagePage::answerRequested, &m_reception, qOverload<>(&desk::Reception::answer));
        connect(page, &CaseMessagePage::hangUpRequested, &m_reception, &desk::Reception::hangUp);
        connect(page, &CaseMessagePage::putAwayRequested, this, &ReceptionPage::putAway);
        showOfNobody(page);
    }
    refreshCalls();
    refreshBoard();
    // To make a desk and to paint it takes as long. What rang meanwhile is seen between the two.
    const auto listFirst = [this] {
        refreshCalls();
        m_uncover.start();
    };
    QMetaObject::invokeMethod(this, listFirst, Qt::QueuedConnection);
}

QWidget* ReceptionPage::deskFor(CaseFile& file)
{
    const QString region = file.tenant()->region;
    CallFacts facts;
    facts.number = file.call().number;
    facts.presented = file.call().presented;
    facts.anonymous = file.call().anonymous;
    facts.chosenCaller = file.call().caller;
    facts.secretary = m_reception.user().name;
    facts.now = m_office.clock.nowUtc();
    facts.display = [this, region](const domain::PhoneNumber& number) { return displayed(number, region); };
    facts.readNumber = [&numbers = m_office.numbers, region](const QString& text) { return numbers.parse(text, region); };
    facts.leadingBack = file.leadingBack();
    facts.begun = file.wordsBegun();
    facts.state = file.callState();
    facts.muted = file.isMuted();
    facts.capabilities = m_reception.capabilities();
    if (m_mail)
        facts.mail = m_mail->habits(file.tenant()->id);

    auto* view = new DeskView(*file.sheet(), facts, file.recommendation(), file.note(), m_ui->centrePlace);
    connectDesk(*view, file);
    connectCase(*view, file);
    if (file.isSettled())
        view->showOutcome(file.call().disposition, file.call().dispositionDetail);
    if (file.isNoteFinished())
        view->showNoteFinished();
    else if (file.hasUnfinishedNote())
        view->open(domain::Action::TakeMessage);
    if (file.isBeingPutThrough())
        view->showTransfer(file.transfer()->status());
    if (file.hasUnfinishedNote() && file.noteSavedAt().isValid()) {
        view->showSaved(file.noteSavedAt());
        m_status->showSaved(file.noteSavedAt());
    }
    return view;
}

void ReceptionPage::connectDesk(DeskView& view, CaseFile& file)
{
    connect(&view, &DeskView::answerRequested, &m_reception, qOverload<>(&desk::Reception::answer));
    connect(&view, &DeskView::holdToggled, &m_reception, &desk::Reception::holdOrResume);
    connect(&view, &DeskView::muteToggled, &m_reception, &desk::Reception::toggleMute);
    connect(&view, &DeskView::hangUpRequested, &m_reception, &desk::Reception::hangUp);
    connect(&view, &DeskView::appointmentsRequested, m_beside, &SidePages::toggleAppointments);
    connect(&view, &DeskView::topicsRequested, m_beside, &SidePages::toggleTopics);
    connect(&view, &DeskView::findRequested, m_beside, &SidePages::toggleNotes);
    connect(&view, &DeskView::putAwayRequested, this, &ReceptionPage::putAway);
    connect(&view, &DeskView::callerChosen, &file, &CaseFile::chooseCaller);
    connect(&view, &DeskView::concernChosen, &file, &CaseFile::setConcern);
    connect(&view, &DeskView::noteEdited, &file, &CaseFile::editNote);
    connect(&view, &DeskView::noteFinishRequested, &file, &CaseFile::finishNote);
    connect(&view, &DeskView::putThroughRequested, &m_reception, &desk::Reception::putThrough);
    connect(&view, &DeskView::joinRequested, &file, [&file] {
        if (file.isBeingPutThrough())
            file.transfer()->join();
    });
    connect(&view, &DeskView::nextNumberRequested, &file, [&file] {
        if (file.isBeingPutThrough())
            file.transfer()->tryNext();
    });
    connect(&view, &DeskView::redirectDone, &m_reception, &desk::Reception::redirectToEmail);
    connect(&view, &DeskView::callerMenuRequested, &file, [this, &view, &file] { m_questions->openCallerMenu(view, file); });
    connect(&view, &DeskView::newsReadRequested, &file, &CaseFile::readNews);
    connect(&view, &DeskView::presenceMenuRequested, &file, [this, &view, &file] { m_questions->openPresenceMenu(view, file); });
}

void ReceptionPage::connectCase(DeskView& view, CaseFile& file)
{
    connect(&file, &CaseFile::changed, &view, [this, &view, &file] { view.setCall(file.callState(), m_reception.capabilities(), file.isMuted()); });
    connect(&file, &CaseFile::recommendationChanged, &view, [&view, &file] { view.setRecommendation(file.recommendation()); });
    connect(&file, &CaseFile::callerChanged, &view,
            [&view, &file] { view.setChosenCaller(file.call().caller, file.sheet()->history, file.note()); });
    connect(&file, &CaseFile::newsRead, &view, &DeskView::hideNews);
    connect(&file, &CaseFile::peopleChanged, &view, [&view, &file] { view.setPeople(file.sheet()->people); });
    connect(&file, &CaseFile::noteSaved, &view, [this, &view](const QDateTime& at) {
        view.showSaved(at);
        m_status->showSaved(at);
    });
    connect(&file, &CaseFile::saveFailed, &view, [this, &view](const domain::Error& error) {
        view.showSaveFailed(error);
        m_status->showSaveFailed(error);
    });
    connect(&file, &CaseFile::finishFailed, &view, &DeskView::showFinishFailed);
    connect(&file, &CaseFile::noteFinished, &view, [this, &view] {
        view.showNoteFinished();
        m_status->clearDraft();
    });
    connect(&file, &CaseFile::transferChanged, &view, [&view, &file] { view.showTransfer(file.transfer()->status()); });
    connect(&file, &CaseFile::settled, &view, [this, &view, &file] {
        view.showOutcome(file.call().disposition, file.call().dispositionDetail);
        if (file.owesReason())
            m_questions->askWhy(file, m_centre);
    });
}

void ReceptionPage::putAway()
{
    if (m_reception.putAway())
        return;
    const CaseFile* file = m_reception.current();
    if (file && file->line())
        raiseAlarm(tr("The call is still on. Hang up first (F4)."));
    else if (file && file->hasUnfinishedNote())
        raiseAlarm(tr("The note is not finished. Finish it with Ctrl+Enter; until then it waits on the left."));
}

// --------------------------------------------------------------------------------------------------- lists and clocks

void ReceptionPage::refreshCalls()
{
    std::vector<models::WaitingCall> waiting;
    std::vector<models::OwnCall> own;
    for (const CaseFile* file : m_reception.cases()) {
        const auto& tenant = file->tenant();
        const QString company = tenant ? tenant->name : QString();
        if (file->isWaiting()) {
            const QString language = tenant ? tenant->language : QString();
            waiting.push_back({file->call().id, company, file->shownNumber(), language, file->call().offeredAt});
            continue;
        }
        const bool onScreen = file == m_reception.current();
        const QString caller = onScreen && file->caller() ? file->caller()->name : QString();
        own.push_back({file->call().id, company, file->callState(), file->stateSince(), caller, onScreen, file->hasUnfinishedNote()});
    }
    m_calls->setWaiting(std::move(waiting));
    m_calls->setOwn(std::move(own));
}

void ReceptionPage::refreshToday()
{
    std::vector<models::PastCall> past;
    const auto& today = m_reception.journal().today();
    int total = 0;
    for (auto entry = today.rbegin(); entry != today.rend(); ++entry) {
        if (!entry->row.endedAt.isValid())
            continue;
        if (++total <= todayListed)
            past.push_back({entry->row.call, entry->tenant, entry->row.offeredAt, entry->row.disposition, entry->row.endReason});
    }
    m_calls->setToday(past, total);
    const auto levels = m_reception.journal().serviceLevels();
    domain::ServiceLevel all;
    for (const auto& [tenant, level] : levels)
        all += level;
    m_calls->setServiceLevel(all);
    if (auto* idle = qobject_cast<IdlePage*>(m_centre))
        idle->setServiceLevels(levels);
}

void ReceptionPage::refreshBoard()
{
    const CaseFile* file = m_reception.current();
    const ports::BoardStatus overall = m_lists.overall();
    const bool ofTenant = file && file->screen() == CaseScreen::Desk;
    m_status->setBoard(ofTenant ? m_lists.status(file->tenant()->id) : overall);
}

void ReceptionPage::refreshClocks()
{
    const QDateTime now = m_office.clock.nowUtc();
    m_calls->setNow(now);
    m_strip->setNow(now);
    if (m_desk && now.time().second() == 0)
        m_desk->setNow(now);
}

void ReceptionPage::setMail(desk::MailKeeper& mail)
{
    m_mail = &mail;
    m_beside->setMail(mail);
    connect(&m_reception, &desk::Reception::mailWritten, &mail, &desk::MailKeeper::push);
    connect(&mail, &desk::MailKeeper::troubled, this,
            [this] { raiseAlarm(tr("An e-mail was not delivered. The outbox tells which, and why (Ctrl+Shift+O).")); });
}

void ReceptionPage::setLineWatch(desk::LineWatch& watch)
{
    m_lineBanner->setWatch(watch);
    connect(&watch, &desk::LineWatch::changed, m_status, [this, &watch] {
        m_linesKnown = true;
        m_status->setLines(watch.lines());
    });
}

void ReceptionPage::setBackend(ports::BackendState state, const QString& reason)
{
    m_status->setLine(state, reason);
    // Where lines are known, the banner says it, and longer.
    if (state == ports::BackendState::Down && !m_linesKnown)
        raiseAlarm(tr("The telephone line is down: calls do not arrive at this seat. It is tried again by itself."));
}

void ReceptionPage::setSound(const ports::SoundState& state)
{
    if (const QString missing = models::SoundWording::missing(state); !missing.isEmpty())
        raiseAlarm(missing);
}

void ReceptionPage::raiseAlarm(const QString& sentence)
{
    m_ui->alarm->setText(sentence);
    m_ui->alarm->show();
    m_alarmEnd.start(alarmDuration);
}

QString ReceptionPage::displayed(const domain::PhoneNumber& number, const QString& region) const
{
    return m_office.numbers.display(number, region);
}

// ------------------------------------------------------------------------------------------------------ beside a case

void ReceptionPage::toggleReady()
{
    m_reception.setReady(!m_reception.isReady());
    m_strip->setReady(m_reception.isReady());
    if (auto* idle = qobject_cast<IdlePage*>(m_centre))
        idle->setReady(m_reception.isReady());
}

void ReceptionPage::showKeys()
{
    const bool supervises = m_reception.user().role == domain::Role::Supervisor;
    auto* overlay = new KeysOverlay(
        KeysOverlay::deskKeys(supervises ? KeysOverlay::Reader::Supervisor : KeysOverlay::Reader::Secretary), window());
    overlay->show();
}

void ReceptionPage::openTonePad()
{
    if (!m_reception.canSendKeys()) {
        raiseAlarm(tr("Keys can be sent while you speak with somebody, if the telephone line can do it."));
        return;
    }
    auto* pad = new TonePad(this);
    connect(pad, &TonePad::keyTyped, &m_reception, &desk::Reception::sendKeys);
    pad->open();
}

void ReceptionPage::startVisit()
{
    if (m_reception.user().role != domain::Role::Supervisor)
        return;
    m_office.storeLane.ask(this, [&directory = m_office.directory] { return directory.tenants(); },
                           [this](Result<std::vector<domain::TenantEntry>> tenants) {
                               if (!tenants) {
                                   raiseAlarm(Wording::faultSentence(tenants.error()));
                                   return;
                               }
                               auto* dialog = new VisitDialog(std::move(*tenants), this);
                               connect(dialog, &VisitDialog::visitRequested, &m_reception, &desk::Reception::visit);
                               dialog->open();
                           });
}

// Left to itself the list would be as wide as what it shows, and push the desk to and fro with each call.
void ReceptionPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (m_callsDrawn)
        return;
    const int calls = qBound(em(this, leastCallsWidth), width() / 6, em(this, mostCallsWidth));
    m_ui->splitter->setSizes({calls, width() - calls});
}

QByteArray ReceptionPage::layoutState() const
{
    QByteArray state;
    QDataStream out(&state, QIODevice::WriteOnly);
    out << (m_callsDrawn ? m_ui->splitter->saveState() : QByteArray()) << (m_desk ? m_desk->layoutState() : m_deskLayout);
    return state;
}

void ReceptionPage::restoreLayout(const QByteArray& state)
{
    QByteArray splitter;
    QDataStream in(state);
    in >> splitter >> m_deskLayout;
    m_callsDrawn = !splitter.isEmpty() && m_ui->splitter->restoreState(splitter);
    if (m_desk && !m_deskLayout.isEmpty())
        m_desk->restoreLayout(m_deskLayout);
}

} // namespace vorzimmer::widgets
