#include "cabinet/rule_text.h"

#include "sqlite/codes.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace vorzimmer::store {

using domain::RuleAdvice;
using domain::RuleCondition;
using domain::Schedule;

namespace {

// A field that says nothing is left away. Each kind of field is written and read in one place.

QJsonValue plain(const QString& text)
{
    return text;
}
void read(const QJsonValue& value, QString& text, bool&)
{
    text = value.toString();
}

template <class Tag>
QJsonValue plain(const domain::Id<Tag>& id)
{
    return id.text();
}
template <class Tag>
void read(const QJsonValue& value, domain::Id<Tag>& id, bool& sound)
{
    id = domain::Id<Tag>::parse(value.toString());
    sound = sound && !id.isNull();
}

template <Coded Enum>
QJsonValue plain(Enum value)
{
    return QString(wordOf(value));
}
template <Coded Enum>
void read(const QJsonValue& value, Enum& place, bool& sound)
{
    const QByteArray word = value.toString().toLatin1();
    const auto known = valueOf<Enum>(QLatin1String(word));
    sound = sound && known.has_value();
    place = known.value_or(place);
}

/// One object, written or read field by field by the same functions.
class Fields {
public:
    Fields() = default;
    Fields(const QJsonObject& object, bool& sound) : m_object(object), m_sound(&sound), m_reads(true) {}

    [[nodiscard]] const QJsonObject& object() const { return m_object; }

    template <class Value>
    void one(const char* name, Value& value)
    {
        const QLatin1String key(name);
        if (m_reads) {
            if (m_object.contains(key))
                read(m_object.value(key), value, *m_sound);
        } else {
            m_object.insert(key, plain(value));
        }
    }

    void text(const char* name, QString& value)
    {
        if (m_reads || !value.isEmpty())
            one(name, value);
    }

    void number(const char* name, int& value, int usual)
    {
        const QLatin1String key(name);
        if (m_reads)
            value = m_object.value(key).toInt(usual);
        else if (value != usual)
            m_object.insert(key, value);
    }

    void flag(const char* name, bool& value, bool usual)
    {
        const QLatin1String key(name);
        if (m_reads)
            value = m_object.value(key).toBool(usual);
        else if (value != usual)
            m_object.insert(key, value);
    }

    void maybe(const char* name, std::optional<bool>& value)
    {
        const QLatin1String key(name);
        if (m_reads)
            value = m_object.contains(key) ? std::optional(m_object.value(key).toBool()) : std::nullopt;
        else if (value)
            m_object.insert(key, *value);
    }

    template <class Value>
    void maybe(const char* name, std::optional<Value>& value)
    {
        if (m_reads ? m_object.contains(QLatin1String(name)) : value.has_value()) {
            if (!value)
                value.emplace();
            one(name, *value);
        }
    }

    template <class Value>
    void list(const char* name, std::vector<Value>& values)
    {
        const QLatin1String key(name);
        if (m_reads) {
            for (const QJsonValue& value : m_object.value(key).toArray())
                read(value, values.emplace_back(), *m_sound);
            return;
        }
        QJsonArray array;
        for (const Value& value : values)
            array.append(plain(value));
        if (!array.isEmpty())
            m_object.insert(key, array);
    }

    /// A date, time or moment, by its ISO form.
    template <class Time>
    void time(const char* name, Time& value)
    {
        // A date has no milliseconds, and is not read in a form that has.
        constexpr Qt::DateFormat form = std::is_same_v<Time, QDate> ? Qt::ISODate : Qt::ISODateWithMs;
        const QLatin1String key(name);
        if (!m_reads) {
            if (value.isValid())
                m_object.insert(key, value.toString(form));
        } else if (m_object.contains(key)) {
            value = Time::fromString(m_object.value(key).toString(), form);
            *m_sound = *m_sound && value.isValid();
        }
    }

    template <class Part>
    void part(const char* name, Part& value, const Part& usual)
    {
        const QLatin1String key(name);
        if (m_reads) {
            Fields inner(m_object.value(key).toObject(), *m_sound);
            fields(inner, value);
        } else if (value != usual) {
            Fields inner;
            fields(inner, value);
            m_object.insert(key, inner.object());
        }
    }

