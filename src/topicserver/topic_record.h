#pragma once

#include "vorzimmer/domain/id.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace vorzimmer::topicserver {

/// The fields of a topic that clients write, as the contract spells them; texts are UTF-8, checked before they get here.
struct TopicFields {
    std::string title;
    std::string text;
    std::string state;
    std::string person;
    std::optional<std::string> due;
    std::string priority;
    std::string origin;
    std::string createdAt;
    std::string createdBy;
    friend bool operator==(const TopicFields&, const TopicFields&) = default;
};

/// A topic as a client sends it.
struct TopicInput {
    TopicFields fields;
    std::string changedBy; ///< who the client says writes this; may be empty
};

/// When a change is made, by the server's clock, and by whom, as far as the client says.
struct Signature {
    std::string at;
    std::string by;
};

/// A remark on a topic; never changed once written.
struct CommentFields {
    std::string author;
    std::string text;
    std::string at;
    friend bool operator==(const CommentFields&, const CommentFields&) = default;
};

struct CommentRecord {
    domain::CommentId id;
    CommentFields fields;
};

/// A topic as this server keeps it.
struct TopicRecord {
    domain::TopicId id;
    std::int64_t revision = 0;         ///< counts writes of the fields, from 1
    std::int64_t sequence = 0;         ///< place of the last change, comments included, in the list's history
    Signature changed;                 ///< of that revision; comments leave it as it is
    std::optional<TopicFields> fields; ///< empty = deleted, this is the tombstone
    std::vector<CommentRecord> comments;
};

} // namespace vorzimmer::topicserver
