#include "mail/letter.h"

#include "mail/calendar_file.h"

#include "vorzimmer/domain/mail_address.h"

#include <gmime/gmime.h>

#include <memory>
#include <mutex>

namespace vorzimmer::cloud::mail {

using domain::Fault;
using domain::headerText;
using domain::Mail;
using domain::Result;

namespace {

struct Unreferenced {
    void operator()(void* object) const { g_object_unref(object); }
};
template <class Object>
using Owned = std::unique_ptr<Object, Unreferenced>;

void startGmime()
{
    static std::once_flag once;
    std::call_once(once, [] { g_mime_init(); });
}

void address(GMimeMessage* message, GMimeAddressType type, const QString& name, const QString& written)
{
    const QByteArray shown = headerText(name).toUtf8();
    g_mime_message_add_mailbox(message, type, shown.isEmpty() ? nullptr : shown.constData(), written.toLatin1().constData());
}

void header(GMimeMessage* message, const char* name, const char* value)
{
    g_mime_object_set_header(GMIME_OBJECT(message), name, value, "UTF-8");
}

void writeHeaders(GMimeMessage* message, const Mail& mail, const ports::MailAccess& access)
{
    address(message, GMIME_ADDRESS_TYPE_FROM, access.senderName, access.sender);
    if (!mail.replyTo.isEmpty())
        address(message, GMIME_ADDRESS_TYPE_REPLY_TO, {}, mail.replyTo);
    for (const domain::Recipient& one : mail.recipients)
        address(message, one.copy ? GMIME_ADDRESS_TYPE_CC : GMIME_ADDRESS_TYPE_TO, one.name, one.address);
    g_mime_message_set_subject(message, headerText(mail.subject).toUtf8().constData(), "UTF-8");
    GDateTime* date = g_date_time_new_from_unix_utc(mail.writtenAt.toSecsSinceEpoch());
    g_mime_message_set_date(message, date);
    g_date_time_unref(date);
    const QString id = mail.id.text() + QLatin1Char('@') + access.sender.section(QLatin1Char('@'), -1);
    g_mime_message_set_message_id(message, id.toLatin1().constData());
    // Nobody's absence note is to answer a machine.
    if (mail.reason == domain::MailReason::Digest || mail.reason == domain::MailReason::Message)
        header(message, "Auto-Submitted", "auto-generated");
}

/// A part of text in UTF-8. Not by GMimeTextPart, which would choose a charset by what the text holds.
Owned<GMimeObject> textPart(const char* subtype, const QByteArray& utf8, GMimeContentEncoding encoding)
{
    const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(utf8.constData(), static_cast<size_t>(utf8.size())));
    const Owned<GMimeDataWrapper> content(g_mime_data_wrapper_new_with_stream(stream.get(), GMIME_CONTENT_ENCODING_DEFAULT));
    GMimePart* part = g_mime_part_new_with_type("text", subtype);
    g_mime_object_set_content_type_parameter(GMIME_OBJECT(part), "charset", "utf-8");
    g_mime_part_set_content(part, content.get());
    g_mime_part_set_content_encoding(part, encoding);
    return Owned<GMimeObject>(GMIME_OBJECT(part));
}

Owned<GMimeObject> calendarPart(const Mail& mail, const ports::MailAccess& access)
{
    Owned<GMimeObject> part =
        textPart("calendar", calendarFile(*mail.appointment, access.sender, mail.writtenAt), GMIME_CONTENT_ENCODING_BASE64);
    g_mime_object_set_content_type_parameter(part.get(), "method", calendarMethod(*mail.appointment).constData());
    g_mime_part_set_filename(GMIME_PART(part.get()), "appointment.ics");
    return part;
}

Owned<GMimeObject> body(const Mail& mail, const ports::MailAccess& access)
{
    Owned<GMimeObject> text = textPart("plain", mail.text.toUtf8(), GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
    if (!mail.appointment)
        return text;
    GMimeMultipart* parts = g_mime_multipart_new_with_subtype("mixed");
    const QByteArray boundary = "=_" + mail.id.uuid().toByteArray(QUuid::Id128); // chosen by GMime, it would differ each time
    g_mime_multipart_set_boundary(parts, boundary.constData());
    g_mime_multipart_add(parts, text.get());
    g_mime_multipart_add(parts, calendarPart(mail, access).get());
    return Owned<GMimeObject>(GMIME_OBJECT(parts));
}

/// Every line of @p text ended by CRLF.
QByteArray withCrlf(const char* text)
{
    QByteArray bytes;
    for (char last = 0; *text != 0; last = *text++) {
        if (*text == '\n' && last != '\r')
            bytes += '\r';
        bytes += *text;
    }
    return bytes;
}

} // namespace

Result<QByteArray> letter(const Mail& mail, const ports::MailAccess& access)
{
    if (const domain::MailFlaw flaw = domain::flawOf(mail); flaw != domain::MailFlaw::None)
        return domain::failure(Fault::Invalid, QStringLiteral("the mail cannot be sent"), QString::number(static_cast<int>(flaw)));
    if (access.sender.isEmpty() || domain::mailAddress(access.sender) != access.sender)
        return domain::failure(Fault::Invalid, QStringLiteral("the sender's address cannot be used"), QStringLiteral("sender"));
    startGmime();
    const Owned<GMimeMessage> message(g_mime_message_new(TRUE));
    writeHeaders(message.get(), mail, access);
    g_mime_message_set_mime_part(message.get(), body(mail, access).get());
    header(message.get(), "MIME-Version", "1.0");
    char* text = g_mime_object_to_string(GMIME_OBJECT(message.get()), nullptr);
    QByteArray bytes = withCrlf(text);
    g_free(text);
    return bytes;
}

} // namespace vorzimmer::cloud::mail
