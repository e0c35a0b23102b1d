#include "topics/delivery.h"

#include "log.h"

#include <algorithm>

namespace vorzimmer::cloud::topics {

using domain::Comment;
using domain::Outcome;
using domain::Result;
using domain::TopicField;
using domain::TopicFields;
using ports::OperationKind;
using ports::OperationState;
using ports::OutboxOperation;
using ports::RemoteTopic;
using ports::TopicLedger;

namespace {

/// How often the other side may be faster than us before we wait.
constexpr int maxRounds = 4;
/// How often the feed may be faster than our looking before we believe what we see.
constexpr int maxLooks = 8;

const Comment* commentIn(const RemoteTopic& topic, const domain::CommentId& id)
{
    const auto found =
        std::find_if(topic.comments.cbegin(), topic.comments.cend(), [&id](const Comment& c) { return c.id == id; });
    return found == topic.comments.cend() ? nullptr : &*found;
}

/// True when the other side has said something there that @p known lacks.
bool hasNewComments(const RemoteTopic& seen, const RemoteTopic& known)
{
    return std::any_of(seen.comments.cbegin(), seen.comments.cend(),
                       [&known](const Comment& comment) { return !commentIn(known, comment.id); });
}

/// What both sides agree on once a topic that we created was seen as @p now. Somebody may have edited it since; that is not
/// agreed on yet, and without a revision the next change of ours reads before it writes.
RemoteTopic agreedAfterCreate(const OutboxOperation& operation, const RemoteTopic& now)
{
    if (now.topic.deleted || !differing(operation.topic, now.topic))
        return now;
    RemoteTopic agreed = now;
    agreed.topic = operation.topic;
    agreed.revision.clear();
    return agreed;
}

/// True when both are one topic, whatever has been edited since: a line may carry a create twice, and then the second one
/// finds the first. Nobody else makes a topic of that id in that name at that second, which is as finely as every list keeps
/// it.
bool sameBirth(const domain::Topic& one, const domain::Topic& other)
{
    return one.id == other.id && one.createdBy == other.createdBy && one.createdAt.isValid() &&
           one.createdAt.toSecsSinceEpoch() == other.createdAt.toSecsSinceEpoch();
}

RemoteTopic agreedAfter(const OutboxOperation& operation, const std::optional<RemoteTopic>& known, const RemoteTopic& now)
{
    // The feed has told of it meanwhile, and will not tell again what this answer may be too old for.
    if (operation.kind == OperationKind::CreateTopic && known && !known->topic.deleted && !now.topic.deleted)
        return *known;
    if (operation.kind == OperationKind::CreateTopic)
        return agreedAfterCreate(operation, now);
    if (operation.kind == OperationKind::DeleteTopic || !known || known->topic.deleted)
        return now;
    RemoteTopic agreed = *known;
    if (operation.kind == OperationKind::AddComment) {
        if (!commentIn(agreed, operation.comment.id))
            agreed.comments.push_back(operation.comment);
        return agreed;
    }
    agreed.topic = withFields(agreed.topic, operation.topic, operation.changed);
    if (!differing(agreed.topic, now.topic))
        return now;
    agreed.revision.clear(); // no revision stands for just this
    return agreed;
}

/// True when the feed has told meanwhile that the topic was deleted: an answer from before or after that?
bool isOvertaken(const std::optional<RemoteTopic>& atStart, const std::optional<RemoteTopic>& known, const RemoteTopic& now)
{
    if (!known || !known->topic.deleted || now.topic.deleted)
        return false;
    return !atStart || !atStart->topic.deleted || atStart->revision != known->revision;
}

/// On the store lane: confirms @p operation, after which the other side was seen to hold @p now; false when that must be
/// looked at again. What the other side changed of its own accord comes in through its feed only: were it agreed on here,
/// the next waiting change of ours would take it for known and overwrite it.
Result<bool> confirmIn(TopicLedger& ledger, const OutboxOperation& operation, const std::optional<RemoteTopic>& atStart,
                       const RemoteTopic& now)
{
    const auto known = ledger.agreed(operation.topic.id);
    if (!known)
        return domain::failure(known.error());
    if (isOvertaken(atStart, *known, now))
        return false;
    const Outcome confirmed = ledger.confirm(operation.id, agreedAfter(operation, *known, now));
    return confirmed ? Result<bool>(true) : domain::failure(confirmed.error());
}

/// On the store lane: writes the conflict down; what is left of the operation is as if it had never been sent.
Outcome putAside(TopicLedger& ledger, const OutboxOperation& operation, const RemoteTopic& theirs, TopicFields clash)
{
    if (const Outcome written = ledger.setAside(operation.id, theirs, clash); !written)
        return written;
    const Outcome left = ledger.postpone(operation.id, OperationState::New, {}, {});
    return !left && left.error().fault == domain::Fault::NotFound ? Outcome() : left;
}

} // namespace

Delivery::Delivery(OutboxOperation operation, std::optional<RemoteTopic> agreed, Provider& provider, LedgerDesk ledger,
                   Retry retry, std::function<void()> settling, Done done)
    : m_operation(std::move(operation)), m_provider(provider), m_ledger(std::move(ledger)), m_retry(std::move(retry)),
      m_settling(std::move(settling)), m_done(std::move(done)),
      m_mayHaveArrived(m_operation.state == OperationState::Unknown), m_agreed(std::move(agreed))
{
    ++m_operation.attempt;
}

/// Ours has arrived, and the feed has told of a deletion that it may have come before or after.
void Delivery::beginAgain()
{
    m_ledger.ask(
        this, [topic = m_operation.topic.id](TopicLedger& ledger) { return ledger.agreed(topic); },
        [this](const Result<std::optional<RemoteTopic>>& agreed) {
            if (!agreed) {
                end(DeliveryEnd::Kind::StoreFailed, {}, domain::failure(agreed.error()));
                return;
            }
            m_agreed = *agreed;
            m_agreedAtStart = m_agreed;
            m_mayHaveArrived = true;
            readBack();
        });
}

void Delivery::start()
{
    m_agreedAtStart = m_agreed;
    m_base = m_agreed.value_or(RemoteTopic());
    m_restoring = m_operation.kind == OperationKind::CreateTopic && m_agreed && m_agreed->topic.deleted;
    m_thereAlready = m_operation.kind != OperationKind::CreateTopic;
    const bool knowsWhatIsThere = m_agreed && !m_agreed->topic.deleted && !m_agreed->revision.isEmpty();
    // A removal asks first what there is to remove: it must not take a remark along that nobody here has read.
    const bool looksFirst = m_restoring || m_operation.kind == OperationKind::DeleteTopic;
    if (m_mayHaveArrived && m_operation.kind == OperationKind::UpdateTopic && m_agreed && !m_agreed->topic.deleted)
        makeGood();
    else if (m_mayHaveArrived || looksFirst || (m_thereAlready && !knowsWhatIsThere))
        readBack();
    else
        send();
}

void Delivery::makeGood()
{
    m_provider.makeGood(m_operation.topic, m_operation.changed, *m_agreed, [this](const Reply& reply) {
        if (reply.answer == Answer::Done)
            readBack();
        else
            giveUp(reply);
    });
}

RemoteTopic Delivery::tombstone() const
{
    RemoteTopic gone = m_agreed.value_or(RemoteTopic{m_operation.topic, {}, {}, {}});
    gone.topic.deleted = true;
    gone.revision.clear();
    return gone;
}

void Delivery::readBack()
{
    m_told.clear();
    const QString remoteId = m_agreed ? m_agreed->remoteId : QString();
    m_provider.fetch(m_operation.topic.id, remoteId, [this](const TopicReply& reply) {
        switch (reply.answer) {
        case Answer::Done:
            onSeen(reply.topic);
            break;
        case Answer::Missing:
            onMissing();
            break;
        case Answer::Deleted:
            onDeleted(reply.topic.topic.deleted ? std::optional(reply.topic) : std::nullopt);
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
    m_tombstone.reset();
    switch (m_operation.kind) {
    case OperationKind::CreateTopic:
        // Ours has arrived even if somebody has edited it since; whatever else is under our id, a person says which counts.
        if (m_arrived || !differing(seen.topic, m_operation.topic))
            confirm(seen);
        else if (m_restoring)
            setAside(seen, TopicField::Deletion); // brought back over there, too
        else if (m_mayHaveArrived || sameBirth(seen.topic, m_operation.topic))
            confirm(seen);
        else
            setAside(seen, differing(seen.topic, m_operation.topic));
        return;
    case OperationKind::UpdateTopic:
        onUpdateSeen(seen);
        return;
    case OperationKind::DeleteTopic:
        onRemovalSeen(seen);
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
    if (!open || m_arrived) { // what is different after ours had arrived was made of ours
        confirm(seen);
        return;
    }
    if (m_agreed) {
        if (const TopicFields clash = open & differing(seen.topic, m_agreed->topic); clash) {
            setAside(seen, clash);
            return;
        }
    } else {
        m_agreed = seen;
    }
    m_mayHaveArrived = false;
    m_base = seen;
    send();
}

void Delivery::onRemovalSeen(const RemoteTopic& seen)
{
    if (m_arrived ||
        (m_agreed && (differing(seen.topic, m_agreed->topic) || hasNewComments(seen, *m_agreed)))) { // put back, or changed
        setAside(seen, TopicField::Deletion);
        return;
    }
    m_mayHaveArrived = false;
    m_base = seen;
    send();
}

void Delivery::onMissing()
{
    if (m_operation.kind == OperationKind::DeleteTopic) {
        confirm(tombstone()); // whoever removed it, it is as it should be
        return;
    }
    if (m_operation.kind == OperationKind::CreateTopic && m_arrived) {
        onDeleted({});
        return;
    }
    m_mayHaveArrived = false;
    m_thereAlready = false;
    m_tombstone.reset();
    if (m_operation.kind == OperationKind::CreateTopic) {
        send();
    } else if (m_agreed) {
        setAside(tombstone(), TopicField::Deletion);
    } else if (m_operation.kind == OperationKind::UpdateTopic) {
        send();
    } else {
        block(QStringLiteral("the list does not have this topic"));
    }
}

void Delivery::onDeleted(const std::optional<RemoteTopic>& seen)
{
    const RemoteTopic gone = seen.value_or(tombstone());
    const bool arrivedAndWent =
        m_operation.kind == OperationKind::CreateTopic && (m_arrived || (m_mayHaveArrived && !m_restoring));
    if (m_operation.kind == OperationKind::DeleteTopic || arrivedAndWent) {
        RemoteTopic agreed = gone;
        const bool tells = !gone.topic.title.isEmpty(); // then somebody may have written there since we looked
        if (!tells)
            agreed.topic = m_agreed ? m_agreed->topic : m_operation.topic;
        agreed.topic.deleted = true;
        confirm(agreed);
        return;
    }
    if (!m_restoring) {
        setAside(gone, TopicField::Deletion);
        return;
    }
    m_mayHaveArrived = false;
    m_thereAlready = false;
    m_tombstone = gone;
    send();
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
    m_told.clear();
    const auto handler = [this](const TopicReply& reply) { onSent(reply); };
    if (m_operation.kind == OperationKind::AddComment) {
        m_provider.addComment(m_base, m_operation.comment, [this](const Reply& reply) { onSent({reply, {}}); });
    } else if (m_operation.kind == OperationKind::DeleteTopic) {
        m_provider.remove(m_base, m_operation.topic.changedBy, handler);
    } else if (m_tombstone) {
        sendRestored();
    } else if (m_thereAlready) {
        domain::Topic wanted = withFields(m_base.topic, m_operation.topic, m_operation.changed);
        wanted.changedBy = m_operation.topic.changedBy;
        wanted.changedAt = m_operation.topic.changedAt;
        m_provider.update(wanted, m_operation.changed, m_base, handler);
    } else { // also an update of a topic from before there was a list
        m_provider.create(m_operation.topic, handler);
    }
}

void Delivery::sendRestored()
{
    domain::Topic wanted = m_operation.topic;
    wanted.deleted = false;
    m_provider.restore(wanted, *m_tombstone, [this](const TopicReply& reply) { onSent(reply); });
}

void Delivery::onSent(const TopicReply& reply)
{
    switch (reply.answer) {
    case Answer::Done:
        m_arrived = true;
        if (m_replaced && m_operation.kind != OperationKind::AddComment)
            m_replaced(m_tombstone ? m_tombstone->revision : m_base.revision);
        confirm(m_operation.kind == OperationKind::AddComment ? m_base : reply.topic);
        return;
    case Answer::Differs:
        if (m_operation.kind == OperationKind::AddComment)
            block(QStringLiteral("the list holds another comment under this one's id"));
        else
            readBack();
        return;
    case Answer::Missing:
        if (m_operation.kind == OperationKind::CreateTopic)
            block(QStringLiteral("the list takes no topic under this one's id"));
        else
            onMissing();
        return;
    case Answer::Deleted:
        onDeleted(reply.topic.topic.deleted ? std::optional(reply.topic) : std::nullopt);
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

/// True when the feed has told, since the other side was asked, of something that is neither @p seen nor certainly what was
/// there before it: which of the two is newer, only another look tells. Were the older one written down, nobody would hear
/// of the newer one any more.
bool Delivery::mustLookAgain(const RemoteTopic& seen)
{
    const auto wasBefore = [this](const Told& told) {
        if (told.revision.isEmpty() || m_provider.revisionsRecur())
            return false; // so may what came afterwards
        return told.revision == m_base.revision || (m_agreed && told.revision == m_agreed->revision) ||
               (m_tombstone && told.revision == m_tombstone->revision);
    };
    const bool overtaken = std::any_of(m_told.begin(), m_told.end(), [&](const Told& told) {
        const bool isSeen = told.deleted == seen.topic.deleted && told.revision == seen.revision;
        return !isSeen && !wasBefore(told);
    });
    return overtaken && ++m_looks <= maxLooks;
}

void Delivery::confirm(const RemoteTopic& now)
{
    // A comment leaves everything else to the feed.
    if (m_operation.kind != OperationKind::AddComment && mustLookAgain(now)) {
        m_mayHaveArrived = true;
        readBack();
        return;
    }
    m_ledger.askLater(
        this,
        [operation = m_operation, atStart = m_agreedAtStart, now](TopicLedger& ledger) {
            return confirmIn(ledger, operation, atStart, now);
        },
        [this](const Result<bool>& settled) {
            if (settled && !*settled)
                beginAgain();
            else
                end(DeliveryEnd::Kind::Confirmed, {}, settled ? Outcome() : domain::failure(settled.error()));
        });
    m_settling();
}

void Delivery::setAside(const RemoteTopic& theirs, TopicFields clash)
{
    if (mustLookAgain(theirs)) {
        readBack();
        return;
    }
    qCInfo(log) << "operation" << m_operation.id.text() << "set aside; both sides changed:" << names(clash);
    settle(DeliveryEnd::Kind::SetAside, {}, [operation = m_operation, theirs, clash](TopicLedger& ledger) {
        return putAside(ledger, operation, theirs, clash);
    });
}

void Delivery::block(const QString& problem)
{
    qCInfo(log) << "operation" << m_operation.id.text() << "blocked:" << problem;
    Reply reply;
    reply.answer = Answer::Refused;
    reply.problem = problem;
    settle(DeliveryEnd::Kind::Blocked, reply,
           [id = m_operation.id, problem](TopicLedger& ledger) { return ledger.block(id, problem); });
}

void Delivery::giveUp(const Reply& reply)
{
    const OperationState state = m_mayHaveArrived ? OperationState::Unknown : OperationState::New;
    const QDateTime next = m_retry(m_operation.attempt, reply);
    settle(DeliveryEnd::Kind::Postponed, reply,
           [id = m_operation.id, state, next, problem = reply.problem](TopicLedger& ledger) {
               return ledger.postpone(id, state, next, problem);
           });
}

void Delivery::settle(DeliveryEnd::Kind kind, const Reply& reply, std::function<Outcome(TopicLedger&)> write)
{
    m_ledger.ask(this, std::move(write), [this, kind, reply](const Outcome& written) { end(kind, reply, written); });
    if (kind != DeliveryEnd::Kind::Postponed)
        m_settling();
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
