#include "vorzimmer/domain/screening.h"

#include "situation.h"

#include <algorithm>

namespace vorzimmer::domain {

namespace {

constexpr size_t mostAdvice = 4;

Reason reasonFor(Relation relation)
{
    switch (relation) {
    case Relation::Unknown: return {ReasonKind::CallerUnknown, {}};
    case Relation::Anonymous: return {ReasonKind::CallerAnonymous, {}};
    case Relation::Vip: return {ReasonKind::CallerIsVip, {}};
    case Relation::Family: return {ReasonKind::CallerIsFamily, {}};
    case Relation::Blocked: return {ReasonKind::CallerIsBlocked, {}};
    case Relation::Solicitor: return {ReasonKind::CallerIsSolicitor, {}};
    case Relation::Customer:
    case Relation::Prospect:
    case Relation::Supplier:
    case Relation::Authority:
    case Relation::Press: break;
    }
    return {ReasonKind::CallerKnown, {}};
}

/// Works one rule's advice out into a recommendation.
class Advising {
public:
    Advising(const Situation& situation, const Rule& rule) : m_situation(situation), m_rule(rule) {}

    Recommendation work()
    {
        m_result.rule = m_rule.id;
        m_result.remark = m_rule.then.remark;
        m_result.reasons.reserve(4);
        giveCondition();
        switch (m_rule.then.action) {
        case Action::PutThrough: putThrough(); break;
        case Action::RedirectToEmail: redirect(); break;
        case Action::TakeMessage: takeMessage(); break;
        case Action::OfferAppointment:
            giveHouse();
            m_result.action = Action::OfferAppointment;
            m_result.slotKind = m_rule.then.slotKind;
            m_result.person = firstNamed();
            break;
        case Action::Decline: m_result.action = Action::Decline; break;
        }
        return std::move(m_result);
    }

private:
    void because(ReasonKind kind, const QString& argument = {}, int number = 0, int days = 0)
    {
        m_result.reasons.push_back({kind, argument, number, days});
    }

    /// The caller, and what the rule asked for.
    void giveCondition()
    {
        const ScreeningFacts& facts = m_situation.facts();
        const RuleCondition& when = m_rule.when;
        m_result.reasons.push_back(facts.sharedNumber ? Reason{ReasonKind::SeveralCallersShareNumber, {}}
                                                      : reasonFor(m_situation.relation()));
        if (when.expected == true) {
            because(ReasonKind::CallerExpected);
            m_result.remark = facts.oneTimeMessage;
        }
        if (when.instructed == true)
            because(ReasonKind::SpecialInstruction);
        if (!when.languages.empty())
            because(ReasonKind::CallerSpeaks, facts.language);
        if (!when.concerns.empty())
            because(ReasonKind::ConcernIs, m_situation.concern()->name);
        if (when.calls)
            because(ReasonKind::CalledOften, {}, m_situation.callNumber(when.calls->days), when.calls->days);
        if (!when.lastDispositions.empty())
            because(ReasonKind::LastCallWas, {}, static_cast<int>(facts.history.lastDisposition));
        if (when.callBackOverdue == true)
            because(ReasonKind::CallBackOverdue);
        if (when.openTopic == true || !when.openTopicsAbout.empty())
            because(ReasonKind::OpenTopic, when.openTopicsAbout.empty() ? QString() : when.openTopicsAbout.front());
        if (!isAlways(when.when))
            because(ReasonKind::Hour);
        for (const PersonId& id : when.engaged) {
            if (const Person* person = m_situation.isEngaged(id) ? m_situation.person(id) : nullptr)
                because(ReasonKind::PersonEngaged, person->name);
        }
    }

    void giveHouse()
    {
        if (m_situation.has(RulePart::HouseOnHoliday))
            because(ReasonKind::HouseOnHoliday);
        because(m_situation.has(RulePart::HouseOpen) ? ReasonKind::HouseOpen : ReasonKind::HouseClosed);
    }

    [[nodiscard]] PersonId firstNamed() const
    {
        for (const PersonId& id : m_rule.then.people) {
            if (m_situation.person(id))
                return id;
        }
        return {};
    }

    void takeMessage()
    {
        giveHouse();
        settleForMessage();
    }

