#include "screening_page.h"

#include "announcement.h"
#include "due_field.h"
#include "key_button.h"
#include "pane_header.h"
#include "row_list.h"
#include "rule_dialog.h"
#include "theme.h"
#include "ui_screening_page.h"

#include "vorzimmer/models/rule_wording.h"
#include "vorzimmer/models/wording.h"

#include <QLocale>
#include <QShortcut>

#include <algorithm>

namespace vorzimmer::widgets {

using desk::ScreeningSetup;
using domain::Relation;
using models::RuleWording;
using models::Wording;

ScreeningPage::ScreeningPage(std::unique_ptr<ScreeningSetup> setup, QWidget* parent)
    : QWidget(parent), m_setup(std::move(setup)), m_ui(std::make_unique<Ui::ScreeningPage>())
{
    m_ui->setupUi(this);
    m_ui->splitter->setHandleWidth(em(this, 0.6));
    m_ui->splitter->setStretchFactor(0, 3);
    m_ui->splitter->setStretchFactor(1, 2);
    m_ui->save->setButtonLook(QStringLiteral("primary"));
    m_ui->findings->setMargin(em(this, 0.6));
    m_ui->rules->setRowModel(&m_rows);
    m_ui->rulesHeader->setTarget(m_ui->rules);
    m_ui->endLabel->setBuddy(m_ui->lastDay->field());
    m_ui->lastDay->field()->setAccessibleName(tr("Last day of the rule"));
    m_ui->change->setPlaceholderText(tr("for whoever reads it later"));
    for (const Relation relation : {Relation::Unknown, Relation::Anonymous, Relation::Customer, Relation::Prospect, Relation::Supplier, Relation::Vip,
                                    Relation::Family, Relation::Authority, Relation::Press, Relation::Solicitor, Relation::Blocked})
        m_ui->relation->addItem(Wording::relationText(relation), static_cast<int>(relation));
    setEnabled(false);
    setFocusProxy(m_ui->hours);
    connectForm();
    connectSetup();
    m_setup->load();
}

ScreeningPage::~ScreeningPage() = default;

void ScreeningPage::connectForm()
{
    connect(m_ui->back, &QPushButton::clicked, this, [this] {
        if (!stepBack())
            Q_EMIT leaveRequested();
    });
    connect(m_ui->hours, &QLineEdit::textEdited, this, &ScreeningPage::readHours);
    connect(m_ui->region, &QComboBox::activated, this,
            [this] { m_setup->setHolidayRegion(m_ui->region->currentData().toString()); });
    connect(m_ui->rules->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        const int rule = chosen();
        if (rule < 0)
            return;
        const domain::Rule& one = m_setup->rules().rules[static_cast<size_t>(rule)];
        m_ui->lastDay->setDue(m_setup->lastDay(one));
        m_ui->toggle->setText(one.enabled ? tr("Switch off") : tr("Switch on"));
    });
    connect(m_ui->lastDay, &DueField::finished, this, &ScreeningPage::setLastDay);
    connect(m_ui->relation, &QComboBox::currentIndexChanged, this, &ScreeningPage::tryOut);
    connect(m_ui->concern, &QComboBox::currentIndexChanged, this, &ScreeningPage::tryOut);
    connect(m_ui->when, &QDateTimeEdit::dateTimeChanged, this, &ScreeningPage::tryOut);
    const auto bind = [this](QPushButton* button, const QKeySequence& key, auto act) {
        connect(button, &QPushButton::clicked, this, act);
        auto* shortcut = new QShortcut(key, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    bind(m_ui->add, Qt::CTRL | Qt::Key_N, [this] { addRule(); });
    connect(m_ui->edit, &QPushButton::clicked, this, &ScreeningPage::changeRule);
    connect(m_ui->rules, &RowList::rowChosen, this, &ScreeningPage::changeRule);
    connect(m_ui->remove, &QPushButton::clicked, this, &ScreeningPage::removeRule);
    const auto* remove = new QShortcut(Qt::Key_Delete, m_ui->rules, nullptr, nullptr, Qt::WidgetShortcut);
    connect(remove, &QShortcut::activated, this, &ScreeningPage::removeRule);
    bind(m_ui->up, Qt::ALT | Qt::Key_Up, [this] { move(-1); });
    bind(m_ui->down, Qt::ALT | Qt::Key_Down, [this] { move(1); });
    bind(m_ui->toggle, Qt::CTRL | Qt::Key_E, [this] { toggle(); });
    bind(m_ui->replay, Qt::CTRL | Qt::Key_R, [this] { m_setup->replay(); });
    bind(m_ui->save, Qt::CTRL | Qt::Key_Return, [this] { save(); });
}

void ScreeningPage::connectSetup()
{
    connect(m_setup.get(), &ScreeningSetup::loaded, this, &ScreeningPage::showAll);
    connect(m_setup.get(), &ScreeningSetup::changed, this, [this] {
        m_warned = false;
        showRules();
        showHours();
        tryOut();
    });
    connect(m_setup.get(), &ScreeningSetup::replayed, this, &ScreeningPage::showReplay);
    connect(m_setup.get(), &ScreeningSetup::saved, this,
            [this](int version) { showResult(tr("Saved as version %1. It counts from the next call on.").arg(version)); });
    connect(m_setup.get(), &ScreeningSetup::failed, this, [this](const domain::Error& error) {
        if (error.fault == domain::Fault::Conflict)
            showResult(tr("Somebody else saved other rules meanwhile. Leave this page and open it again; your changes are still here to be read."));
        else if (error.fault == domain::Fault::Invalid)
            showResult(tr("Not saved: mend what stands below the rules first."));
        else
            showResult(Wording::faultSentence(error));
    });
}

void ScreeningPage::showAll()
{
    setEnabled(true);
    const domain::TenantProfile& profile = m_setup->profile();
    m_ui->hours->setText(domain::hoursText(m_setup->hours()));
    m_ui->region->addItem(tr("nobody"), QString());
    for (const domain::HolidayRegion& region : domain::holidayRegions(profile.entry.region))
        m_ui->region->addItem(region.name, region.code);
    const int known = m_ui->region->findData(m_setup->hours().holidayRegion);
    m_ui->region->setCurrentIndex(std::max(0, known));
    m_ui->concern->addItem(tr("not yet known"), QString());
    for (const domain::Concern& concern : profile.concerns)
        m_ui->concern->addItem(concern.name, concern.name);
    // The client's own clock, whatever the seat's says.
    m_ui->when->setTimeSpec(Qt::LocalTime);
    const QDateTime local = m_setup->localNow();
    m_ui->when->setDateTime(QDateTime(local.date(), QTime(local.time().hour(), 0)));
    showRules();
    showHours();
    tryOut();
    m_ui->rules->setCurrentIndex(m_rows.index(0, 0));
    setFocus();
}

void ScreeningPage::showHours()
{
    const domain::OpeningHours& hours = m_setup->hours();
    QString echo = RuleWording::hoursText(hours);
    if (!hours.holidays)
        echo += QStringLiteral(" – ") + tr("on public holidays as on any other day");
    m_ui->hoursEcho->setText(tr("Understood: %1").arg(echo));
    setLook(m_ui->hoursEcho, "tone", QStringLiteral("muted"));
    m_ui->region->setEnabled(hours.holidays.has_value());
    m_ui->region->setCurrentIndex(std::max(0, m_ui->region->findData(hours.holidayRegion)));
}

void ScreeningPage::readHours()
{
    const QString text = m_ui->hours->text();
    const auto mistake = m_setup->setHours(text);
    if (!mistake)
        return;
    m_ui->hoursEcho->setText(tr("Character %1: %2").arg(mistake->position + 1).arg(RuleWording::mistakeText(*mistake, text)));
    setLook(m_ui->hoursEcho, "tone", QStringLiteral("danger"));
}

void ScreeningPage::showRules()
{
    const int before = chosen();
    const RuleWording wording(m_setup->people(), m_setup->callers(), m_setup->profile().entry.zone);
    std::vector<models::Row> rows;
    int place = 0;
    for (const domain::Rule& rule : m_setup->rules().rules) {
        const QString sentence = wording.sentence(rule);
        const QString name = RuleWording::nameOf(rule.id, m_setup->rules());
        const QString standing = !rule.enabled ? tr("switched off") : rule.priority != 0 ? tr("priority %1").arg(rule.priority) : QString();
        const models::Tone tone = rule.enabled ? models::Tone::Plain : models::Tone::Muted;
        models::Row row;
        row.id = place++;
        row.lamp = rule.enabled ? models::Lamp::On : models::Lamp::Off;
        row.lampTone = rule.enabled ? models::Tone::Ok : models::Tone::Muted;
        const models::Line said{{models::Span{sentence, tone}}, 3, {}};
        const models::Line below{{models::Span{standing.isEmpty() ? name : name + QStringLiteral(" · ") + standing, models::Tone::Muted}}, 1, {}};
        row.cells = {models::Cell{{said, below}}};
        row.spoken = standing.isEmpty() ? sentence : sentence + QStringLiteral(", ") + standing;
        rows.push_back(std::move(row));
    }
    m_rows.setRows(std::move(rows));
    if (before >= 0)
        m_ui->rules->setCurrentIndex(m_rows.index(before, 0));
    QStringList findings;
    bool grave = false;
    for (const domain::RuleFinding& finding : m_setup->findings()) {
        findings << RuleWording::findingText(finding, m_setup->rules());
        grave = grave || domain::isGrave(finding.flaw);
    }
    m_ui->findings->setText(findings.join(u'\n'));
    m_ui->findings->setHidden(findings.isEmpty());
    setLook(m_ui->findings, "tone", grave ? QStringLiteral("danger") : QStringLiteral("muted"));
}

int ScreeningPage::chosen() const
{
    const QModelIndex current = m_ui->rules->currentIndex();
    return current.isValid() && current.row() < static_cast<int>(m_setup->rules().rules.size()) ? current.row() : -1;
}

void ScreeningPage::move(int by)
{
    const int rule = chosen();
    if (rule >= 0 && m_setup->move(static_cast<size_t>(rule), by))
        m_ui->rules->setCurrentIndex(m_rows.index(rule + by, 0));
}

void ScreeningPage::toggle()
{
    const int rule = chosen();
    if (rule < 0)
        return;
    const bool enable = !m_setup->rules().rules[static_cast<size_t>(rule)].enabled;
    m_setup->setEnabled(static_cast<size_t>(rule), enable);
    m_ui->toggle->setText(enable ? tr("Switch off") : tr("Switch on"));
}

RuleDialog* ScreeningPage::ruleDialog(const domain::Rule& rule)
{
    const domain::TenantProfile& profile = m_setup->profile();
    auto* dialog = new RuleDialog(rule, {m_setup->people(), m_setup->callers(), profile.concerns, profile.entry.zone}, this);
    dialog->open();
    return dialog;
}

void ScreeningPage::addRule()
{
    if (!m_setup->isLoaded())
        return;
    connect(ruleDialog(m_setup->freshRule()), &RuleDialog::ruleBuilt, this, [this](const domain::Rule& rule) {
        const auto place = static_cast<size_t>(std::max(0, chosen()));
        m_setup->add(rule, place);
        m_ui->rules->setCurrentIndex(m_rows.index(static_cast<int>(place), 0));
    });
}

void ScreeningPage::changeRule()
{
    const int rule = chosen();
    if (rule < 0)
        return;
    const auto place = static_cast<size_t>(rule);
    connect(ruleDialog(m_setup->rules().rules[place]), &RuleDialog::ruleBuilt, this,
            [this, place](const domain::Rule& said) { m_setup->change(place, said); });
}

void ScreeningPage::removeRule()
{
    const int rule = chosen();
    if (rule >= 0)
        m_setup->remove(static_cast<size_t>(rule));
}

void ScreeningPage::setLastDay()
{
    const int rule = chosen();
    const auto day = m_ui->lastDay->due();
    if (rule >= 0 && day && *day != m_setup->lastDay(m_setup->rules().rules[static_cast<size_t>(rule)]))
        m_setup->setLastDay(static_cast<size_t>(rule), *day);
}

void ScreeningPage::tryOut()
{
    if (!m_setup->isLoaded())
        return;
    const QDateTime local(m_ui->when->date(), m_ui->when->time(), m_setup->profile().entry.zone);
    const auto relation = static_cast<Relation>(m_ui->relation->currentData().toInt());
    const domain::Decision decision = m_setup->tryOut(relation, m_ui->concern->currentData().toString(), local);
    const domain::Recommendation& advice = decision.advice.front();
    QStringList lines{Wording::recommendationTitle(advice, m_setup->people()), Wording::reasonSentence(advice.reasons),
                      Wording::ruleText(RuleWording::nameOf(advice.rule, m_setup->rules()))};
    QStringList almost;
    for (const domain::NearMiss& miss : decision.almost)
        almost << tr("%1 (%2)", "a rule, what was missing").arg(RuleWording::nameOf(miss.rule, m_setup->rules()), RuleWording::partText(miss.failed));
    if (!almost.isEmpty())
        lines << tr("Nearly: %1").arg(almost.mid(0, 4).join(QStringLiteral(", ")));
    m_ui->trialResult->setText(lines.join(u'\n'));
}

void ScreeningPage::showReplay(const desk::Replay& replay)
{
    QStringList lines{tr("%n call(s) decided anew, ", nullptr, replay.calls)
                      + tr("%n of them otherwise:", nullptr, static_cast<int>(replay.differences.size()))};
    for (const desk::ReplayDifference& one : replay.differences) {
        const QString when = QLocale().toString(one.call.offeredAt.toTimeZone(m_setup->profile().entry.zone).toLocalTime(), QLocale::ShortFormat);
        const QString who = one.caller.isEmpty() ? tr("unknown caller") : one.caller;
        lines << tr("%1, %2: %3 – before: %4", "moment, caller, advice")
                     .arg(when, who, Wording::recommendationTitle(one.after, m_setup->people()), Wording::recommendationTitle(one.before, m_setup->people()));
    }
    m_ui->replayResult->setPlainText(lines.join(u'\n'));
}

void ScreeningPage::save()
{
    if (!m_setup->isChanged()) {
        showResult(tr("Nothing was changed."));
        return;
    }
    m_setup->save(m_ui->change->text());
}

void ScreeningPage::showResult(const QString& sentence)
{
    announce(m_ui->result, sentence);
}

bool ScreeningPage::stepBack()
{
    if (!m_setup->isLoaded() || !m_setup->isChanged() || m_warned)
        return false;
    m_warned = true;
    showResult(tr("Your changes are not saved. Esc once more leaves them; Ctrl+Enter saves them."));
    return true;
}

} // namespace vorzimmer::widgets
