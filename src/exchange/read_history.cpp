#include "read_history.h"

#include "object_reader.h"

namespace vorzimmer::exchange {

using nlohmann::json;
using Wanted = ObjectReader::Wanted;

namespace {

NoteEntry readNote(ObjectReader& reader)
{
    NoteEntry note;
    note.id = reader.id<domain::NoteId>("id");
    note.caller = reader.textIfAny("caller");
    note.company = reader.textIfAny("company");
    note.callback = reader.textIfAny("callback");
    note.concern = reader.textIfAny("concern");
    note.author = reader.textIfAny("author");
    note.authorName = reader.textIfAny("authorName");
    note.created = reader.moment("created", Wanted::Instant);
    note.changed = reader.moment("changed", Wanted::Instant);
    note.finished = reader.moment("finished", Wanted::Instant);
    return note;
}

void readCourse(ObjectReader& reader, HistoryItem& item)
{
    constexpr int longestCall = 24 * 60 * 60;
    item.at = reader.moment("at", Wanted::Instant, Need::Required).value_or(Moment());
    item.answered = reader.moment("answered", Wanted::Instant);
    item.ended = reader.moment("ended", Wanted::Instant);
    item.seconds = reader.number("seconds", 0, longestCall, 0);
    item.end = reader.word<domain::EndReason>("end");
    item.caller = reader.text("caller");
    item.number = reader.text("number");
    item.presented = reader.textIfAny("presented");
    item.anonymous = reader.flag("anonymous");
    item.dialled = reader.textIfAny("dialled");
}

void readOutcome(ObjectReader& reader, HistoryItem& item, std::vector<Flaw>& flaws)
{
    item.detail = reader.text("detail");
    item.concern = reader.text("concern");
    item.forPerson = reader.text("for");
    item.forName = reader.text("forName");
    item.text = reader.text("text", Need::Optional, domain::maxNoteText);
    reader.eachObject("answers", [&](ObjectReader& entry) {
        const QString question = entry.text("question", Need::Required);
        item.answers.push_back({question, entry.text("answer", Need::Required, domain::maxAnswer)});
    });
    reader.each("flags", [&](const json& value, const QString& pointer) {
        const auto flag = fromWord<domain::NoteFlag>(reader.element(value, pointer));
        if (flag)
            item.flags.setFlag(*flag);
        else
            flaws.push_back({0, pointer, QStringLiteral("must be one of ") + allWords<domain::NoteFlag>()});
    });
    item.by = reader.text("by");
    item.byName = reader.text("byName");
    item.topic = reader.word<domain::TopicState>("topic").value_or(domain::TopicState::Done);
    item.instructionVersion = reader.number("instructionVersion", 0, std::numeric_limits<int>::max(), 0);
    item.recommendation = reader.text("recommendation");
    item.ruleVersion = reader.number("ruleVersion", 0, std::numeric_limits<int>::max(), 0);
    item.deviation = reader.text("deviation");
    reader.object("note", [&](ObjectReader& note) { item.note = readNote(note); });
}

} // namespace

HistoryItem readHistoryItem(const json& value, const QString& pointer, std::vector<Flaw>& flaws)
{
    ObjectReader reader(value, pointer, flaws);
    HistoryItem item;
    item.id = reader.id<domain::CallId>("id");
    item.withoutCall = !reader.flag("call").value_or(true);
    readCourse(reader, item);
    item.disposition = reader.word<domain::Disposition>("disposition", item.withoutCall ? Need::Optional : Need::Required)
                           .value_or(domain::Disposition::None);
    readOutcome(reader, item, flaws);
    reader.finish();
    return item;
}

} // namespace vorzimmer::exchange