    void settleForMessage()
    {
        m_result.action = Action::TakeMessage;
        m_result.person = firstNamed();
        m_result.questions = m_rule.then.questions;
    }

    void redirect()
    {
        const Concern* concern = m_situation.concern();
        const RuleAdvice& then = m_rule.then;
        m_result.email = !then.email.isEmpty() || !concern ? then.email : concern->email;
        if (m_result.email.isEmpty()) {
            because(ReasonKind::NoAddress);
            settleForMessage();
            return;
        }
        m_result.action = Action::RedirectToEmail;
        m_result.wording = !then.wording.isEmpty() || !concern ? then.wording : concern->wording;
        if (concern)
            because(ReasonKind::ConcernGoesByEmail, concern->name);
    }

    /// To the first who can be reached, or down the deputies of the first who cannot; a message when nobody can.
    void putThrough()
    {
        giveHouse();
        if (m_rule.then.onCallFirst) {
            for (const Person* person : m_situation.onCall())
                consider(*person, ReasonKind::OnCall);
        }
        if (m_rule.then.people.empty()) {
            for (const Person& person : m_situation.facts().people)
                consider(person, ReasonKind::PersonAvailable);
        } else {
            for (const PersonId& id : m_rule.then.people) {
                if (const Person* person = m_situation.person(id))
                    consider(*person, ReasonKind::PersonAvailable);
            }
        }
        if (m_result.person.isNull()) {
            because(ReasonKind::NobodyAvailable);
            settleForMessage();
            return;
        }
        m_result.action = Action::PutThrough;
        m_result.manner = m_rule.then.manner;
    }

    void consider(const Person& person, ReasonKind reason)
    {
        if (m_situation.isReachable(person)) {
            choose(person, reason);
            return;
        }
        // As many steps as there are people: deputies may go round in a circle.
        const Person* one = &person;
        for (size_t left = m_situation.facts().people.size(); left > 0; --left) {
            one = m_situation.person(one->deputy);
            if (!one)
                return;
            if (m_situation.isReachable(*one)) {
                choose(*one, ReasonKind::DeputyAvailable);
                return;
            }
        }
    }

    void choose(const Person& person, ReasonKind reason)
    {
        if (m_result.person.isNull()) {
            m_result.person = person.id;
            because(reason, person.name);
        } else if (person.id != m_result.person
                   && std::find(m_result.next.begin(), m_result.next.end(), person.id) == m_result.next.end()) {
            m_result.next.push_back(person.id);
        }
    }

    const Situation& m_situation;
    const Rule& m_rule;
    Recommendation m_result;
};

bool saysTheSame(const Recommendation& a, const Recommendation& b)
{
    return a.action == b.action && a.person == b.person && a.email == b.email && a.slotKind == b.slotKind;
}

} // namespace

CompiledRules::CompiledRules(const RuleSet& rules, const OpeningHours& hours, const QTimeZone& zone, const std::vector<Concern>& concerns)
    : m_table(std::make_shared<const RuleTable>(rules, hours, zone, concerns))
{
}

Decision screen(const CompiledRules& rules, const ScreeningFacts& facts)
{
    const RuleTable& table = *rules.m_table;
    const Situation situation(table, facts);
    Decision decision;
    decision.version = table.version;
    for (const RuleRow& row : table.rows) {
        const PartSet failed = situation.failedParts(row);
        if ((failed & (failed - 1)) != 0 || situation.isOver(row.rule))
            continue;
        if (failed != 0) {
            decision.almost.push_back({row.rule.id, static_cast<RulePart>(qCountTrailingZeroBits(failed))});
            continue;
        }
        decision.fired.push_back(row.rule.id);
        if (decision.advice.size() == mostAdvice)
            continue;
        Recommendation advice = Advising(situation, row.rule).work();
        const bool isNew = std::none_of(decision.advice.begin(), decision.advice.end(),
                                        [&](const Recommendation& one) { return saysTheSame(one, advice); });
        if (isNew)
            decision.advice.push_back(std::move(advice));
    }
    if (decision.advice.empty()) {
        Rule otherwise;
        otherwise.id = QLatin1String(noRule);
        decision.advice.push_back(Advising(situation, otherwise).work());
    }
    return decision;
}

} // namespace vorzimmer::domain
