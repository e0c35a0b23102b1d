#include "tenant_content.h"

#include "form_checks.h"
#include "identity.h"

namespace vorzimmer::exchange {

domain::PhoneNumber Workings::number(const QString& text, const QString& pointer)
{
    const auto parsed = numbers.parse(text, file.region);
    if (!parsed)
        flaw(pointer, QStringLiteral("not a telephone number"));
    return parsed.value_or(domain::PhoneNumber());
}

const domain::Person* Workings::person(const QString& key, const QString& pointer)
{
    if (key.isEmpty())
        return nullptr;
    const auto found = personByKey.constFind(key);
    if (found != personByKey.constEnd())
        return &content.people[*found];
    flaw(pointer, QStringLiteral("no person has this key"));
    return nullptr;
}

namespace {

std::vector<domain::LabelledNumber> labelled(Workings& work, const std::vector<NumberEntry>& entries, const QString& pointer)
{
    std::vector<domain::LabelledNumber> numbers;
    for (size_t i = 0; i < entries.size(); ++i) {
        const QString place = pointer + QStringLiteral("/numbers/%1/number").arg(i);
        numbers.push_back({entries[i].label, work.number(entries[i].number, place)});
    }
    return numbers;
}

void checkEmail(Workings& work, const QString& email, const QString& pointer)
{
    if (!email.isEmpty() && !isEmail(email))
        work.flaw(pointer, QStringLiteral("not an e-mail address"));
}

void workOutEntry(Workings& work)
{
    constexpr auto plainAccent = "#475569";
    const TenantFile& file = work.file;
    domain::TenantEntry& entry = work.content.profile.entry;
    entry.id = work.tenant;
    entry.name = file.name;
    entry.answerAs = file.answerAs.isEmpty() ? file.name : file.answerAs;
    entry.accent = file.accent.isEmpty() ? QLatin1String(plainAccent) : file.accent;
    if (!isColour(entry.accent))
        work.flaw(QStringLiteral("/accent"), QStringLiteral("not a colour such as #0f766e"));
    entry.language = file.language;
    if (!isLanguage(file.language))
        work.flaw(QStringLiteral("/language"), QStringLiteral("not a language such as de, en or pt-BR"));
    entry.region = file.region;
    if (!isRegion(file.region))
        work.flaw(QStringLiteral("/region"), QStringLiteral("not a country's two letters such as DE or GB"));
    entry.zone = work.zone;
    for (size_t i = 0; i < file.numbers.size(); ++i) {
        const QString pointer = QStringLiteral("/numbers/%1").arg(i);
        const domain::PhoneNumber number = work.number(file.numbers[i], pointer);
        if (std::find(entry.numbers.begin(), entry.numbers.end(), number) != entry.numbers.end() && !number.isEmpty())
            work.flaw(pointer, QStringLiteral("the same number stands above"));
        entry.numbers.push_back(number);
    }
}

void workOutProfile(Workings& work)
{
    const TenantFile& file = work.file;
    domain::TenantProfile& profile = work.content.profile;
    profile.trade = file.trade;
    profile.greetings = file.greetings;
    profile.hours.week = file.week;
    profile.hours.holidays = file.holidays;
    profile.hours.holidayRegion = file.holidays && file.holidayRegion.isEmpty() ? file.region : file.holidayRegion;
    if (!file.holidayRegion.isEmpty() && !domain::isHolidayRegion(file.holidayRegion))
        work.flaw(QStringLiteral("/hours/holidayRegion"), QStringLiteral("no region whose holidays are known, such as DE or DE-BE"));
    for (size_t i = 0; i < file.closed.size(); ++i) {
        const ClosedEntry& entry = file.closed[i];
        profile.hours.closed.push_back({entry.from.day(work.today), entry.until.day(work.today), entry.reason});
        if (profile.hours.closed.back().until < profile.hours.closed.back().from)
            work.flaw(QStringLiteral("/hours/closed/%1").arg(i), QStringLiteral("ends before it begins"));
    }
    profile.instructions = file.instructions;
    for (size_t i = 0; i < file.notices.size(); ++i) {
        const NoticeEntry& entry = file.notices[i];
        const QDate from = entry.from ? entry.from->day(work.today) : QDate();
        const QDate until = entry.until ? entry.until->day(work.today) : QDate();
        if (from.isValid() && until.isValid() && until < from)
            work.flaw(QStringLiteral("/notices/%1").arg(i), QStringLiteral("ends before it begins"));
        profile.notices.push_back({entry.text, from, until});
    }
    profile.concerns = file.concerns;
    for (size_t i = 0; i < file.concerns.size(); ++i)
        checkEmail(work, file.concerns[i].email, QStringLiteral("/concerns/%1/email").arg(i));
    for (size_t i = 0; i < file.greetings.size(); ++i) {
        if (!isLanguage(file.greetings[i].language))
            work.flaw(QStringLiteral("/greetings/%1/language").arg(i), QStringLiteral("not a language such as de, en or pt-BR"));
    }
}

domain::Presence presenceOf(const Workings& work, const PresenceEntry& entry)
{
    domain::Presence presence;
    presence.state = entry.state;
    presence.note = entry.note;
    if (entry.until)
        presence.until = work.instant(*entry.until);
    if (entry.confirmed) {
        presence.confirmedAt = work.instant(*entry.confirmed);
        // "today 08:05" read at seven in the morning: nobody can have said so yet.
        if (presence.confirmedAt > work.now && entry.confirmed->isRelative())
            presence.confirmedAt = std::min(presence.confirmedAt.addDays(-1), work.now);
    }
    return presence;
}

/// Remembers the key; a flaw when it was there before.
void claimKey(Workings& work, QHash<QString, size_t>& keys, const QString& key, size_t index, const QString& pointer)
{
    if (keys.contains(key))
        work.flaw(pointer + QStringLiteral("/key"), QStringLiteral("the same key stands above"));
    keys.insert(key, index);
}

void workOutPeople(Workings& work)
{
    const auto pointerTo = [](size_t i) { return QStringLiteral("/people/%1").arg(i); };
    for (size_t i = 0; i < work.file.people.size(); ++i) {
        const PersonEntry& entry = work.file.people[i];
        domain::Person person;
        person.id = entry.id.isNull() ? domain::PersonId(derivedId(work.tenant, QStringLiteral("person"), entry.key)) : entry.id;
        person.name = entry.name;
        person.role = entry.role;
        person.responsibilities = entry.responsibilities;
        person.numbers = labelled(work, entry.numbers, pointerTo(i));
        person.email = entry.email;
        checkEmail(work, entry.email, pointerTo(i) + QStringLiteral("/email"));
        person.presence = presenceOf(work, entry.presence);
        claimKey(work, work.personByKey, entry.key, i, pointerTo(i));
        work.content.people.push_back(std::move(person));
    }
    for (size_t i = 0; i < work.file.people.size(); ++i) {
        const QString place = pointerTo(i) + QStringLiteral("/deputy");
        if (const domain::Person* deputy = work.person(work.file.people[i].deputy, place)) {
            work.content.people[i].deputy = deputy->id;
            if (deputy == &work.content.people[i])
                work.flaw(place, QStringLiteral("nobody is their own deputy"));
        }
    }
}

void workOutCallers(Workings& work)
{
    for (size_t i = 0; i < work.file.callers.size(); ++i) {
        const CallerEntry& entry = work.file.callers[i];
        const QString pointer = QStringLiteral("/callers/%1").arg(i);
        domain::Caller caller;
        caller.id = entry.id.isNull() ? domain::CallerId(derivedId(work.tenant, QStringLiteral("caller"), entry.key)) : entry.id;
        caller.name = entry.name;
        caller.company = entry.company;
        caller.numbers = labelled(work, entry.numbers, pointer);
        caller.email = entry.email;
        checkEmail(work, entry.email, pointer + QStringLiteral("/email"));
        caller.relation = entry.relation;
        caller.language = entry.language;
        if (!entry.language.isEmpty() && !isLanguage(entry.language))
            work.flaw(pointer + QStringLiteral("/language"), QStringLiteral("not a language such as de, en or pt-BR"));
        caller.specialInstruction = entry.specialInstruction;
        caller.remark = entry.remark;
        claimKey(work, work.callerByKey, entry.key, i, pointer);
        work.content.callers.push_back(std::move(caller));
    }
}

} // namespace

void workOutSlots(Workings& work)
{
    for (size_t i = 0; i < work.file.kinds.size(); ++i) {
        const KindEntry& entry = work.file.kinds[i];
        const domain::Person* person = work.person(entry.person, QStringLiteral("/kinds/%1/person").arg(i));
        work.content.kinds.push_back({entry.name, entry.minutes, entry.preparation, entry.followUp,
                                      person ? person->id : domain::PersonId(), entry.concern});
    }
    for (size_t i = 0; i < work.file.slotEntries.size(); ++i) {
        const SlotEntry& entry = work.file.slotEntries[i];
        const domain::Person* person = work.person(entry.person, QStringLiteral("/slots/%1/person").arg(i));
        const domain::PersonId personId = person ? person->id : domain::PersonId();
        const QDateTime expires = entry.expires ? work.instant(*entry.expires) : QDateTime();
        std::vector<QDateTime> starts;
        if (entry.at)
            starts.push_back(work.instant(*entry.at));
        const QDate monday = work.today.addDays(1 - work.today.dayOfWeek());
        for (int week = 0; week < entry.weeks; ++week) {
            for (const QTime& time : entry.times)
                starts.push_back(localInstant(monday.addDays(7 * week + entry.weekday - 1), time, work.zone));
        }
        for (const QDateTime& start : starts) {
            if (start < work.now)
                continue;
            const QString name = start.toString(Qt::ISODate) + u'/' + personId.text() + u'/' + entry.kind;
            const domain::SlotId id = entry.id.isNull() ? domain::SlotId(derivedId(work.tenant, QStringLiteral("slot"), name)) : entry.id;
            domain::Slot slot{id, start, entry.minutes, entry.kind, personId, entry.releasedBy};
            slot.terms = {entry.concern, entry.preparation, entry.followUp, expires, entry.onBehalfOf, false};
            work.content.openTimes.push_back(std::move(slot));
        }
    }
}

Taken<TenantContent> workOut(const TenantFile& file, const domain::TenantId& tenant, const ports::NumberPlan& numbers,
                             const QDateTime& now, const std::vector<domain::User>& users)
{
    Workings work{file, tenant, numbers, now, users, {}, QTimeZone(file.timeZone.toUtf8()), {}, {}, {}, {}};
    if (!work.zone.isValid())
        return refuse({Flaw{0, QStringLiteral("/timeZone"), QStringLiteral("not a time zone such as Europe/Berlin")}});
    work.today = now.toTimeZone(work.zone).date();
    workOutEntry(work);
    workOutProfile(work);
    workOutPeople(work);
    workOutCallers(work);
    workOutHistory(work);
    workOutSlots(work);
    workOutScreening(work);
    work.content.knowledge = file.knowledge;
    if (!work.flaws.empty())
        return refuse(std::move(work.flaws));
    return std::move(work.content);
}

} // namespace vorzimmer::exchange
