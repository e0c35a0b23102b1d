#pragma once

#include "list_editor.h"
#include "provider_rig.h"
#include "topic_server_process.h"

namespace vorzimmer::testing {

/// The default topic server with an empty list.
class TopicServerRig : public ProviderRig {
public:
    /// @p server as long as it has an account left.
    explicit TopicServerRig(std::shared_ptr<TopicServerProcess> server = TopicServerProcess::shared());

    [[nodiscard]] quint16 port() const override { return m_server->port(); }
    [[nodiscard]] ports::BoardAccess access(const QUrl& proxy) const override;
    [[nodiscard]] std::vector<ListedTopic> list() override;
    domain::TopicId create(const QString& title) override;
    std::vector<QString> setTitle(const domain::TopicId& id, const QString& title) override;
    std::vector<QString> setText(const domain::TopicId& id, const QString& text) override;
    std::vector<QString> setState(const domain::TopicId& id, domain::TopicState state) override;
    bool comment(const domain::TopicId& id, const QString& text) override;
    std::vector<QString> remove(const domain::TopicId& id) override;
    bool restore(const domain::TopicId& id, const QString& title) override;

private:
    std::shared_ptr<TopicServerProcess> m_server;
    ListAccount m_account = m_server->newAccount();
    ListEditor m_editor{m_server->port(), m_account.token};
};

} // namespace vorzimmer::testing
