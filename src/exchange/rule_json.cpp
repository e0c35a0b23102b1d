#include "rule_json.h"

#include <limits>

namespace vorzimmer::exchange {

using domain::Rule;
using domain::RuleAdvice;
using domain::RuleCondition;
using domain::Schedule;
using nlohmann::json;
using Json = nlohmann::ordered_json;

namespace {

constexpr int most = std::numeric_limits<int>::max();
constexpr int daysAWeek = 7;

/// Beside those that a caller may have, what a rule may ask for.
std::optional<domain::Relation> relationFrom(const QString& word)
{
    if (word == u"unknown")
        return domain::Relation::Unknown;
    if (word == u"anonymous")
        return domain::Relation::Anonymous;
    return fromWord<domain::Relation>(word);
}

QString relationWord(domain::Relation relation)
{
    if (relation == domain::Relation::Unknown)
        return QStringLiteral("unknown");
    return relation == domain::Relation::Anonymous ? QStringLiteral("anonymous") : toWord(relation);
}

QDate dayOf(ObjectReader& reader, const char* field)
{
    const QString written = reader.text(field);
    const QDate day = QDate::fromString(written, Qt::ISODate);
    if (!written.isEmpty() && !day.isValid())
        reader.flaw(field, QStringLiteral("a day such as 2026-12-24 is expected here"));
    return day;
}

Schedule scheduleOf(ObjectReader& reader)
{
    Schedule when;
    when.from = dayOf(reader, "from");
    when.until = dayOf(reader, "until");
    for (const QString& word : reader.texts("weekdays")) {
        const auto day = weekdayFromWord(word);
        if (day)
            when.weekdays |= 1U << (*day - 1);
        else
            reader.flaw("weekdays", QStringLiteral("must be some of mon, tue, wed, thu, fri, sat, sun"));
    }
    const QString time = reader.text("time");
    if (!time.isEmpty()) {
        when.begin = reader.time(time.section(u'-', 0, 0), reader.pointerTo("time"));
        when.end = reader.time(time.section(u'-', 1), reader.pointerTo("time"));
    }
    return when;
}

template <class AnyId>
std::vector<AnyId> named(ObjectReader& reader, const char* field, TenantFile& file)
{
    std::vector<AnyId> ids;
    for (const QString& key : reader.texts(field)) {
        ids.push_back(AnyId(placeholder(key)));
        file.ruleNames.insert(placeholder(key), key);
    }
    return ids;
}

domain::PersonId one(ObjectReader& reader, const char* field, TenantFile& file)
{
    const QString key = reader.text(field, Need::Required);
    file.ruleNames.insert(placeholder(key), key);
    return domain::PersonId(placeholder(key));
}

RuleCondition conditionOf(ObjectReader& reader, TenantFile& file)
{
    RuleCondition when;
    for (const QString& word : reader.texts("relations")) {
        const auto relation = relationFrom(word);
        if (relation)
            when.relations.push_back(*relation);
        else
            reader.flaw("relations", QStringLiteral("must be some of unknown, anonymous, ") + allWords<domain::Relation>());
    }
    when.callers = named<domain::CallerId>(reader, "callers", file);
    when.languages = reader.texts("languages");
    when.expected = reader.flag("expected");
    when.instructed = reader.flag("instructed");
    when.sharedNumber = reader.flag("sharedNumber");
    when.concerns = reader.texts("concerns");
    when.concernByEmail = reader.flag("concernByEmail");
    reader.object("calls", [&](ObjectReader& calls) {
        const int atLeast = calls.number("atLeast", 1, most, 1, Need::Required);
        when.calls = domain::CallCount{atLeast, calls.number("days", 1, most, 1, Need::Required)};
    });
    for (const QString& word : reader.texts("lastDispositions")) {
        const auto disposition = fromWord<domain::Disposition>(word);
        if (disposition)
            when.lastDispositions.push_back(*disposition);
        else
            reader.flaw("lastDispositions", QStringLiteral("must be some of ") + allWords<domain::Disposition>());
    }
    when.callBackOverdue = reader.flag("callBackOverdue");
    when.openTopic = reader.flag("openTopic");
    when.openTopicsAbout = reader.texts("openTopicsAbout");
    when.house = reader.word<domain::HouseIs>("house");
    reader.object("schedule", [&](ObjectReader& schedule) { when.when = scheduleOf(schedule); });
    when.reachable = named<domain::PersonId>(reader, "reachable", file);
    when.unreachable = named<domain::PersonId>(reader, "unreachable", file);
    when.engaged = named<domain::PersonId>(reader, "engaged", file);
    return when;
}

RuleAdvice adviceOf(ObjectReader& reader, TenantFile& file)
{
    RuleAdvice then;
    then.action = reader.word<domain::Action>("action", Need::Required).value_or(domain::Action::TakeMessage);
    then.people = named<domain::PersonId>(reader, "people", file);
    then.onCallFirst = reader.flag("onCallFirst").value_or(false);
    then.manner = reader.word<domain::TransferManner>("manner");
    then.questions = reader.texts("questions");
    then.email = reader.text("email");
    then.wording = reader.text("wording");
    then.slotKind = reader.text("slotKind");
    then.remark = reader.text("remark");
    return then;
}

Rule ruleOf(ObjectReader& reader, TenantFile& file)
{
    Rule rule;
    rule.id = reader.text("id", Need::Required);
    rule.title = reader.text("title");
    rule.enabled = reader.flag("enabled").value_or(true);
    rule.priority = reader.number("priority", -1000, 1000, 0);
    const QString until = reader.text("validUntil");
    rule.validUntil = QDateTime::fromString(until, Qt::ISODateWithMs).toUTC();
    if (!until.isEmpty() && !rule.validUntil.isValid())
        reader.flaw("validUntil", QStringLiteral("a moment such as 2026-12-24T12:00:00Z is expected here"));
    reader.object("when", [&](ObjectReader& when) { rule.when = conditionOf(when, file); });
    if (!reader.has("then"))
        reader.flaw("then", QStringLiteral("is missing"));
    reader.object("then", [&](ObjectReader& then) { rule.then = adviceOf(then, file); });
    return rule;
}

// ------------------------------------------------------------------------------------------------------------- writing

Json texts(const std::vector<QString>& list)
{
    Json array = Json::array();
    for (const QString& text : list)
        array.push_back(text.toStdString());
    return array;
}

/// Writes fields that say something.
class Fields {
public:
    explicit Fields(const TenantFile& file) : m_file(file) {}

