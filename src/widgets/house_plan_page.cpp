#include "house_plan_page.h"

#include "announcement.h"
#include "presence_menu.h"
#include "theme.h"
#include "ui_house_plan_page.h"

#include "vorzimmer/domain/schedule_text.h"
#include "vorzimmer/models/desk_rows.h"
#include "vorzimmer/models/due_reading.h"
#include "vorzimmer/models/end_reading.h"
#include "vorzimmer/models/plan_rows.h"
#include "vorzimmer/models/rule_wording.h"
#include "vorzimmer/models/wording.h"

#include <QShortcut>

#include <algorithm>
#include <utility>

namespace vorzimmer::widgets {

using desk::HousePlan;
using models::PlanRows;
using models::RuleWording;
using models::Wording;

namespace {

/// Which list a row of the plan comes from, and its place there.
QString rowId(const char* list, size_t place)
{
    return QLatin1String(list) + QLatin1Char(' ') + QString::number(place);
}

constexpr const char* absenceList = "absence";
constexpr const char* dutyList = "duty";
constexpr const char* expectedList = "expected";

} // namespace

HousePlanPage::HousePlanPage(std::unique_ptr<HousePlan> plan, Reader reader, QWidget* parent)
    : QWidget(parent), m_plan(std::move(plan)), m_ui(std::make_unique<Ui::HousePlanPage>())
{
    m_ui->setupUi(this);
    m_ui->splitter->setHandleWidth(em(this, 0.6));
    m_ui->side->setHandleWidth(em(this, 0.6));
    m_ui->splitter->setStretchFactor(0, 1);
    m_ui->splitter->setStretchFactor(1, 1);
    m_ui->splitter->setSizes({1000, 1000});
    m_ui->side->setStretchFactor(0, 1);
    m_ui->people->setColumns({{RowColumn::Kind::Share, 1}, {RowColumn::Kind::Share, 1}});
    m_ui->people->setRowModel(&m_peopleRows);
    m_ui->peopleHeader->setTarget(m_ui->people);
    m_ui->plan->setColumns({{RowColumn::Kind::Share, 2}, {RowColumn::Kind::Share, 3}});
    m_ui->plan->setRowModel(&m_planRows);
    m_ui->planHeader->setTarget(m_ui->plan);
    m_ui->kind->addItem(tr("Absence"), static_cast<int>(Kind::Absence));
    m_ui->kind->addItem(tr("On call"), static_cast<int>(Kind::Duty));
    m_ui->kind->addItem(tr("Expected caller"), static_cast<int>(Kind::Expected));
    m_ui->hours->setPlaceholderText(tr("Mo-Fr 12-13; empty: always"));
    m_ui->enter->setButtonLook(QStringLiteral("primary"));
    m_ui->result->hide();
    const bool bureau = reader == Reader::Bureau;
    m_ui->back->setVisible(bureau);
    m_ui->title->setVisible(bureau); // else its tab says it
    setEnabled(false);
    setFocusProxy(m_ui->people);
    connectPage();
    connectPlan();
    m_plan->reload();
}

HousePlanPage::~HousePlanPage() = default;

void HousePlanPage::connectPage()
{
    connect(m_ui->back, &QPushButton::clicked, this, &HousePlanPage::leaveRequested);
    connect(m_ui->confirm, &QPushButton::clicked, this, [this] {
        m_entered = tr("All states are confirmed.");
        m_plan->confirmAll();
    });
    connect(m_ui->kind, &QComboBox::currentIndexChanged, this, &HousePlanPage::showKind);
    connect(m_ui->people, &RowList::rowChosen, this, &HousePlanPage::openStates);
    const auto bind = [this](QPushButton* button, QWidget* where, std::initializer_list<QKeySequence> keys, auto act) {
        connect(button, &QPushButton::clicked, this, act);
        for (const QKeySequence& key : keys) {
            auto* shortcut = new QShortcut(key, where);
            shortcut->setContext(Qt::WidgetWithChildrenShortcut);
            shortcut->setAutoRepeat(false);
            connect(shortcut, &QShortcut::activated, this, act);
        }
    };
    bind(m_ui->status, this, {Qt::Key_F11}, [this] { openStates(); });
    bind(m_ui->remove, m_ui->planCard, {Qt::Key_Delete}, [this] { removeChosen(); });
    bind(m_ui->enter, this, {Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter}, [this] { enter(); });
}

void HousePlanPage::connectPlan()
{
    connect(m_plan.get(), &HousePlan::changed, this, [this] {
        const bool first = !isEnabled();
        setEnabled(true);
        showAll();
        if (first && isVisible())
            setFocus();
        if (!m_entered.isEmpty())
            tell(std::exchange(m_entered, {}), true);
        if (std::exchange(m_formIsKept, false)) {
            for (QLineEdit* line : {m_ui->from, m_ui->until, m_ui->hours, m_ui->words})
                line->clear();
        }
    });
    connect(m_plan.get(), &HousePlan::planChanged, this, &HousePlanPage::planChanged);
    connect(m_plan.get(), &HousePlan::failed, this, [this](const domain::Error& error) {
        m_entered.clear();
        m_formIsKept = false;
        tell(Wording::faultSentence(error), false);
    });
}

void HousePlanPage::showAll()
{
    const desk::PlanPapers& papers = m_plan->papers();
    const auto display = [this](const domain::PhoneNumber& number) { return m_plan->display(number); };
    const models::DeskRows rows(papers.profile.entry.zone, m_plan->nowUtc(), display);
    std::vector<models::Row> people = rows.people(papers.people);
    for (models::Row& row : people)
        row.cells.resize(2); // deputies and addresses are on the desk
    m_peopleRows.setRows(std::move(people));
    m_ui->peopleHeader->setInfo(rows.peopleAsOf(papers.people),
                                rows.isStale(papers.people, papers.rules.staleDays) ? models::Tone::Warn : models::Tone::Muted);
    showPlan();
    if (m_ui->who->count() == 0)
        fillWho();
    if (!m_ui->people->currentIndex().isValid())
        m_ui->people->setCurrentIndex(m_peopleRows.index(0, 0));
}

void HousePlanPage::showPlan()
{
    const desk::PlanPapers& papers = m_plan->papers();
    const PlanRows wording(papers.people, papers.callers, papers.profile.entry.zone, m_plan->nowUtc(),
                           [this](const domain::PhoneNumber& number) { return m_plan->display(number); });
    std::vector<models::Row> rows;
    const auto add = [&rows](const char* list, size_t place, models::Row row) {
        row.id = rowId(list, place);
        rows.push_back(std::move(row));
    };
    for (size_t i = 0; i < papers.expected.size(); ++i)
        add(expectedList, i, wording.expected(papers.expected[i]));
    for (size_t i = 0; i < papers.rules.absences.size(); ++i)
        add(absenceList, i, wording.absence(papers.rules.absences[i]));
    for (size_t i = 0; i < papers.rules.duties.size(); ++i)
        add(dutyList, i, wording.duty(papers.rules.duties[i]));
    m_ui->planHeader->setCount(static_cast<int>(rows.size()));
    m_ui->plan->setHidden(rows.empty());
    m_ui->nothingPlanned->setVisible(rows.empty());
    m_ui->remove->setEnabled(!rows.empty());
    m_planRows.setRows(std::move(rows));
}

HousePlanPage::Kind HousePlanPage::kind() const
{
    return static_cast<Kind>(m_ui->kind->currentData().toInt());
}

void HousePlanPage::fillWho()
{
    m_ui->who->clear();
    const bool callers = kind() == Kind::Expected;
    m_ui->who->setEditable(callers);
    if (!callers) {
        for (const domain::Person& person : m_plan->papers().people)
            m_ui->who->addItem(person.name, person.id.uuid());
        return;
    }
    for (const domain::Caller& caller : m_plan->papers().callers)
        m_ui->who->addItem(caller.name.isEmpty() ? caller.company : caller.name, caller.id.uuid());
    m_ui->who->setCurrentIndex(-1);
    m_ui->who->lineEdit()->setPlaceholderText(tr("name on file, or a number"));
    m_ui->who->lineEdit()->setAccessibleName(m_ui->who->accessibleName());
}

void HousePlanPage::showKind()
{
    const bool expected = kind() == Kind::Expected;
    for (QWidget* widget : std::initializer_list<QWidget*>{m_ui->from, m_ui->fromLabel, m_ui->hours, m_ui->hoursLabel})
        widget->setHidden(expected);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_ui->words, m_ui->wordsLabel})
        widget->setHidden(kind() == Kind::Duty);
    m_ui->wordsLabel->setText(expected ? tr("M&essage for the caller") : tr("&Note"));
    m_ui->words->setAccessibleName(expected ? tr("Message for the caller") : tr("Note"));
    fillWho();
}

