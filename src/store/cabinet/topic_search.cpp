#include "cabinet/topic_search.h"

#include "vorzimmer/domain/folding.h"

#include <algorithm>

namespace vorzimmer::store {

using domain::Result;
using domain::TopicId;

namespace {

constexpr const char* selectWords =
    "SELECT id, title, text, person FROM topic ORDER BY COALESCE(changed_at, created_at) DESC, id";
constexpr const char* selectCommentWords = "SELECT topic, text FROM comment ORDER BY topic, at, id";

struct Written {
    TopicId topic;
    QString text;
};

Written readWritten(Row& row)
{
    Written written{row.id<TopicId>(), row.text()};
    for (int more = 0; more < 2; ++more)
        written.text += QLatin1Char('\n') + row.text();
    return written;
}

Written readCommentWords(Row& row)
{
    const auto topic = row.id<TopicId>();
    return {topic, row.text()};
}

std::vector<std::vector<std::string>> waysToWrite(const QString& text)
{
    std::vector<std::vector<std::string>> words;
    for (const QString& word : text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        std::vector<std::string>& ways = words.emplace_back();
        for (const QString& way : domain::foldedWord(word))
            ways.push_back(way.toStdString());
    }
    return words;
}

} // namespace

Result<std::vector<TopicId>> TopicSearch::find(const QString& text)
{
    auto topics = m_database.query(selectWords).all(&readWritten);
    if (!topics)
        return domain::failure(topics.error());
    const auto comments = m_database.query(selectCommentWords).all(&readCommentWords);
    if (!comments)
        return domain::failure(comments.error());
    QHash<TopicId, QString> said;
    for (const Written& comment : *comments)
        said[comment.topic] += QLatin1Char('\n') + comment.text;
    const auto words = waysToWrite(text);
    std::vector<TopicId> found;
    for (Written& topic : *topics) {
        const std::string& place = folded(topic.topic, topic.text + said.value(topic.topic));
        const bool all = std::all_of(words.begin(), words.end(), [&place](const std::vector<std::string>& ways) {
            return std::any_of(ways.begin(), ways.end(),
                               [&place](const std::string& way) { return place.find(way) != std::string::npos; });
        });
        if (all)
            found.push_back(topic.topic);
    }
    return found;
}

const std::string& TopicSearch::folded(const TopicId& topic, const QString& written)
{
    Words& words = m_known[topic];
    if (words.written != written)
        words = {written, domain::foldedText(written).toStdString()};
    return words.folded;
}

} // namespace vorzimmer::store