    template <class Part>
    void parts(const char* name, std::vector<Part>& values)
    {
        const QLatin1String key(name);
        if (m_reads) {
            for (const QJsonValue& value : m_object.value(key).toArray()) {
                Fields inner(value.toObject(), *m_sound);
                fields(inner, values.emplace_back());
            }
            return;
        }
        QJsonArray array;
        for (Part& value : values) {
            Fields inner;
            fields(inner, value);
            array.append(inner.object());
        }
        if (!array.isEmpty())
            m_object.insert(key, array);
    }

private:
    QJsonObject m_object;
    bool* m_sound = nullptr;
    bool m_reads = false;
};

void fields(Fields& f, Schedule& when)
{
    f.time("from", when.from);
    f.time("until", when.until);
    int weekdays = static_cast<int>(when.weekdays);
    f.number("weekdays", weekdays, 0);
    when.weekdays = static_cast<unsigned>(weekdays);
    f.time("begin", when.begin);
    f.time("end", when.end);
}

void fields(Fields& f, domain::CallCount& calls)
{
    f.number("atLeast", calls.atLeast, 0);
    f.number("days", calls.days, 0);
}

void fields(Fields& f, RuleCondition& when)
{
    f.list("relations", when.relations);
    f.list("callers", when.callers);
    f.list("languages", when.languages);
    f.maybe("expected", when.expected);
    f.maybe("instructed", when.instructed);
    f.maybe("sharedNumber", when.sharedNumber);
    f.list("concerns", when.concerns);
    f.maybe("concernByEmail", when.concernByEmail);
    domain::CallCount calls = when.calls.value_or(domain::CallCount{0, 0});
    f.part("calls", calls, domain::CallCount{0, 0});
    when.calls = calls == domain::CallCount{0, 0} ? std::nullopt : std::optional(calls);
    f.list("lastDispositions", when.lastDispositions);
    f.maybe("callBackOverdue", when.callBackOverdue);
    f.maybe("openTopic", when.openTopic);
    f.list("openTopicsAbout", when.openTopicsAbout);
    f.maybe("house", when.house);
    f.part("schedule", when.when, Schedule());
    f.list("reachable", when.reachable);
    f.list("unreachable", when.unreachable);
    f.list("engaged", when.engaged);
}

void fields(Fields& f, RuleAdvice& then)
{
    f.one("action", then.action);
    f.list("people", then.people);
    f.flag("onCallFirst", then.onCallFirst, false);
    f.maybe("manner", then.manner);
    f.list("questions", then.questions);
    f.text("email", then.email);
    f.text("wording", then.wording);
    f.text("slotKind", then.slotKind);
    f.text("remark", then.remark);
}

void fields(Fields& f, domain::Rule& rule)
{
    f.one("id", rule.id);
    f.text("title", rule.title);
    f.flag("enabled", rule.enabled, true);
    f.number("priority", rule.priority, 0);
    f.time("validUntil", rule.validUntil);
    f.part("when", rule.when, RuleCondition());
    f.part("then", rule.then, RuleAdvice{domain::Action::TakeMessage, {}, {}, {}, {}, {}, {}, {}, {}});
}

void fields(Fields& f, domain::Absence& absence)
{
    f.one("person", absence.person);
    f.part("when", absence.when, Schedule());
    f.text("note", absence.note);
}

void fields(Fields& f, domain::Duty& duty)
{
    f.one("person", duty.person);
    f.part("when", duty.when, Schedule());
}

void fields(Fields& f, domain::RuleSet& rules)
{
    const domain::RuleSet usual;
    f.parts("rules", rules.rules);
    f.parts("absences", rules.absences);
    f.parts("duties", rules.duties);
    f.number("callBackHours", rules.callBackHours, usual.callBackHours);
    f.number("staleDays", rules.staleDays, usual.staleDays);
    f.flag("askWhy", rules.askWhy, usual.askWhy);
}

} // namespace

QString ruleText(const domain::RuleSet& rules)
{
    domain::RuleSet written = rules;
    Fields all;
    fields(all, written);
    return QString::fromUtf8(QJsonDocument(all.object()).toJson(QJsonDocument::Compact));
}

std::optional<domain::RuleSet> rulesFrom(const QString& text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    if (!document.isObject())
        return std::nullopt;
    bool sound = true;
    domain::RuleSet rules;
    Fields all(document.object(), sound);
    fields(all, rules);
    return sound ? std::optional(std::move(rules)) : std::nullopt;
}

} // namespace vorzimmer::store