void HousePlanPage::openStates()
{
    const domain::PersonId chosen(m_ui->people->currentId().toUuid());
    for (const domain::Person& person : m_plan->papers().people) {
        if (person.id != chosen)
            continue;
        const auto take = [plan = m_plan.get()](const domain::PersonId& id, const domain::Presence& presence) { plan->setPresence(id, presence); };
        auto* menu = new PresenceMenu(person, m_plan->nowUtc(), m_plan->papers().profile.entry.zone, m_plan.get(), take, this);
        const QRect row = m_ui->people->visualRect(m_ui->people->currentIndex());
        menu->popup(m_ui->people->viewport()->mapToGlobal(row.topLeft() + QPoint(em(this, 2), em(this, 1.5))));
        return;
    }
}

void HousePlanPage::enter()
{
    if (kind() == Kind::Expected)
        enterExpected();
    else
        enterSchedules(kind());
}

void HousePlanPage::enterSchedules(Kind kind)
{
    const QDate today = m_plan->localNow().date();
    const domain::PersonId person(m_ui->who->currentData().toUuid());
    if (person.isNull()) {
        tell(tr("Nobody is chosen."), false, m_ui->who);
        return;
    }
    const auto from = models::readDue(m_ui->from->text(), today);
    if (!from) {
        tell(tr("The first day is not understood."), false, m_ui->from);
        return;
    }
    const auto until = models::readDue(m_ui->until->text(), today);
    if (!until) {
        tell(tr("The last day is not understood. It belongs to the time; empty means for good."), false, m_ui->until);
        return;
    }
    const QDate first = from->isValid() ? *from : today;
    if (until->isValid() && *until < first) {
        tell(tr("The last day is before the first."), false, m_ui->until);
        return;
    }
    auto schedules = domain::readSchedules(m_ui->hours->text());
    if (!schedules) {
        tell(RuleWording::mistakeText(schedules.error(), m_ui->hours->text()), false, m_ui->hours);
        return;
    }
    std::vector<domain::Absence> absences;
    std::vector<domain::Duty> duties;
    for (domain::Schedule& when : *schedules) {
        when.from = first;
        when.until = *until;
        absences.push_back({person, when, m_ui->words->text().trimmed()});
        duties.push_back({person, when});
    }
    const QString who = m_ui->who->currentText();
    m_entered = tr("Entered.");
    m_formIsKept = true;
    if (kind == Kind::Absence)
        m_plan->add(absences, tr("Absence of %1 entered").arg(who));
    else
        m_plan->add(duties, tr("%1 is on call").arg(who));
}

