#pragma once

#include "calendar_desk.h"
#include "client_calendar.h"
#include "fault_proxy.h"

#include <catch2/catch.hpp>

namespace vorzimmer::testing {

/// Radicale and Xandikos in turn, or the server that VZ_CALENDAR_SERVER names.
[[nodiscard]] DavKind eachKind();
/// One of them, with accounts.
[[nodiscard]] DavKind oneKind();

/// A client with a calendar of released times and a private one on a real server, and a desk behind the fault proxy.
struct CalendarScene {
    explicit CalendarScene(DavKind kind) : server(DavServer::shared(kind)) {}

    std::shared_ptr<DavServer> server;
    ClientCalendar released{server};
    ClientCalendar privately{server, QStringLiteral("Privat")};
    FaultProxy proxy{server->port()};
    CalendarDesk desk;
    /// Tomorrow at nine, UTC.
    const QDateTime nine{QDate(desk.now().date().addDays(1)), QTime(9, 0), Qt::UTC};

    [[nodiscard]] ports::CalendarAccess access() const
    {
        ports::CalendarAccess made;
        made.released = at(released.path());
        made.busy = {at(privately.path())};
        made.user = server->user();
        made.secret = server->password();
        made.zone = QTimeZone("Europe/Berlin");
        return made;
    }

    [[nodiscard]] QUrl at(const QString& path) const
    {
        QUrl url = proxy.url();
        url.setPath(path);
        return url;
    }

    void connect()
    {
        desk.connectCalendars(access());
        REQUIRE(soon([this] { return desk.status().state == ports::CalendarState::Current; }));
    }
};

} // namespace vorzimmer::testing
