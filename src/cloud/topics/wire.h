#pragma once

#include "vorzimmer/ports/topic_ledger.h"

#include <QByteArray>

#include <optional>

namespace vorzimmer::cloud::topics::wire {

/// The topic server's JSON, as docs/topics-api.yaml has it. Reading never throws: a document that is not what it should be
/// is nothing at all, so that nothing is ever taken over by halves.

[[nodiscard]] QByteArray topicBody(const domain::Topic& topic);
[[nodiscard]] QByteArray commentBody(const domain::Comment& comment);

/// A topic, or the tombstone of one. Unknown members are passed over.
[[nodiscard]] std::optional<ports::RemoteTopic> topicFrom(const QByteArray& document);
/// What a refusal says the topic is now; nothing when it does not say.
[[nodiscard]] std::optional<ports::RemoteTopic> currentFrom(const QByteArray& document);

[[nodiscard]] std::optional<domain::Comment> commentFrom(const QByteArray& document);

struct ChangePage {
    std::vector<ports::RemoteTopic> changes;
    QString next;
    bool more = false;
};
[[nodiscard]] std::optional<ChangePage> changesFrom(const QByteArray& document);

/// The cursor behind a page that says that there is more, found without reading the page; nothing when it does not look like
/// that. What changesFrom() says counts.
[[nodiscard]] std::optional<QString> nextIn(const QByteArray& document);

/// The server's own account of an error (RFC 9457), cut down to its stable names: what else it says is not shown or logged.
struct ProblemNote {
    QString kind;  ///< "bad_field"
    QString where; ///< field, parameter or header; may be empty
    bool resync = false;
};
/// Nothing when it was not a topic server that spoke.
[[nodiscard]] std::optional<ProblemNote> problemFrom(const QByteArray& document);

} // namespace vorzimmer::cloud::topics::wire
