#include "cabinet/sqlite_topic_list.h"

#include "cabinet/session.h"

namespace vorzimmer::store {

using domain::OperationId;
using domain::Outcome;
using domain::Result;
using domain::TopicId;
using ports::Signature;

Result<std::vector<ports::TopicEntry>> SqliteTopicList::entries(const ports::TopicQuery& query)
{
    return inTransaction(*m_shelf, m_tenant, Access::Read, [&](CabinetFile& file) { return file.catalogue.entries(query); });
}

Result<ports::TopicEntry> SqliteTopicList::entry(const TopicId& id)
{
    return inTransaction(*m_shelf, m_tenant, Access::Read, [&](CabinetFile& file) { return file.catalogue.entry(id); });
}

Result<std::vector<ports::TopicEvent>> SqliteTopicList::history(const TopicId& id)
{
    return inFile(*m_shelf, m_tenant, [&](CabinetFile& file) { return file.events.of(id); });
}

Outcome SqliteTopicList::add(const domain::Topic& topic, const OperationId& operation)
{
    return inTransaction(*m_shelf, m_tenant, Access::Write,
                         [&](CabinetFile& file) { return file.book.add(topic, operation); });
}

Outcome SqliteTopicList::edit(const domain::Topic& wanted, domain::TopicFields fields, const OperationId& operation,
                              const Signature& by)
{
    return inTransaction(*m_shelf, m_tenant, Access::Write, [&](CabinetFile& file) {
        return file.book.edit(wanted, fields, operation, by, {m_clock.nowUtc(), m_ids});
    });
}

Outcome SqliteTopicList::remove(const TopicId& id, const OperationId& operation, const Signature& by)
{
    return inTransaction(*m_shelf, m_tenant, Access::Write,
                         [&](CabinetFile& file) { return file.book.remove(id, operation, by); });
}

Outcome SqliteTopicList::decide(const TopicId& id, domain::TopicField field, ports::ConflictChoice choice,
                                const OperationId& operation, const Signature& by)
{
    return inTransaction(*m_shelf, m_tenant, Access::Write, [&](CabinetFile& file) {
        return file.arbitration.decide(id, field, choice, operation, by, {m_clock.nowUtc(), m_ids});
    });
}

Outcome SqliteTopicList::undoDecision(const TopicId& id, domain::TopicField field, const OperationId&, const Signature& by)
{
    return inTransaction(*m_shelf, m_tenant, Access::Write,
                         [&](CabinetFile& file) { return file.arbitration.undo(id, field, by); });
}

Result<std::vector<ports::OutboxOperation>> SqliteTopicList::outbox()
{
    return inFile(*m_shelf, m_tenant, [](CabinetFile& file) { return file.outbox.all(); });
}

Outcome SqliteTopicList::retry(const OperationId& id)
{
    return inTransaction(*m_shelf, m_tenant, Access::Write, [&](CabinetFile& file) { return file.outbox.retry(id); });
}

Outcome SqliteTopicList::giveUp(const OperationId& id, const Signature& by)
{
    return inTransaction(*m_shelf, m_tenant, Access::Write, [&](CabinetFile& file) { return file.book.giveUp(id, by); });
}

Outcome SqliteTopicList::startOver()
{
    return inTransaction(*m_shelf, m_tenant, Access::Write,
                         [&](CabinetFile& file) { return file.book.startOver({m_clock.nowUtc(), m_ids}); });
}

Outcome SqliteTopicList::goOnWith(const QString& list)
{
    return inTransaction(*m_shelf, m_tenant, Access::Write,
                         [&](CabinetFile& file) { return file.book.goOnWith(list, {m_clock.nowUtc(), m_ids}); });
}

} // namespace vorzimmer::store
