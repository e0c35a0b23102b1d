#include "vorzimmer/desk/house_plan.h"

#include "vorzimmer/ports/rule_book.h"

#include <algorithm>

namespace vorzimmer::desk {

using domain::Outcome;
using domain::Result;

namespace {

Result<PlanPapers> readPlan(ports::Cabinet& cabinet, const QDateTime& now)
{
    auto profile = cabinet.profile();
    auto people = cabinet.people();
    auto callers = cabinet.callers();
    auto rules = cabinet.ruleBook().rules();
    auto expected = cabinet.ruleBook().expected(now);
    for (const domain::Error* error : {profile ? nullptr : &profile.error(), people ? nullptr : &people.error(),
                                       callers ? nullptr : &callers.error(), rules ? nullptr : &rules.error(),
                                       expected ? nullptr : &expected.error()}) {
        if (error)
            return domain::failure(*error);
    }
    return PlanPapers{std::move(*profile), std::move(*people), std::move(*callers), std::move(*rules), std::move(*expected)};
}

} // namespace

HousePlan::HousePlan(Office& office, CabinetHandle cabinet, domain::User user, QObject* parent)
    : QObject(parent), m_office(office), m_cabinet(std::move(cabinet)), m_user(std::move(user))
{
}

QString HousePlan::display(const domain::PhoneNumber& number) const
{
    return m_office.numbers.display(number, m_papers->profile.entry.region);
}

std::optional<domain::PhoneNumber> HousePlan::readNumber(const QString& text) const
{
    return m_office.numbers.parse(text, m_papers->profile.entry.region);
}

void HousePlan::take(Result<PlanPapers> papers)
{
    if (!papers) {
        Q_EMIT failed(papers.error());
        return;
    }
    m_papers = std::move(*papers);
    Q_EMIT changed();
}

void HousePlan::reload()
{
    m_cabinet.read(this, [now = nowUtc()](ports::Cabinet& cabinet) { return readPlan(cabinet, now); },
                   [this](Result<PlanPapers> papers) { take(std::move(papers)); });
}

void HousePlan::change(Job job)
{
    m_cabinet.write(
        this,
        [job = std::move(job), now = nowUtc()](ports::Cabinet& cabinet) -> Result<PlanPapers> {
            const Outcome kept = cabinet.atomically([&] { return job(cabinet); });
            if (!kept)
                return domain::failure(kept.error());
            return readPlan(cabinet, now);
        },
        [this](Result<PlanPapers> papers) {
            if (papers)
                Q_EMIT planChanged();
            take(std::move(papers));
        });
}

void HousePlan::setPresence(const domain::PersonId& person, const domain::Presence& presence)
{
    change([person, presence](ports::Cabinet& cabinet) { return cabinet.setPresence(person, presence); });
}

void HousePlan::confirmAll()
{
    change([now = nowUtc()](ports::Cabinet& cabinet) -> Outcome {
        const auto people = cabinet.people();
        if (!people)
            return domain::failure(people.error());
        for (const domain::Person& person : *people) {
            domain::Presence presence = domain::presenceAt(person.presence, now);
            presence.confirmedAt = now;
            if (auto kept = cabinet.setPresence(person.id, presence); !kept)
                return kept;
        }
        return {};
    });
}

void HousePlan::changeRules(std::function<void(domain::RuleSet&)> edit, const QString& words)
{
    const QDate today = localNow().date();
    change([edit = std::move(edit), words, today, by = m_user.name](ports::Cabinet& cabinet) -> Outcome {
        auto rules = cabinet.ruleBook().rules();
        if (!rules)
            return domain::failure(rules.error());
        const auto isPast = [today](const auto& entry) { return entry.when.until.isValid() && entry.when.until < today; };
        std::erase_if(rules->absences, isPast);
        std::erase_if(rules->duties, isPast);
        edit(*rules);
        rules->savedBy = by;
        rules->change = words;
        const auto version = cabinet.ruleBook().save(*rules);
        return version ? Outcome() : domain::failure(version.error());
    });
}

void HousePlan::add(const std::vector<domain::Absence>& absences, const QString& words)
{
    changeRules([absences](domain::RuleSet& rules) { rules.absences.insert(rules.absences.end(), absences.begin(), absences.end()); },
                words);
}

void HousePlan::add(const std::vector<domain::Duty>& duties, const QString& words)
{
    changeRules([duties](domain::RuleSet& rules) { rules.duties.insert(rules.duties.end(), duties.begin(), duties.end()); }, words);
}

void HousePlan::remove(const domain::Absence& absence, const QString& words)
{
    changeRules([absence](domain::RuleSet& rules) { std::erase(rules.absences, absence); }, words);
}

void HousePlan::remove(const domain::Duty& duty, const QString& words)
{
    changeRules([duty](domain::RuleSet& rules) { std::erase(rules.duties, duty); }, words);
}

void HousePlan::expect(domain::ExpectedCall call)
{
    call.id = m_office.ids.fresh<domain::ExpectedCallId>();
    call.enteredBy = m_user.name;
    change([call](ports::Cabinet& cabinet) { return cabinet.ruleBook().expect(call); });
}

void HousePlan::withdraw(const domain::ExpectedCallId& id)
{
    change([id](ports::Cabinet& cabinet) { return cabinet.ruleBook().withdraw(id); });
}

} // namespace vorzimmer::desk
