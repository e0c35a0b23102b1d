#include "client_calendar.h"

#include <stdexcept>

namespace vorzimmer::testing {

QByteArray clientTime(const QDateTime& utc)
{
    return utc.toUTC().toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'")).toLatin1();
}

QByteArray clientEntry(const QByteArray& uid, const QByteArray& lines)
{
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Client//Own//EN\r\nBEGIN:VEVENT\r\nUID:" + uid +
           "\r\nDTSTAMP:20260101T000000Z\r\n" + lines + "END:VEVENT\r\nEND:VCALENDAR\r\n";
}

ClientCalendar::ClientCalendar(std::shared_ptr<DavServer> server, const QString& name)
    : m_server(std::move(server)), m_path(m_server->newList(name, "VEVENT"))
{
}

void ClientCalendar::put(const QString& name, const QByteArray& lines) const
{
    putText(name, clientEntry(name.section(QLatin1Char('.'), 0, 0).toUtf8(), lines));
}

void ClientCalendar::putText(const QString& name, const QByteArray& text) const
{
    const auto answer = m_server->ask("PUT", m_path + QLatin1Char('/') + name, text);
    if (answer.status != 201 && answer.status != 204)
        throw std::runtime_error("the client's server refuses " + name.toStdString() + ": " + std::to_string(answer.status));
}

DavServer::Answer ClientCalendar::get(const QString& name) const
{
    return m_server->ask("GET", m_path + QLatin1Char('/') + name);
}

QByteArray ClientCalendar::text(const QString& name) const
{
    const auto answer = get(name);
    return answer.status == 200 ? answer.body : QByteArray();
}

void ClientCalendar::erase(const QString& name) const
{
    (void)m_server->ask("DELETE", m_path + QLatin1Char('/') + name);
}

void ClientCalendar::putTime(const QString& name, const QDateTime& start, int minutes, bool free,
                             const QByteArray& more) const
{
    put(name, "DTSTART:" + clientTime(start) + "\r\nDTEND:" + clientTime(start.addSecs(60 * minutes)) +
                  "\r\nTRANSP:" + (free ? "TRANSPARENT" : "OPAQUE") + "\r\nSUMMARY:Beratung\r\n" + more);
}

} // namespace vorzimmer::testing
