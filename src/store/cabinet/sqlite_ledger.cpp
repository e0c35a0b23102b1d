#include "cabinet/sqlite_ledger.h"

#include "cabinet/session.h"

namespace vorzimmer::store {

using domain::OperationId;
using domain::Outcome;
using domain::Result;
using ports::OperationState;
using ports::OutboxOperation;
using ports::OutboxSummary;
using ports::RemoteTopic;

Outcome SqliteLedger::together(const std::function<void()>& many)
{
    return inTransaction(*m_shelf, m_tenant, Access::Write, [&](CabinetFile&) -> Outcome {
        many();
        return {};
    });
}

Result<std::optional<OutboxOperation>> SqliteLedger::nextOperation(const QDateTime& now)
{
    return inFile(*m_shelf, m_tenant, [&](CabinetFile& file) { return file.outbox.next(now); });
}

Outcome SqliteLedger::markInFlight(const OperationId& id)
{
    return inFile(*m_shelf, m_tenant, [&](CabinetFile& file) { return file.outbox.markInFlight(id); });
}

Outcome SqliteLedger::reviveInFlight()
{
    return inTransaction(*m_shelf, m_tenant, Access::Write, [](CabinetFile& file) { return file.outbox.reviveInFlight(); });
}

Outcome SqliteLedger::confirm(const OperationId& id, const RemoteTopic& agreed)
{
    return inTransaction(*m_shelf, m_tenant, Access::Write, [&](CabinetFile& file) {
        return file.ends.confirm(id, agreed, {m_clock.nowUtc(), m_ids});
    });
}

Outcome SqliteLedger::postpone(const OperationId& id, OperationState state, const QDateTime& nextTry, const QString& problem)
{
    return inFile(*m_shelf, m_tenant, [&](CabinetFile& file) { return file.outbox.postpone(id, state, nextTry, problem); });
}

Outcome SqliteLedger::block(const OperationId& id, const QString& problem)
{
    return postpone(id, OperationState::Blocked, {}, problem);
}

Outcome SqliteLedger::setAside(const OperationId& id, const RemoteTopic& theirs, domain::TopicFields clash)
{
    return inTransaction(*m_shelf, m_tenant, Access::Write, [&](CabinetFile& file) {
        return file.ends.setAside(id, theirs, clash, {m_clock.nowUtc(), m_ids});
    });
}

Result<std::optional<RemoteTopic>> SqliteLedger::agreed(const domain::TopicId& id)
{
    using Agreed = Result<std::optional<RemoteTopic>>;
    return inTransaction(*m_shelf, m_tenant, Access::Read, [&](CabinetFile& file) -> Agreed {
        auto agreed = file.topics.agreed(id);
        if (!agreed)
            return domain::failure(agreed.error());
        if (!*agreed)
            return std::optional<RemoteTopic>();
        auto comments = file.comments.agreedOf(id);
        if (!comments)
            return domain::failure(comments.error());
        (*agreed)->remote.comments = std::move(*comments);
        return std::optional(std::move((*agreed)->remote));
    });
}

Result<QString> SqliteLedger::cursor()
{
    return inFile(*m_shelf, m_tenant, [](CabinetFile& file) { return file.marks.cursor(); });
}

Result<std::vector<domain::TopicId>> SqliteLedger::applyChanges(const std::vector<RemoteTopic>& changes,
                                                                const QString& cursor)
{
    return inTransaction(*m_shelf, m_tenant, Access::Write, [&](CabinetFile& file) {
        return file.intake.applyChanges(changes, cursor, {m_clock.nowUtc(), m_ids});
    });
}

Result<std::vector<RemoteTopic>> SqliteLedger::agreedTopics()
{
    return inFile(*m_shelf, m_tenant, [](CabinetFile& file) { return file.topics.agreedThere(); });
}

Result<OutboxSummary> SqliteLedger::outbox()
{
    return inTransaction(*m_shelf, m_tenant, Access::Read, [](CabinetFile& file) -> Result<OutboxSummary> {
        auto summary = file.outbox.summary();
        if (!summary)
            return summary;
        const auto conflicts = file.conflicts.count();
        if (!conflicts)
            return domain::failure(conflicts.error());
        summary->conflicts = *conflicts;
        return summary;
    });
}

Result<QDateTime> SqliteLedger::lastSync()
{
    return inFile(*m_shelf, m_tenant, [](CabinetFile& file) { return file.marks.lastSync(); });
}

Outcome SqliteLedger::setLastSync(const QDateTime& at)
{
    return inFile(*m_shelf, m_tenant, [&](CabinetFile& file) { return file.marks.setLastSync(at); });
}

} // namespace vorzimmer::store
