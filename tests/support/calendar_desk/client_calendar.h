#pragma once

#include "dav_server.h"

#include <QDateTime>

namespace vorzimmer::testing {

/// The client's own hand in one of its calendars; shares no code with what it checks.
class ClientCalendar {
public:
    explicit ClientCalendar(std::shared_ptr<DavServer> server, const QString& name = QStringLiteral("Sprechstunde"));

    [[nodiscard]] const QString& path() const { return m_path; }
    /// Event lines without BEGIN, END and UID.
    void put(const QString& name, const QByteArray& lines) const;
    void putText(const QString& name, const QByteArray& text) const;
    [[nodiscard]] QByteArray text(const QString& name) const;
    [[nodiscard]] DavServer::Answer get(const QString& name) const;
    void erase(const QString& name) const;
    /// An event of @p minutes from @p start on, free or not.
    void putTime(const QString& name, const QDateTime& start, int minutes, bool free, const QByteArray& more = {}) const;

private:
    std::shared_ptr<DavServer> m_server;
    QString m_path;
};

/// @p lines as a whole entry.
[[nodiscard]] QByteArray clientEntry(const QByteArray& uid, const QByteArray& lines);
/// "20260301T090000Z"
[[nodiscard]] QByteArray clientTime(const QDateTime& utc);

} // namespace vorzimmer::testing
