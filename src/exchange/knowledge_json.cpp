#include "knowledge_json.h"

namespace vorzimmer::exchange {

using domain::KnowledgeEntry;
using domain::KnowledgeFlaw;

namespace {

QString flawText(KnowledgeFlaw flaw)
{
    switch (flaw) {
    case KnowledgeFlaw::IdTwice: return QStringLiteral("the same key stands above");
    case KnowledgeFlaw::NoQuestion: return QStringLiteral("has no question");
    case KnowledgeFlaw::BelowUnknown: return QStringLiteral("stands below a key that is not there");
    case KnowledgeFlaw::BelowItself: return QStringLiteral("stands below itself");
    case KnowledgeFlaw::LinkUnknown: return QStringLiteral("links to a key that is not there");
    }
    return {};
}

nlohmann::ordered_json texts(const std::vector<QString>& list)
{
    auto array = nlohmann::ordered_json::array();
    for (const QString& text : list)
        array.push_back(text.toStdString());
    return array;
}

} // namespace

std::optional<std::vector<KnowledgeEntry>> readKnowledge(ObjectReader& tenant)
{
    constexpr auto field = "knowledge";
    if (!tenant.has(field))
        return std::nullopt;
    std::vector<KnowledgeEntry> entries;
    tenant.eachObject(field, [&](ObjectReader& reader) {
        KnowledgeEntry entry;
        entry.question = reader.text("question", Need::Required);
        entry.id = reader.text("key");
        if (entry.id.isEmpty())
            entry.id = entry.question.simplified();
        entry.below = reader.text("below");
        entry.answer = reader.text("answer");
        entry.words = reader.texts("words");
        entry.seeAlso = reader.texts("seeAlso");
        entries.push_back(std::move(entry));
    });
    for (const domain::KnowledgeFinding& finding : domain::checkKnowledge(entries))
        tenant.flaw(("knowledge/" + std::to_string(finding.entry)).c_str(), flawText(finding.flaw));
    return entries;
}

nlohmann::ordered_json knowledgeJson(const std::vector<KnowledgeEntry>& entries)
{
    auto array = nlohmann::ordered_json::array();
    for (const KnowledgeEntry& entry : entries) {
        nlohmann::ordered_json object = {{"key", entry.id.toStdString()}, {"question", entry.question.toStdString()}};
        if (!entry.below.isEmpty())
            object["below"] = entry.below.toStdString();
        if (!entry.answer.isEmpty())
            object["answer"] = entry.answer.toStdString();
        if (!entry.words.empty())
            object["words"] = texts(entry.words);
        if (!entry.seeAlso.empty())
            object["seeAlso"] = texts(entry.seeAlso);
        array.push_back(std::move(object));
    }
    return array;
}

} // namespace vorzimmer::exchange
