#include "desk_view.h"

#include "action_bar.h"
#include "caller_pane.h"
#include "email_form.h"
#include "greeting_pane.h"
#include "history_pane.h"
#include "instructions_pane.h"
#include "message_form.h"
#include "news_banner.h"
#include "pane_column.h"
#include "people_pane.h"
#include "put_through_form.h"
#include "recommendation_bar.h"
#include "slots_pane.h"
#include "theme.h"
#include "ui_desk_view.h"

#include <QDataStream>
#include <QIODevice>
#include <QKeyEvent>
#include <QShortcut>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <utility>

namespace vorzimmer::widgets {

namespace {

constexpr quint32 layoutVersion = 1;
constexpr std::chrono::milliseconds formsAfter{100};
constexpr double usualFormHeight = 12.5; ///< ems
constexpr double leastFormHeight = 7;    ///< ems; below that it scrolls

const domain::Caller* callerById(const std::vector<domain::Caller>& callers, const domain::CallerId& id)
{
    const auto found = std::find_if(callers.begin(), callers.end(), [&](const domain::Caller& caller) { return caller.id == id; });
    if (found != callers.end())
        return &*found;
    return callers.size() == 1 ? &callers.front() : nullptr;
}

} // namespace

DeskView::DeskView(const ports::PopSheet& sheet, const CallFacts& facts, const domain::Recommendation& advice, const domain::Note& note,
                   QWidget* parent)
    : QWidget(parent), m_sheet(sheet), m_mail(facts.mail), m_begun(facts.begun), m_ui(std::make_unique<Ui::DeskView>())
{
    m_ui->setupUi(this);
    for (QSplitter* splitter : std::initializer_list<QSplitter*>{m_ui->rows, m_ui->columns, m_ui->centre, m_ui->side})
        splitter->setHandleWidth(em(this, 0.6));
    m_ui->bottomLayout->setSpacing(em(this, 0.6));
    addPanes(facts, advice, note.concern);
    m_formMatter = FormMatter{facts, advice.person, note, advice.questions};
    m_ui->columns->setStretchFactor(0, 5);
    m_ui->columns->setStretchFactor(1, 2);
    m_ui->rows->setRestTaker(0);
    connect(m_ui->columns, &QSplitter::splitterMoved, this, [this] { m_columnsDrawn = true; });
    connect(m_ui->rows, &QSplitter::splitterMoved, this, [this] {
        if (openAction())
            m_formHeight = m_ui->formCard->height();
        shareOutRows();
    });
    setCall(facts.state, facts.capabilities, facts.muted);
    connectActions();
    m_ui->forms->installEventFilter(this);
    m_ui->formScroll->viewport()->setAutoFillBackground(false);
    m_ui->formCard->setMinimumHeight(em(this, leastFormHeight));
    closeForm();
}

DeskView::~DeskView() = default;

// Each pane is made as a child of the splitter where it stands, which puts it last: a pane moved there later would have every one
// of its widgets styled a second time.
void DeskView::addPanes(const CallFacts& facts, const domain::Recommendation& advice, const QString& concern)
{
    const QTimeZone zone = m_sheet.profile.entry.zone;
    m_greeting = new GreetingPane(m_sheet.profile.greetings, facts.secretary, languageFor(facts.chosenCaller), m_ui->centre);
    new InstructionsPane(m_sheet.profile, facts.now.toTimeZone(zone).date(), m_ui->centre);
    m_people = new PeoplePane(m_sheet.people, zone, facts.now, facts.display, m_ui->centre);
    m_people->setStaleDays(m_sheet.rules.staleDays);
    m_caller = new CallerPane(m_sheet.callers, facts, m_ui->side);
    m_history = new HistoryPane(m_sheet.history, zone, facts.now, m_ui->side);
    new SlotsPane(m_sheet.slots, zone, facts.now, m_ui->side);
    if (!m_sheet.news.changes.empty()) {
        m_news = new NewsBanner(m_sheet.news.changes, this);
        m_ui->deskLayout->insertWidget(0, m_news);
        m_ui->deskLayout->setStretch(1, 1);
    }
    m_advice = new RecommendationBar(advice, m_sheet.people, m_sheet.profile.concerns, concern, m_ui->bottom);
    m_actions = new ActionBar(m_ui->bottom);
    m_actions->setRecommended(advice.action);
    m_ui->bottomLayout->insertWidget(0, m_advice);
    m_ui->bottomLayout->insertWidget(1, m_actions);
}

void DeskView::needForms()
{
    if (!m_formMatter)
        return;
    const FormMatter matter = *std::exchange(m_formMatter, {});
    // A form comes into its place last, for it has no width of its own yet, and long texts would be set into nothing.
    m_message = new MessageForm(matter.note, m_sheet.people, m_sheet.profile.concerns, matter.facts.readNumber);
    m_message->setDemanded(matter.demanded);
    m_putThrough = new PutThroughForm(m_sheet.people, matter.person, m_sheet.profile.entry.zone, matter.facts);
    m_email = new EmailForm(m_sheet.profile.concerns, matter.note.concern, m_greeting->language());
    for (QWidget* form : std::initializer_list<QWidget*>{m_putThrough, m_message, m_email}) {
        form->hide();
        m_ui->formsLayout->addWidget(form);
    }
    connectForms();
    m_message->offerCopies(m_mail, m_sheet.profile.entry, m_begun);
    offerMail(matter.facts.chosenCaller);
}

void DeskView::offerMail(const domain::CallerId& id)
{
    const domain::Caller* caller = callerById(m_sheet.callers, id);
    if (m_mail.canSend)
        email().offerMail(m_sheet.profile.entry, caller ? caller->name : QString(), caller ? caller->email : QString(), m_begun);
}

void DeskView::paintEvent(QPaintEvent* event)
{
    QWidget::paintEvent(event);
    // Now that the desk is in sight, the key that opens a form should find it ready; but what else has come while the desk was
    // made is to be seen first.
    if (m_formMatter && !std::exchange(m_formsOrdered, true))
        QTimer::singleShot(formsAfter, this, &DeskView::needForms);
}

MessageForm& DeskView::message()
{
    needForms();
    return *m_message;
}

PutThroughForm& DeskView::putThrough()
{
    needForms();
    return *m_putThrough;
}

EmailForm& DeskView::email()
{
    needForms();
    return *m_email;
}

QString DeskView::languageFor(const domain::CallerId& id) const
{
    const domain::Caller* caller = callerById(m_sheet.callers, id);
    return caller && !caller->language.isEmpty() ? caller->language : m_sheet.profile.entry.language;
}

void DeskView::connectActions()
{
    connect(m_actions, &ActionBar::actionChosen, this, [this](domain::Action action) {
        open(action);
        Q_EMIT actionChosen(action);
    });
    connect(m_actions, &ActionBar::answerRequested, this, &DeskView::answerRequested);
    connect(m_actions, &ActionBar::holdToggled, this, &DeskView::holdToggled);
    connect(m_actions, &ActionBar::muteToggled, this, &DeskView::muteToggled);
    connect(m_actions, &ActionBar::hangUpRequested, this, &DeskView::hangUpRequested);
    connect(m_actions, &ActionBar::appointmentsRequested, this, &DeskView::appointmentsRequested);
    connect(m_actions, &ActionBar::topicsRequested, this, &DeskView::topicsRequested);
    connect(m_actions, &ActionBar::findRequested, this, &DeskView::findRequested);
    connect(m_actions, &ActionBar::putAwayRequested, this, &DeskView::putAwayRequested);
    connect(m_caller, &CallerPane::callerChosen, this, &DeskView::callerChosen);
    const auto bind = [this](const QKeySequence& key, auto signal) {
        auto* shortcut = new QShortcut(key, this);
        shortcut->setAutoRepeat(false);
        connect(shortcut, &QShortcut::activated, this, signal);
    };
    bind(Qt::Key_F10, &DeskView::callerMenuRequested);
    bind(Qt::Key_F11, &DeskView::presenceMenuRequested);
    if (m_news) {
        bind(Qt::CTRL | Qt::Key_L, &DeskView::newsReadRequested);
        connect(m_news, &NewsBanner::readRequested, this, &DeskView::newsReadRequested);
    }
    connect(m_people, &PeoplePane::stateRequested, this, &DeskView::presenceMenuRequested);
    connect(m_people, &PeoplePane::personChosen, this, [this](const domain::PersonId& person) {
        putThrough().setPreferred(person);
        open(domain::Action::PutThrough);
        Q_EMIT actionChosen(domain::Action::PutThrough);
    });
    connect(m_advice, &RecommendationBar::concernChosen, this, [this](const QString& concern) {
        message().setConcern(concern);
        email().setConcern(concern);
        Q_EMIT concernChosen(concern);
    });
}

void DeskView::connectForms()
{
    connect(m_message, &MessageForm::edited, this, [this](const domain::Note& note) {
        m_advice->setConcern(note.concern);
        Q_EMIT noteEdited(note);
    });
    connect(m_message, &MessageForm::finishRequested, this, &DeskView::noteFinishRequested);
    connect(m_putThrough, &PutThroughForm::putThroughRequested, this, &DeskView::putThroughRequested);
    connect(m_putThrough, &PutThroughForm::joinRequested, this, &DeskView::joinRequested);
    connect(m_putThrough, &PutThroughForm::nextNumberRequested, this, &DeskView::nextNumberRequested);
    connect(m_putThrough, &PutThroughForm::swapRequested, this, &DeskView::holdToggled);
    connect(m_putThrough, &PutThroughForm::giveUpRequested, this, &DeskView::hangUpRequested);
    connect(m_greeting, &GreetingPane::languageChanged, m_email, &EmailForm::setLanguage);
    connect(m_email, &EmailForm::redirectDone, this, &DeskView::redirectDone);
}

void DeskView::setRecommendation(const domain::Recommendation& advice)
{
    m_advice->setRecommendation(advice);
    m_actions->setRecommended(advice.action);
    message().setDemanded(advice.questions);
    if (openAction() != domain::Action::PutThrough)
        putThrough().setPreferred(advice.person);
}

void DeskView::setChosenCaller(const domain::CallerId& caller, const std::vector<ports::HistoryEntry>& history, const domain::Note& note)
{
    m_sheet.history = history;
    m_caller->setChosenCaller(caller);
    m_history->setHistory(history);
    m_greeting->setLanguage(languageFor(caller));
    message().prefill(note);
    offerMail(caller);
}

void DeskView::hideNews()
{
    if (!m_news)
        return;
    if (m_news->isAncestorOf(focusWidget()))
        m_advice->focusConcern();
    m_news->hide();
}

void DeskView::setPeople(const std::vector<domain::Person>& people)
{
    m_sheet.people = people;
    m_people->setPeople(people);
    putThrough().setPeople(people);
}

void DeskView::setCall(ports::CallState state, ports::Capabilities capabilities, bool muted)
{
    m_actions->setCall(state, capabilities, muted);
    if (!m_formMatter)
        putThrough().setCall(state, capabilities);
    else
        m_formMatter->facts.state = state;
}

void DeskView::setNow(const QDateTime& now)
{
    m_people->setNow(now);
    putThrough().setNow(now);
}

void DeskView::showSaved(const QDateTime& at)
{
    message().showSaved(at);
}

void DeskView::showSaveFailed(const domain::Error& error)
{
    message().showSaveFailed(error);
}

void DeskView::showNoteFinished()
{
    message().showFinished();
}

void DeskView::showFinishFailed(const domain::Error& error)
{
    message().showFinishFailed(error);
}

void DeskView::showTransfer(const domain::TransferStatus& status)
{
    putThrough().showTransfer(status);
    if (openAction() != domain::Action::PutThrough && domain::isUnderWay(status.stage))
        open(domain::Action::PutThrough);
}

void DeskView::showOutcome(domain::Disposition disposition, const QString& detail)
{
    m_advice->showOutcome(disposition, detail);
}

std::optional<domain::Action> DeskView::openAction() const
{
    return m_ui->formCard->isHidden() ? std::nullopt : std::optional(m_open);
}

void DeskView::open(domain::Action action)
{
    if (action == domain::Action::Decline || action == domain::Action::OfferAppointment)
        return;
    m_open = action;
    putThrough().setVisible(action == domain::Action::PutThrough);
    message().setVisible(action == domain::Action::TakeMessage);
    email().setVisible(action == domain::Action::RedirectToEmail);
    m_ui->formCard->show();
    m_actions->setOpen(action);
    shareOutRows();
    if (action == domain::Action::PutThrough)
        putThrough().focusTargets();
    else if (action == domain::Action::TakeMessage)
        message().focusFirst();
    else
        email().focusConcern();
}

void DeskView::closeForm()
{
    const bool hadFocus = m_ui->formCard->isAncestorOf(focusWidget());
    m_ui->formCard->hide();
    m_actions->setOpen({});
    shareOutRows();
    if (hadFocus)
        m_advice->focusConcern();
}

int DeskView::neededFormHeight() const
{
    const int width = m_ui->forms->width();
    const QLayout* forms = m_ui->formsLayout;
    if (!forms->hasHeightForWidth())
        return 2 + forms->totalMinimumSize().height();
    return 2 + qMax(forms->totalHeightForWidth(width), forms->totalMinimumHeightForWidth(width));
}

void DeskView::shareOutRows()
{
    const int between = m_ui->bottomLayout->spacing();
    const int bars = m_advice->sizeHint().height() + between + m_actions->sizeHint().height();
    if (!openAction()) {
        m_ui->rows->setPreferred(1, bars);
        return;
    }
    const int usual = qMax(em(this, usualFormHeight), height() / 6);
    const int needed = neededFormHeight();
    m_ui->rows->setPreferred(1, bars + between + qMax(needed, m_formHeight > 0 ? m_formHeight : usual));
}

void DeskView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    shareOutRows();
    if (!m_columnsDrawn) {
        const int side = qBound(em(this, 22), width() * 3 / 10, em(this, 34));
        m_ui->columns->setSizes({width() - side, side});
    }
}