void HousePlanPage::enterExpected()
{
    domain::ExpectedCall call;
    const QString who = m_ui->who->currentText().trimmed();
    const int chosen = m_ui->who->currentIndex(); // two may have one name
    const int known = m_ui->who->itemText(chosen) == who ? chosen : m_ui->who->findText(who, Qt::MatchFixedString);
    if (!who.isEmpty() && known >= 0)
        call.caller = domain::CallerId(m_ui->who->itemData(known).toUuid());
    else if (const auto number = m_plan->readNumber(who))
        call.number = *number;
    call.message = m_ui->words->text().trimmed();
    const auto until = models::readEnd(m_ui->until->text(), m_plan->localNow());
    if (call.caller.isNull() && call.number.isEmpty()) {
        tell(tr("Nobody of that name is on file, and it is no number."), false, m_ui->who);
        return;
    }
    if (!until || !until->isValid()) {
        tell(tr("Until when may they ring? Write 18:00, Monday, 24 Dec or 2 h."), false, m_ui->until);
        return;
    }
    if (call.message.isEmpty()) {
        tell(tr("What is the caller to be told?"), false, m_ui->words);
        return;
    }
    call.validUntil = *until;
    m_entered = tr("Entered. It is told once, when they ring.");
    m_formIsKept = true;
    m_plan->expect(std::move(call));
}

void HousePlanPage::removeChosen()
{
    const QStringList id = m_ui->plan->currentId().toString().split(QLatin1Char(' '));
    if (id.size() != 2)
        return;
    const desk::PlanPapers& papers = m_plan->papers();
    const size_t place = id[1].toULongLong();
    const PlanRows wording(papers.people, papers.callers, papers.profile.entry.zone, m_plan->nowUtc(), {});
    m_entered = tr("Taken away.");
    if (id[0] == QLatin1String(expectedList) && place < papers.expected.size()) {
        m_plan->withdraw(papers.expected[place].id);
    } else if (id[0] == QLatin1String(absenceList) && place < papers.rules.absences.size()) {
        const domain::Absence absence = papers.rules.absences[place];
        m_plan->remove(absence, tr("Absence of %1 taken away").arg(wording.personName(absence.person)));
    } else if (id[0] == QLatin1String(dutyList) && place < papers.rules.duties.size()) {
        const domain::Duty duty = papers.rules.duties[place];
        m_plan->remove(duty, tr("%1 is no longer on call").arg(wording.personName(duty.person)));
    }
}

void HousePlanPage::tell(const QString& sentence, bool isWell, QWidget* field)
{
    setLook(m_ui->result, "card", isWell ? QStringLiteral("well") : QStringLiteral("warn"));
    announce(m_ui->result, sentence);
    if (field)
        field->setFocus();
}

bool HousePlanPage::stepBack()
{
    if (!m_ui->formCard->isAncestorOf(focusWidget()))
        return false;
    m_ui->people->setFocus();
    return true;
}

} // namespace vorzimmer::widgets
