#include "dav_scene.h"

#include "topics/provider_factory.h"

#include <catch2/catch.hpp>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTimer>

namespace vorzimmer::testing {

using namespace cloud::topics;

namespace {

template <class Reply, class Call>
Reply awaited(const Call& call)
{
    std::optional<Reply> got;
    int answers = 0;
    call([&](const Reply& reply) {
        got = reply;
        ++answers;
    });
    CHECK(answers == 0); // later, never from within the call
    REQUIRE(davEventually([&] { return got.has_value(); }));
    CHECK(answers == 1);
    return *got;
}

} // namespace

bool davEventually(const std::function<bool()>& condition)
{
    QElapsedTimer waited;
    waited.start();
    QTimer heartbeat; // so that the wait below ends without any other event
    heartbeat.start(5);
    while (!condition() && waited.elapsed() < 60'000)
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    return condition();
}

DavScene::DavScene(DavKind kind, std::shared_ptr<DavServer> own)
    : server(own ? std::move(own) : DavServer::shared(kind)), path(server->newList(QStringLiteral("Aufgaben"))),
      provider(providerAt(path))
{
}

std::unique_ptr<Provider> DavScene::providerAt(const QString& listPath) const
{
    ports::BoardAccess access;
    access.kind = ports::BoardKind::CalDav;
    access.url = proxy.url();
    access.url.setPath(listPath);
    access.user = server->user();
    access.secret = server->password();
    cloud::SyncOptions options;
    options.settle = std::chrono::milliseconds(20); // these servers guard their ETags
    auto made = makeProvider(access, clock, options);
    REQUIRE(made);
    return std::move(*made);
}

TopicReply DavScene::create(const domain::Topic& topic)
{
    return awaited<TopicReply>([&](auto done) { provider->create(topic, done); });
}

TopicReply DavScene::update(const domain::Topic& wanted, domain::TopicFields changed, const ports::RemoteTopic& known)
{
    return awaited<TopicReply>([&](auto done) { provider->update(wanted, changed, known, done); });
}

TopicReply DavScene::remove(const ports::RemoteTopic& known)
{
    return awaited<TopicReply>([&](auto done) { provider->remove(known, {}, done); });
}

TopicReply DavScene::restore(const domain::Topic& topic, const ports::RemoteTopic& tombstone)
{
    return awaited<TopicReply>([&](auto done) { provider->restore(topic, tombstone, done); });
}

TopicReply DavScene::fetch(const domain::TopicId& topic, const QString& remoteId)
{
    return awaited<TopicReply>([&](auto done) { provider->fetch(topic, remoteId, done); });
}

Reply DavScene::comment(const ports::RemoteTopic& known, const domain::Comment& comment)
{
    return awaited<Reply>([&](auto done) { provider->addComment(known, comment, done); });
}

FeedReply DavScene::changes(const QString& cursor)
{
    return awaited<FeedReply>([&](auto done) { provider->changes(cursor, std::chrono::seconds(0), done); });
}

ProbeReply DavScene::probe(const QString& listPath)
{
    const auto elsewhere = providerAt(listPath);
    return awaited<ProbeReply>([&](auto done) { elsewhere->probe(done); });
}

QByteArray DavScene::text(const QString& name) const
{
    const auto answer = server->ask("GET", path + QLatin1Char('/') + name);
    return answer.status == 200 ? answer.body : QByteArray();
}

void DavScene::put(const QString& name, const QByteArray& todo) const
{
    const int status = server->ask("PUT", path + QLatin1Char('/') + name, todo).status;
    CHECK((status == 201 || status == 204));
}

void DavScene::erase(const QString& name) const
{
    const int status = server->ask("DELETE", path + QLatin1Char('/') + name).status;
    CHECK((status == 200 || status == 204));
}

int DavScene::writes() const
{
    return FaultProxy::count(proxy.delivered(), "PUT") + FaultProxy::count(proxy.delivered(), "DELETE");
}

domain::Topic davTopic(const QString& title)
{
    domain::Topic topic;
    topic.id = domain::TopicId(QUuid::createUuid());
    topic.title = title;
    topic.text = QStringLiteral("Zwei Zeilen,\nmit Umlaut: äöü; \\ und \"Zitat\" \U0001F4DE");
    topic.person = QStringLiteral("Frau Dr. Lindgren, Einkauf");
    topic.due = QDate(2026, 3, 31);
    topic.priority = domain::TopicPriority::High;
    topic.state = domain::TopicState::Waiting;
    topic.createdAt = QDateTime(QDate(2026, 2, 1), QTime(8, 30), Qt::UTC);
    topic.createdBy = QStringLiteral("Martina");
    return topic;
}

domain::Comment davComment(const QString& text)
{
    return {domain::CommentId(QUuid::createUuid()), QStringLiteral("Klient \"A\""), text,
            QDateTime(QDate(2026, 2, 2), QTime(9, 0, 0, 125), Qt::UTC)};
}

QByteArray foreignTodo(const QByteArray& uid, const QByteArray& lines)
{
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//other//EN\r\nBEGIN:VTODO\r\nUID:" + uid +
           "\r\nDTSTAMP:20260101T000000Z\r\n" + lines + "END:VTODO\r\nEND:VCALENDAR\r\n";
}

} // namespace vorzimmer::testing
