#pragma once

#include "cabinet/topic_papers.h"
#include "cabinet/topic_search.h"

#include <vector>

namespace vorzimmer::store {

/// The topics as they are worked with. A deleted one is listed only as long as its being there is in conflict.
class TopicCatalogue {
public:
    TopicCatalogue(Database& database, TopicPapers papers) : m_database(database), m_papers(papers), m_search(database) {}

    /// Newest change first; run it in a transaction.
    [[nodiscard]] domain::Result<std::vector<ports::TopicEntry>> entries(const ports::TopicQuery& query);
    /// Also of a deleted topic; NotFound when there never was one.
    [[nodiscard]] domain::Result<ports::TopicEntry> entry(const domain::TopicId& id);

private:
    [[nodiscard]] domain::Result<std::vector<ports::TopicEntry>> found(const ports::TopicQuery& query);
    /// With what only few topics have.
    [[nodiscard]] domain::Outcome complete(ports::TopicEntry& entry);

    Database& m_database;
    TopicPapers m_papers;
    TopicSearch m_search;
};

} // namespace vorzimmer::store
