#pragma once

#include "vorzimmer/domain/id.h"
#include "vorzimmer/domain/note.h"

#include <QDate>
#include <QDateTime>
#include <QString>

#include <vector>

namespace vorzimmer::domain {

enum class TopicState { Open, InProgress, Waiting, Done };
enum class TopicPriority { Low, Normal, High };
enum class TopicOrigin { Call, Meeting, Client };

/// A remark on a topic; never changed once written.
struct Comment {
    CommentId id;
    QString author;
    QString text;
    QDateTime at; ///< UTC
    friend bool operator==(const Comment&, const Comment&) = default;
};

/// The longest title the list carries, in characters.
inline constexpr qsizetype maxTopicTitle = 200;

/// One open question on the list that tenant and bureau share.
struct Topic {
    TopicId id;
    QString title;
    QString text;
    TopicState state = TopicState::Open;
    QString person; ///< for whom, by name
    QDate due;
    TopicPriority priority = TopicPriority::Normal;
    TopicOrigin origin = TopicOrigin::Call;
    QDateTime createdAt; ///< UTC
    QString createdBy;
    QString changedBy;   ///< who changed it last, as far as that is known; empty = nobody since, or unknown
    QDateTime changedAt; ///< UTC; when; invalid = never, or unknown
    bool deleted = false;
    friend bool operator==(const Topic&, const Topic&) = default;
};

/// The topic a finished note becomes; its id is the note's own, so that twice is once.
[[nodiscard]] Topic topicFromNote(const Note& note);

} // namespace vorzimmer::domain
