#include "vorzimmer/exchange/contact_filing.h"

#include "form_checks.h"
#include "identity.h"

#include <QHash>

#include <algorithm>

namespace vorzimmer::exchange {

using domain::LabelledNumber;
using domain::Outcome;

namespace {

/// A contact with its numbers read and its identity known.
struct Resolved {
    QUuid id;
    const Contact* contact = nullptr;
    std::vector<LabelledNumber> numbers;
};

QUuid identityOf(const Contact& contact, const std::vector<LabelledNumber>& numbers, const domain::TenantId& tenant, const QString& kind)
{
    if (!contact.key.isEmpty())
        return derivedId(tenant, kind, contact.key);
    if (!contact.uid.isEmpty())
        return derivedId(tenant, kind + QStringLiteral("-uid"), contact.uid);
    const QString number = numbers.empty() ? QString() : numbers.front().number.e164();
    const QString name = contact.name.normalized(QString::NormalizationForm_KC).simplified().toCaseFolded() + u'/' +
                         contact.company.normalized(QString::NormalizationForm_KC).simplified().toCaseFolded();
    return derivedId(tenant, kind + QStringLiteral("-card"), name + u'/' + number);
}

bool saysTheSame(const Contact& a, const Contact& b)
{
    Contact other = b;
    other.line = a.line;
    for (size_t i = 0; i < std::min(a.numbers.size(), other.numbers.size()); ++i)
        other.numbers[i].where = a.numbers[i].where;
    return a == other;
}

/// Reads every number and finds every identity, or says what is wrong.
Taken<std::vector<Resolved>> resolve(const Archive& archive, const domain::TenantEntry& tenant, const std::vector<Contact>& contacts,
                                     const QString& kind)
{
    std::vector<Flaw> flaws;
    std::vector<Resolved> resolved;
    QHash<QUuid, const Contact*> seen;
    for (const Contact& contact : contacts) {
        Resolved one;
        one.contact = &contact;
        for (const ContactNumber& number : contact.numbers) {
            const auto parsed = archive.numbers.parse(number.entry.number, tenant.region);
            if (parsed)
                one.numbers.push_back({number.entry.label, *parsed});
            else
                flaws.push_back({contact.line, number.where, QStringLiteral("not a telephone number")});
        }
        if (!contact.email.isEmpty() && !isEmail(contact.email))
            flaws.push_back({contact.line, QStringLiteral("e-mail"), QStringLiteral("not an e-mail address")});
        if (!contact.language.isEmpty() && !isLanguage(contact.language))
            flaws.push_back({contact.line, QStringLiteral("language"), QStringLiteral("not a language such as de, en or pt-BR")});
        one.id = identityOf(contact, one.numbers, tenant.id, kind);
        const Contact* before = seen.value(one.id);
        if (!before)
            resolved.push_back(one);
        else if (!saysTheSame(*before, contact))
            flaws.push_back({contact.line, QString(), QStringLiteral("the same card as in line %1, but it says something else").arg(before->line)});
        seen.insert(one.id, before ? before : &contact);
    }
    if (!flaws.empty())
        return refuse(std::move(flaws));
    return resolved;
}

/// What the file says replaces what is on file; silence changes nothing.
void take(QString& onFile, const QString& said)
{
    if (!said.isEmpty())
        onFile = said;
}

void addNumbers(std::vector<LabelledNumber>& onFile, const std::vector<LabelledNumber>& said)
{
    for (const LabelledNumber& number : said) {
        const bool there = std::any_of(onFile.begin(), onFile.end(), [&](const LabelledNumber& one) { return one.number == number.number; });
        if (!there)
            onFile.push_back(number);
    }
}

template <class Record, class AnyId>
Record recordOf(const std::vector<Record>& known, const AnyId& id)
{
    const auto found = std::find_if(known.begin(), known.end(), [&](const Record& one) { return one.id == id; });
    if (found != known.end())
        return *found;
    Record fresh;
    fresh.id = id;
    return fresh;
}

domain::Caller callerOf(const Resolved& resolved, const std::vector<domain::Caller>& known)
{
    const Contact& contact = *resolved.contact;
    domain::Caller caller = recordOf(known, domain::CallerId(resolved.id));
    take(caller.name, contact.name);
    take(caller.company, contact.company);
    addNumbers(caller.numbers, resolved.numbers);
    take(caller.email, contact.email);
    caller.relation = contact.relation.value_or(caller.relation);
    take(caller.language, contact.language);
    take(caller.specialInstruction, contact.specialInstruction);
    take(caller.remark, contact.remark);
    return caller;
}

domain::Person personOf(const Resolved& resolved, const std::vector<domain::Person>& known)
{
    const Contact& contact = *resolved.contact;
    domain::Person person = recordOf(known, domain::PersonId(resolved.id));
    take(person.name, contact.name.isEmpty() ? contact.company : contact.name);
    take(person.role, contact.role);
    take(person.responsibilities, contact.responsibilities);
    addNumbers(person.numbers, resolved.numbers);
    take(person.email, contact.email);
    return person;
}

/// The place of @p id among @p known, or the next free one.
int positionOf(const domain::PersonId& id, const std::vector<domain::Person>& known, int& next)
{
    const auto found = std::find_if(known.begin(), known.end(), [&](const domain::Person& one) { return one.id == id; });
    return found == known.end() ? next++ : static_cast<int>(found - known.begin());
}

} // namespace

Taken<int> fileContacts(const Archive& archive, const domain::TenantEntry& tenant, const std::vector<Contact>& contacts, ContactsAre kind)
{
    const QString kindName = kind == ContactsAre::People ? QStringLiteral("person") : QStringLiteral("caller");
    const auto resolved = resolve(archive, tenant, contacts, kindName);
    if (!resolved)
        return tl::unexpected(resolved.error());
    const auto opened = archive.room.open(tenant.id);
    if (!opened)
        return refuse(opened.error());
    ports::Cabinet& cabinet = **opened;
    const int total = static_cast<int>(resolved->size());

    const Outcome filed = cabinet.atomically([&]() -> Outcome {
        const auto callers = cabinet.callers();
        if (!callers)
            return domain::failure(callers.error());
        const auto people = cabinet.people();
        if (!people)
            return domain::failure(people.error());
        int nextPosition = static_cast<int>(people->size());
        int done = 0;
        for (const Resolved& one : *resolved) {
            const domain::PersonId personId(one.id);
            auto saved = kind == ContactsAre::People
                             ? cabinet.savePerson(personOf(one, *people), positionOf(personId, *people, nextPosition))
                             : cabinet.saveCaller(callerOf(one, *callers));
            if (!saved)
                return saved;
            if (archive.progress)
                archive.progress(++done, total);
        }
        return {};
    });
    if (!filed)
        return refuse(filed.error());
    return total;
}

} // namespace vorzimmer::exchange
