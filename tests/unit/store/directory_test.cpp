#include "fixture.h"

#include "sqlite/database.h"

#include <chrono>

using namespace vorzimmer;
using namespace vorzimmer::store;
using domain::Fault;
using domain::PhoneNumber;

namespace {

class DirectoryFixture : public CabinetFixture {
public:
    std::unique_ptr<ports::Directory> directory = makeDirectory(location, Missing::Create);

    domain::TenantEntry someTenant(const QString& name, const std::vector<QString>& numbers)
    {
        domain::TenantEntry entry = someProfile().entry;
        entry.id = ids.fresh<domain::TenantId>();
        entry.name = name;
        entry.numbers.clear();
        for (const QString& number : numbers)
            entry.numbers.push_back(PhoneNumber::fromE164(number));
        return entry;
    }

    domain::User someUser(const QString& login)
    {
        return {ids.fresh<domain::UserId>(), login, QStringLiteral("Anna Brandt"), domain::Role::Secretary, {}};
    }

    ports::AuditRow someAudit(const QString& reason)
    {
        return {clock.now, ids.fresh<domain::UserId>(), ids.fresh<domain::TenantId>(), QStringLiteral("cabinet-opened"),
                reason};
    }

    /// Something done to the file past the program.
    void tamper(const char* sql)
    {
        const auto database =
            must(Database::open(folder.filePath(QStringLiteral("bureau.db")), OpenMode::Existing, location.patience));
        must(database->runScript(sql));
    }
};

} // namespace

TEST_CASE("A bureau that is not there is either refused or made", "[store][directory]")
{
    CabinetFixture f;
    const auto refusing = makeDirectory(f.location, Missing::Refuse);
    CHECK(faultOf(refusing->tenants()) == Fault::NotFound);
    CHECK_FALSE(QFile::exists(f.folder.filePath(QStringLiteral("bureau.db"))));
    must(makeDirectory(f.location, Missing::Create)->tenants());
    must(refusing->tenants());
}

TEST_CASE("A dialled number means one tenant", "[store][directory]")
{
    DirectoryFixture f;
    const auto praxis = f.someTenant(QStringLiteral("Praxis"), {QStringLiteral("+4930100"), QStringLiteral("+4930101")});
    auto kanzlei = f.someTenant(QStringLiteral("Kanzlei"), {QStringLiteral("+4930200"), QStringLiteral("+4930200")});
    must(f.directory->saveTenant(praxis));
    must(f.directory->saveTenant(kanzlei));
    kanzlei.numbers.pop_back();
    CHECK(must(f.directory->tenants()) == std::vector{kanzlei, praxis});
    CHECK(must(f.directory->tenantForNumber(praxis.numbers[1])) == praxis);
    CHECK_FALSE(must(f.directory->tenantForNumber(PhoneNumber::fromE164(QStringLiteral("+4930999")))));
    CHECK_FALSE(must(f.directory->tenantForNumber({})));

    auto greedy = kanzlei;
    greedy.name = QStringLiteral("umbenannt");
    greedy.numbers.push_back(praxis.numbers[0]);
    CHECK(faultOf(f.directory->saveTenant(greedy)) == Fault::Conflict);
    CHECK(must(f.directory->tenants()) == std::vector{kanzlei, praxis});
    greedy.numbers = {PhoneNumber::fromE164(QStringLiteral("+4930300"))};
    must(f.directory->saveTenant(greedy));
    CHECK_FALSE(must(f.directory->tenantForNumber(kanzlei.numbers[0])));
}

TEST_CASE("A password opens, anything else is refused alike", "[store][directory]")
{
    DirectoryFixture f;
    auto user = f.someUser(QStringLiteral("Anna"));
    must(f.directory->saveUser(user, QStringLiteral("Lindenblüte 7")));
    CHECK(must(f.directory->authenticate(QStringLiteral(" anna"), QStringLiteral("Lindenblüte 7"))) == user);
    must(f.directory->saveUser(f.someUser(QStringLiteral("ohne")), QString()));
    const std::pair<QString, QString> tries[] = {{QStringLiteral("anna"), QStringLiteral("Lindenblüte 8")},
                                                 {QStringLiteral("bea"), QStringLiteral("Lindenblüte 7")},
                                                 {QStringLiteral("anna"), QString()},
                                                 {QStringLiteral("ohne"), QString()},
                                                 {QStringLiteral("ohne"), QStringLiteral("nobody")}};
    for (const auto& [login, password] : tries) {
        const auto refused = f.directory->authenticate(login, password);
        CHECK(faultOf(refused) == Fault::Refused);
        CHECK(refused.error().detail == QStringLiteral("unknown login or wrong password"));
        CHECK(refused.error().where.isEmpty());
    }

    user.role = domain::Role::Supervisor;
    must(f.directory->saveUser(user, QString()));
    CHECK(must(f.directory->authenticate(QStringLiteral("ANNA"), QStringLiteral("Lindenblüte 7"))) == user);
    must(f.directory->saveUser(user, QStringLiteral("neu")));
    CHECK(faultOf(f.directory->authenticate(QStringLiteral("anna"), QStringLiteral("Lindenblüte 7"))) == Fault::Refused);
    CHECK(must(f.directory->authenticate(QStringLiteral("anna"), QStringLiteral("neu"))) == user);
    CHECK(faultOf(f.directory->saveUser(f.someUser(QStringLiteral("aNNa")), QString())) == Fault::Conflict);
    CHECK(must(f.directory->users()).size() == 2);

    QFile file(f.folder.filePath(QStringLiteral("bureau.db-wal")));
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    CHECK_FALSE(bytes.contains(QStringLiteral("Lindenblüte 7").toUtf8()));
    CHECK(bytes.contains("$argon2id$"));
}

