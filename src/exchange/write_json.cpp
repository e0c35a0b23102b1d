#include "vorzimmer/exchange/json_files.h"

#include "knowledge_json.h"
#include "rule_json.h"
#include "vocabulary.h"
#include "write_history.h"

#include "vorzimmer/domain/hours_text.h"

#include <nlohmann/json.hpp>

namespace vorzimmer::exchange {

using Json = nlohmann::ordered_json;

namespace {

Json toJson(const std::vector<QString>& texts)
{
    Json list = Json::array();
    for (const QString& text : texts)
        list.push_back(text.toStdString());
    return list;
}

Json toJson(const std::vector<NumberEntry>& numbers)
{
    Json list = Json::array();
    for (const NumberEntry& entry : numbers)
        list.push_back({{"label", entry.label.toStdString()}, {"number", entry.number.toStdString()}});
    return list;
}

void put(Json& object, const char* field, const std::optional<Moment>& moment)
{
    if (moment)
        object[field] = moment->text().toStdString();
}

/// An object that begins with its key and, when it is known, its id.
template <class AnyId>
Json named(const QString& key, const AnyId& id)
{
    Json object = {{"key", key.toStdString()}};
    if (!id.isNull())
        object["id"] = id.text().toStdString();
    return object;
}

Json hoursOf(const TenantFile& file)
{
    Json closed = Json::array();
    for (const ClosedEntry& entry : file.closed) {
        closed.push_back({{"from", entry.from.text().toStdString()},
                          {"until", entry.until.text().toStdString()},
                          {"reason", entry.reason.toStdString()}});
    }
    domain::OpeningHours plan;
    plan.week = file.week;
    plan.holidays = file.holidays;
    Json hours = {{"text", domain::hoursText(plan).toStdString()}};
    if (!file.holidayRegion.isEmpty())
        hours["holidayRegion"] = file.holidayRegion.toStdString();
    hours["closed"] = std::move(closed);
    return hours;
}

void putWords(Json& tenant, const TenantFile& file)
{
    Json& greetings = tenant["greetings"] = Json::array();
    for (const domain::Greeting& greeting : file.greetings)
        greetings.push_back({{"language", greeting.language.toStdString()}, {"text", greeting.text.toStdString()}});
    tenant["hours"] = hoursOf(file);
    tenant["instructions"] = toJson(file.instructions);
    Json& notices = tenant["notices"] = Json::array();
    for (const NoticeEntry& entry : file.notices) {
        Json notice = {{"text", entry.text.toStdString()}};
        put(notice, "from", entry.from);
        put(notice, "until", entry.until);
        notices.push_back(std::move(notice));
    }
    Json& concerns = tenant["concerns"] = Json::array();
    for (const domain::Concern& concern : file.concerns) {
        Json entry = {{"name", concern.name.toStdString()},
                      {"email", concern.email.toStdString()},
                      {"wording", concern.wording.toStdString()}};
        if (!concern.synonyms.empty())
            entry["synonyms"] = toJson(concern.synonyms);
        for (const domain::Question& question : concern.questions) {
            Json asked = {{"text", question.text.toStdString()}, {"kind", toWord(question.kind).toStdString()}};
            if (question.mandatory)
                asked["mandatory"] = true;
            if (!question.choices.empty())
                asked["choices"] = toJson(question.choices);
            entry["questions"].push_back(std::move(asked));
        }
        concerns.push_back(std::move(entry));
    }
}

Json toJson(const PersonEntry& person)
{
    Json presence = {{"state", toWord(person.presence.state).toStdString()}};
    put(presence, "until", person.presence.until);
    presence["note"] = person.presence.note.toStdString();
    put(presence, "confirmed", person.presence.confirmed);
    Json object = named(person.key, person.id);
    object["name"] = person.name.toStdString();
    object["role"] = person.role.toStdString();
    object["responsibilities"] = person.responsibilities.toStdString();
    object["numbers"] = toJson(person.numbers);
    object["email"] = person.email.toStdString();
    object["presence"] = std::move(presence);
    object["deputy"] = person.deputy.toStdString();
    return object;
}

Json toJson(const CallerEntry& caller)
{
    Json object = named(caller.key, caller.id);
    object["name"] = caller.name.toStdString();
    object["company"] = caller.company.toStdString();
    object["numbers"] = toJson(caller.numbers);
    object["email"] = caller.email.toStdString();
    object["relation"] = toWord(caller.relation).toStdString();
    object["language"] = caller.language.toStdString();
    object["specialInstruction"] = caller.specialInstruction.toStdString();
    object["remark"] = caller.remark.toStdString();
    return object;
}

Json toJson(const ExpectedEntry& expected)
{
    Json object = Json::object();
    if (!expected.id.isNull())
        object["id"] = expected.id.text().toStdString();
    if (!expected.caller.isEmpty())
        object["caller"] = expected.caller.toStdString();
    if (!expected.number.isEmpty())
        object["number"] = expected.number.toStdString();
    object["message"] = expected.message.toStdString();
    put(object, "validUntil", expected.validUntil);
    object["enteredBy"] = expected.enteredBy.toStdString();
    return object;
}

Json toJson(const SlotEntry& slot)
{
    Json object = Json::object();
    if (slot.at) {
        if (!slot.id.isNull())
            object["id"] = slot.id.text().toStdString();
        put(object, "at", slot.at);
    } else {
        object["weekday"] = wordForWeekday(slot.weekday).toStdString();
        Json& times = object["times"] = Json::array();
        for (const QTime& time : slot.times)
            times.push_back(time.toString(QStringLiteral("HH:mm")).toStdString());
        object["weeks"] = slot.weeks;
    }
    object["minutes"] = slot.minutes;
    object["kind"] = slot.kind.toStdString();
    object["person"] = slot.person.toStdString();
    object["releasedBy"] = slot.releasedBy.toStdString();
    object["onBehalfOf"] = slot.onBehalfOf.toStdString();
    object["concern"] = slot.concern.toStdString();
    object["preparation"] = slot.preparation;
    object["followUp"] = slot.followUp;
    if (slot.expires)
        put(object, "expires", slot.expires);
    return object;
}

Json toJson(const KindEntry& kind)
{
    return {{"name", kind.name.toStdString()},    {"minutes", kind.minutes},
            {"preparation", kind.preparation},    {"followUp", kind.followUp},
            {"person", kind.person.toStdString()}, {"concern", kind.concern.toStdString()}};
}

template <class Entry, class Convert>
Json listOf(const std::vector<Entry>& entries, Convert convert)
{
    Json list = Json::array();
    for (const Entry& entry : entries)
        list.push_back(convert(entry));
    return list;
}

QByteArray bytesOf(const Json& document)
{
    return QByteArray::fromStdString(document.dump(2, ' ', false, Json::error_handler_t::replace)) + '\n';
}

} // namespace

QByteArray writeJson(const TenantFile& file)
{
    Json tenant = {{"format", "vorzimmer/tenant"}, {"version", 1}};
    tenant.update(named(file.key, file.id));
    tenant["name"] = file.name.toStdString();
    tenant["answerAs"] = file.answerAs.toStdString();
    tenant["trade"] = file.trade.toStdString();
    tenant["accent"] = file.accent.toStdString();
    tenant["language"] = file.language.toStdString();
    tenant["region"] = file.region.toStdString();
    tenant["timeZone"] = file.timeZone.toStdString();
    tenant["numbers"] = toJson(file.numbers);
    putWords(tenant, file);
    tenant["people"] = listOf(file.people, [](const PersonEntry& entry) { return toJson(entry); });
    tenant["callers"] = listOf(file.callers, [](const CallerEntry& entry) { return toJson(entry); });
    tenant["history"] = listOf(file.history, historyJson);
    tenant["kinds"] = listOf(file.kinds, [](const KindEntry& entry) { return toJson(entry); });
    if (file.rules)
        tenant["screening"] = screeningJson(file);
    if (!file.expected.empty())
        tenant["expected"] = listOf(file.expected, [](const ExpectedEntry& entry) { return toJson(entry); });
    if (file.knowledge)
        tenant["knowledge"] = knowledgeJson(*file.knowledge);
    tenant["slots"] = listOf(file.slotEntries, [](const SlotEntry& entry) { return toJson(entry); });
    return bytesOf(tenant);
}

QByteArray writeJson(const BureauFile& file)
{
    Json users = Json::array();
    for (const UserEntry& user : file.users) {
        users.push_back({{"login", user.login.toStdString()},
                         {"name", user.name.toStdString()},
                         {"role", toWord(user.role).toStdString()},
                         {"tenants", toJson(user.tenants)}});
    }
    Json walls = Json::array();
    for (const WallEntry& wall : file.walls)
        walls.push_back({wall.one.toStdString(), wall.other.toStdString()});
    const Json bureau = {{"format", "vorzimmer/bureau"}, {"version", 1}, {"users", std::move(users)}, {"walls", std::move(walls)}};
    return bytesOf(bureau);
}

} // namespace vorzimmer::exchange
