#include "latest_page.h"

namespace vorzimmer::topicserver {

domain::Result<std::string> LatestPage::after(const Cursor& since, int limit, std::int64_t newest, TopicStore& store)
{
    const std::lock_guard lock(m_mutex); // also while reading: those who come meanwhile most likely want the same
    if (m_limit == limit && m_since == since.sequence && m_newest >= newest)
        return m_text;
    const auto page = store.changes(since.sequence, limit);
    if (!page)
        return domain::failure(page.error());
    m_text = dumped(changePage(*page, since));
    m_since = since.sequence;
    m_limit = limit;
    m_newest = page->sequence;
    return m_text;
}

} // namespace vorzimmer::topicserver
