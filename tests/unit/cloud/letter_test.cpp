#include "mail/letter.h"

#include <catch2/catch.hpp>

#include <gmime/gmime.h>
#include <libical/ical.h>

using namespace vorzimmer;
using cloud::mail::letter;

namespace {

domain::Mail someMail()
{
    domain::Mail mail;
    mail.id = domain::MailId::parse(u"6b0c7c0e-5a0e-4a54-9d53-0f5f3b0c9a11");
    mail.reason = domain::MailReason::Redirect;
    mail.recipients = {{QStringLiteral("albers@example.org"), QStringLiteral("Müller, Jörg \"Joe\"")}};
    mail.subject = QStringLiteral("Rezept für Sie – schriftlich, bitte, an unsere Adresse für Rezepte und Überweisungen aller Art");
    mail.text = QStringLiteral("Grüß Gott,\n\n") + QString(2000, QLatin1Char('x')) + QStringLiteral("\nFrom here\n.\n");
    mail.replyTo = QStringLiteral("rezept@example.org");
    mail.writtenAt = QDateTime(QDate(2026, 9, 14), QTime(8, 30), Qt::UTC);
    return mail;
}

ports::MailAccess sender()
{
    ports::MailAccess access;
    access.sender = QStringLiteral("praxis@example.org");
    access.senderName = QStringLiteral("Praxis für Alle");
    return access;
}

/// A letter as another program reads it: taken apart again.
class Read {
public:
    explicit Read(const QByteArray& bytes)
    {
        GMimeStream* stream = g_mime_stream_mem_new_with_buffer(bytes.constData(), static_cast<size_t>(bytes.size()));
        GMimeParser* parser = g_mime_parser_new_with_stream(stream);
        m_message = g_mime_parser_construct_message(parser, nullptr);
        g_object_unref(parser);
        g_object_unref(stream);
        REQUIRE(m_message);
    }
    ~Read() { g_object_unref(m_message); }
    Read(const Read&) = delete;
    Read& operator=(const Read&) = delete;

    [[nodiscard]] QString subject() const { return QString::fromUtf8(g_mime_message_get_subject(m_message)); }
    [[nodiscard]] QString header(const char* name) const
    {
        return QString::fromUtf8(g_mime_object_get_header(GMIME_OBJECT(m_message), name));
    }
    [[nodiscard]] QString toName() const
    {
        InternetAddressList* list = g_mime_message_get_to(m_message);
        CHECK(internet_address_list_length(list) == 1);
        return QString::fromUtf8(internet_address_get_name(internet_address_list_get_address(list, 0)));
    }
    [[nodiscard]] QByteArray part(int index) const
    {
        GMimeObject* body = g_mime_message_get_mime_part(m_message);
        GMimeObject* one = GMIME_IS_MULTIPART(body) ? g_mime_multipart_get_part(GMIME_MULTIPART(body), index) : body;
        GMimeStream* stream = g_mime_stream_mem_new();
        g_mime_data_wrapper_write_to_stream(g_mime_part_get_content(GMIME_PART(one)), stream);
        const GByteArray* bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream));
        QByteArray content(reinterpret_cast<const char*>(bytes->data), static_cast<qsizetype>(bytes->len));
        g_object_unref(stream);
        return content;
    }

private:
    GMimeMessage* m_message;
};

qsizetype headerLines(const QByteArray& bytes, const QByteArray& name)
{
    qsizetype count = 0;
    for (const QByteArray& line : bytes.left(bytes.indexOf("\r\n\r\n")).split('\n'))
        count += line.toLower().startsWith(name.toLower() + ':') ? 1 : 0;
    return count;
}

} // namespace

TEST_CASE("A letter reads as it was written, in every mail program", "[cloud][mail]")
{
    const domain::Mail mail = someMail();
    const auto bytes = letter(mail, sender());
    REQUIRE(bytes);
    const Read read(*bytes);
    CHECK(read.subject() == mail.subject);
    CHECK(read.toName() == mail.recipients[0].name);
    CHECK(read.header("Reply-To") == QStringLiteral("rezept@example.org"));
    CHECK(read.header("Message-Id") == QStringLiteral("<6b0c7c0e-5a0e-4a54-9d53-0f5f3b0c9a11@example.org>"));
    CHECK(read.header("Date").contains(QStringLiteral("14 Sep 2026 08:30:00 +0000")));
    CHECK(QString::fromUtf8(read.part(0)).replace(QStringLiteral("\r\n"), QStringLiteral("\n")).toStdString() == mail.text.toStdString());
    for (const QByteArray& line : bytes->split('\n')) {
        CHECK(line.size() < 998);
        const bool ended = line.endsWith('\r') || line.isEmpty(); // the last one is what follows the last line end
        CHECK(ended);
        CHECK(std::all_of(line.begin(), line.end(), [](char c) { return c > 0; })); // seven bits for any server
    }
}

