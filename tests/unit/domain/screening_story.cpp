#include "screening_story.h"

#include "vorzimmer/domain/hours_text.h"

#include <QRegularExpression>

#include <algorithm>

namespace screening_story {

using namespace vorzimmer::domain;

namespace {

/// The week in which "Mon 10:00" lies.
const QDate aMonday(2026, 11, 30);

const std::map<QString, Relation> relations = {
    {QStringLiteral("unknown"), Relation::Unknown},     {QStringLiteral("anonymous"), Relation::Anonymous},
    {QStringLiteral("customer"), Relation::Customer},   {QStringLiteral("prospect"), Relation::Prospect},
    {QStringLiteral("supplier"), Relation::Supplier},   {QStringLiteral("vip"), Relation::Vip},
    {QStringLiteral("family"), Relation::Family},       {QStringLiteral("authority"), Relation::Authority},
    {QStringLiteral("press"), Relation::Press},         {QStringLiteral("solicitor"), Relation::Solicitor},
    {QStringLiteral("blocked"), Relation::Blocked},
};

const std::map<QString, Disposition> outcomes = {
    {QStringLiteral("message"), Disposition::MessageTaken},      {QStringLiteral("put-through"), Disposition::PutThrough},
    {QStringLiteral("mail"), Disposition::RedirectedToEmail},    {QStringLiteral("settled"), Disposition::Settled},
    {QStringLiteral("appointment"), Disposition::AppointmentMade}, {QStringLiteral("gave-up"), Disposition::Abandoned},
};

QStringList parts(const QString& text, QChar separator)
{
    QStringList list = text.split(separator);
    for (QString& part : list)
        part = part.trimmed();
    return list;
}

/// "Mo-Fr" or "Sa,Su", by way of the opening hours' own reader.
unsigned weekdays(const QString& text)
{
    const auto hours = readHours(text + QStringLiteral(" 0-24"));
    unsigned days = 0;
    for (size_t day = 0; hours && day < hours->week.size(); ++day)
        days |= hours->week[day].empty() ? 0U : 1U << day;
    return days;
}

QTime clock(const QString& text)
{
    return QTime::fromString(text, QStringLiteral("H:mm"));
}

class Reader {
public:
    Story read(const QString& text)
    {
        const QStringList lines = text.split(u'\n');
        for (const QString& line : lines) {
            ++m_line;
            const QString plain = line.section(u'#', 0, 0).trimmed();
            if (!plain.isEmpty() && !readLine(plain))
                m_story.mistakes << QStringLiteral("line %1: %2").arg(m_line).arg(line);
        }
        return std::move(m_story);
    }

private:
    House& house() { return m_story.houses.back(); }

    bool readLine(const QString& line)
    {
        if (line.startsWith(u"== ")) {
            m_story.houses.emplace_back();
            house().name = line.mid(3);
            return true;
        }
        if (m_story.houses.empty())
            return false;
        if (line.contains(u"=>"))
            return readCase(line);
        const QString word = line.section(u':', 0, 0).trimmed();
        const QString rest = line.section(u':', 1).trimmed();
        if (word == u"open")
            return readOpen(rest);
        if (word == u"zone") {
            house().zone = QTimeZone(rest.toLatin1());
            return house().zone.isValid();
        }
        if (word == u"holidays of") {
            house().hours.holidayRegion = rest;
            return isHolidayRegion(rest);
        }
        if (word == u"closed")
            return readClosed(rest);
        if (word == u"people")
            return readPeople(rest);
        if (word == u"concern")
            return readConcern(rest);
        if (word == u"only these rules") {
            house().rules.rules.clear();
            return true;
        }
        if (word == u"rule")
            return readRule(rest);
        if (word == u"absence" || word == u"duty")
            return readPlan(word == u"duty", rest);
        return false;
    }

    bool readOpen(const QString& text)
    {
        const auto hours = readHours(text);
        if (!hours)
            return false;
        house().hours.week = hours->week;
        house().hours.holidays = hours->holidays;
        return true;
    }