TEST_CASE("An unknown login takes as long as a known one", "[store][directory]")
{
    DirectoryFixture f;
    must(f.directory->saveUser(f.someUser(QStringLiteral("anna")), QStringLiteral("Lindenblüte 7")));
    const auto quickest = [&](const QString& login) {
        auto best = std::chrono::nanoseconds::max();
        for (int i = 0; i < 3; ++i) {
            const auto start = std::chrono::steady_clock::now();
            (void)f.directory->authenticate(login, QStringLiteral("falsch"));
            best = std::min<std::chrono::nanoseconds>(best, std::chrono::steady_clock::now() - start);
        }
        return best;
    };
    // Without a check of the password the difference is a factor of thousands.
    CHECK(quickest(QStringLiteral("niemand")) * 10 > quickest(QStringLiteral("anna")));
}

TEST_CASE("Lines are kept as they are, each name and each address once", "[store][directory]")
{
    DirectoryFixture f;
    domain::PhoneLine front;
    front.id = f.ids.fresh<domain::LineId>();
    front.name = QStringLiteral("Zentrale");
    front.user = QStringLiteral("4930231250");
    front.server = QStringLiteral("sip.example.net:5070");
    front.transport = domain::LineTransport::Tls;
    front.login = QStringLiteral("bureau");
    front.proxy = QStringLiteral("edge.example.net");
    front.number = QStringLiteral("+49 30 23125-0");
    front.expiry = std::chrono::seconds(120);
    front.enabled = false;
    domain::PhoneLine back = front;
    back.id = f.ids.fresh<domain::LineId>();
    back.name = QStringLiteral("Anbau");
    back.user = QStringLiteral("4930231251");
    must(f.directory->saveLine(front));
    must(f.directory->saveLine(back));
    CHECK(must(f.directory->lines()) == std::vector{back, front});

    auto namesake = back;
    namesake.name = QStringLiteral("ZENTRALE");
    const auto sameName = f.directory->saveLine(namesake);
    CHECK(faultOf(sameName) == Fault::Conflict);
    CHECK(sameName.error().where == QStringLiteral("name"));
    auto twin = back;
    twin.user = front.user;
    twin.server = QStringLiteral("SIP.example.net:5070");
    const auto sameAddress = f.directory->saveLine(twin);
    CHECK(faultOf(sameAddress) == Fault::Conflict);
    CHECK(sameAddress.error().where == QStringLiteral("user"));
    auto flawed = back;
    flawed.server = QStringLiteral("sip example");
    CHECK(faultOf(f.directory->saveLine(flawed)) == Fault::Invalid);
    CHECK(must(f.directory->lines()) == std::vector{back, front});

    front.name = QStringLiteral("Hauptanschluss");
    front.enabled = true;
    must(f.directory->saveLine(front));
    must(f.directory->removeLine(back.id));
    CHECK(must(f.directory->lines()) == std::vector{front});
}

TEST_CASE("Assignments and walls are kept, walls from either side", "[store][directory]")
{
    DirectoryFixture f;
    const auto one = f.someTenant(QStringLiteral("Dachdeckerei Nordlicht"), {});
    const auto other = f.someTenant(QStringLiteral("Bedachungen Hansen"), {});
    const auto user = f.someUser(QStringLiteral("anna"));
    must(f.directory->saveTenant(one));
    must(f.directory->saveTenant(other));
    must(f.directory->saveUser(user, {}));
    for (int twice = 0; twice < 2; ++twice) {
        must(f.directory->assign(user.id, one.id));
        must(f.directory->buildWall(one.id, other.id));
    }
    CHECK(must(f.directory->assignments(user.id)) == std::vector{one.id});
    CHECK(must(f.directory->assignments(f.ids.fresh<domain::UserId>())).empty());
    CHECK(must(f.directory->walledFrom(one.id)) == std::vector{other.id});
    CHECK(must(f.directory->walledFrom(other.id)) == std::vector{one.id});
    CHECK(faultOf(f.directory->buildWall(one.id, one.id)) == Fault::Invalid);
    CHECK(faultOf(f.directory->assign(user.id, f.ids.fresh<domain::TenantId>())) == Fault::Invalid);
    CHECK(faultOf(f.directory->buildWall(one.id, f.ids.fresh<domain::TenantId>())) == Fault::Invalid);
}

