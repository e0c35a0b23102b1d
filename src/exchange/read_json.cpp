#include "vorzimmer/exchange/json_files.h"

#include "json_guard.h"
#include "knowledge_json.h"
#include "object_reader.h"
#include "read_history.h"
#include "rule_json.h"

#include "vorzimmer/domain/hours_text.h"

namespace vorzimmer::exchange {

using nlohmann::json;
using Wanted = ObjectReader::Wanted;

namespace {

std::vector<NumberEntry> readNumbers(ObjectReader& reader, std::vector<Flaw>& flaws)
{
    std::vector<NumberEntry> numbers;
    reader.each("numbers", [&](const json& value, const QString& pointer) {
        ObjectReader entry(value, pointer, flaws);
        numbers.push_back({entry.text("label"), entry.text("number", Need::Required)});
        entry.finish();
    });
    return numbers;
}

void readWeek(ObjectReader& hours, TenantFile& file, std::vector<Flaw>& flaws)
{
    hours.object("weekly", [&](ObjectReader& weekly) {
        for (int day = 1; day <= 7; ++day) {
            auto& intervals = file.week[static_cast<size_t>(day - 1)];
            const std::string field = wordForWeekday(day).toStdString();
            weekly.each(field.c_str(), [&](const json& value, const QString& pointer) {
                const QString text = weekly.element(value, pointer);
                const domain::DayInterval interval{weekly.time(text.section(u'-', 0, 0), pointer),
                                                   weekly.time(text.section(u'-', 1), pointer)};
                const bool endsAtMidnight = interval.until == QTime(0, 0);
                if (interval.from.isValid() && interval.until.isValid() && !endsAtMidnight && interval.until <= interval.from)
                    flaws.push_back({0, pointer, QStringLiteral("ends before it begins")});
                // The week plan is kept sorted: what overlaps or goes back cannot be meant.
                if (!intervals.empty() && (intervals.back().until == QTime(0, 0) || interval.from < intervals.back().until))
                    flaws.push_back({0, pointer, QStringLiteral("begins before the interval in front of it has ended")});
                intervals.push_back(interval);
            });
        }
    });
}

QString hoursFlaw(domain::HoursFlaw flaw)
{
    using enum domain::HoursFlaw;
    switch (flaw) {
    case NothingWritten: return QStringLiteral("nothing is written");
    case UnknownWord: return QStringLiteral("unknown word");
    case AmbiguousWord: return QStringLiteral("write out the days, such as Mo-Fr or Mo-Sa");
    case NotSupported: return QStringLiteral("only days of the week, public holidays and times can be told");
    case DaysMissing: return QStringLiteral("on which days?");
    case TimesMissing: return QStringLiteral("at which times?");
    case NoSuchTime: return QStringLiteral("no such time");
    case EndMissing: return QStringLiteral("the end is missing");
    case EndBeforeBegin: return QStringLiteral("ends before it begins");
    case Overlap: return QStringLiteral("begins before the interval in front of it has ended");
    }
    return {};
}

/// The hours as people write them, instead of the lists of a week.
void readHoursText(ObjectReader& hours, TenantFile& file)
{
    const auto read = domain::readHours(hours.text("text"));
    if (!read) {
        hours.flaw("text", QStringLiteral("%1 (character %2)").arg(hoursFlaw(read.error().flaw)).arg(read.error().position + 1));
        return;
    }
    file.week = read->week;
    file.holidays = read->holidays;
}

void readHours(ObjectReader& reader, TenantFile& file, std::vector<Flaw>& flaws)
{
    reader.object("hours", [&](ObjectReader& hours) {
        if (hours.has("text"))
            readHoursText(hours, file);
        else
            readWeek(hours, file, flaws);
        file.holidayRegion = hours.text("holidayRegion");
        hours.each("closed", [&](const json& value, const QString& pointer) {
            ObjectReader entry(value, pointer, flaws);
            const auto from = entry.moment("from", Wanted::Day, Need::Required);
            const auto until = entry.moment("until", Wanted::Day, Need::Required);
            file.closed.push_back({from.value_or(Moment()), until.value_or(Moment()), entry.text("reason")});
            entry.finish();
        });
    });
}

std::vector<domain::Question> readQuestions(ObjectReader& reader)
{
    std::vector<domain::Question> questions;
    reader.eachObject("questions", [&](ObjectReader& entry) {
        domain::Question question;
        question.text = entry.text("text", Need::Required);
        question.kind = entry.word<domain::QuestionKind>("kind").value_or(domain::QuestionKind::Text);
        question.mandatory = entry.flag("mandatory").value_or(false);
        question.choices = entry.texts("choices");
        questions.push_back(std::move(question));
    });
    switch (domain::flawOf(questions)) {
    case domain::FormFlaw::None: break;
    case domain::FormFlaw::NoText: reader.flaw("questions", QStringLiteral("a question without a text")); break;
    case domain::FormFlaw::TextTwice: reader.flaw("questions", QStringLiteral("the same question twice")); break;
    case domain::FormFlaw::NoChoices: reader.flaw("questions", QStringLiteral("a choice needs at least two choices")); break;
    }
    return questions;
}

void readWords(ObjectReader& reader, TenantFile& file, std::vector<Flaw>& flaws)
{
    reader.each("greetings", [&](const json& value, const QString& pointer) {
        ObjectReader entry(value, pointer, flaws);
        file.greetings.push_back({entry.text("language", Need::Required), entry.text("text", Need::Required)});
        entry.finish();
    });
    file.instructions = reader.texts("instructions");
    reader.each("notices", [&](const json& value, const QString& pointer) {
        ObjectReader entry(value, pointer, flaws);
        const QString text = entry.text("text", Need::Required);
        const auto from = entry.moment("from", Wanted::Day);
        file.notices.push_back({text, from, entry.moment("until", Wanted::Day)});
        entry.finish();
    });
    reader.each("concerns", [&](const json& value, const QString& pointer) {
        ObjectReader entry(value, pointer, flaws);
        const QString name = entry.text("name", Need::Required);
        const QString email = entry.text("email");
        const QString wording = entry.text("wording");
        file.concerns.push_back({name, email, wording, entry.texts("synonyms"), readQuestions(entry)});
        entry.finish();
    });
}

/// A key, or the id in its place where a program wrote the file.
QString readKey(ObjectReader& reader)
{
    const bool hasId = reader.has("id");
    const QString key = reader.text("key", hasId ? Need::Optional : Need::Required);
    return key.isEmpty() && hasId ? reader.text("id") : key;
}

PersonEntry readPerson(const json& value, const QString& pointer, std::vector<Flaw>& flaws)
{
    ObjectReader reader(value, pointer, flaws);
    PersonEntry person;
    person.key = readKey(reader);
    person.id = reader.id<domain::PersonId>("id");
    person.name = reader.text("name", Need::Required);
    person.role = reader.text("role");
    person.responsibilities = reader.text("responsibilities");
    person.numbers = readNumbers(reader, flaws);
    person.email = reader.text("email");
    reader.object("presence", [&](ObjectReader& presence) {
        person.presence.state =
            presence.word<domain::PresenceState>("state", Need::Required).value_or(domain::PresenceState::Available);
        person.presence.until = presence.moment("until", Wanted::Instant);
        person.presence.note = presence.text("note");
        person.presence.confirmed = presence.moment("confirmed", Wanted::Instant);
    });
    person.deputy = reader.text("deputy");
    reader.finish();
    return person;
}

CallerEntry readCaller(const json& value, const QString& pointer, std::vector<Flaw>& flaws)
{
    ObjectReader reader(value, pointer, flaws);
    CallerEntry caller;
    caller.key = readKey(reader);
    caller.id = reader.id<domain::CallerId>("id");
    caller.name = reader.text("name");
    caller.company = reader.text("company");
    if (caller.name.trimmed().isEmpty() && caller.company.trimmed().isEmpty())
        reader.flaw("name", QStringLiteral("neither name nor company is given"));
    caller.numbers = readNumbers(reader, flaws);
    caller.email = reader.text("email");
    caller.relation = reader.word<domain::Relation>("relation").value_or(domain::Relation::Customer);
    caller.language = reader.text("language");
    caller.specialInstruction = reader.text("specialInstruction");
    caller.remark = reader.text("remark");
    reader.finish();
    return caller;
}

constexpr int minutesADay = 24 * 60;

SlotEntry readSlot(const json& value, const QString& pointer, std::vector<Flaw>& flaws)
{
    constexpr int longestSeries = 104;
    ObjectReader reader(value, pointer, flaws);
    SlotEntry slot;
    if (reader.has("at")) {
        slot.id = reader.id<domain::SlotId>("id");
        slot.at = reader.moment("at", Wanted::Instant, Need::Required);
    } else {
        const QString weekday = reader.text("weekday", Need::Required);
        slot.weekday = weekdayFromWord(weekday).value_or(0);
        if (!weekday.isEmpty() && slot.weekday == 0)
            reader.flaw("weekday", QStringLiteral("must be one of mon, tue, wed, thu, fri, sat, sun"));
        reader.each("times", [&](const json& time, const QString& place) {
            slot.times.push_back(reader.time(reader.element(time, place), place));
        });
        if (slot.times.empty())
            reader.flaw("times", QStringLiteral("a series needs at least one time; a single slot has \"at\""));
        slot.weeks = reader.number("weeks", 1, longestSeries, 1, Need::Required);
    }
    slot.minutes = reader.number("minutes", 1, minutesADay, 1, Need::Required);
    slot.kind = reader.text("kind");
    slot.person = reader.text("person");
    slot.releasedBy = reader.text("releasedBy");
    slot.onBehalfOf = reader.text("onBehalfOf");
    slot.concern = reader.text("concern");
    slot.preparation = reader.number("preparation", 0, minutesADay / 2, 0);
    slot.followUp = reader.number("followUp", 0, minutesADay / 2, 0);
    slot.expires = reader.moment("expires", Wanted::Instant);
    reader.finish();
    return slot;
}

ExpectedEntry readExpected(const json& value, const QString& pointer, std::vector<Flaw>& flaws)
{
    ObjectReader reader(value, pointer, flaws);
    ExpectedEntry expected;
    expected.id = reader.id<domain::ExpectedCallId>("id");
    expected.caller = reader.text("caller");
    expected.number = reader.text("number");
    if (expected.caller.isEmpty() && expected.number.isEmpty())
        reader.flaw("caller", QStringLiteral("neither caller nor number is given"));
    expected.message = reader.text("message", Need::Required);
    expected.validUntil = reader.moment("validUntil", Wanted::Instant, Need::Required).value_or(Moment());
    expected.enteredBy = reader.text("enteredBy");
    reader.finish();
    return expected;
}

KindEntry readKind(const json& value, const QString& pointer, std::vector<Flaw>& flaws)
{
    ObjectReader reader(value, pointer, flaws);
    KindEntry kind;
    kind.name = reader.text("name", Need::Required);
    kind.minutes = reader.number("minutes", 1, minutesADay, 1, Need::Required);
    kind.preparation = reader.number("preparation", 0, minutesADay / 2, 0);
    kind.followUp = reader.number("followUp", 0, minutesADay / 2, 0);
    kind.person = reader.text("person");
    kind.concern = reader.text("concern");
    reader.finish();
    return kind;
}

TenantFile readTenant(ObjectReader& reader, std::vector<Flaw>& flaws)
{
    TenantFile file;
    file.key = readKey(reader);
    file.id = reader.id<domain::TenantId>("id");
    file.name = reader.text("name", Need::Required);
    file.answerAs = reader.text("answerAs");
    file.trade = reader.text("trade");
    file.accent = reader.text("accent");
    file.language = reader.text("language", Need::Required);
    file.region = reader.text("region", Need::Required);
    file.timeZone = reader.text("timeZone", Need::Required);
    file.numbers = reader.texts("numbers");
    readHours(reader, file, flaws);
    readWords(reader, file, flaws);
    const auto list = [&](const char* field, auto& entries, auto read) {
        reader.each(field, [&](const json& value, const QString& pointer) { entries.push_back(read(value, pointer, flaws)); });
    };
    list("people", file.people, readPerson);
    list("callers", file.callers, readCaller);
    list("history", file.history, readHistoryItem);
    list("kinds", file.kinds, readKind);
    list("slots", file.slotEntries, readSlot);
    reader.object("screening", [&](ObjectReader& screening) { readScreening(screening, file); });
    list("expected", file.expected, readExpected);
    file.knowledge = readKnowledge(reader);
    return file;
}

BureauFile readBureau(ObjectReader& reader, std::vector<Flaw>& flaws)
{
    BureauFile file;
    reader.each("users", [&](const json& value, const QString& pointer) {
        ObjectReader entry(value, pointer, flaws);
        UserEntry user;
        user.login = entry.text("login", Need::Required);
        user.name = entry.text("name", Need::Required);
        user.role = entry.word<domain::Role>("role", Need::Required).value_or(domain::Role::Secretary);
        user.tenants = entry.texts("tenants");
        entry.finish();
        file.users.push_back(user);
    });
    reader.each("walls", [&](const json& value, const QString& pointer) {
        if (!value.is_array() || value.size() != 2) {
            flaws.push_back({0, pointer, QStringLiteral("a wall stands between two tenants: [\"one\", \"other\"]")});
            return;
        }
        file.walls.push_back({reader.element(value[0], pointer + QStringLiteral("/0")),
                              reader.element(value[1], pointer + QStringLiteral("/1"))});
    });
    return file;
}

} // namespace

Taken<JsonFile> readJson(const QString& text)
{
    const auto document = parseGuarded(text.toStdString());
    if (!document)
        return tl::unexpected(document.error());
    std::vector<Flaw> flaws;
    ObjectReader reader(*document, QString(), flaws);
    const QString format = reader.text("format", Need::Required);
    const int version = reader.number("version", 1, std::numeric_limits<int>::max(), 1, Need::Required);
    JsonFile file;
    if (version > 1)
        return refuse({Flaw{0, QStringLiteral("/version"), QStringLiteral("written by a newer Vorzimmer; this one reads version 1")}});
    if (format == u"vorzimmer/tenant") {
        file = readTenant(reader, flaws);
    } else if (format == u"vorzimmer/bureau") {
        file = readBureau(reader, flaws);
    } else {
        if (flaws.empty())
            reader.flaw("format", QStringLiteral("must be vorzimmer/tenant or vorzimmer/bureau"));
        return refuse(std::move(flaws));
    }
    reader.finish();
    if (!flaws.empty())
        return refuse(std::move(flaws));
    return file;
}

} // namespace vorzimmer::exchange
