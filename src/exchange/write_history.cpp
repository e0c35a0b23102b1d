#include "write_history.h"

#include "vocabulary.h"

namespace vorzimmer::exchange {

using Json = nlohmann::ordered_json;

namespace {

void put(Json& object, const char* field, const QString& text)
{
    if (!text.isEmpty())
        object[field] = text.toStdString();
}

/// An empty text that was said is not the same as none.
void put(Json& object, const char* field, const std::optional<QString>& text)
{
    if (text)
        object[field] = text->toStdString();
}

void put(Json& object, const char* field, const std::optional<Moment>& moment)
{
    if (moment)
        object[field] = moment->text().toStdString();
}

Json noteJson(const NoteEntry& note)
{
    Json object = Json::object();
    put(object, "id", note.id.text());
    put(object, "caller", note.caller);
    put(object, "company", note.company);
    put(object, "callback", note.callback);
    put(object, "concern", note.concern);
    put(object, "author", note.author);
    put(object, "authorName", note.authorName);
    put(object, "created", note.created);
    put(object, "changed", note.changed);
    put(object, "finished", note.finished);
    return object;
}

void putCourse(Json& object, const HistoryItem& item)
{
    put(object, "at", std::optional(item.at));
    put(object, "answered", item.answered);
    put(object, "ended", item.ended);
    if (item.seconds != 0)
        object["seconds"] = item.seconds;
    put(object, "caller", item.caller);
    put(object, "number", item.number);
    put(object, "presented", item.presented);
    if (item.anonymous)
        object["anonymous"] = *item.anonymous;
    put(object, "dialled", item.dialled);
    if (item.end)
        object["end"] = toWord(*item.end).toStdString();
}

} // namespace

Json historyJson(const HistoryItem& item)
{
    Json object = Json::object();
    put(object, "id", item.id.text());
    if (item.withoutCall)
        object["call"] = false;
    putCourse(object, item);
    if (!item.withoutCall)
        object["disposition"] = toWord(item.disposition).toStdString();
    put(object, "detail", item.detail);
    put(object, "concern", item.concern);
    put(object, "for", item.forPerson);
    put(object, "forName", item.forName);
    put(object, "text", item.text);
    for (const domain::Answer& answer : item.answers)
        object["answers"].push_back({{"question", answer.question.toStdString()}, {"answer", answer.text.toStdString()}});
    if (item.flags) {
        Json& flags = object["flags"] = Json::array();
        for (const auto& entry : words(domain::NoteFlag{})) {
            if (item.flags.testFlag(entry.value))
                flags.push_back(entry.word);
        }
    }
    put(object, "by", item.by);
    put(object, "byName", item.byName);
    if (!item.text.isEmpty() || !item.answers.empty() || item.note)
        object["topic"] = toWord(item.topic).toStdString();
    if (item.instructionVersion != 0)
        object["instructionVersion"] = item.instructionVersion;
    put(object, "recommendation", item.recommendation);
    if (item.ruleVersion != 0)
        object["ruleVersion"] = item.ruleVersion;
    put(object, "deviation", item.deviation);
    if (item.note)
        object["note"] = noteJson(*item.note);
    return object;
}

} // namespace vorzimmer::exchange
