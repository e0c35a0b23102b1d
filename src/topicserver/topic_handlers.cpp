#include "topic_handlers.h"

#include "list_pages.h"
#include "request_conditions.h"
#include "tenant_rooms.h"
#include "topic_json.h"
#include "utc_now.h"

namespace vorzimmer::topicserver {

namespace {

const std::pair<std::string, std::string> replayed{"Idempotent-Replay", "true"};

Problem notFound()
{
    return {.status = 404, .code = "no_such_topic", .detail = "There is no such topic."};
}

Problem gone(const TopicRecord& tombstone)
{
    return {.status = 410,
            .code = "deleted",
            .detail = "The topic was deleted.",
            .current = jsonOf(tombstone),
            .etag = etagOf(tombstone)};
}

/// The answer to a write on topics, whose bell rings when something was written.
Reply answer(const domain::Result<TopicWrite>& write, TenantRoom& room)
{
    if (!write)
        return replyOf(problemOf(write.error()));
    const TopicRecord& current = write->current;
    switch (write->outcome) {
    case WriteOutcome::Missing:
        return replyOf(notFound());
    case WriteOutcome::Gone:
        return replyOf(gone(current));
    case WriteOutcome::Stale:
        return replyOf({.status = 412,
                        .code = "stale",
                        .detail = "The topic is not as you have seen it.",
                        .current = jsonOf(current),
                        .etag = etagOf(current)});
    case WriteOutcome::Replayed:
        return {200, dumped(jsonOf(current)), {{"ETag", etagOf(current)}, replayed}};
    case WriteOutcome::Created:
        room.bell.ring(current.sequence);
        return {201,
                dumped(jsonOf(current)),
                {{"ETag", etagOf(current)}, {"Location", "/v1/topics/" + current.id.text().toStdString()}}};
    case WriteOutcome::Updated:
        room.bell.ring(current.sequence);
        return {current.fields ? 200 : 204,
                current.fields ? dumped(jsonOf(current)) : std::string(),
                {{"ETag", etagOf(current)}}};
    }
    Q_UNREACHABLE();
}

Reply answer(const domain::Result<CommentWrite>& write, TenantRoom& room)
{
    if (!write)
        return replyOf(problemOf(write.error()));
    switch (write->outcome) {
    case WriteOutcome::Missing:
        return replyOf(notFound());
    case WriteOutcome::Gone:
        return replyOf(gone(write->topic));
    case WriteOutcome::Replayed:
        return {200, dumped(jsonOf(write->comment)), {replayed}};
    case WriteOutcome::Created:
        room.bell.ring(write->sequence);
        return {201, dumped(jsonOf(write->comment)), {}};
    default:
        return replyOf({.status = 412,
                        .code = "comment_exists",
                        .detail = "This id belongs to another comment.",
                        .current = jsonOf(write->comment)});
    }
}

} // namespace

std::vector<Route> TopicHandlers::routes()
{
    return {
        {"GET", "/v1/topics", Need::Read, [this](const Call& call) { return list(call); }},
        {"GET", "/v1/topics/{topic}", Need::Read, [this](const Call& call) { return read(call); }},
        {"PUT", "/v1/topics/{topic}", Need::Write, [this](const Call& call) { return write(call); }},
        {"DELETE", "/v1/topics/{topic}", Need::Write, [this](const Call& call) { return remove(call); }},
        {"PUT", "/v1/topics/{topic}/comments/{comment}", Need::Write,
         [this](const Call& call) { return writeComment(call); }},
    };
}

Reply TopicHandlers::list(const Call& call) const
{
    const auto limit = limitOf(call.request);
    if (!limit)
        return replyOf(limit.error());
    const auto after = afterOf(call.request);
    if (!after)
        return replyOf(after.error());
    const auto room = m_rooms.room(call.access.tenant);
    if (!room)
        return replyOf(problemOf(room.error()));
    const auto page = (*room)->store->list(*after, *limit);
    if (!page)
        return replyOf(problemOf(page.error()));
    return {200, dumped(topicPage(*page, (*room)->store->epoch()))};
}

Reply TopicHandlers::read(const Call& call) const
{
    const auto room = m_rooms.room(call.access.tenant);
    if (!room)
        return replyOf(problemOf(room.error()));
    const auto topic = (*room)->store->find(domain::TopicId(call.ids[0]));
    if (!topic)
        return replyOf(problemOf(topic.error()));
    if (!*topic)
        return replyOf(notFound());
    if (!(*topic)->fields)
        return replyOf(gone(**topic));
    return {200, dumped(jsonOf(**topic)), {{"ETag", etagOf(**topic)}}};
}

Reply TopicHandlers::write(const Call& call) const
{
    const domain::TopicId id(call.ids[0]);
    const auto condition = conditionOf(call.request);
    if (!condition)
        return replyOf(condition.error());
    const auto input = parseTopic(call.body, id);
    if (!input)
        return replyOf(input.error());
    const auto room = m_rooms.room(call.access.tenant);
    if (!room)
        return replyOf(problemOf(room.error()));
    TopicStore& store = *(*room)->store;
    const Signature signature{utcNow(), input->changedBy};
    return answer(condition->isNew ? store.create(id, input->fields, signature)
                                   : store.update(id, condition->revision, input->fields, signature),
                  **room);
}

Reply TopicHandlers::remove(const Call& call) const
{
    const auto condition = conditionOf(call.request);
    if (!condition)
        return replyOf(condition.error());
    if (condition->isNew)
        return replyOf(
            {.status = 400, .code = "bad_header", .detail = "What is to be deleted exists.", .where = "If-None-Match"});
    const auto changedBy = changedByOf(call.request);
    if (!changedBy)
        return replyOf(changedBy.error());
    const auto knownComments = knownCommentsOf(call.request);
    if (!knownComments)
        return replyOf(knownComments.error());
    const auto room = m_rooms.room(call.access.tenant);
    if (!room)
        return replyOf(problemOf(room.error()));
    TopicStore& store = *(*room)->store;
    return answer(store.remove(domain::TopicId(call.ids[0]), condition->revision, *knownComments, {utcNow(), *changedBy}),
                  **room);
}

Reply TopicHandlers::writeComment(const Call& call) const
{
    const domain::CommentId id(call.ids[1]);
    const auto fields = parseComment(call.body, id);
    if (!fields)
        return replyOf(fields.error());
    const auto room = m_rooms.room(call.access.tenant);
    if (!room)
        return replyOf(problemOf(room.error()));
    return answer((*room)->store->comment(domain::TopicId(call.ids[0]), {id, *fields}), **room);
}

} // namespace vorzimmer::topicserver
