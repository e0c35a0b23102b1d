#pragma once

#include "list_pages.h"

#include <mutex>

namespace vorzimmer::topicserver {

/// The change page that was told last, kept as it was sent: readers who are woken by one change ask for the same page. Any
/// thread.
class LatestPage {
public:
    /// The page of at most @p limit changes after @p since, read from @p store unless the one kept is the same and @p
    /// newest, the list's newest change, is known to it.
    [[nodiscard]] domain::Result<std::string> after(const Cursor& since, int limit, std::int64_t newest, TopicStore& store);

private:
    std::mutex m_mutex;
    std::int64_t m_since = 0;
    int m_limit = 0; ///< 0 = nothing kept yet
    std::int64_t m_newest = 0;
    std::string m_text;
};

} // namespace vorzimmer::topicserver
