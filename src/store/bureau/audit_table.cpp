#include "bureau/audit_table.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <initializer_list>

namespace vorzimmer::store {

using domain::Outcome;
using domain::Result;
using ports::AuditRow;

namespace {

constexpr const char* insertRow =
    "INSERT INTO audit (number, at, user, tenant, event, reason, link) VALUES (?, ?, ?, ?, ?, ?, ?)";

constexpr const char* selectTrail = "SELECT at, user, tenant, event, reason FROM audit ORDER BY number DESC LIMIT ?";
constexpr const char* selectChain =
    "SELECT at, user, tenant, event, reason, number, link FROM audit WHERE number > ? ORDER BY number LIMIT ?";

AuditRow readRow(Row& row)
{
    AuditRow audit;
    audit.at = row.moment();
    audit.user = row.id<domain::UserId>();
    audit.tenant = row.id<domain::TenantId>();
    audit.event = row.text();
    audit.reason = row.text();
    return audit;
}

struct Link {
    AuditRow row;
    qint64 number = 0;
    QByteArray link;
};

Link readLink(Row& row)
{
    Link link;
    link.row = readRow(row);
    link.number = row.bigNumber();
    link.link = row.bytes();
    return link;
}

constexpr const char* selectHead = "SELECT number, link FROM audit_head WHERE one = 1";
constexpr const char* updateHead = "UPDATE audit_head SET number = ?, link = ? WHERE one = 1";

/// Each field with its length before it: no two different rows make the same bytes.
QByteArray linkAfter(const QByteArray& previous, qint64 number, const AuditRow& row)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QByteArray& field :
         {previous, QByteArray::number(number), QByteArray::number(row.at.toMSecsSinceEpoch()), row.user.text().toUtf8(),
          row.tenant.text().toUtf8(), row.event.toUtf8(), row.reason.toUtf8()}) {
        const quint64 size = qToBigEndian(static_cast<quint64>(field.size()));
        hash.addData(QByteArrayView(reinterpret_cast<const char*>(&size), sizeof size));
        hash.addData(field);
    }
    return hash.result();
}

/// So many rows are checked at a time, since a trail has no end.
constexpr int batch = 1'000;

} // namespace

Result<AuditTable::Head> AuditTable::head()
{
    const auto head = m_database.query(selectHead).first([](Row& row) {
        Head read;
        read.number = row.bigNumber();
        read.link = row.bytes();
        return read;
    });
    if (!head)
        return domain::failure(head.error());
    return head->value_or(Head());
}

Outcome AuditTable::append(const AuditRow& row)
{
    const auto last = head();
    if (!last)
        return domain::failure(last.error());
    const qint64 number = last->number + 1;
    const QByteArray link = linkAfter(last->link, number, row);
    if (auto inserted = m_database.query(insertRow).run(number, row.at, row.user, row.tenant, row.event, row.reason, link);
        !inserted)
        return inserted;
    return m_database.query(updateHead).run(number, link);
}

Result<std::vector<AuditRow>> AuditTable::trail(int limit)
{
    return m_database.query(selectTrail).all(&readRow, limit);
}

Result<std::optional<qint64>> AuditTable::brokenLink()
{
    const auto last = head();
    if (!last)
        return domain::failure(last.error());
    Head reached;
    for (;;) {
        const auto links = m_database.query(selectChain).all(&readLink, reached.number, batch);
        if (!links)
            return domain::failure(links.error());
        for (const Link& link : *links) {
            const qint64 number = reached.number + 1;
            if (link.number != number || link.link != linkAfter(reached.link, number, link.row))
                return number;
            reached = {number, link.link};
        }
        if (links->size() < static_cast<size_t>(batch))
            break;
    }
    if (reached.number != last->number)
        return reached.number + 1;
    if (reached.link != last->link)
        return reached.number;
    return std::optional<qint64>();
}

} // namespace vorzimmer::store
