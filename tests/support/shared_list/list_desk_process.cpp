#include "list_desk_process.h"

#include <catch2/catch.hpp>

#include <QFile>

namespace vorzimmer::testing {

using nlohmann::json;

ListDeskProcess::ListDeskProcess(const domain::TenantId& tenant) : m_tenant(tenant)
{
    REQUIRE(m_folder.isValid());
}

void ListDeskProcess::start()
{
    m_process = std::make_unique<ChildProcess>(QStringLiteral(VZ_LIST_DESK), QStringList{m_folder.path(), m_tenant.text()},
                                               m_folder.filePath(QStringLiteral("log")));
}

void ListDeskProcess::kill()
{
    m_process->kill();
    m_process.reset();
}

void ListDeskProcess::open(const ports::BoardAccess& access)
{
    (void)ask({{"do", "open"},
               {"kind", static_cast<int>(access.kind)},
               {"url", access.url.toString().toStdString()},
               {"user", access.user.toStdString()},
               {"secret", access.secret.toStdString()},
               {"list", access.list.toStdString()}});
}

json ListDeskProcess::ask(const json& order)
{
    tell(order);
    const QString line = m_process->readLine();
    if (line.isEmpty()) {
        QFile log(m_folder.filePath(QStringLiteral("log")));
        (void)log.open(QIODevice::ReadOnly);
        FAIL("a desk died over " << order.dump() << "; it said: " << log.readAll().right(4000).toStdString());
    }
    return json::parse(line.toStdString());
}

void ListDeskProcess::tell(const json& order)
{
    m_process->writeLine(QByteArray::fromStdString(order.dump()));
}

} // namespace vorzimmer::testing
