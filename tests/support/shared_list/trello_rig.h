#pragma once

#include "fake_trello.h"
#include "provider_rig.h"

namespace vorzimmer::testing {

/// A Trello board without cards. The client edits it as in the browser: what is there between reading and writing over it
/// is seen.
class TrelloRig : public ProviderRig {
public:
    [[nodiscard]] quint16 port() const override { return m_trello.port(); }
    [[nodiscard]] ports::BoardAccess access(const QUrl& proxy) const override;
    [[nodiscard]] std::vector<ListedTopic> list() override;
    domain::TopicId create(const QString& title) override;
    std::vector<QString> setTitle(const domain::TopicId& id, const QString& title) override;
    std::vector<QString> setText(const domain::TopicId& id, const QString& text) override;
    /// Drags the card to the list of this state.
    std::vector<QString> setState(const domain::TopicId& id, domain::TopicState state) override;
    bool comment(const domain::TopicId& id, const QString& text) override;
    /// Deletes the card for good.
    std::vector<QString> remove(const domain::TopicId& id) override;
    /// Takes the card out of the archive.
    bool restore(const domain::TopicId& id, const QString& title) override;

private:
    template <class Change>
    std::vector<QString> change(const domain::TopicId& id, Change change);

    FakeTrello m_trello;
};

} // namespace vorzimmer::testing
