#pragma once

#include "topic_json.h"

#include <httplib.h>

namespace vorzimmer::topicserver {

/// What a writer requires of the topic it is about to change.
struct Condition {
    bool isNew = false;        ///< If-None-Match: *
    std::int64_t revision = 0; ///< If-Match, when not isNew
};

/// 428 when the request states no condition, 400 when it cannot be understood.
[[nodiscard]] Parsed<Condition> conditionOf(const httplib::Request& request);

/// Who makes a change that has no body to say so: the Changed-By header, percent-encoded UTF-8; empty when there is none.
/// 400 when it is not a name of the length that the contract allows.
[[nodiscard]] Parsed<std::string> changedByOf(const httplib::Request& request);

/// How many comments whoever deletes has read: the Known-Comments header; nothing when there is none. 400 when it is not one
/// whole number.
[[nodiscard]] Parsed<std::optional<std::size_t>> knownCommentsOf(const httplib::Request& request);

/// The whole number in query parameter @p name, @p fallback when it is absent, 400 when it is not from @p least to @p most.
[[nodiscard]] Parsed<int> numberParameter(const httplib::Request& request, const char* name, int least, int most,
                                          int fallback);

/// What must hold of every request's head before its body is read: a length, plain JSON where a body belongs. Refusing the
/// rest keeps two readers of one connection from ever disagreeing on where a request ends.
[[nodiscard]] std::optional<Problem> problemOfHead(const httplib::Request& request, std::size_t largestBody);

/// The bytes of body that follow the head; only after problemOfHead() found nothing.
[[nodiscard]] std::size_t bodyLength(const httplib::Request& request);

} // namespace vorzimmer::topicserver
