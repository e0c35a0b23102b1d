#pragma once

#include "../cloud/desk_side.h"
#include "fake_trello.h"
#include "fault_proxy.h"

namespace vorzimmer::testing {

/// A board at Trello, and a desk that reaches it through the fault proxy. Trello counts no requests here.
struct BoardSide {
    FakeTrello trello;
    FaultProxy proxy{trello.port()};
    DeskSide desk;

    explicit BoardSide(const cloud::SyncOptions& options = quickTrello());

    [[nodiscard]] static cloud::SyncOptions quickTrello();
    [[nodiscard]] ports::BoardAccess access() const;
    /// Opens the list and waits until both sides are equal and have nothing more to tell each other.
    void settle();
    /// Waits until the desk has taken over all that has happened so far.
    void hear();
    /// Sends what waits at the desk, until nothing does.
    void send();

    /// Puts a topic on the board, and nothing else on the record of the proxy.
    domain::Topic onBoard(const QString& title);
    [[nodiscard]] std::optional<domain::Topic> atDesk(const QString& title) const;
    /// What the client does to the card of this topic, and what it holds.
    [[nodiscard]] std::string cardOf(const domain::TopicId& topic) const;
    [[nodiscard]] nlohmann::json card(const domain::TopicId& topic) { return trello.card(cardOf(topic)); }
    void change(const domain::TopicId& topic, const nlohmann::json& fields);

    /// How often Trello was sent this.
    [[nodiscard]] int sent(const QByteArray& method, const QByteArray& path = {}) const;
    /// How often all cards were read to look for one. When the feed reads all of them, it reads all lists first.
    [[nodiscard]] int searches() const;
    [[nodiscard]] int writes() const { return sent("POST") + sent("PUT") + sent("DELETE"); }
};

} // namespace vorzimmer::testing