TEST_CASE("The journal keeps one row a call", "[store][directory]")
{
    DirectoryFixture f;
    ports::JournalRow row{f.ids.fresh<domain::CallId>(), {}, {}, f.clock.now, {}, {}, domain::EndReason::None,
                          domain::Disposition::None};
    must(f.directory->journal(row));
    row.tenant = f.tenant;
    row.user = f.ids.fresh<domain::UserId>();
    row.answeredAt = f.clock.now.addSecs(5);
    row.endedAt = f.clock.now.addSecs(60);
    row.endReason = domain::EndReason::CallerHungUp;
    row.disposition = domain::Disposition::MessageTaken;
    must(f.directory->journal(row));
    ports::JournalRow earlier = row;
    earlier.call = f.ids.fresh<domain::CallId>();
    earlier.offeredAt = f.clock.now.addDays(-1);
    must(f.directory->journal(earlier));
    CHECK(must(f.directory->journalSince(f.clock.now)) == std::vector{row});
    CHECK(must(f.directory->journalSince(f.clock.now.addDays(-1))) == std::vector{earlier, row});
}

TEST_CASE("The audit trail shows what was altered and what is missing", "[store][directory][audit]")
{
    DirectoryFixture f;
    CHECK_FALSE(must(f.directory->brokenAuditLink()));
    std::vector<ports::AuditRow> rows;
    for (int i = 0; i < 5; ++i) {
        rows.insert(rows.begin(), f.someAudit(QStringLiteral("Grund %1").arg(i)));
        must(f.directory->audit(rows.front()));
    }
    CHECK(must(f.directory->auditTrail(10)) == rows);
    CHECK(must(f.directory->auditTrail(2)) == std::vector{rows[0], rows[1]});
    CHECK_FALSE(must(f.directory->brokenAuditLink()));
    CHECK(must(f.directory->flaws()).empty());

    SECTION("an altered reason")
    {
        f.tamper("UPDATE audit SET reason = 'harmlos' WHERE number = 3");
        CHECK(must(f.directory->brokenAuditLink()) == 3);
        CHECK(must(f.directory->flaws()).size() == 1);
    }
    SECTION("an altered moment")
    {
        f.tamper("UPDATE audit SET at = at + 1 WHERE number = 1");
        CHECK(must(f.directory->brokenAuditLink()) == 1);
    }
    SECTION("a text moved to the next column")
    {
        f.tamper("UPDATE audit SET event = event || 'G', reason = substr(reason, 2) WHERE number = 4");
        CHECK(must(f.directory->brokenAuditLink()) == 4);
    }
    SECTION("a row missing in the middle")
    {
        f.tamper("DELETE FROM audit WHERE number = 2");
        CHECK(must(f.directory->brokenAuditLink()) == 2);
    }
    SECTION("the last row missing")
    {
        f.tamper("DELETE FROM audit WHERE number = 5");
        CHECK(must(f.directory->brokenAuditLink()) == 5);
    }
    SECTION("two rows exchanged")
    {
        f.tamper("UPDATE audit SET number = -number WHERE number IN (2, 3); UPDATE audit SET number = 5 + number WHERE "
                 "number < 0");
        CHECK(must(f.directory->brokenAuditLink()) == 2);
    }
}

TEST_CASE("A long audit trail is checked to its end", "[store][directory][audit]")
{
    DirectoryFixture f;
    for (int i = 0; i < 1'003; ++i)
        must(f.directory->audit(f.someAudit(QString::number(i))));
    CHECK_FALSE(must(f.directory->brokenAuditLink()));
    f.tamper("UPDATE audit SET reason = 'anders' WHERE number = 1002");
    CHECK(must(f.directory->brokenAuditLink()) == 1'002);
}

TEST_CASE("Settings are kept by name", "[store][directory]")
{
    DirectoryFixture f;
    CHECK(must(f.directory->setting(QStringLiteral("theme"))).isEmpty());
    must(f.directory->setSetting(QStringLiteral("theme"), QStringLiteral("dark")));
    must(f.directory->setSetting(QStringLiteral("theme"), QStringLiteral("light")));
    CHECK(must(f.directory->setting(QStringLiteral("theme"))) == QStringLiteral("light"));
}