    Json object = Json::object();

    void put(const char* field, const QString& text)
    {
        if (!text.isEmpty())
            object[field] = text.toStdString();
    }
    void put(const char* field, std::optional<bool> flag)
    {
        if (flag)
            object[field] = *flag;
    }
    void put(const char* field, const std::vector<QString>& list)
    {
        if (!list.empty())
            object[field] = texts(list);
    }
    template <class Tag>
    void put(const char* field, const std::vector<domain::Id<Tag>>& ids)
    {
        std::vector<QString> keys;
        for (const auto& id : ids)
            keys.push_back(key(id));
        put(field, keys);
    }
    void put(const char* field, const Json& part)
    {
        if (!part.empty())
            object[field] = part;
    }
    template <class Tag>
    [[nodiscard]] QString key(const domain::Id<Tag>& id) const
    {
        return m_file.ruleNames.value(id.uuid(), id.text());
    }

private:
    const TenantFile& m_file;
};

Json scheduleJson(const Schedule& when, const TenantFile& file)
{
    Fields fields(file);
    fields.put("from", when.from.toString(Qt::ISODate));
    fields.put("until", when.until.toString(Qt::ISODate));
    std::vector<QString> weekdays;
    for (int day = 1; day <= daysAWeek; ++day) {
        if ((when.weekdays >> (day - 1) & 1U) != 0)
            weekdays.push_back(wordForWeekday(day));
    }
    fields.put("weekdays", weekdays);
    if (when.begin.isValid()) {
        const QString form = QStringLiteral("HH:mm");
        fields.put("time", when.begin.toString(form) + u'-' + when.end.toString(form));
    }
    return fields.object;
}

Json conditionJson(const RuleCondition& when, const TenantFile& file)
{
    Fields fields(file);
    std::vector<QString> relations;
    for (const domain::Relation relation : when.relations)
        relations.push_back(relationWord(relation));
    fields.put("relations", relations);
    fields.put("callers", when.callers);
    fields.put("languages", when.languages);
    fields.put("expected", when.expected);
    fields.put("instructed", when.instructed);
    fields.put("sharedNumber", when.sharedNumber);
    fields.put("concerns", when.concerns);
    fields.put("concernByEmail", when.concernByEmail);
    if (when.calls)
        fields.object["calls"] = {{"atLeast", when.calls->atLeast}, {"days", when.calls->days}};
    std::vector<QString> dispositions;
    for (const domain::Disposition disposition : when.lastDispositions)
        dispositions.push_back(toWord(disposition));
    fields.put("lastDispositions", dispositions);
    fields.put("callBackOverdue", when.callBackOverdue);
    fields.put("openTopic", when.openTopic);
    fields.put("openTopicsAbout", when.openTopicsAbout);
    if (when.house)
        fields.put("house", toWord(*when.house));
    fields.put("schedule", scheduleJson(when.when, file));
    fields.put("reachable", when.reachable);
    fields.put("unreachable", when.unreachable);
    fields.put("engaged", when.engaged);
    return fields.object;
}

Json adviceJson(const RuleAdvice& then, const TenantFile& file)
{
    Fields fields(file);
    fields.put("action", toWord(then.action));
    fields.put("people", then.people);
    if (then.onCallFirst)
        fields.object["onCallFirst"] = true;
    if (then.manner)
        fields.put("manner", toWord(*then.manner));
    fields.put("questions", then.questions);
    fields.put("email", then.email);
    fields.put("wording", then.wording);
    fields.put("slotKind", then.slotKind);
    fields.put("remark", then.remark);
    return fields.object;
}

Json ruleJson(const Rule& rule, const TenantFile& file)
{
    Fields fields(file);
    fields.put("id", rule.id);
    fields.put("title", rule.title);
    if (!rule.enabled)
        fields.object["enabled"] = false;
    if (rule.priority != 0)
        fields.object["priority"] = rule.priority;
    fields.put("validUntil", rule.validUntil.toString(Qt::ISODateWithMs));
    fields.put("when", conditionJson(rule.when, file));
    fields.object["then"] = adviceJson(rule.then, file);
    return fields.object;
}

} // namespace

QUuid placeholder(const QString& key)
{
    static const QUuid space(QStringLiteral("{3f0c8f44-5d57-4f6c-9a0e-5b1f2f8f7a10}"));
    return QUuid::createUuidV5(space, key);
}

void readScreening(ObjectReader& reader, TenantFile& file)
{
    const domain::RuleSet usual;
    domain::RuleSet rules;
    reader.eachObject("rules", [&](ObjectReader& entry) { rules.rules.push_back(ruleOf(entry, file)); });
    reader.eachObject("absences", [&](ObjectReader& entry) {
        domain::Absence absence;
        absence.person = one(entry, "person", file);
        entry.object("when", [&](ObjectReader& when) { absence.when = scheduleOf(when); });
        absence.note = entry.text("note");
        rules.absences.push_back(absence);
    });
    reader.eachObject("duties", [&](ObjectReader& entry) {
        domain::Duty duty;
        duty.person = one(entry, "person", file);
        entry.object("when", [&](ObjectReader& when) { duty.when = scheduleOf(when); });
        rules.duties.push_back(duty);
    });
    rules.callBackHours = reader.number("callBackHours", 1, 24 * 365, usual.callBackHours);
    rules.staleDays = reader.number("staleDays", 1, 365, usual.staleDays);
    rules.askWhy = reader.flag("askWhy").value_or(usual.askWhy);
    file.rules = std::move(rules);
}

Json screeningJson(const TenantFile& file)
{
    Json screening = Json::object();
    Json& rules = screening["rules"] = Json::array();
    for (const Rule& rule : file.rules->rules)
        rules.push_back(ruleJson(rule, file));
    Json& absences = screening["absences"] = Json::array();
    for (const domain::Absence& absence : file.rules->absences) {
        Fields fields(file);
        fields.put("person", fields.key(absence.person));
        fields.put("when", scheduleJson(absence.when, file));
        fields.put("note", absence.note);
        absences.push_back(fields.object);
    }
    Json& duties = screening["duties"] = Json::array();
    for (const domain::Duty& duty : file.rules->duties) {
        Fields fields(file);
        fields.put("person", fields.key(duty.person));
        fields.put("when", scheduleJson(duty.when, file));
        duties.push_back(fields.object);
    }
    screening["callBackHours"] = file.rules->callBackHours;
    screening["staleDays"] = file.rules->staleDays;
    screening["askWhy"] = file.rules->askWhy;
    return screening;
}

} // namespace vorzimmer::exchange
