#pragma once

#include <QByteArray>
#include <QNetworkAccessManager>
#include <QString>
#include <QUrl>

#include <chrono>

namespace vorzimmer::testing {

/// Another program that gives out the client's times: reads, writes on condition, and believes what it reads afterwards.
/// Shares no code with ours, and resends as Qt's network does.
class ForeignWriter : public QObject {
public:
    ForeignWriter(QUrl calendar, QString user, QByteArray password);

    /// Wants the time in the entry @p name, @p after from now on.
    void begin(const QString& name, std::chrono::milliseconds after);
    [[nodiscard]] bool isThrough() const { return m_through; }
    [[nodiscard]] bool believesBooked() const { return m_booked; }
    /// What it writes into its bookings.
    [[nodiscard]] const QByteArray& mark() const { return m_mark; }

private:
    void look();
    void onSeen(int status, const QByteArray& text, const QByteArray& etag);
    void write(const QByteArray& text, const QByteArray& etag);
    void finish(bool booked);
    [[nodiscard]] QNetworkRequest request() const;

    QNetworkAccessManager m_network;
    QUrl m_calendar;
    QString m_user;
    QByteArray m_password;
    QString m_name;
    QByteArray m_mark;
    int m_tries = 0;
    bool m_through = true;
    bool m_booked = false;
};

} // namespace vorzimmer::testing