bool DeskView::eventFilter(QObject* watched, QEvent* event)
{
    // The form in front needs another height: what it shows has changed.
    if (watched == m_ui->forms && event->type() == QEvent::LayoutRequest)
        shareOutRows();
    return QWidget::eventFilter(watched, event);
}

void DeskView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && openAction())
        closeForm();
    else
        QWidget::keyPressEvent(event);
}

QPoint DeskView::callerMenuPlace() const
{
    return m_caller->mapToGlobal(QPoint(em(this, 1), em(this, 3)));
}

domain::PersonId DeskView::chosenPerson() const
{
    return m_people->chosenPerson();
}

QPoint DeskView::presenceMenuPlace() const
{
    return m_people->menuPlace();
}

QByteArray DeskView::layoutState() const
{
    QByteArray state;
    QDataStream out(&state, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_4);
    out << layoutVersion << (m_columnsDrawn ? m_ui->columns->saveState() : QByteArray()) << m_ui->centre->drawnState()
        << m_ui->side->drawnState() << m_formHeight;
    return state;
}

bool DeskView::restoreLayout(const QByteArray& state)
{
    QDataStream in(state);
    in.setVersion(QDataStream::Qt_6_4);
    quint32 version = 0;
    QByteArray columns;
    QByteArray centre;
    QByteArray side;
    int formHeight = 0;
    in >> version >> columns >> centre >> side >> formHeight;
    if (in.status() != QDataStream::Ok || version != layoutVersion)
        return false;
    m_columnsDrawn = !columns.isEmpty() && m_ui->columns->restoreState(columns);
    const bool restored = m_ui->centre->restoreDrawnState(centre) && m_ui->side->restoreDrawnState(side);
    if (formHeight > 0 && formHeight < QWIDGETSIZE_MAX)
        m_formHeight = formHeight;
    shareOutRows();
    return restored;
}

} // namespace vorzimmer::widgets
