#pragma once

#include "sqlite/database.h"

#include "vorzimmer/domain/id.h"

#include <QHash>

#include <string>
#include <vector>

namespace vorzimmer::store {

/// Finds topics by their words and those of their comments, a word's middle as well as its start. Folding is what costs, so
/// each topic's folded words are kept in memory as long as the words themselves stay the same; so nothing found is ever out
/// of date.
class TopicSearch {
public:
    explicit TopicSearch(Database& database) : m_database(database) {}

    /// The topics in which every word of @p text occurs, newest change first. Run it in a transaction.
    [[nodiscard]] domain::Result<std::vector<domain::TopicId>> find(const QString& text);

private:
    struct Words {
        QString written;
        std::string folded;
    };

    [[nodiscard]] const std::string& folded(const domain::TopicId& topic, const QString& written);

    Database& m_database;
    QHash<domain::TopicId, Words> m_known;
};

} // namespace vorzimmer::store
