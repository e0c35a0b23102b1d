#include "vorzimmer/domain/rule.h"

namespace vorzimmer::domain {

namespace {

constexpr int beforeAll = 100;

Rule rule(const char* id, RuleCondition when, Action action)
{
    Rule one;
    one.id = QString::fromLatin1(id);
    one.when = std::move(when);
    one.then.action = action;
    return one;
}

Rule forRelation(const char* id, Relation relation, Action action)
{
    RuleCondition when;
    when.relations = {relation};
    return rule(id, std::move(when), action);
}

Rule first(Rule rule)
{
    rule.priority = beforeAll;
    return rule;
}

} // namespace

RuleSet builtInRules()
{
    RuleCondition expected;
    expected.expected = true;
    RuleCondition instructed;
    instructed.instructed = true;
    RuleCondition byEmail;
    byEmail.concernByEmail = true;
    RuleCondition closed;
    closed.house = HouseIs::Closed;
    RuleCondition overdue;
    overdue.callBackOverdue = true;

    RuleSet set;
    set.rules = {
        // Whoever writes a rule for a certain hour does not mean these.
        first(forRelation("blocked", Relation::Blocked, Action::Decline)),
        first(forRelation("solicitor", Relation::Solicitor, Action::Decline)),
        rule("expected", std::move(expected), Action::PutThrough),
        rule("special-instruction", std::move(instructed), Action::PutThrough),
        forRelation("vip", Relation::Vip, Action::PutThrough),
        forRelation("family", Relation::Family, Action::PutThrough),
        rule("concern-by-email", std::move(byEmail), Action::RedirectToEmail),
        rule("closed", std::move(closed), Action::TakeMessage),
        rule("call-back-overdue", std::move(overdue), Action::PutThrough),
        forRelation("anonymous", Relation::Anonymous, Action::TakeMessage),
        forRelation("unknown", Relation::Unknown, Action::TakeMessage),
        rule("known-open", {}, Action::PutThrough),
    };
    return set;
}

} // namespace vorzimmer::domain
