#include "foreign_writer.h"

#include <QNetworkReply>
#include <QTimer>
#include <QUuid>

namespace vorzimmer::testing {

namespace {

constexpr int mostTries = 40;
constexpr int again = 50;      // ms
constexpr int patience = 3000; // ms

int statusOf(const QNetworkReply& reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

} // namespace

ForeignWriter::ForeignWriter(QUrl calendar, QString user, QByteArray password)
    : m_calendar(std::move(calendar)), m_user(std::move(user)), m_password(std::move(password))
{
}

void ForeignWriter::begin(const QString& name, std::chrono::milliseconds after)
{
    m_name = name;
    m_mark = "foreign-" + QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    m_tries = 0;
    m_through = m_booked = false;
    QTimer::singleShot(after, this, &ForeignWriter::look);
}

QNetworkRequest ForeignWriter::request() const
{
    QUrl url = m_calendar;
    url.setPath(m_calendar.path() + QLatin1Char('/') + m_name);
    QNetworkRequest made(url);
    made.setTransferTimeout(patience);
    made.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("text/calendar; charset=utf-8"));
    if (!m_user.isEmpty())
        made.setRawHeader("Authorization", "Basic " + (m_user.toUtf8() + ":" + m_password).toBase64());
    return made;
}

void ForeignWriter::look()
{
    if (++m_tries > mostTries) {
        finish(false);
        return;
    }
    QNetworkReply* reply = m_network.get(request());
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        reply->deleteLater();
        const bool whole = reply->error() == QNetworkReply::NoError;
        onSeen(whole ? statusOf(*reply) : 0, reply->readAll(), reply->rawHeader("ETag"));
    });
}

void ForeignWriter::onSeen(int status, const QByteArray& text, const QByteArray& etag)
{
    if (status != 200 || !text.contains("END:VCALENDAR"))
        QTimer::singleShot(again, this, &ForeignWriter::look);
    else if (text.contains(m_mark))
        finish(true);
    else if (text.contains("TRANSP:TRANSPARENT"))
        write(text, etag);
    else
        finish(false);
}

void ForeignWriter::write(const QByteArray& text, const QByteArray& etag)
{
    QByteArray mine = text;
    mine.replace("TRANSP:TRANSPARENT", "TRANSP:OPAQUE\r\nX-FOREIGN:" + m_mark);
    QNetworkRequest made = request();
    made.setRawHeader("If-Match", etag);
    QNetworkReply* reply = m_network.put(made, mine);
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        reply->deleteLater();
        QTimer::singleShot(again, this, &ForeignWriter::look); // somebody on the way may have said 200 without the server
    });
}

void ForeignWriter::finish(bool booked)
{
    m_booked = booked;
    m_through = true;
}

} // namespace vorzimmer::testing
