// Eight writers want the same released time at the same moment, round after round: four desks with cabinets of their own and
// the program's whole engine, and four foreign clients that write on condition, over a line that loses, doubles and delays.
// How often were two told "booked", how often was a booking gone afterwards that was called booked? BOOKING_ROUNDS sets the
// rounds on each server, BOOKING_SEED what the line does. DAViCal is a third one where it is installed.
#include "calendar_desk.h"
#include "client_calendar.h"
#include "fault_proxy.h"
#include "foreign_writer.h"
#include "test_bench.h"

#include <catch2/catch.hpp>

using namespace vorzimmer;
using namespace vorzimmer::testing;
using domain::BookingState;

const char* const vorzimmer::bench::description = "eight writers after one appointment over a bad line: doubly booked, lost";

namespace {

constexpr int desks = 4;
constexpr int foreigners = 4;
/// A desk reads all of the client's calendars before it writes, and says "booked" only after a while: this much later at most
/// the others begin, so that each comes first now and then, and somebody writes at each of its steps.
constexpr unsigned headStartMs = 400;

struct Tally {
    int rounds = 0;
    int doubleBooked = 0; ///< two or more were told "booked"
    int lost = 0;         ///< told "booked", and not in the calendar
    int nobody = 0;       ///< rounds in which nobody got the time
    int byDesk = 0;
    int byForeigner = 0;
    int doubleWithDesk = 0; ///< of the doubly booked: a desk was one of them
    int lostByDesk = 0;     ///< of the lost: a desk had said "booked"
    qint64 milliseconds = 0;
};

/// One server with the calendar that everybody is after.
class Contest {
public:
    Contest(DavKind kind, unsigned seed, int rounds)
        : m_server(DavServer::shared(kind)), m_released(m_server), m_chance(seed)
    {
        for (int i = 0; i < rounds; ++i)
            m_released.putTime(nameOf(i), startOf(i), 30, true);
        m_proxy.setUpstream(m_server->port());
        ports::CalendarAccess access;
        access.released = m_proxy.url();
        access.released.setPath(m_released.path());
        access.user = m_server->user();
        access.secret = m_server->password();
        for (auto& desk : m_desks)
            desk.connectCalendars(access);
        for (auto& desk : m_desks)
            REQUIRE(soon([&] { return desk.status().state == ports::CalendarState::Current; }, std::chrono::minutes(5)));
        for (int i = 0; i < foreigners; ++i)
            m_foreigners.push_back(std::make_unique<ForeignWriter>(access.released, access.user, access.secret));
    }

    void run(int rounds)
    {
        QElapsedTimer watch;
        watch.start();
        for (m_tally.rounds = 0; m_tally.rounds < rounds; ++m_tally.rounds)
            round();
        m_tally.milliseconds = watch.elapsed();
        m_proxy.setPlan({});
        for (const Told& one : m_toldBooked) { // nothing that happened later may have undone it
            const bool isLost = !m_released.text(one.resource).contains(one.mark);
            m_tally.lost += isLost ? 1 : 0;
            m_tally.lostByDesk += isLost && one.byDesk ? 1 : 0;
        }
    }

    [[nodiscard]] const Tally& tally() const { return m_tally; }

private:
    struct Told {
        QString resource;
        QByteArray mark;
        bool byDesk = false;
    };

    [[nodiscard]] static QString nameOf(int round) { return QStringLiteral("r%1.ics").arg(round); }
    [[nodiscard]] QDateTime startOf(int round) const { return m_first.addDays(round / 40).addSecs(1800 * (round % 40)); }

