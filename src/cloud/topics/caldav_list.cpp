#include "topics/caldav_list.h"

#include "caldav/sheet.h"
#include "caldav/verdicts.h"
#include "log.h"
#include "topics/todo/list_finder.h"
#include "topics/todo/todo_reading.h"
#include "topics/todo/todo_writing.h"
#include "topics/todo/topic_name.h"

#include <QTimer>

#include <algorithm>

namespace vorzimmer::cloud::topics {

using caldav::trouble;
using domain::Comment;
using domain::Topic;
using domain::TopicFields;
using domain::TopicId;
using ports::RemoteTopic;

namespace {

/// How often a comment is tried again at once when others write to the same task.
constexpr int maxRounds = 4;

Reply answer(Answer kind, const QString& problem = {})
{
    Reply reply;
    reply.answer = kind;
    reply.problem = problem;
    return reply;
}

QString nameOf(const RemoteTopic& known)
{
    return known.remoteId.isEmpty() ? todo::ownName(known.topic.id) : known.remoteId;
}

/// A relay on the way may have marked the ETag as weak; the server knows it as strong.
QString strong(const QByteArray& etag)
{
    return QString::fromUtf8(etag.startsWith("W/") ? etag.mid(2) : etag);
}

const Comment* commentIn(const RemoteTopic& topic, const domain::CommentId& id)
{
    const auto found =
        std::find_if(topic.comments.cbegin(), topic.comments.cend(), [&id](const Comment& c) { return c.id == id; });
    return found == topic.comments.cend() ? nullptr : &*found;
}

RemoteTopic tombstoneOf(const RemoteTopic& known)
{
    RemoteTopic gone = known;
    gone.topic.deleted = true;
    gone.revision.clear();
    gone.remoteId = nameOf(known);
    return gone;
}

FeedReply feedOf(const caldav::Changes& news, caldav::ReaderMemory& memory)
{
    FeedReply feed;
    static_cast<Reply&>(feed) = news;
    feed.next = news.next;
    feed.more = news.more;
    feed.complete = news.complete;
    feed.doubtful = news.doubtful;
    for (const QString& name : news.unreadable)
        qCInfo(log) << "a member of the task list cannot be read:" << todo::topicNamed(name).text();
    for (const caldav::Member& member : news.members) {
        RemoteTopic told;
        told.topic.id = todo::topicNamed(member.name);
        told.topic.deleted = !member.text;
        told.remoteId = member.name;
        if (member.text) {
            auto topic = todo::topicIn(*member.text, member.name);
            if (!topic) { // an appointment perhaps
                memory.others[member.name] = member.etag;
                qCDebug(log) << "a member of the task list is no task:" << told.topic.id.text();
                continue;
            }
            told = std::move(*topic);
            told.revision = member.etag;
        }
        feed.changes.push_back(std::move(told));
    }
    return feed;
}

} // namespace

CalDavList::CalDavList(caldav::Collection collection, const ports::Clock& clock, Pace pace)
    : m_collection(std::move(collection)), m_clock(clock), m_pace(pace)
{
}

CalDavList::~CalDavList() = default;

void CalDavList::makeSure(const Reply& reply, Answer ifThere, std::function<void(const Reply&)> handler)
{
    m_collection.lookFor([reply, ifThere, handler = std::move(handler)](const std::optional<Reply>& failed) {
        Reply result = failed.value_or(reply);
        if (!failed)
            result.answer = ifThere;
        handler(result);
    });
}

void CalDavList::see(const QString& name, Answer ifGone, SeenHandler handler)
{
    m_collection.get(name, [this, name, ifGone, handler = std::move(handler)](const http::Reply& reply) {
        if (const auto failed = trouble(reply, {200})) {
            if (failed->answer == Answer::Missing)
                makeSure(*failed, ifGone, [handler](const Reply& sure) { handler(sure, {}); });
            else
                handler(*failed, {});
            return;
        }
        auto topic = todo::topicIn(reply.body, name);
        if (!topic) {
            const bool calendar = reply.body.trimmed().startsWith("BEGIN:VCALENDAR");
            handler(calendar ? answer(Answer::Refused, QStringLiteral("what is there is not a task"))
                             : caldav::nonsense(reply),
                    {});
            return;
        }
        topic->revision = strong(reply.etag);
        handler(answer(Answer::Done), {std::move(*topic), reply.body});
    });
}

/// Puts a new resource where none is.
void CalDavList::place(const QString& name, const QByteArray& text, TopicHandler handler)
{
    m_collection.put(
        name, text, {"If-None-Match", "*"}, [this, name, text, handler = std::move(handler)](const http::Reply& reply) {
            if (const auto failed = trouble(reply, {200, 201, 204})) {
                const bool perhapsNoList = failed->answer == Answer::Missing || reply.status == 409;
                if (perhapsNoList)
                    makeSure(*failed, Answer::Refused, [handler](const Reply& sure) { handler({sure, {}}); });
                else
                    handler({*failed, {}});
                return;
            }
            auto sent = todo::topicIn(text, name);
            if (reply.etag.isEmpty() || !sent) { // it may have rewritten what it got
                see(name, Answer::Unknown, [handler](const Reply& read, const Seen& seen) { handler({read, seen.topic}); });
                return;
            }
            sent->revision = strong(reply.etag);
            handler({answer(Answer::Done), std::move(*sent)});
        });
}

void CalDavList::create(const Topic& topic, TopicHandler handler)
{
    place(todo::ownName(topic.id), todo::newTodo(topic, {}, m_clock.nowUtc()), std::move(handler));
}

void CalDavList::restore(const Topic& topic, const RemoteTopic& tombstone, TopicHandler handler)
{
    RemoteTopic known = tombstone;
    known.topic.id = topic.id;
    place(nameOf(known), todo::newTodo(topic, tombstone.comments, m_clock.nowUtc()), std::move(handler));
}

/// Puts @p text in the place of what was seen and answers with what is there once other writers are done.
void CalDavList::write(const Seen& seen, const QByteArray& text, SeenHandler handler)
{
    const QString name = seen.topic.remoteId;
    if (seen.topic.revision.isEmpty()) {
        handler(answer(Answer::Refused, QStringLiteral("the server gives no ETags; changing is not safe there")), {});
        return;
    }
    m_collection.put(name, text, {"If-Match", seen.topic.revision.toUtf8()},
                     [this, name, handler = std::move(handler)](const http::Reply& reply) {
                         if (const auto failed = trouble(reply, {200, 201, 204})) {
                             if (failed->answer == Answer::Missing)
                                 makeSure(*failed, Answer::Deleted, [handler](const Reply& sure) { handler(sure, {}); });
                             else
                                 handler(*failed, {});
                             return;
                         }
                         QTimer::singleShot(m_pace.settle, m_collection.context(), [this, name, handler] {
                             see(name, Answer::Deleted, [handler](const Reply& read, const Seen& now) {
                                 Reply result = read; // written it was, so whatever keeps us from seeing it
                                 if (read.answer == Answer::NotTaken || read.answer == Answer::Refused)
                                     result.answer = Answer::Unknown;
                                 handler(result, now);
                             });
                         });
                     });
}

void CalDavList::update(const Topic& wanted, TopicFields changed, const RemoteTopic& known, TopicHandler handler)
{
    see(nameOf(known), Answer::Deleted, [=, this](const Reply& read, const Seen& seen) {
        if (read.answer != Answer::Done) {
            handler({read, {}});
            return;
        }
        // Another ETag over the same values is no difference: an alarm was put off, a comment was added.
        if (seen.topic.revision != known.revision && differing(seen.topic.topic, known.topic)) {
            handler({answer(Answer::Differs, QStringLiteral("the task was changed elsewhere")), {}});
            return;
        }
        const TopicFields open = changed & differing(seen.topic.topic, wanted);
        const auto text = todo::changedTodo(seen.text, wanted, open, known.comments, m_clock.nowUtc());
        if (!open || !text) {
            handler({answer(text ? Answer::Done : Answer::Refused), seen.topic});
            return;
        }
        write(seen, *text, [=](const Reply& written, const Seen& now) {
            // A second writer may have put the old values back without having seen ours.
            const bool lost = written.answer == Answer::Done && (changed & differing(now.topic.topic, wanted));
            handler({lost ? answer(Answer::Differs, QStringLiteral("another writer was there at the same moment")) : written,
                     now.topic});
        });
    });
}

void CalDavList::remove(const RemoteTopic& known, const QString& by, TopicHandler handler)
{
    if (known.revision.isEmpty()) {
        see(nameOf(known), Answer::Deleted, [=, this](const Reply& read, const Seen& seen) {
            if (read.answer != Answer::Done)
                handler({read, {}});
            else if (differing(seen.topic.topic, known.topic) || seen.topic.revision.isEmpty())
                handler({answer(Answer::Differs, QStringLiteral("the task was changed elsewhere")), {}});
            else
                remove(seen.topic, by, handler);
        });
        return;
    }
    m_collection.erase(nameOf(known), known.revision, [=, this](const http::Reply& reply) {
        const auto failed = trouble(reply, {200, 204});
        if (!failed) {
            handler({answer(Answer::Done), tombstoneOf(known)});
        } else if (failed->answer == Answer::Missing) {
            makeSure(*failed, Answer::Deleted, [=](const Reply& sure) { handler({sure, tombstoneOf(known)}); });
        } else {
            handler({*failed, {}});
        }
    });
}

void CalDavList::addComment(const RemoteTopic& known, const Comment& comment, CommentHandler handler)
{
    tryComment(known, comment, 1, std::move(handler));
}

void CalDavList::tryComment(const RemoteTopic& known, const Comment& comment, int round, CommentHandler handler)
{
    see(nameOf(known), Answer::Deleted, [=, this](const Reply& read, const Seen& seen) {
        if (read.answer != Answer::Done) {
            handler(read);
            return;
        }
        if (const Comment* there = commentIn(seen.topic, comment.id)) {
            const bool same = there->text == caldav::carried(comment.text);
            handler(same ? answer(Answer::Done) : answer(Answer::Differs, QStringLiteral("another comment has this id")));
            return;
        }
        std::vector<Comment> all = known.comments; // what another tool dropped comes back with it
        all.push_back(comment);
        const auto text = todo::changedTodo(seen.text, seen.topic.topic, {}, all, m_clock.nowUtc());
        if (!text) {
            handler(answer(Answer::Refused, QStringLiteral("what is there is not a task")));
            return;
        }
        write(seen, *text, [=, this](const Reply& written, const Seen& now) {
            const bool lost = written.answer == Answer::Done && !commentIn(now.topic, comment.id);
            if (!lost && written.answer != Answer::Differs)
                handler(written);
            else if (round < maxRounds)
                tryComment(known, comment, round + 1, handler);
            else
                handler(answer(Answer::NotTaken, QStringLiteral("the task changes faster than it can be written")));
        });
    });
}

void CalDavList::fetch(const TopicId& topic, const QString& remoteId, TopicHandler handler)
{
    const QString name = remoteId.isEmpty() ? todo::ownName(topic) : remoteId;
    see(name, remoteId.isEmpty() ? Answer::Missing : Answer::Deleted,
        [handler = std::move(handler)](const Reply& read, const Seen& seen) {
            handler({read, seen.topic});
        });
}

std::shared_ptr<caldav::ChangeReader> CalDavList::reader(FeedHandler handler)
{
    const auto told = [this, handler = std::move(handler)](const caldav::Changes& news) { handler(feedOf(news, m_memory)); };
    return std::make_shared<caldav::ChangeReader>(m_collection, m_memory, told);
}

void CalDavList::changes(const QString& cursor, std::chrono::seconds, FeedHandler handler, MoreHandler)
{
    reader(std::move(handler))->start(cursor);
}

void CalDavList::compare(const std::vector<RemoteTopic>& agreed, FeedHandler handler)
{
    std::map<QString, QString> etags;
    for (const RemoteTopic& one : agreed)
        etags[nameOf(one)] = one.revision;
    reader(std::move(handler))->compare(std::move(etags));
}

void CalDavList::probe(ProbeHandler handler)
{
    todo::findList(m_collection, m_pace.poll, std::move(handler));
}

} // namespace vorzimmer::cloud::topics
