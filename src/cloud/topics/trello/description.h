#pragma once

#include "vorzimmer/domain/topic.h"

#include <QString>

namespace vorzimmer::cloud::topics::trello {

/// What Trello takes, in characters, for a description and for a comment.
inline constexpr qsizetype maxDescription = 16'384;

/// A card's description: the text for people, and at its end a block of lines that carries what a card has no place for.
///
///     The text.
///
///     Für: Frau Meyer
///     Priorität: hoch
///     [vorzimmer:0b2c…]
///
/// Without person and with normal priority only the last line is there. People may edit all of it, also behind the block;
/// whatever is not the block is text. In the archive, "deleted" behind the id says that the card was deleted, not put away.
struct Description {
    domain::TopicId id; ///< null without the block's last line
    QString text;
    QString person;
    domain::TopicPriority priority = domain::TopicPriority::Normal;
    domain::TopicOrigin origin = domain::TopicOrigin::Client; ///< who makes a card in Trello is the client
    bool deleted = false;

    [[nodiscard]] static Description read(const QString& desc);
    [[nodiscard]] QString written() const;
};

/// A comment: the text, and on a last line of ours who wrote it and its id.
struct Remark {
    domain::CommentId id; ///< null when it was written in Trello
    QString author;
    QString text;

    [[nodiscard]] static Remark read(const QString& written);
    [[nodiscard]] QString written() const;
};

} // namespace vorzimmer::cloud::topics::trello
