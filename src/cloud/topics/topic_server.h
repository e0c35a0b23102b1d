#pragma once

#include "http/client.h"
#include "topics/provider.h"

namespace vorzimmer::cloud::topics {

/// The default shared list: vorzimmer-topics (docs/topics-api.yaml).
class TopicServer : public Provider {
public:
    /// @p root as http::checkedEndpoint() gave it; @p patience for one exchange, a long poll's holding time apart.
    TopicServer(std::unique_ptr<http::Client> client, QUrl root, QByteArray token, std::chrono::milliseconds patience);

    void create(const domain::Topic& topic, TopicHandler handler) override;
    void update(const domain::Topic& wanted, domain::TopicFields changed, const ports::RemoteTopic& known,
                TopicHandler handler) override;
    void remove(const ports::RemoteTopic& known, const QString& by, TopicHandler handler) override;
    void restore(const domain::Topic& topic, const ports::RemoteTopic& tombstone, TopicHandler handler) override;
    void addComment(const ports::RemoteTopic& known, const domain::Comment& comment, CommentHandler handler) override;
    void fetch(const domain::TopicId& topic, const QString& remoteId, TopicHandler handler) override;
    void changes(const QString& cursor, std::chrono::seconds wait, FeedHandler handler, MoreHandler more) override;
    void probe(ProbeHandler handler) override;
    [[nodiscard]] Breadth breadth() const override { return {8, true}; }
    [[nodiscard]] std::optional<std::chrono::milliseconds> pollEvery() const override { return std::nullopt; }

private:
    [[nodiscard]] http::Request request(http::Method method, const QString& path) const;
    void put(const domain::Topic& topic, http::Header condition, TopicHandler handler);
    void probeWriting(ProbeReply found, ProbeHandler handler);

    std::unique_ptr<http::Client> m_client;
    QUrl m_root;
    QByteArray m_token;
    std::chrono::milliseconds m_patience;
};

} // namespace vorzimmer::cloud::topics
