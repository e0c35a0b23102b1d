#include "trello_scene.h"

#include <catch2/catch.hpp>

#include <QCoreApplication>
#include <QElapsedTimer>

namespace vorzimmer::testing {

using namespace cloud::topics;
using domain::Comment;
using domain::Topic;
using domain::TopicId;
using ports::RemoteTopic;

namespace {

class WallClock : public ports::Clock {
public:
    [[nodiscard]] QDateTime nowUtc() const override { return QDateTime::currentDateTimeUtc(); }
};

QString& logged()
{
    static QString text;
    return text;
}

void keep(QtMsgType, const QMessageLogContext&, const QString& message)
{
    logged() += message + QLatin1Char('\n');
}

template <class AnyReply, class Ask>
AnyReply answerOf(Ask ask)
{
    auto reply = std::make_shared<std::optional<AnyReply>>();
    ask([reply](const AnyReply& got) {
        REQUIRE_FALSE(reply->has_value()); // exactly once
        *reply = got;
    });
    REQUIRE_FALSE(reply->has_value()); // and later
    QElapsedTimer waited;
    waited.start();
    QTimer heartbeat;
    heartbeat.start(5);
    while (!*reply && waited.elapsed() < 30'000)
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    REQUIRE(reply->has_value());
    INFO((*reply)->problem.toStdString());
    for (const QByteArray& secret : {FakeTrello::key(), FakeTrello::token(), FakeTrello::readOnlyToken()}) {
        CHECK_FALSE((*reply)->problem.contains(QString::fromLatin1(secret)));
        CHECK_FALSE(logged().contains(QString::fromLatin1(secret)));
    }
    return **reply;
}

} // namespace

TrelloScene::TrelloScene(const std::vector<std::string>& lists)
    : trello(lists), board(QString::fromStdString(trello.board())), m_clock(std::make_unique<WallClock>())
{
    qInstallMessageHandler(keep);
    const int watcher = qEnvironmentVariableIntValue("VZ_TRELLO_WATCHER"); // somebody who reads along, in front of the board
    proxy.setUpstream(watcher > 0 ? static_cast<quint16>(watcher) : trello.port());
}

void TrelloScene::start()
{
    m_list.reset();
    auto client = std::make_unique<cloud::http::Client>(*m_clock, cloud::http::Conduct());
    m_list = std::make_unique<trello::TrelloList>(std::move(client), trello::Account{proxy.url(), key, token}, board,
                                                  *m_clock, habits);
}

trello::TrelloList& TrelloScene::list()
{
    if (!m_list)
        start();
    return *m_list;
}

TopicReply TrelloScene::create(const Topic& topic)
{
    return answerOf<TopicReply>([&](auto done) { list().create(topic, done); });
}

TopicReply TrelloScene::update(const Topic& wanted, domain::TopicFields changed, const RemoteTopic& known)
{
    return answerOf<TopicReply>([&](auto done) { list().update(wanted, changed, known, done); });
}

TopicReply TrelloScene::remove(const RemoteTopic& known)
{
    return answerOf<TopicReply>([&](auto done) { list().remove(known, {}, done); });
}

TopicReply TrelloScene::restore(const Topic& topic, const RemoteTopic& tombstone)
{
    return answerOf<TopicReply>([&](auto done) { list().restore(topic, tombstone, done); });
}

Reply TrelloScene::makeGood(const Topic& wanted, domain::TopicFields changed, const RemoteTopic& known)
{
    return answerOf<Reply>([&](auto done) { list().makeGood(wanted, changed, known, done); });
}

Reply TrelloScene::addComment(const RemoteTopic& known, const Comment& comment)
{
    return answerOf<Reply>([&](auto done) { list().addComment(known, comment, done); });
}

TopicReply TrelloScene::fetch(const TopicId& topic, const QString& remoteId)
{
    return answerOf<TopicReply>([&](auto done) { list().fetch(topic, remoteId, done); });
}

FeedReply TrelloScene::changes(const QString& cursor)
{
    return answerOf<FeedReply>([&](auto done) { list().changes(cursor, std::chrono::seconds(0), done, {}); });
}

ProbeReply TrelloScene::probe()
{
    return answerOf<ProbeReply>([&](auto done) { list().probe(done); });
}

RemoteTopic TrelloScene::created(const Topic& topic)
{
    const TopicReply reply = create(topic);
    INFO(reply.problem.toStdString());
    REQUIRE(reply.answer == Answer::Done);
    REQUIRE(reply.topic.topic.id == topic.id);
    REQUIRE_FALSE(differing(reply.topic.topic, topic));
    return reply.topic;
}

RemoteTopic TrelloScene::updated(const Topic& wanted, domain::TopicFields changed, const RemoteTopic& known)
{
    const TopicReply reply = update(wanted, changed, known);
    INFO(reply.problem.toStdString());
    REQUIRE(reply.answer == Answer::Done);
    REQUIRE_FALSE(differing(reply.topic.topic, wanted) & changed);
    return reply.topic;
}

std::string TrelloScene::listNamed(const std::string& name)
{
    for (const auto& one : trello.lists()) {
        if (one["name"] == name)
            return one["id"];
    }
    return {};
}

Topic someTopic(const QString& title)
{
    Topic topic;
    topic.id = TopicId(QUuid::createUuid());
    topic.title = title;
    topic.text = QStringLiteral("Bitte um Rückruf.\nNummer liegt vor.");
    topic.person = QStringLiteral("Frau Meyer");
    topic.due = QDate(2031, 3, 30);
    topic.priority = domain::TopicPriority::High;
    topic.createdAt = QDateTime(QDate(2031, 3, 1), QTime(9, 0), Qt::UTC);
    topic.createdBy = QStringLiteral("Anna");
    return topic;
}

Comment someComment(const QString& text)
{
    return {domain::CommentId(QUuid::createUuid()), QStringLiteral("Anna Schmidt"), text,
            QDateTime(QDate(2031, 3, 2), QTime(10, 0), Qt::UTC)};
}

const RemoteTopic* topicIn(const FeedReply& feed, const TopicId& id)
{
    const auto found = std::find_if(feed.changes.cbegin(), feed.changes.cend(),
                                    [&id](const RemoteTopic& topic) { return topic.topic.id == id; });
    return found == feed.changes.cend() ? nullptr : &*found;
}

QString everythingLogged()
{
    return logged();
}

} // namespace vorzimmer::testing