    bool readClosed(const QString& text)
    {
        const ClosedPeriod period{QDate::fromString(text.section(u' ', 0, 0), Qt::ISODate),
                                  QDate::fromString(text.section(u' ', 1, 1), Qt::ISODate), text.section(u' ', 2)};
        house().hours.closed.push_back(period);
        return period.from.isValid() && period.until.isValid();
    }

    /// "Feld (Brandt), Brandt": in brackets the deputy; "Kurz (-)" has no telephone.
    bool readPeople(const QString& text)
    {
        const QStringList names = parts(text, u',');
        for (const QString& entry : names) {
            Person person;
            person.name = entry.section(u' ', 0, 0);
            person.id = PersonId(QUuid::createUuidV5(QUuid(), person.name));
            if (!entry.contains(u"(-)"))
                person.numbers = {{QStringLiteral("desk"), PhoneNumber::fromE164(QStringLiteral("+493023125011"))}};
            house().people.push_back(person);
        }
        for (int i = 0; i < names.size(); ++i) {
            const QString deputy = names[i].section(u'(', 1).section(u')', 0, 0);
            if (deputy.isEmpty() || deputy == u"-")
                continue;
            const Person* known = person(deputy);
            if (!known)
                return false;
            house().people[static_cast<size_t>(i)].deputy = known->id;
        }
        return true;
    }

    bool readConcern(const QString& text)
    {
        Concern concern;
        for (const QString& part : parts(text, u',')) {
            if (part.startsWith(u"mail "))
                concern.email = part.mid(5);
            else if (part.startsWith(u"also "))
                for (const QString& synonym : part.mid(5).split(u' '))
                    concern.synonyms.push_back(synonym);
            else
                concern.name = part;
        }
        house().concerns.push_back(concern);
        return !concern.name.isEmpty();
    }

    const Person* person(const QString& name)
    {
        for (const Person& one : house().people) {
            if (one.name == name)
                return &one;
        }
        return nullptr;
    }

    bool readWhen(const QString& word, const QString& rest, Schedule& when)
    {
        if (word == u"on")
            return (when.weekdays = weekdays(rest)) != 0;
        if (word == u"from")
            return (when.from = QDate::fromString(rest, Qt::ISODate)).isValid();
        if (word == u"to")
            return (when.until = QDate::fromString(rest, Qt::ISODate)).isValid();
        when.begin = clock(rest.section(u'-', 0, 0));
        when.end = clock(rest.section(u'-', 1));
        return when.begin.isValid() && when.end.isValid();
    }

    bool readPlan(bool duty, const QString& text)
    {
        const Person* who = person(text.section(u' ', 0, 0));
        if (!who)
            return false;
        Schedule when;
        for (const QString& part : parts(text.section(u' ', 1), u';')) {
            if (!readWhen(part.section(u' ', 0, 0), part.section(u' ', 1), when))
                return false;
        }
        if (duty)
            house().rules.duties.push_back({who->id, when});
        else
            house().rules.absences.push_back({who->id, when, {}});
        return true;
    }

    /// "id | condition; condition | advice | options"
    bool readRule(const QString& text)
    {
        const QStringList columns = parts(text, u'|');
        if (columns.size() < 3)
            return false;
        Rule rule;
        rule.id = columns[0];
        for (const QString& part : parts(columns[1], u';')) {
            if (!readCondition(part, rule.when))
                return false;
        }
        if (!readAdvice(columns[2], rule.then))
            return false;
        for (const QString& option : columns.size() > 3 ? parts(columns[3], u',') : QStringList()) {
            if (option.startsWith(u"priority "))
                rule.priority = option.mid(9).toInt();
            else if (option == u"switched off")
                rule.enabled = false;
            else if (option.startsWith(u"ends "))
                rule.validUntil = moment(option.mid(5));
            else
                return false;
        }
        // The house's own rules stand before the built-in ones.
        house().rules.rules.insert(house().rules.rules.begin() + m_ownRules[m_story.houses.size()]++, rule);
        return true;
    }

