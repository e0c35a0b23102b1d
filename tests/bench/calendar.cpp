// A client's calendar with many events: how long the first reading takes beside a bare libcurl download of the same data,
// and how long offering the next 20 free times takes afterwards. CALENDAR_EVENTS sets how many.
#include "calendar_desk.h"
#include "client_calendar.h"
#include "test_bench.h"

#include <QDir>
#include <QFile>

#include <catch2/catch.hpp>
#include <curl/curl.h>

using namespace vorzimmer;
using namespace vorzimmer::testing;

const char* const vorzimmer::bench::description =
    "a calendar of 10,000 events: first reading against bare libcurl, offering 20 times";

namespace {

size_t keep(char* data, size_t size, size_t count, void* place)
{
    static_cast<QByteArray*>(place)->append(data, static_cast<qsizetype>(size * count));
    return size * count;
}

/// What a bare client needs for the same data: the list of changes, then the contents a hundred at a time.
class BareDownload {
public:
    BareDownload(const DavServer& server, const QString& path)
        : m_curl(curl_easy_init()), m_url(server.url(path + QLatin1Char('/')).toEncoded())
    {
        curl_easy_setopt(m_curl, CURLOPT_URL, m_url.constData());
        curl_easy_setopt(m_curl, CURLOPT_CUSTOMREQUEST, "REPORT");
        curl_easy_setopt(m_curl, CURLOPT_WRITEFUNCTION, keep);
        if (!server.user().isEmpty()) {
            m_account = server.user().toUtf8() + ":" + server.password();
            curl_easy_setopt(m_curl, CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BASIC));
            curl_easy_setopt(m_curl, CURLOPT_USERPWD, m_account.constData());
        }
    }
    ~BareDownload() { curl_easy_cleanup(m_curl); }

    /// Milliseconds; @p events comes out as how many came.
    qint64 run(int& events)
    {
        QElapsedTimer watch;
        watch.start();
        const QByteArray list =
            ask("<?xml version=\"1.0\"?><D:sync-collection xmlns:D=\"DAV:\"><D:sync-token/><D:sync-level>1</D:sync-level>"
                "<D:prop><D:getetag/></D:prop></D:sync-collection>");
        QByteArrayList hrefs;
        for (qsizetype at = list.indexOf("href>"); at >= 0; at = list.indexOf("href>", at + 5)) {
            const QByteArray href = list.mid(at + 5, list.indexOf('<', at) - at - 5);
            if (href.endsWith(".ics"))
                hrefs << href;
        }
        events = 0;
        for (qsizetype from = 0; from < hrefs.size(); from += 100) {
            QByteArray body =
                "<?xml version=\"1.0\"?><C:calendar-multiget xmlns:D=\"DAV:\" xmlns:C=\"urn:ietf:params:xml:ns:caldav\">"
                "<D:prop><D:getetag/><C:calendar-data/></D:prop>";
            for (const QByteArray& href : hrefs.mid(from, 100))
                body += "<D:href>" + href + "</D:href>";
            events += static_cast<int>(ask(body + "</C:calendar-multiget>").count("BEGIN:VEVENT"));
        }
        return watch.elapsed();
    }

private:
    QByteArray ask(const QByteArray& body)
    {
        QByteArray reply;
        curl_slist* headers = curl_slist_append(nullptr, "Content-Type: application/xml; charset=utf-8");
        headers = curl_slist_append(headers, "Depth: 1");
        curl_easy_setopt(m_curl, CURLOPT_HTTPHEADER, headers);
        curl_easy_setopt(m_curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
        curl_easy_setopt(m_curl, CURLOPT_POSTFIELDS, body.constData());
        curl_easy_setopt(m_curl, CURLOPT_WRITEDATA, &reply);
        REQUIRE(curl_easy_perform(m_curl) == CURLE_OK);
        curl_slist_free_all(headers);
        return reply;
    }

    CURL* m_curl;
    QByteArray m_url;
    QByteArray m_account;
};

} // namespace

TEST_CASE("a large calendar")
{
    const int events = bench::number("CALENDAR_EVENTS", 10'000);
    const auto server = std::make_shared<DavServer>(DavKind::Radicale);
    const ClientCalendar calendar(server);
    // Half is released, half is what the client does beside; Radicale takes a whole calendar at once.
    const QDateTime first(QDate::currentDate().addDays(1), QTime(6, 0), Qt::UTC);
    QByteArray whole = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Client//Own//EN\r\n";
    for (int i = 0; i < events; ++i) {
        const QDateTime start = first.addDays(i / 30).addSecs(60 * 30 * (i % 30));
        whole +=
            "BEGIN:VEVENT\r\nUID:event-" + QByteArray::number(i) +
            "\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:" + clientTime(start) + "\r\nDTEND:" + clientTime(start.addSecs(1800)) +
            "\r\nTRANSP:" + (i % 2 == 0 ? "TRANSPARENT" : "OPAQUE") +
            "\r\nSUMMARY:Beratung\r\nDESCRIPTION:Raum 3\\, bitte läuten und im Wartezimmer Platz nehmen.\r\nEND:VEVENT\r\n";
    }
    const auto put = server->ask("PUT", calendar.path() + QLatin1Char('/'), whole + "END:VCALENDAR\r\n");
    REQUIRE(put.status == 201);

    int told = 0;
    BareDownload bare(*server, calendar.path());
    (void)bare.run(told); // the server's own cache is warm for both
    REQUIRE(told == events);
    const qint64 bareTime = bare.run(told);

    CalendarDesk desk;
    ports::CalendarAccess access;
    access.released = server->url(calendar.path());
    access.user = server->user();
    access.secret = server->password();
    cloud::SyncOptions options = quickCalendar();
    options.patience = std::chrono::minutes(2);
    QElapsedTimer watch;
    watch.start();
    desk.connectCalendars(access, options);
    REQUIRE(soon([&] { return desk.status().state == ports::CalendarState::Current; }, std::chrono::minutes(10)));
    const qint64 syncTime = watch.elapsed();
    int steps = 0;
    for (const ports::CalendarStatus& status : desk.statuses())
        steps += status.toRead == events ? 1 : 0;
    CHECK(desk.offers(events).size() == static_cast<size_t>((events + 1) / 2));

    std::vector<double> times;
    desk.stop();
    for (int i = 0; i < 1000; ++i) {
        const auto taken = desk.inCabinet([i, now = desk.now()](ports::Cabinet& cabinet) {
            ports::OfferQuery query;
            query.now = now;
            query.from = now.addDays(i % 100);
            QElapsedTimer one;
            one.start();
            const auto offers = cabinet.appointments().offers(query);
            const double microseconds = static_cast<double>(one.nsecsElapsed()) / 1000;
            return offers && offers->size() == 20 ? microseconds : -1.0;
        });
        REQUIRE(taken >= 0);
        times.push_back(taken);
    }
    std::sort(times.begin(), times.end());
    bench::setResult("{\"bench\":\"calendar\",\"events\":" + QByteArray::number(events) +
                     ",\"sync_ms\":" + QByteArray::number(syncTime) + ",\"bare_curl_ms\":" + QByteArray::number(bareTime) +
                     ",\"speed_against_curl\":" +
                     QByteArray::number(static_cast<double>(bareTime) / static_cast<double>(syncTime), 'f', 2) +
                     ",\"progress_steps\":" + QByteArray::number(steps) +
                     ",\"offer20_p50_us\":" + QByteArray::number(times[times.size() / 2], 'f', 0) +
                     ",\"offer20_p99_us\":" + QByteArray::number(times[times.size() * 99 / 100], 'f', 0) + "}");
}
