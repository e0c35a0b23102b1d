#include "topics/delivery.h"

#include "log.h"
#include "topics/fields.h"

#include <algorithm>

namespace vorzimmer::cloud::topics {

using domain::Comment;
using domain::Outcome;
using domain::Result;
using ports::OperationKind;
using ports::OperationState;
using ports::OutboxOperation;
using ports::RemoteTopic;
using ports::TopicFields;
using ports::TopicLedger;

namespace {

/// How often the other side may be faster than us before we wait.
constexpr int maxRounds = 4;

const Comment* commentIn(const RemoteTopic& topic, const domain::CommentId& id)
{
    const auto found =
        std::find_if(topic.comments.cbegin(), topic.comments.cend(), [&id](const Comment& c) { return c.id == id; });
    return found == topic.comments.cend() ? nullptr : &*found;
}

/// On the store lane: confirms @p operation, after which the other side was seen to hold @p now. What the other side changed
/// of its own accord comes in through its feed only: were it agreed on here, the next waiting change of ours would take it
/// for known and overwrite it.
Outcome settle(TopicLedger& ledger, const OutboxOperation& operation, const RemoteTopic& now)
{
    const auto known = ledger.agreed(operation.topic.id);
    if (!known)
        return domain::failure(known.error());
    RemoteTopic agreed = known->value_or(now);
    if (operation.kind == OperationKind::UpdateTopic)
        agreed.topic = withFields(agreed.topic, operation.topic, operation.changed);
    if (operation.kind != OperationKind::AddComment && !differing(agreed.topic, now.topic))
        agreed = now;
    if (operation.kind == OperationKind::AddComment && !commentIn(agreed, operation.comment.id))
        agreed.comments.push_back(operation.comment);
    return ledger.confirm(operation.id, agreed);
}

} // namespace

Delivery::Delivery(OutboxOperation operation, Provider& provider, LedgerDesk ledger, Retry retry, Done done)
    : m_operation(std::move(operation)), m_provider(provider), m_ledger(std::move(ledger)), m_retry(std::move(retry)),
      m_done(std::move(done)), m_mayHaveArrived(m_operation.state == OperationState::Unknown)
{
}

void Delivery::start()
{
    m_ledger.ask(
        this,
        [operation = m_operation.id,
         topic = m_operation.topic.id](TopicLedger& ledger) -> Result<std::optional<RemoteTopic>> {
            if (const Outcome marked = ledger.markInFlight(operation); !marked)
                return domain::failure(marked.error());
            return ledger.agreed(topic);
        },
        [this](const Result<std::optional<RemoteTopic>>& agreed) {
            if (!agreed) {
                end(DeliveryEnd::Kind::StoreFailed, {}, domain::failure(agreed.error()));
                return;
            }
            ++m_operation.attempt;
            m_agreed = *agreed;
            m_base = agreed->value_or(RemoteTopic());
            m_thereAlready = m_operation.kind != OperationKind::CreateTopic;
            const bool needsBase = m_operation.kind != OperationKind::CreateTopic && !m_agreed;
            if (m_mayHaveArrived || needsBase)
                readBack();
            else
                send();
        });
}

void Delivery::readBack()
{
    m_provider.fetch(m_operation.topic.id, [this](const TopicReply& reply) {
        switch (reply.answer) {
        case Answer::Done:
            onSeen(reply.topic);
            break;
        case Answer::Missing:
            onMissing();
            break;
        case Answer::Deleted:
            onDeleted();
            break;
        default:
            giveUp(reply);
            break;
        }
    });
}

void Delivery::onSeen(const RemoteTopic& seen)
{
    m_thereAlready = true;
    switch (m_operation.kind) {
    case OperationKind::CreateTopic:
        // Ours has arrived even if somebody has edited it since; whatever else is under our id is not for us to overwrite.
        if (m_mayHaveArrived || !differing(seen.topic, m_operation.topic))
            confirm(seen);
        else
            block(QStringLiteral("the list holds another topic under this one's id"));
        return;
    case OperationKind::UpdateTopic:
        onUpdateSeen(seen);
        return;
    case OperationKind::AddComment:
        m_mayHaveArrived = false;
        m_base = seen;
        if (commentIn(seen, m_operation.comment.id))
            confirm(seen);
        else
            send();
        return;
    }
}

void Delivery::onUpdateSeen(const RemoteTopic& seen)
{
    const TopicFields open = m_operation.changed & differing(seen.topic, m_operation.topic);
    if (!open) {
        confirm(seen);
        return;
    }
    if (m_agreed) {
        if (const TopicFields clash = open & differing(seen.topic, m_agreed->topic); clash) {
            block(QStringLiteral("both sides changed: ") + names(clash));
            return;
        }
    } else {
        m_agreed = seen;
    }
    m_mayHaveArrived = false;
    m_base = seen;
    send();
}

void Delivery::onMissing()
{
    m_mayHaveArrived = false;
    m_thereAlready = false;
    switch (m_operation.kind) {
    case OperationKind::CreateTopic:
        send();
        return;
    case OperationKind::UpdateTopic:
        if (m_agreed)
            block(QStringLiteral("the list no longer has this topic"));
        else
            send();
        return;
    case OperationKind::AddComment:
        block(QStringLiteral("the list does not have this topic"));
        return;
    }
}

void Delivery::onDeleted()
{
    if (m_operation.kind == OperationKind::CreateTopic && m_mayHaveArrived) {
        RemoteTopic tombstone;
        tombstone.topic = m_operation.topic;
        tombstone.topic.deleted = true;
        confirm(tombstone);
        return;
    }
    block(QStringLiteral("the other side deleted this topic"));
}

void Delivery::send()
{
    if (++m_rounds > maxRounds) {
        Reply reply;
        reply.answer = Answer::NotTaken;
        reply.problem = QStringLiteral("the topic changes faster than it can be written");
        giveUp(reply);
        return;
    }
    if (m_operation.kind == OperationKind::AddComment) {
        m_provider.addComment(m_operation.topic.id, m_operation.comment, [this](const Reply& reply) {
            onSent({reply, {}});
        });
        return;
    }
    const auto handler = [this](const TopicReply& reply) { onSent(reply); };
    if (m_thereAlready)
        m_provider.update(withFields(m_base.topic, m_operation.topic, m_operation.changed), m_operation.changed,
                          m_base.revision, handler);
    else // also an update of a topic from before there was a list
        m_provider.create(m_operation.topic, handler);
}

void Delivery::onSent(const TopicReply& reply)
{
    switch (reply.answer) {
    case Answer::Done:
        confirm(m_operation.kind == OperationKind::AddComment ? m_base : reply.topic);
        return;
    case Answer::Differs:
        if (m_operation.kind == OperationKind::AddComment)
            block(QStringLiteral("the list holds another comment under this one's id"));
        else
            readBack();
        return;
    case Answer::Missing:
        block(m_operation.kind == OperationKind::CreateTopic ? QStringLiteral("the list takes no topic under this one's id")
                                                             : QStringLiteral("the list no longer has this topic"));
        return;
    case Answer::Deleted:
        onDeleted();
        return;
    case Answer::Refused:
        block(reply.problem);
        return;
    case Answer::Unknown:
        m_mayHaveArrived = true;
        [[fallthrough]];
    case Answer::NotTaken:
        giveUp(reply);
        return;
    }
}

void Delivery::confirm(const RemoteTopic& now)
{
    m_ledger.ask(
        this, [operation = m_operation, now](TopicLedger& ledger) { return settle(ledger, operation, now); },
        [this](const Outcome& written) { end(DeliveryEnd::Kind::Confirmed, {}, written); });
}

void Delivery::block(const QString& problem)
{
    qCInfo(log) << "operation" << m_operation.id.text() << "blocked:" << problem;
    Reply reply;
    reply.answer = Answer::Refused;
    reply.problem = problem;
    m_ledger.ask(
        this, [id = m_operation.id, problem](TopicLedger& ledger) { return ledger.block(id, problem); },
        [this, reply](const Outcome& written) { end(DeliveryEnd::Kind::Blocked, reply, written); });
}

void Delivery::giveUp(const Reply& reply)
{
    const OperationState state = m_mayHaveArrived ? OperationState::Unknown : OperationState::New;
    const QDateTime next = m_retry(m_operation.attempt, reply);
    m_ledger.ask(
        this,
        [id = m_operation.id, state, next, problem = reply.problem](TopicLedger& ledger) {
            return ledger.postpone(id, state, next, problem);
        },
        [this, reply](const Outcome& written) { end(DeliveryEnd::Kind::Postponed, reply, written); });
}

void Delivery::end(DeliveryEnd::Kind kind, const Reply& reply, const Outcome& written)
{
    DeliveryEnd ended{kind, reply};
    if (!written) {
        ended.kind = DeliveryEnd::Kind::StoreFailed;
        ended.reply = {};
        ended.reply.answer = Answer::NotTaken;
        ended.reply.problem = storeProblem(written.error());
    }
    const Done done = std::move(m_done); // it may delete this
    done(ended);
}

} // namespace vorzimmer::cloud::topics
