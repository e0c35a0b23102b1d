#include "bureau/line_table.h"

namespace vorzimmer::store {

using domain::Fault;
using domain::LineFlaw;
using domain::LineId;
using domain::Outcome;
using domain::PhoneLine;
using domain::Result;

namespace {

constexpr const char* selectAll =
    "SELECT id, name, user, server, transport, login, proxy, number, expiry, enabled FROM line ORDER BY name_key";
constexpr const char* selectByName = "SELECT id FROM line WHERE name_key = ?";
constexpr const char* selectByAddress = "SELECT id FROM line WHERE address = ?";
constexpr const char* replaceLine =
    "INSERT INTO line (id, name, name_key, user, server, address, transport, login, proxy, number, expiry, enabled) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
    "ON CONFLICT (id) DO UPDATE SET name = excluded.name, name_key = excluded.name_key, user = excluded.user, "
    "server = excluded.server, address = excluded.address, transport = excluded.transport, login = excluded.login, "
    "proxy = excluded.proxy, number = excluded.number, expiry = excluded.expiry, enabled = excluded.enabled";
constexpr const char* deleteLine = "DELETE FROM line WHERE id = ?";

PhoneLine readLine(Row& row)
{
    PhoneLine line;
    line.id = row.id<LineId>();
    line.name = row.text();
    line.user = row.text();
    line.server = row.text();
    line.transport = row.code<domain::LineTransport>();
    line.login = row.text();
    line.proxy = row.text();
    line.number = row.text();
    line.expiry = std::chrono::seconds(row.number());
    line.enabled = row.flag();
    return line;
}

LineId readId(Row& row)
{
    return row.id<LineId>();
}

} // namespace

Result<std::vector<PhoneLine>> LineTable::lines()
{
    return m_database.query(selectAll).all(&readLine);
}

Outcome LineTable::save(const PhoneLine& line)
{
    PhoneLine tidied = line;
    if (tidy(tidied) != LineFlaw::None || tidied.id.isNull())
        return domain::failure(Fault::Invalid, QStringLiteral("the line has a flaw"));
    const QString nameKey = tidied.name.toCaseFolded();
    const QString address = addressOf(tidied).toCaseFolded();
    const auto namesake = m_database.query(selectByName).first(&readId, nameKey);
    if (!namesake)
        return domain::failure(namesake.error());
    if (*namesake && **namesake != tidied.id)
        return domain::failure(Fault::Conflict, QStringLiteral("another line has this name"), QStringLiteral("name"));
    const auto twin = m_database.query(selectByAddress).first(&readId, address);
    if (!twin)
        return domain::failure(twin.error());
    if (*twin && **twin != tidied.id)
        return domain::failure(Fault::Conflict, QStringLiteral("another line has this address"), QStringLiteral("user"));
    return m_database.query(replaceLine)
        .run(tidied.id, tidied.name, nameKey, tidied.user, tidied.server, address, tidied.transport, tidied.login, tidied.proxy,
             tidied.number, static_cast<int>(tidied.expiry.count()), tidied.enabled);
}

Outcome LineTable::remove(const LineId& line)
{
    return m_database.query(deleteLine).run(line);
}

} // namespace vorzimmer::store
