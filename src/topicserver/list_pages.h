#pragma once

#include "topic_json.h"
#include "topic_store.h"

#include <httplib.h>

namespace vorzimmer::topicserver {

/// `limit`, else 100.
[[nodiscard]] Parsed<int> limitOf(const httplib::Request& request);
/// `after` of the topic list; null when absent.
[[nodiscard]] Parsed<domain::TopicId> afterOf(const httplib::Request& request);

/// A place in a list's history, as `since` and `next` carry it: EPOCH.SEQUENCE.
struct Cursor {
    std::string epoch; ///< empty = the beginning of whatever life the list has
    std::int64_t sequence = 0;
};
/// `since`; the beginning when it is absent or empty.
[[nodiscard]] Parsed<Cursor> sinceOf(const httplib::Request& request);
[[nodiscard]] std::string textOf(const Cursor& cursor);

[[nodiscard]] nlohmann::json topicPage(const TopicPage& page, const std::string& epoch);
/// @p since is where the page began.
[[nodiscard]] nlohmann::json changePage(const TopicPage& page, const Cursor& since);

/// As text; bytes that are not UTF-8, which only a damaged file can hold, become replacement characters.
[[nodiscard]] std::string dumped(const nlohmann::json& json);

} // namespace vorzimmer::topicserver
