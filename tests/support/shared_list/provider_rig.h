#pragma once

#include "vorzimmer/domain/topic.h"
#include "vorzimmer/ports/topic_board.h"

#include <QString>
#include <QUrl>

#include <set>
#include <vector>

namespace vorzimmer::testing {

/// One row of the list as the other side's own tool sees it.
struct ListedTopic {
    domain::TopicId id; ///< what a desk calls it
    QString title;
    QString text;
    domain::TopicState state = domain::TopicState::Open;
    std::multiset<QString> comments; ///< their texts
};

/// One kind of shared list set up for a test: a server with an empty list, what a desk needs to reach it, and the client
/// company's side. Every call waits for its reply and goes past the fault proxy. An editor writes over what it has read just
/// before and nothing else, as a person would, and gives back what it wrote over.
class ProviderRig {
public:
    virtual ~ProviderRig() = default;

    /// Where the server listens on 127.0.0.1; the fault proxy leads there.
    [[nodiscard]] virtual quint16 port() const = 0;
    /// What a desk opens; @p proxy in place of the server's own scheme, host and port.
    [[nodiscard]] virtual ports::BoardAccess access(const QUrl& proxy) const = 0;
    /// True when the list keeps the comments of people.
    [[nodiscard]] virtual bool hasComments() const { return true; }

    [[nodiscard]] virtual std::vector<ListedTopic> list() = 0;
    virtual domain::TopicId create(const QString& title) = 0;
    /// What was written over or deleted; nothing when the topic was gone already.
    virtual std::vector<QString> setTitle(const domain::TopicId& id, const QString& title) = 0;
    virtual std::vector<QString> setText(const domain::TopicId& id, const QString& text) = 0;
    virtual std::vector<QString> setState(const domain::TopicId& id, domain::TopicState state) = 0;
    /// False when it was gone.
    virtual bool comment(const domain::TopicId& id, const QString& text) = 0;
    virtual std::vector<QString> remove(const domain::TopicId& id) = 0;
    /// Brings back what was deleted; false where a list cannot do that, or when it is not deleted.
    virtual bool restore(const domain::TopicId& id, const QString& title)
    {
        (void)id;
        (void)title;
        return false;
    }
};

} // namespace vorzimmer::testing
