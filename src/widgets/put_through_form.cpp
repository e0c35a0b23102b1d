#include "put_through_form.h"

#include "form_keys.h"
#include "row_list.h"
#include "theme.h"
#include "transfer_pane.h"
#include "ui_put_through_form.h"

#include "vorzimmer/models/desk_rows.h"
#include "vorzimmer/models/wording.h"


#include <algorithm>

namespace vorzimmer::widgets {

using domain::TransferManner;
using ports::Capability;

namespace {

/// How long a transfer that nothing is heard of keeps the form closed against a second press.
constexpr std::chrono::milliseconds patience{3000};

} // namespace

PutThroughForm::PutThroughForm(const std::vector<domain::Person>& people, const domain::PersonId& preferred, const QTimeZone& zone,
                               const CallFacts& facts, QWidget* parent)
    : QWidget(parent), m_people(people), m_zone(zone), m_facts(facts), m_transfer(new TransferPane(facts.display)),
      m_ui(std::make_unique<Ui::PutThroughForm>())
{
    m_ui->setupUi(this);
    m_ui->outer->addWidget(m_transfer);
    m_transfer->hide();
    m_transfer->setContentsMargins(12, 8, 12, 10);
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
    m_ui->announce->setAccessibleName(m_ui->announce->text());
    m_ui->otherFlaw->hide();
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] { setAsked(false); });
    refresh();
    setPreferred(preferred);

    setCall(facts.state, facts.capabilities);
    const auto atOnce = [this] { ask(TransferManner::Blind); };
    const auto announced = [this] { ask(TransferManner::Announced); };
    connect(m_ui->targets, &RowList::rowChosen, this, atOnce);
    connect(m_ui->targets->selectionModel(), &QItemSelectionModel::currentChanged, this, &PutThroughForm::sayTarget);
    connect(m_ui->other, &QLineEdit::textChanged, this, &PutThroughForm::checkTyped);
    connect(m_ui->other, &QLineEdit::returnPressed, this, atOnce);
    connect(m_ui->putThrough, &QPushButton::clicked, this, atOnce);
    connect(m_ui->announce, &QPushButton::clicked, this, announced);
    onFinishKey(m_ui->choice, announced);
    connect(m_transfer, &TransferPane::joinRequested, this, &PutThroughForm::joinRequested);
    connect(m_transfer, &TransferPane::swapRequested, this, &PutThroughForm::swapRequested);
    connect(m_transfer, &TransferPane::nextNumberRequested, this, &PutThroughForm::nextNumberRequested);
    connect(m_transfer, &TransferPane::giveUpRequested, this, &PutThroughForm::giveUpRequested);
    sayTarget();
}

PutThroughForm::~PutThroughForm() = default;

void PutThroughForm::setNow(const QDateTime& now)
{
    m_facts.now = now;
    refresh();
}

void PutThroughForm::setPeople(const std::vector<domain::Person>& people)
{
    m_people = people;
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
    const bool someone = !chosenSteps().empty();
    m_ui->putThrough->setEnabled(someone);
    m_ui->announce->setEnabled(someone);
}

bool PutThroughForm::leadsBack(const domain::PhoneNumber& number) const
{
    return std::find(m_facts.leadingBack.begin(), m_facts.leadingBack.end(), number) != m_facts.leadingBack.end();
}

void PutThroughForm::checkTyped()
{
    const QString typed = m_ui->other->text().trimmed();
    const auto number = m_facts.readNumber(typed);
    QString sentence;
    if (!typed.isEmpty() && !number)
        sentence = models::Wording::noteFlawText(domain::NoteFlaw::NumberUnreadable);
    else if (number && leadsBack(*number))
        sentence = tr("This number is forwarded to this desk: the caller would ring here again.");
    m_ui->otherFlaw->setText(sentence);
    m_ui->otherFlaw->setVisible(!sentence.isEmpty());
    m_ui->other->setAccessibleDescription(sentence);
    setLook(m_ui->other, "flawed", !sentence.isEmpty());
    sayTarget();
}

std::vector<domain::RingStep> PutThroughForm::chosenSteps() const
{
    const QString typed = m_ui->other->text().trimmed();
    if (!typed.isEmpty()) {
        const auto number = m_facts.readNumber(typed);
        if (!number || leadsBack(*number))
            return {};
        return {{{}, {}, {QString(), *number}}};
    }
    const int row = m_ui->targets->currentIndex().row();
    if (row < 0)
        return {};
    const Target& target = m_targets[static_cast<size_t>(row)];
    auto steps = domain::ringChain(m_people, target.person, target.number.number, m_facts.leadingBack);
    if (!m_ui->chain->isChecked() && steps.size() > 1)
        steps.resize(1);
    return steps;
}

void PutThroughForm::ask(TransferManner manner)
{
    const auto steps = chosenSteps();
    if (m_asked || steps.empty() || (manner == TransferManner::Announced && m_ui->announce->isHidden()))
        return;
    setAsked(true);
    m_patience.start(patience);
    Q_EMIT putThroughRequested(steps, manner);
}

void PutThroughForm::setAsked(bool asked)
{
    m_asked = asked;
    m_ui->putThrough->setEnabled(!asked);
    m_ui->announce->setEnabled(!asked);
    if (!asked)
        sayTarget();
}

void PutThroughForm::setCall(ports::CallState state, ports::Capabilities capabilities)
{
    const bool spoken = state != ports::CallState::Offered && state != ports::CallState::Ended;
    const bool able = capabilities.testFlags(Capability::Hold | Capability::Dial | Capability::AttendedTransfer);
    m_ui->announce->setVisible(spoken && able);
    m_ui->chain->setVisible(spoken && (able || capabilities.testFlag(Capability::BlindTransfer)));
}

void PutThroughForm::showTransfer(const domain::TransferStatus& status)
{
    m_patience.stop();
    const bool underWay = domain::isUnderWay(status.stage);
    const bool hadFocus = isAncestorOf(focusWidget());
    m_transfer->show(status);
    m_transfer->setVisible(underWay);
    m_ui->choice->setVisible(!underWay);
    if (underWay) {
        if (hadFocus)
            m_transfer->focusNext();
        return;
    }
    setAsked(status.stage != domain::TransferStage::CameBack);
    m_ui->progress->setText(models::Wording::transferText(status));
    setLook(m_ui->progress, "tone",
            status.stage == domain::TransferStage::Succeeded ? QStringLiteral("ok") : QStringLiteral("danger"));
    if (hadFocus)
        focusTargets();
}

} // namespace vorzimmer::widgets
