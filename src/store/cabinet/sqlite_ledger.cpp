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
    return inFile(*m_shelf, m_tenant, [](CabinetFile& file) { return file.outbox.reviveInFlight(); });
}

Outcome SqliteLedger::confirm(const OperationId& id, const RemoteTopic& agreed)
{
    return inTransaction(*m_shelf, m_tenant, Access::Write,
                         [&](CabinetFile& file) { return file.book.confirm(id, agreed); });
}

Outcome SqliteLedger::postpone(const OperationId& id, OperationState state, const QDateTime& nextTry, const QString& problem)
{
    return inFile(*m_shelf, m_tenant, [&](CabinetFile& file) { return file.outbox.postpone(id, state, nextTry, problem); });
}

Outcome SqliteLedger::block(const OperationId& id, const QString& problem)
{
    return postpone(id, OperationState::Blocked, {}, problem);
}

Result<std::optional<RemoteTopic>> SqliteLedger::agreed(const domain::TopicId& id)
{
    return inTransaction(*m_shelf, m_tenant, Access::Read, [&](CabinetFile& file) { return file.book.agreed(id); });
}

Result<QString> SqliteLedger::cursor()
{
    return inFile(*m_shelf, m_tenant, [](CabinetFile& file) { return file.marks.cursor(); });
}

Result<std::vector<domain::TopicId>> SqliteLedger::applyChanges(const std::vector<RemoteTopic>& changes,
                                                                const QString& cursor)
{
    return inTransaction(*m_shelf, m_tenant, Access::Write,
                         [&](CabinetFile& file) { return file.book.applyChanges(changes, cursor); });
}

Result<OutboxSummary> SqliteLedger::outbox()
{
    return inTransaction(*m_shelf, m_tenant, Access::Read, [](CabinetFile& file) { return file.outbox.summary(); });
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