    bool readCondition(const QString& text, RuleCondition& when)
    {
        const QString word = text.section(u' ', 0, 0);
        const QString rest = text.section(u' ', 1);
        if (text == u"always")
            return true;
        if (relations.count(word.section(u'/', 0, 0))) {
            for (const QString& relation : parts(text, u'/'))
                when.relations.push_back(relations.at(relation));
            return true;
        }
        if (word == u"about")
            return !(when.concerns = concernNames(rest)).empty();
        if (text == u"by mail" || text == u"not by mail")
            return (when.concernByEmail = text == u"by mail").has_value();
        if (text == u"expected" || text == u"not expected")
            return (when.expected = text == u"expected").has_value();
        if (text == u"instructed" || text == u"not instructed")
            return (when.instructed = text == u"instructed").has_value();
        if (text == u"shared")
            return (when.sharedNumber = true).has_value();
        if (word == u"speaks")
            return !(when.languages = {rest}).empty();
        if (word == u"call") // "call 3 in 7 days"
            return (when.calls = CallCount{rest.section(u' ', 0, 0).toInt(), rest.section(u' ', 2, 2).toInt()})->days > 0;
        if (word == u"last" && outcomes.count(rest))
            return !(when.lastDispositions = {outcomes.at(rest)}).empty();
        if (text == u"overdue")
            return (when.callBackOverdue = true).has_value();
        if (text == u"topic" || text == u"no topic")
            return (when.openTopic = text == u"topic").has_value();
        if (word == u"topic")
            return !(when.openTopicsAbout = concernNames(rest.mid(6))).empty();
        if (text == u"open" || text == u"closed" || text == u"holiday") {
            when.house = text == u"open" ? HouseIs::Open : text == u"closed" ? HouseIs::Closed : HouseIs::OnHoliday;
            return true;
        }
        if (word == u"on" || word == u"at" || word == u"from" || word == u"to")
            return readWhen(word, rest, when.when);
        const Person* who = person(word);
        if (who && rest == u"here")
            when.reachable.push_back(who->id);
        else if (who && rest == u"away")
            when.unreachable.push_back(who->id);
        else if (who && rest == u"engaged")
            when.engaged.push_back(who->id);
        else
            return false;
        return true;
    }

    static std::vector<QString> concernNames(const QString& text)
    {
        const QStringList names = parts(text, u'/');
        return {names.begin(), names.end()};
    }

    bool readAdvice(const QString& text, RuleAdvice& then)
    {
        const auto named = [&](const QString& names) {
            for (const QString& name : parts(names, u',')) {
                if (name == u"on call") {
                    then.onCallFirst = true;
                    continue;
                }
                const Person* who = person(name);
                if (!who)
                    return false;
                then.people.push_back(who->id);
            }
            return true;
        };
        if (text.startsWith(u"put through")) {
            then.action = Action::PutThrough;
            return text.size() == 11 || named(text.mid(12));
        }
        if (text.startsWith(u"message")) {
            then.action = Action::TakeMessage;
            return text.size() == 7 || named(text.mid(12));
        }
        if (text.startsWith(u"mail")) {
            then.action = Action::RedirectToEmail;
            then.email = text.mid(5);
            return true;
        }
        if (text.startsWith(u"appointment")) {
            then.action = Action::OfferAppointment;
            then.slotKind = text.mid(12);
            return true;
        }
        then.action = Action::Decline;
        return text == u"decline";
    }

    QDateTime moment(const QString& text)
    {
        static const QStringList names{QStringLiteral("Mon"), QStringLiteral("Tue"), QStringLiteral("Wed"), QStringLiteral("Thu"),
                                       QStringLiteral("Fri"), QStringLiteral("Sat"), QStringLiteral("Sun")};
        const QString day = text.section(u' ', 0, 0);
        const qsizetype weekday = names.indexOf(day);
        const QDate date = weekday >= 0 ? aMonday.addDays(weekday) : QDate::fromString(day, Qt::ISODate);
        const QTime time = clock(text.section(u' ', 1, 1));
        if (!date.isValid() || !time.isValid())
            return {};
        return QDateTime(date, time, house().zone).toUTC();
    }

