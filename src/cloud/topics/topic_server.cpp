#include "topics/topic_server.h"

#include "topics/nonsense.h"
#include "topics/wire.h"
#include "verdict.h"

namespace vorzimmer::cloud::topics {

using domain::Comment;
using domain::Topic;
using domain::TopicId;

namespace {

constexpr int pageLength = 200;

/// No program makes this id.
QString nobodysId()
{
    return QStringLiteral("00000000-0000-4000-8000-000000000000");
}

QString pathOf(const TopicId& topic)
{
    return QStringLiteral("/v1/topics/") + topic.text();
}

/// What a reply with an error status of this server means.
Reply refusal(const http::Reply& reply)
{
    const auto note = wire::problemFrom(reply.body);
    Reply result;
    result.wait = reply.retryAfter;
    const bool knowsPath = note && note->kind != QLatin1String("no_such_path");
    if (!knowsPath && (reply.status == 404 || reply.status == 405 || reply.status == 410)) {
        result.answer = Answer::NotTaken;
        result.needsPerson = true;
        result.problem = QStringLiteral("there is no topic list at this address (%1)").arg(reply.status);
        return result;
    }
    switch (reply.status) {
    case 404:
        result.answer = Answer::Missing;
        break;
    case 410:
        result.answer = note->resync ? Answer::Differs : Answer::Deleted;
        break;
    case 409:
    case 412:
        result.answer = Answer::Differs;
        break;
    default:
        result.answer = Answer::Refused;
        break;
    }
    result.problem = QStringLiteral("the list refuses it: %1").arg(reply.status);
    if (note && !note->kind.isEmpty())
        result.problem += QLatin1Char(' ') + note->kind;
    if (note && !note->where.isEmpty())
        result.problem += QStringLiteral(" (%1)").arg(note->where);
    return result;
}

bool isSuccess(const http::Reply& reply)
{
    return reply.fate == http::Fate::Answered && (reply.status == 200 || reply.status == 201);
}

/// Everything that can be said before a body of the kind asked for is read; nothing = read it.
std::optional<Reply> trouble(const http::Reply& reply)
{
    if (isSuccess(reply))
        return std::nullopt;
    if (auto general = verdict(reply))
        return general;
    return reply.status < 300 ? nonsense(reply) : refusal(reply);
}

/// The refusal of a request about one topic, with its tombstone when that is why.
TopicReply refusedTopic(const http::Reply& reply, const Reply& refused, const TopicId& id)
{
    TopicReply result;
    static_cast<Reply&>(result) = refused;
    if (refused.answer != Answer::Differs && refused.answer != Answer::Deleted)
        return result;
    const auto current = wire::currentFrom(reply.body);
    if (current && current->topic.id == id && current->topic.deleted) {
        result.answer = Answer::Deleted;
        result.topic = *current;
    }
    return result;
}

TopicReply topicReply(const http::Reply& reply, const TopicId& id)
{
    if (const auto failed = trouble(reply))
        return refusedTopic(reply, *failed, id);
    auto topic = wire::topicFrom(reply.body);
    if (!topic || topic->topic.id != id || topic->topic.deleted)
        return {nonsense(reply), {}};
    TopicReply result;
    result.answer = Answer::Done;
    result.topic = std::move(*topic);
    return result;
}

TopicReply removalReply(const http::Reply& reply, const ports::RemoteTopic& known)
{
    if (reply.fate != http::Fate::Answered || reply.status != 204) {
        const auto failed = trouble(reply);
        return refusedTopic(reply, failed ? *failed : nonsense(reply), known.topic.id);
    }
    if (reply.etag.isEmpty())
        return {nonsense(reply), {}}; // whoever says so is no topic list; reading tells
    TopicReply result;
    result.answer = Answer::Done;
    result.topic.topic = known.topic;
    result.topic.topic.deleted = true;
    result.topic.revision = QString::fromLatin1(reply.etag);
    return result;
}

FeedReply feedReply(const http::Reply& reply, const QString& cursor)
{
    FeedReply result;
    if (const auto failed = trouble(reply)) {
        static_cast<Reply&>(result) = *failed;
        const auto note = wire::problemFrom(reply.body);
        if (result.answer == Answer::Refused && note && note->where == QLatin1String("since")) {
            result.answer = Answer::Differs; // a cursor of another list's
        } else if (result.answer == Answer::Refused || result.answer == Answer::Missing ||
                   result.answer == Answer::Deleted) {
            result.answer = Answer::NotTaken;
            result.needsPerson = true; // reading is never refused by a list that is one
        }
        return result;
    }
    auto page = wire::changesFrom(reply.body);
    const bool stuck = page && page->more && page->next == cursor; // would be asked the same for ever
    if (!page || stuck) {
        static_cast<Reply&>(result) = nonsense(reply);
        return result;
    }
    result.answer = Answer::Done;
    result.changes = std::move(page->changes);
    result.next = std::move(page->next);
    result.more = page->more;
    return result;
}

} // namespace

TopicServer::TopicServer(std::unique_ptr<http::Client> client, QUrl root, QByteArray token,
                         std::chrono::milliseconds patience)
    : m_client(std::move(client)), m_root(std::move(root)), m_token(std::move(token)), m_patience(patience)
{
}

http::Request TopicServer::request(http::Method method, const QString& path) const
{
    http::Request made;
    made.method = method;
    made.url = m_root;
    made.url.setPath(m_root.path() + path);
    made.credentials.bearer = m_token;
    made.patience = m_patience;
    return made;
}

void TopicServer::put(const Topic& topic, http::Header condition, TopicHandler handler)
{
    http::Request made = request(http::Method::Put, pathOf(topic.id));
    made.headers.push_back(std::move(condition));
    made.body = wire::topicBody(topic);
    m_client->send(std::move(made), [id = topic.id, handler = std::move(handler)](const http::Reply& reply) {
        handler(topicReply(reply, id));
    });
}

void TopicServer::create(const Topic& topic, TopicHandler handler)
{
    put(topic, {"If-None-Match", "*"}, std::move(handler));
}

void TopicServer::update(const Topic& wanted, domain::TopicFields, const ports::RemoteTopic& known, TopicHandler handler)
{
    put(wanted, {"If-Match", known.revision.toUtf8()}, std::move(handler)); // this list takes whole topics
}

void TopicServer::remove(const ports::RemoteTopic& known, const QString& by, TopicHandler handler)
{
    http::Request made = request(http::Method::Delete, pathOf(known.topic.id));
    made.headers.push_back({"If-Match", known.revision.toUtf8()});
    made.headers.push_back({"Known-Comments", QByteArray::number(static_cast<qulonglong>(known.comments.size()))});
    if (!by.isEmpty())
        made.headers.push_back({"Changed-By", QUrl::toPercentEncoding(by)});
    m_client->send(std::move(made), [known, handler = std::move(handler)](const http::Reply& reply) {
        handler(removalReply(reply, known));
    });
}

void TopicServer::restore(const Topic& topic, const ports::RemoteTopic& tombstone, TopicHandler handler)
{
    put(topic, {"If-Match", tombstone.revision.toUtf8()}, std::move(handler));
}

void TopicServer::addComment(const ports::RemoteTopic& known, const Comment& comment, CommentHandler handler)
{
    http::Request made =
        request(http::Method::Put, pathOf(known.topic.id) + QStringLiteral("/comments/") + comment.id.text());
    made.body = wire::commentBody(comment);
    m_client->send(std::move(made), [id = comment.id, handler = std::move(handler)](const http::Reply& reply) {
        if (const auto failed = trouble(reply)) {
            handler(*failed);
            return;
        }
        const auto stored = wire::commentFrom(reply.body);
        if (!stored || stored->id != id) {
            handler(nonsense(reply));
            return;
        }
        Reply done;
        done.answer = Answer::Done;
        handler(done);
    });
}

void TopicServer::fetch(const TopicId& topic, const QString&, TopicHandler handler)
{
    m_client->send(request(http::Method::Get, pathOf(topic)),
                   [topic, handler = std::move(handler)](const http::Reply& reply) { handler(topicReply(reply, topic)); });
}

void TopicServer::changes(const QString& cursor, std::chrono::seconds wait, FeedHandler handler, MoreHandler more)
{
    http::Request made = request(http::Method::Get, QStringLiteral("/v1/changes"));
    made.url.setQuery(QStringLiteral("since=%1&limit=%2&wait=%3")
                          .arg(QString::fromLatin1(QUrl::toPercentEncoding(cursor)))
                          .arg(pageLength)
                          .arg(wait.count()));
    made.patience += wait;
    made.silence += wait;
    m_client->send(std::move(made), [this, cursor, handler = std::move(handler),
                                     more = std::move(more)](const http::Reply& reply) {
        const auto next = more && isSuccess(reply) ? wire::nextIn(reply.body) : std::nullopt;
        if (next && *next != cursor) {
            more(*next);
            m_client->hurry(); // so that the server works on the next page while we read this one
        }
        handler(feedReply(reply, cursor));
    });
}

void TopicServer::probe(ProbeHandler handler)
{
    http::Request made = request(http::Method::Get, QStringLiteral("/v1/changes"));
    made.url.setQuery(QStringLiteral("limit=1"));
    m_client->send(std::move(made), [this, handler = std::move(handler)](const http::Reply& reply) {
        ProbeReply found;
        static_cast<Reply&>(found) = feedReply(reply, {});
        if (found.answer != Answer::Done) {
            handler(found);
            return;
        }
        using ports::BoardAbility;
        found.report.product = QStringLiteral("Vorzimmer topic list");
        found.report.abilities = BoardAbility::Comments | BoardAbility::Assignee | BoardAbility::UpdateGuard |
                                 BoardAbility::InstantNews | BoardAbility::SaysWhoChanged | BoardAbility::Priority;
        probeWriting(std::move(found), handler);
    });
}

void TopicServer::probeWriting(ProbeReply found, ProbeHandler handler)
{
    // Nothing has this id, so there is nothing that this could delete; a token that may only read is told so first.
    http::Request made = request(http::Method::Delete, pathOf(TopicId::parse(nobodysId())));
    made.headers.push_back({"If-Match", "\"1\""});
    m_client->send(std::move(made),
                   [found = std::move(found), handler = std::move(handler)](const http::Reply& reply) mutable {
                       if (reply.fate != http::Fate::Answered) {
                           static_cast<Reply&>(found) = trouble(reply).value_or(nonsense(reply));
                       } else {
                           const bool wouldLook = reply.status == 404 || reply.status == 412;
                           found.report.abilities.setFlag(ports::BoardAbility::Writing, wouldLook);
                       }
                       handler(found);
                   });
}

} // namespace vorzimmer::cloud::topics