    void round()
    {
        const QString name = nameOf(m_tally.rounds);
        std::vector<ports::Offer> offers;
        for (auto& desk : m_desks) {
            const auto offer = desk.offerAt(startOf(m_tally.rounds));
            REQUIRE(offer);
            offers.push_back(*offer);
        }
        m_proxy.setPlan([this](const SeenRequest&) { return Fault::atRandom(m_chance); });
        std::vector<domain::Booking> noted;
        for (auto& foreigner : m_foreigners)
            foreigner->begin(name, std::chrono::milliseconds(m_chance() % headStartMs));
        for (size_t i = 0; i < m_desks.size(); ++i)
            noted.push_back(m_desks[i].book(offers[i], QStringLiteral("Anrufer %1").arg(i)).value());
        for (size_t i = 0; i < m_desks.size(); ++i)
            REQUIRE(m_desks[i].waitUntilSettled(noted[i].id, std::chrono::minutes(3)));
        for (auto& foreigner : m_foreigners)
            REQUIRE(soon([&] { return foreigner->isThrough(); }, std::chrono::minutes(3)));

        std::vector<QByteArray> told;
        for (size_t i = 0; i < m_desks.size(); ++i) {
            if (m_desks[i].booking(noted[i].id).state == BookingState::Confirmed)
                told.push_back(noted[i].id.text().toLatin1());
        }
        m_tally.byDesk += told.empty() ? 0 : 1;
        const size_t byDesks = told.size();
        for (const auto& foreigner : m_foreigners) {
            if (foreigner->believesBooked())
                told.push_back(foreigner->mark());
        }
        m_tally.byForeigner += told.size() > byDesks ? 1 : 0;
        m_tally.doubleBooked += told.size() > 1 ? 1 : 0;
        m_tally.doubleWithDesk += told.size() > 1 && byDesks > 0 ? 1 : 0;
        m_tally.nobody += told.empty() ? 1 : 0;
        for (size_t i = 0; i < told.size(); ++i)
            m_toldBooked.push_back({name, told[i], i < byDesks});
    }

    std::shared_ptr<DavServer> m_server;
    ClientCalendar m_released;
    std::mt19937 m_chance;
    const QDateTime m_first{QDate::currentDate().addDays(2), QTime(0, 0), Qt::UTC};
    FaultProxy m_proxy;
    std::array<CalendarDesk, desks> m_desks;
    std::vector<std::unique_ptr<ForeignWriter>> m_foreigners;
    std::vector<Told> m_toldBooked;
    Tally m_tally;
};

QByteArray named(const char* server, const Tally& tally)
{
    return QByteArray(",\"") + server + "\":{\"rounds\":" + QByteArray::number(tally.rounds) +
           ",\"double_booked\":" + QByteArray::number(tally.doubleBooked) + ",\"lost\":" + QByteArray::number(tally.lost) +
           ",\"nobody\":" + QByteArray::number(tally.nobody) + ",\"by_desk\":" + QByteArray::number(tally.byDesk) +
           ",\"by_foreigner\":" + QByteArray::number(tally.byForeigner) +
           ",\"double_booked_with_desk\":" + QByteArray::number(tally.doubleWithDesk) +
           ",\"lost_by_desk\":" + QByteArray::number(tally.lostByDesk) +
           ",\"ms_per_round\":" + QByteArray::number(tally.rounds > 0 ? tally.milliseconds / tally.rounds : 0) + "}";
}

} // namespace

TEST_CASE("eight writers after one time")
{
    const int rounds = bench::number("BOOKING_ROUNDS", 200);
    const auto seed = static_cast<unsigned>(bench::number("BOOKING_SEED", static_cast<int>(std::random_device()() >> 1)));
    Tally sum;
    QByteArray each;
    std::vector<std::pair<DavKind, const char*>> servers{{DavKind::Radicale, "radicale"}, {DavKind::Xandikos, "xandikos"}};
    if (DavServer::isDavicalInstalled())
        servers.emplace_back(DavKind::Davical, "davical");
    for (const auto& [kind, name] : servers) {
        Contest contest(kind, seed, rounds);
        contest.run(rounds);
        const Tally& tally = contest.tally();
        each += named(name, tally);
        if (kind == DavKind::Davical)
            continue; // lets two writers with one ETag win, and the foreign ones do not wait: told, not held against us
        sum.rounds += tally.rounds;
        sum.doubleBooked += tally.doubleBooked;
        sum.lost += tally.lost;
    }
    bench::setResult("{\"bench\":\"booking\",\"rounds\":" + QByteArray::number(sum.rounds) +
                     ",\"double_booked\":" + QByteArray::number(sum.doubleBooked) +
                     ",\"lost\":" + QByteArray::number(sum.lost) + ",\"writers\":" + QByteArray::number(desks + foreigners) +
                     each + ",\"seed\":" + QByteArray::number(seed) + "}");
    CHECK(sum.doubleBooked == 0);
    CHECK(sum.lost == 0);
}