    /// "Mon 10:00 | facts => advice (rule)"
    bool readCase(const QString& line)
    {
        static const QRegularExpression form(QStringLiteral("^(.*?)\\|(.*)=>(.*)\\((\\S+)\\)$"));
        const auto match = form.match(line);
        if (!match.hasMatch())
            return false;
        Case one;
        one.line = m_line;
        one.house = m_story.houses.size() - 1;
        one.facts.now = moment(match.captured(1).trimmed());
        one.facts.people = house().people;
        one.facts.caller = CallerId(QUuid::createUuidV5(QUuid(), QStringLiteral("caller")));
        one.advice = match.captured(3).trimmed();
        one.rule = match.captured(4);
        if (!one.facts.now.isValid())
            return false;
        for (const QString& fact : parts(match.captured(2), u',')) {
            if (!readFact(fact, one.facts))
                return false;
        }
        m_story.cases.push_back(one);
        return true;
    }

    bool readFact(const QString& text, ScreeningFacts& facts)
    {
        const QString word = text.section(u' ', 0, 0);
        const QString rest = text.section(u' ', 1);
        if (relations.count(text))
            facts.relation = relations.at(text);
        else if (word == u"about")
            facts.concern = rest;
        else if (text == u"instructed")
            facts.specialInstruction = QStringLiteral("always put through");
        else if (text == u"expected")
            facts.oneTimeMessage = QStringLiteral("the contract is ready");
        else if (text == u"shared")
            facts.sharedNumber = true;
        else if (word == u"speaks")
            facts.language = rest;
        else if (word == u"rang") // "rang 1 2 5 days ago"
            return readCalls(rest, facts);
        else if (word == u"last" && outcomes.count(rest))
            facts.history.lastDisposition = outcomes.at(rest);
        else if (word == u"promised") // "promised 30 hours ago"
            facts.history.callBackPromised = facts.now.addSecs(-3600 * rest.section(u' ', 0, 0).toLongLong());
        else if (word == u"topic")
            facts.history.openTopics.push_back(rest);
        else
            return readPresence(word, rest, facts);
        return true;
    }

    static bool readCalls(const QString& text, ScreeningFacts& facts)
    {
        for (const QString& days : text.split(u' ')) {
            if (days == u"days")
                return true;
            facts.history.calls.push_back(facts.now.addDays(-days.toInt()));
        }
        return false;
    }

    bool readPresence(const QString& name, const QString& state, ScreeningFacts& facts)
    {
        for (Person& person : facts.people) {
            if (person.name != name)
                continue;
            if (state == u"engaged") {
                facts.engaged.push_back(person.id);
                return true;
            }
            person.presence.state = state.startsWith(u"busy") ? PresenceState::Busy : PresenceState::Absent;
            if (state.contains(u" until "))
                person.presence.until = moment(state.section(QStringLiteral(" until "), 1));
            return state.startsWith(u"busy") || state.startsWith(u"absent");
        }
        return false;
    }

    Story m_story;
    int m_line = 0;
    std::map<size_t, int> m_ownRules;
};

} // namespace

Story read(const QString& text)
{
    return Reader().read(text);
}

QString said(const Recommendation& advice, const House& house)
{
    const auto name = [&](const PersonId& id) {
        for (const Person& person : house.people) {
            if (person.id == id)
                return person.name;
        }
        return QString();
    };
    switch (advice.action) {
    case Action::PutThrough: {
        QStringList names{name(advice.person)};
        for (const PersonId& id : advice.next)
            names << name(id);
        return QStringLiteral("put through ") + names.join(QStringLiteral(", "));
    }
    case Action::TakeMessage:
        return advice.person.isNull() ? QStringLiteral("message") : QStringLiteral("message for ") + name(advice.person);
    case Action::RedirectToEmail: return QStringLiteral("mail ") + advice.email;
    case Action::OfferAppointment: return QStringLiteral("appointment ") + advice.slotKind;
    case Action::Decline: return QStringLiteral("decline");
    }
    return {};
}

} // namespace screening_story