TEST_CASE("The same mail is the same letter, whenever it is sent", "[cloud][mail]")
{
    domain::Mail mail = someMail();
    mail.appointment = domain::MailAppointment{domain::BookingId(QUuid::createUuid()), domain::BookingId(QUuid::createUuid()), 0, false, mail.writtenAt, 30, QStringLiteral("x")};
    CHECK(*letter(mail, sender()) == *letter(mail, sender()));
}

TEST_CASE("Nothing that was typed makes a header", "[cloud][mail]")
{
    domain::Mail mail = someMail();
    mail.subject = QStringLiteral("Rezept\r\nBcc: fremd@example.org\r\n\r\nText");
    mail.recipients[0].name = QStringLiteral("Albers\r\nBcc: fremd@example.org");
    ports::MailAccess access = sender();
    access.senderName = QStringLiteral("Praxis\nBcc: fremd@example.org");
    const auto bytes = letter(mail, access);
    REQUIRE(bytes);
    CHECK(headerLines(*bytes, "Bcc") == 0);
    CHECK(headerLines(*bytes, "Subject") == 1);
    mail.recipients[0].address = QStringLiteral("a@example.org\r\nBcc: fremd@example.org");
    CHECK(letter(mail, access).error().fault == domain::Fault::Invalid);
    mail = someMail();
    access.sender = QStringLiteral("a@example.org>\r\nRCPT TO:<b@example.org");
    CHECK(letter(mail, access).error().where == QStringLiteral("sender"));
}

TEST_CASE("An appointment comes as an iCalendar file that programs take", "[cloud][mail]")
{
    domain::Mail mail = someMail();
    mail.appointment = domain::MailAppointment{domain::BookingId(QUuid::createUuid()), domain::BookingId::parse(u"11111111-1111-4111-8111-111111111111"), 0, false,
                                               QDateTime(QDate(2026, 9, 20), QTime(7, 15), Qt::UTC), 20,
                                               QStringLiteral("Blutabnahme; Praxis, für Alle")};
    const auto method = [&] {
        const auto bytes = letter(mail, sender());
        REQUIRE(bytes);
        const Read read(*bytes);
        CHECK(read.part(0).contains("Gott"));
        icalcomponent* file = icalparser_parse_string(read.part(1).constData());
        REQUIRE(file);
        icalcomponent* event = icalcomponent_get_first_component(file, ICAL_VEVENT_COMPONENT);
        REQUIRE(event);
        CHECK(icaltime_as_timet(icalcomponent_get_dtstart(event)) == mail.appointment->start.toSecsSinceEpoch());
        CHECK(icaltime_as_timet(icalcomponent_get_dtend(event)) == mail.appointment->start.toSecsSinceEpoch() + 1200);
        CHECK(QString::fromUtf8(icalcomponent_get_summary(event)) == mail.appointment->summary);
        CHECK(icalcomponent_get_sequence(event) == mail.appointment->sequence);
        CHECK(QByteArray(icalcomponent_get_uid(event)) == "11111111-1111-4111-8111-111111111111@vorzimmer");
        const auto found = std::pair(icalcomponent_get_method(file), icalcomponent_get_status(event));
        icalcomponent_free(file);
        const QByteArray name = found.first == ICAL_METHOD_CANCEL ? "CANCEL" : "PUBLISH";
        CHECK(bytes->contains("method=" + name));
        return found;
    };
    CHECK(method() == std::pair(ICAL_METHOD_PUBLISH, ICAL_STATUS_CONFIRMED));
    mail.appointment->cancelled = true;
    mail.appointment->sequence = 1;
    CHECK(method() == std::pair(ICAL_METHOD_CANCEL, ICAL_STATUS_CANCELLED));
}
