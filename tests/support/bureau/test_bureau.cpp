#include "test_bureau.h"

#include "vorzimmer/store/sqlite_store.h"

#include <stdexcept>

namespace vorzimmer::test {

using domain::Fault;
using domain::Outcome;
using domain::PhoneNumber;

namespace {

void must(const Outcome& outcome)
{
    if (!outcome)
        throw std::runtime_error("the test bureau cannot be furnished: " + outcome.error().detail.toStdString());
}

} // namespace

domain::Result<QByteArray> KeysInMemory::secret(const QString& name) const
{
    if (locked)
        return domain::failure(Fault::Locked, QStringLiteral("locked"), name);
    if (!m_secrets.contains(name))
        return domain::failure(Fault::NotFound, QStringLiteral("no such key"));
    return m_secrets.value(name);
}

Outcome KeysInMemory::keep(const QString& name, const QByteArray& secret)
{
    m_secrets.insert(name, secret);
    return {};
}

ports::CallRef HandFeed::ring(const QString& caller, const QString& dialled)
{
    ports::CallOffer offer;
    offer.call = {++m_calls};
    offer.callerNumber = caller;
    offer.anonymous = caller.isEmpty();
    offer.dialled = {{dialled, ports::DialledSource::RequestUri}};
    offer.receivedAt = std::chrono::steady_clock::now();
    Q_EMIT callOffered(offer);
    return offer.call;
}

ports::CommandId HandFeed::note(const char* command, ports::CallRef call)
{
    commands << QStringLiteral("%1 %2").arg(QLatin1String(command)).arg(call.value);
    return {static_cast<quint64>(commands.size())};
}

TestBureau::TestBureau()
{
    clock.set(QDateTime(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC)); // a Monday, ten o'clock in Berlin
    practice = entry(QStringLiteral("Praxis am Lindenplatz"), QStringLiteral("+493023125010"));
    roofer = entry(QStringLiteral("Dachdeckerei Nordlicht"), QStringLiteral("+494066969020"));
    rival = entry(QStringLiteral("Bedachungen Hansen"), QStringLiteral("+494066969030"));
    anna = {domain::UserId(ids.next()), QStringLiteral("anna"), QStringLiteral("Anna Brandt"), domain::Role::Secretary, {}};
    petra = {domain::UserId(ids.next()), QStringLiteral("petra"), QStringLiteral("Petra Vogt"), domain::Role::Supervisor, {}};
    feld = {domain::UserId(ids.next()), QStringLiteral("feld"), QStringLiteral("Dr. Feld"), domain::Role::Client, practice.id};
    open();
    furnish();
}

TestBureau::~TestBureau()
{
    m_lane->post([room = std::shared_ptr(std::move(m_room)), directory = std::shared_ptr(std::move(m_directory))] {});
    m_lane.reset();
}

QString TestBureau::canary(const domain::TenantEntry& tenant)
{
    return QStringLiteral("canary-") + tenant.id.text();
}

domain::TenantEntry TestBureau::entry(const QString& name, const QString& number) const
{
    domain::TenantEntry tenant;
    tenant.id = domain::TenantId(QUuid::createUuid());
    tenant.name = name;
    tenant.answerAs = name;
    tenant.accent = QStringLiteral("#0f766e");
    tenant.language = QStringLiteral("de");
    tenant.region = QStringLiteral("DE");
    tenant.zone = QTimeZone("Europe/Berlin");
    tenant.numbers = {PhoneNumber::fromE164(number)};
    return tenant;
}

void TestBureau::open()
{
    const store::Location location{m_folder.path()};
    m_directory = store::makeDirectory(location, store::Missing::Create);
    m_room = store::makeCabinetRoom(location, clock, ids);
    m_lane = std::make_unique<lane::Lane>("store");
    m_office.reset(new desk::Office{*m_lane, *m_directory, clock, ids, numbers, keys, QStringLiteral("DE")});
}

void TestBureau::reopen()
{
    m_lane->post([room = std::shared_ptr(std::move(m_room)), directory = std::shared_ptr(std::move(m_directory))] {});
    m_lane.reset();
    open();
}

void TestBureau::settle()
{
    // Two rounds: what is delivered in the first may ask again.
    for (int round = 0; round < 3; ++round)
        onLane([] { return true; });
}

void TestBureau::furnish()
{
    doctor.id = domain::PersonId(ids.next());
    doctor.name = QStringLiteral("Dr. Hanna Feld");
    doctor.numbers = {{QStringLiteral("Durchwahl"), PhoneNumber::fromE164(QStringLiteral("+493023125011"))}};
    const auto caller = [this](const char* name, const char* number) {
        domain::Caller one;
        one.id = domain::CallerId(ids.next());
        one.name = QString::fromLatin1(name);
        one.numbers = {{QString(), PhoneNumber::fromE164(QString::fromLatin1(number))}};
        return one;
    };
    albers = caller("T. Albers", "+4915228817386");
    twinA = caller("Jana Zwilling", "+493023125500");
    twinB = caller("Jens Zwilling", "+493023125500");
    const bool done = onLane([this] {
        ports::Directory& directory = *m_directory;
        for (const auto& tenant : {practice, roofer, rival}) {
            must(directory.saveTenant(tenant));
            furnishCabinet(tenant);
        }
        for (const auto& user : {anna, petra, feld})
            must(directory.saveUser(user, QStringLiteral("demo")));
        must(directory.assign(anna.id, practice.id));
        must(directory.assign(anna.id, roofer.id));
        must(directory.assign(feld.id, practice.id));
        must(directory.buildWall(roofer.id, rival.id));
        return true;
    });
    Q_UNUSED(done)
}

void TestBureau::furnishCabinet(const domain::TenantEntry& tenant)
{
    auto cabinet = m_room->create(tenant.id);
    must(cabinet ? Outcome() : Outcome(domain::failure(cabinet.error())));
    domain::TenantProfile profile;
    profile.entry = tenant;
    profile.greetings = {{QStringLiteral("de"), QStringLiteral("Guten Tag, %1, mein Name ist {secretary}.").arg(canary(tenant))}};
    for (size_t day = 0; day < 5; ++day)
        profile.hours.week[day] = {{QTime(8, 0), QTime(18, 0)}};
    profile.instructions = {QStringLiteral("Anweisung ") + canary(tenant)};
    profile.concerns = {{QStringLiteral("Rezept"), QStringLiteral("rezept@praxis.example"), QStringLiteral("Bitte schreiben Sie uns.")}};
    must((*cabinet)->saveProfile(profile));
    must((*cabinet)->savePerson(doctor, 0));
    for (domain::Caller one : {albers, twinA, twinB}) {
        one.remark = canary(tenant);
        if (tenant == practice)
            must((*cabinet)->saveCaller(one));
    }
    domain::Slot slot;
    slot.id = domain::SlotId(ids.next());
    slot.start = clock.nowUtc().addDays(1);
    slot.minutes = 20;
    slot.kind = QStringLiteral("Blutabnahme");
    must((*cabinet)->saveSlot(slot));
}

} // namespace vorzimmer::test
