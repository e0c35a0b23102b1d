#pragma once

#include "topics/trello/wire.h"
#include "vorzimmer/domain/topic.h"

#include <array>

namespace vorzimmer::cloud::topics::trello {

/// Which list of a board stands for which state.
///
/// By name first, in German or English. When neither an open nor a done list is named, the board is read from left to right:
/// the first of the other lists is open, the last done, the second in progress, the third waiting (as far as there are so
/// many and no list is named for it). When only the open one is missing, it is the first of the others. Every other list
/// counts as open, and what is in the archive as done. Lists made by us have names, so making one never moves another.
class ListMap {
public:
    ListMap() = default;
    explicit ListMap(std::vector<List> lists);

    [[nodiscard]] bool knows(const QString& list) const;
    [[nodiscard]] domain::TopicState stateOf(const QString& list) const;
    /// Where a card of this state is put; empty when the board has no such list yet.
    [[nodiscard]] QString listFor(domain::TopicState state) const;
    /// How a list made for @p state is called.
    [[nodiscard]] static QString nameFor(domain::TopicState state);

    friend bool operator==(const ListMap&, const ListMap&) = default;

private:
    struct Entry {
        QString list;
        domain::TopicState state;
        friend bool operator==(const Entry&, const Entry&) = default;
    };
    std::vector<Entry> m_entries;
    std::array<QString, 4> m_targets;
};

} // namespace vorzimmer::cloud::topics::trello
