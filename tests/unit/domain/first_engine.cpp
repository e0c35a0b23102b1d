#include "first_engine.h"

#include <algorithm>

namespace first_engine {

using namespace vorzimmer::domain;

namespace {

bool isReachable(const Person& person, const QDateTime& now)
{
    return presenceAt(person.presence, now).state == PresenceState::Available && !person.numbers.empty();
}

const Person* findPerson(const std::vector<Person>& people, const PersonId& id)
{
    const auto found = std::find_if(people.begin(), people.end(), [&](const Person& person) { return person.id == id; });
    return id.isNull() || found == people.end() ? nullptr : &*found;
}

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

/// Builds one recommendation; each rule below reads as the sentence it stands for.
class Decision {
public:
    explicit Decision(const Input& input)
        : m_input(input), m_open(houseStatus(input.hours, input.zone, input.now).open)
    {
        m_result.reasons.push_back(input.sharedNumber ? Reason{ReasonKind::SeveralCallersShareNumber, {}} : reasonFor(input.relation));
    }

    [[nodiscard]] bool open() const { return m_open; }

    Recommendation decline(const char* rule) { return settle(rule, Action::Decline); }

    Recommendation byEmail(const char* rule)
    {
        m_result.email = m_input.concern.email;
        because(ReasonKind::ConcernGoesByEmail, m_input.concern.name);
        return settle(rule, Action::RedirectToEmail);
    }

    Recommendation message(const char* rule)
    {
        because(m_open ? ReasonKind::HouseOpen : ReasonKind::HouseClosed);
        return settle(rule, Action::TakeMessage);
    }

    /// To the first who can be reached, or to the deputy of the first who cannot; a message when nobody can.
    Recommendation putThrough(const char* rule)
    {
        because(m_open ? ReasonKind::HouseOpen : ReasonKind::HouseClosed);
        for (const Person& person : m_input.people) {
            if (isReachable(person, m_input.now)) {
                because(ReasonKind::PersonAvailable, person.name);
                return settleWith(rule, person);
            }
            if (const Person* deputy = findPerson(m_input.people, person.deputy); deputy && isReachable(*deputy, m_input.now)) {
                because(ReasonKind::DeputyAvailable, deputy->name);
                return settleWith(rule, *deputy);
            }
        }
        because(ReasonKind::NobodyAvailable);
        return settle(rule, Action::TakeMessage);
    }

    void because(ReasonKind kind, const QString& argument = {}) { m_result.reasons.push_back({kind, argument}); }

private:
    Recommendation settle(const char* rule, Action action)
    {
        m_result.rule = QString::fromLatin1(rule);
        m_result.action = action;
        return m_result;
    }

    Recommendation settleWith(const char* rule, const Person& person)
    {
        m_result.person = person.id;
        return settle(rule, Action::PutThrough);
    }

    const Input& m_input;
    bool m_open;
    Recommendation m_result;
};

} // namespace

Recommendation screen(const Input& input)
{
    Decision decision(input);
    // Several people share the number: who it is decides, so nothing about one of them may count yet.
    const Relation relation = input.sharedNumber ? Relation::Unknown : input.relation;

    if (relation == Relation::Blocked)
        return decision.decline("blocked");
    if (relation == Relation::Solicitor)
        return decision.decline("solicitor");
    if (!input.sharedNumber && !input.specialInstruction.isEmpty()) {
        decision.because(ReasonKind::SpecialInstruction);
        return decision.putThrough("special-instruction");
    }
    if (relation == Relation::Vip)
        return decision.putThrough("vip");
    if (relation == Relation::Family)
        return decision.putThrough("family");
    if (!input.concern.email.isEmpty())
        return decision.byEmail("concern-by-email");
    if (!decision.open())
        return decision.message("closed");
    if (relation == Relation::Anonymous)
        return decision.message("anonymous");
    if (relation == Relation::Unknown)
        return decision.message("unknown");
    return decision.putThrough("known-open");
}

} // namespace first_engine
