#include "identity.h"
#include "rule_json.h"
#include "tenant_content.h"

#include "vorzimmer/domain/rule_check.h"

namespace vorzimmer::exchange {

namespace {

QString flawText(const domain::RuleFinding& finding)
{
    using enum domain::RuleFlaw;
    switch (finding.flaw) {
    case IdTwice: return QStringLiteral("the same id stands above");
    case PersonUnknown: return QStringLiteral("names a person who is not there");
    case ConcernUnknown: return QStringLiteral("no concern is called %1").arg(finding.other);
    case NoAddress: return QStringLiteral("there is no address to refer to");
    case NeverHolds: return QStringLiteral("nothing ever fits this condition");
    case Contradicts: return QStringLiteral("says something else than %1 under the same condition").arg(finding.other);
    case Unreachable:
    case DeputyLoop:
    case Expired: break;
    }
    return {};
}

const domain::Caller* callerNamed(const Workings& work, const QString& key)
{
    const auto found = work.callerByKey.constFind(key);
    return found == work.callerByKey.constEnd() ? nullptr : &work.content.callers[*found];
}

void workOutExpected(Workings& work)
{
    for (size_t i = 0; i < work.file.expected.size(); ++i) {
        const ExpectedEntry& entry = work.file.expected[i];
        const QString pointer = QStringLiteral("/expected/%1").arg(i);
        domain::ExpectedCall call;
        call.message = entry.message;
        call.validUntil = work.instant(entry.validUntil);
        call.enteredBy = entry.enteredBy;
        if (!entry.number.isEmpty())
            call.number = work.number(entry.number, pointer + QStringLiteral("/number"));
        if (const domain::Caller* caller = callerNamed(work, entry.caller))
            call.caller = caller->id;
        else if (!entry.caller.isEmpty())
            work.flaw(pointer + QStringLiteral("/caller"), QStringLiteral("no caller has this key"));
        const QString name = call.caller.text() + u'/' + call.number.e164() + u'/' + entry.message;
        call.id = entry.id.isNull() ? domain::ExpectedCallId(derivedId(work.tenant, QStringLiteral("expected"), name)) : entry.id;
        if (call.validUntil > work.now)
            work.content.expected.push_back(std::move(call));
    }
}

} // namespace

void workOutScreening(Workings& work)
{
    workOutExpected(work);
    if (!work.file.rules)
        return;
    domain::RuleSet rules = *work.file.rules;
    eachPerson(rules, [&](domain::PersonId& id, const QString& pointer) {
        if (const domain::Person* person = work.person(work.file.ruleNames.value(id.uuid()), pointer))
            id = person->id;
    });
    eachCaller(rules, [&](domain::CallerId& id, const QString& pointer) {
        if (const domain::Caller* caller = callerNamed(work, work.file.ruleNames.value(id.uuid())))
            id = caller->id;
        else
            work.flaw(pointer, QStringLiteral("no caller has this key"));
    });
    for (const domain::RuleFinding& finding : domain::checkRules(rules, work.content.people, work.content.profile.concerns, work.now)) {
        // A person who is not there has been told by the key.
        if (domain::isGrave(finding.flaw) && finding.flaw != domain::RuleFlaw::PersonUnknown)
            work.flaw(QStringLiteral("/screening/rules (%1)").arg(finding.rule), flawText(finding));
    }
    work.content.rules = std::move(rules);
}

} // namespace vorzimmer::exchange
