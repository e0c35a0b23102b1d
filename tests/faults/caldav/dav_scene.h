#pragma once

#include "dav_server.h"
#include "fault_proxy.h"
#include "topics/provider.h"
#include "vorzimmer/cloud/sync_options.h"
#include "vorzimmer/ports/clock.h"

#include <functional>

namespace vorzimmer::testing {

class DavClock : public ports::Clock {
public:
    [[nodiscard]] QDateTime nowUtc() const override { return QDateTime::currentDateTimeUtc(); }
};

/// Runs the event loop until @p condition holds.
[[nodiscard]] bool davEventually(const std::function<bool()>& condition);

/// A list of its own on a real server, our provider in front of it through the fault proxy, and the client's hand on the
/// server itself.
struct DavScene {
    std::shared_ptr<DavServer> server;
    QString path; ///< of the list
    FaultProxy proxy{server->port()};
    DavClock clock;
    std::unique_ptr<cloud::topics::Provider> provider;

    explicit DavScene(DavKind kind, std::shared_ptr<DavServer> own = nullptr);

    /// @p listPath instead of the list.
    [[nodiscard]] std::unique_ptr<cloud::topics::Provider> providerAt(const QString& listPath) const;

    cloud::topics::TopicReply create(const domain::Topic& topic);
    cloud::topics::TopicReply update(const domain::Topic& wanted, domain::TopicFields changed,
                                     const ports::RemoteTopic& known);
    cloud::topics::TopicReply remove(const ports::RemoteTopic& known);
    cloud::topics::TopicReply restore(const domain::Topic& topic, const ports::RemoteTopic& tombstone);
    cloud::topics::TopicReply fetch(const domain::TopicId& topic, const QString& remoteId = {});
    cloud::topics::Reply comment(const ports::RemoteTopic& known, const domain::Comment& comment);
    cloud::topics::FeedReply changes(const QString& cursor = {});
    cloud::topics::ProbeReply probe(const QString& listPath);

    /// The client's hand.
    [[nodiscard]] QByteArray text(const QString& name) const;
    void put(const QString& name, const QByteArray& text) const;
    void erase(const QString& name) const;
    /// How many writes the server was sent.
    [[nodiscard]] int writes() const;
};

/// A topic with all fields filled.
[[nodiscard]] domain::Topic davTopic(const QString& title);
[[nodiscard]] domain::Comment davComment(const QString& text);
/// What another tool writes.
[[nodiscard]] QByteArray foreignTodo(const QByteArray& uid, const QByteArray& lines);

} // namespace vorzimmer::testing
