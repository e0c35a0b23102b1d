#include "change_handler.h"

#include "exchange.h"
#include "list_pages.h"
#include "request_conditions.h"
#include "tenant_rooms.h"
#include "waiting_list.h"

namespace vorzimmer::topicserver {

namespace {

using std::chrono::seconds;

constexpr int longestWait = 30;
/// How often a waiting request looks whether its client is still there.
constexpr seconds heartbeat{1};
constexpr seconds comeBack{5};

void awaitChange(ChangeBell& bell, std::int64_t sequence, ChangeBell::Clock::time_point deadline)
{
    while (!bell.isSilenced() && ChangeBell::Clock::now() < deadline && !Exchange::current().stream().peerGone()) {
        if (bell.await(sequence, std::min(deadline, ChangeBell::Clock::now() + heartbeat)))
            return;
    }
}

Problem noPlace(WaitingList::Verdict verdict)
{
    if (verdict == WaitingList::Verdict::TenantFull)
        return {.status = 429,
                .code = "too_many_waiting",
                .detail = "This list has too many waiting readers.",
                .retryAfter = comeBack};
    return {.status = 503,
            .code = "too_many_waiting",
            .detail = "The server has too many waiting readers.",
            .retryAfter = comeBack};
}

} // namespace

Route ChangeHandler::route()
{
    return {"GET", "/v1/changes", Need::Read, [this](const Call& call) { return read(call); }};
}

Reply ChangeHandler::read(const Call& call) const
{
    const auto limit = limitOf(call.request);
    const auto wait = numberParameter(call.request, "wait", 0, longestWait, 0);
    auto since = sinceOf(call.request);
    if (!limit || !wait || !since)
        return replyOf(!limit ? limit.error() : !wait ? wait.error() : since.error());
    const auto room = m_rooms.room(call.access.tenant);
    if (!room)
        return replyOf(problemOf(room.error()));
    TopicStore& store = *(*room)->store;
    // The bell is rung just after a commit, so the store may have told a reader of more.
    auto newest = (*room)->bell.newest();
    if (since->sequence > newest) {
        const auto stored = store.newestSequence();
        if (!stored)
            return replyOf(problemOf(stored.error()));
        newest = *stored;
    }
    if (since->epoch.empty())
        since->epoch = store.epoch();
    if (since->epoch != store.epoch() || since->sequence > newest)
        return replyOf({.status = 410,
                        .code = "resync_required",
                        .detail = "The list has begun anew; read it from the beginning.",
                        .where = "since",
                        .resyncRequired = true});
    if (*wait > 0 && since->sequence == newest) {
        const WaitingList::Place place(m_waiting, call.access.tenant);
        if (place.verdict() != WaitingList::Verdict::Seated)
            return replyOf(noPlace(place.verdict()));
        awaitChange((*room)->bell, since->sequence, ChangeBell::Clock::now() + seconds(*wait));
    }
    const auto page = (*room)->latest.after(*since, *limit, (*room)->bell.newest(), store);
    if (!page)
        return replyOf(problemOf(page.error()));
    return {200, *page};
}

} // namespace vorzimmer::topicserver
