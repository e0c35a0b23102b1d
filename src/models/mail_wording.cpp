#include "vorzimmer/models/mail_wording.h"

#include "vorzimmer/models/wording.h"

namespace vorzimmer::models {

using domain::MailReason;
using domain::MailState;
using ports::MailPostState;

namespace {

Line line(const QString& text, Tone tone = Tone::Plain, int maxLines = 1)
{
    return {{{text, tone}}, maxLines, {}};
}

Tone toneOf(MailState state)
{
    switch (state) {
    case MailState::Delivered: return Tone::Ok;
    case MailState::Failed: return Tone::Danger;
    case MailState::Unclear: return Tone::Warn;
    case MailState::Held:
    case MailState::Waiting:
    case MailState::InFlight: return Tone::Plain;
    case MailState::Dismissed: break;
    }
    return Tone::Muted;
}

Lamp lampOf(MailState state)
{
    switch (state) {
    case MailState::Delivered: return Lamp::On;
    case MailState::Failed:
    case MailState::Unclear: return Lamp::Alarm;
    case MailState::InFlight: return Lamp::Half;
    case MailState::Held:
    case MailState::Waiting: return Lamp::Off;
    case MailState::Dismissed: break;
    }
    return Lamp::Dark;
}

} // namespace

QString MailWording::reasonText(MailReason reason)
{
    switch (reason) {
    case MailReason::Redirect: return tr("Where to write to");
    case MailReason::Message: return tr("Message");
    case MailReason::Digest: return tr("Messages of the day");
    case MailReason::Appointment: return tr("Appointment");
    case MailReason::Cancellation: return tr("Cancellation");
    case MailReason::Trial: return tr("Trial");
    }
    return {};
}

QString MailWording::standing(const domain::Recipient& to, const QDateTime& now)
{
    switch (to.state) {
    case MailState::Held: return tr("leaves when the appointment is confirmed");
    case MailState::Waiting:
        return to.attempts == 0 ? tr("waits to be sent")
                                : tr("did not get through yet, tried again at %1")
                                      .arg(Wording::momentText(to.nextTry.toLocalTime(), now.toLocalTime()));
    case MailState::InFlight: return tr("is being sent");
    case MailState::Delivered: return tr("delivered to the recipient's mail server");
    case MailState::Failed: return tr("not delivered: correct the address and send it again, or give it up");
    case MailState::Unclear: return tr("perhaps delivered: the server took it and never answered. Ask, send it again or give it up");
    case MailState::Dismissed: return tr("given up");
    }
    return {};
}

Row MailWording::recipient(const domain::Mail& mail, int position, const QDateTime& now)
{
    const domain::Recipient& to = mail.recipients[static_cast<size_t>(position)];
    const QString who = to.name.isEmpty() ? to.address : QStringLiteral("%1 <%2>").arg(to.name, to.address);
    const QString what = tr("%1: %2", "why a mail was written, its subject").arg(reasonText(mail.reason), mail.subject);
    const QString how = standing(to, now);
    const QString at = Wording::momentText(mail.writtenAt.toLocalTime(), now.toLocalTime());
    Row row;
    row.id = QStringLiteral("%1/%2").arg(mail.id.text()).arg(position);
    row.lamp = lampOf(to.state);
    row.lampTone = toneOf(to.state);
    Cell words{{line(who, Tone::Strong), line(what, Tone::Muted), line(how, toneOf(to.state), 2)}};
    const bool said = !to.answer.isEmpty() && to.state != MailState::Delivered && to.state != MailState::Dismissed;
    if (said)
        words.lines.push_back(line(tr("The server says: %1").arg(to.answer), Tone::Muted, 2));
    row.cells = {words, {{line(at, Tone::Muted), line(mail.writtenBy, Tone::Muted)}}};
    row.spoken = (QStringList{who, what, how} + (said ? QStringList{to.answer} : QStringList())).join(QStringLiteral(", "));
    return row;
}

MailWording::Place MailWording::placeOf(const QVariant& rowId)
{
    const QString text = rowId.toString();
    return {domain::MailId::parse(text.section(QLatin1Char('/'), 0, 0)), text.section(QLatin1Char('/'), 1).toInt()};
}

Row MailWording::house(const QString& name, const ports::MailStatus& status)
{
    QStringList counts;
    if (status.summary.failed > 0)
        counts << tr("%n not delivered", nullptr, status.summary.failed);
    if (status.summary.unclear > 0)
        counts << tr("%n perhaps delivered", nullptr, status.summary.unclear);
    if (status.summary.waiting > 0)
        counts << tr("%n waiting", nullptr, status.summary.waiting);
    if (counts.isEmpty())
        counts << tr("all sent");
    const bool trouble = status.summary.failed + status.summary.unclear > 0;
    QString move;
    if (status.state == MailPostState::Blocked)
        move = tr("The account needs a supervisor: %1").arg(status.problem);
    else if (status.state == MailPostState::NotSetUp)
        move = tr("is being opened");
    else if (trouble)
        move = tr("Somebody must see to it: open this client.");
    else
        move = tr("Nothing to do.");
    Row row;
    row.id = status.tenant.uuid();
    row.lamp = status.state == MailPostState::Blocked || trouble ? Lamp::Alarm : status.summary.waiting > 0 ? Lamp::Half : Lamp::On;
    row.lampTone = row.lamp == Lamp::Alarm ? Tone::Danger : row.lamp == Lamp::Half ? Tone::Plain : Tone::Ok;
    row.cells = {{{line(name, Tone::Strong), line(move, row.lampTone == Tone::Danger ? Tone::Danger : Tone::Plain, 2)}},
                 {{line(counts.join(QStringLiteral(", ")), Tone::Muted)}}};
    row.spoken = QStringList{name, counts.join(QStringLiteral(", ")), move}.join(QStringLiteral(", "));
    return row;
}

QString MailWording::securityName(ports::MailSecurity security)
{
    switch (security) {
    case ports::MailSecurity::StartTls: return tr("STARTTLS (usually port 587)");
    case ports::MailSecurity::Tls: return tr("TLS (usually port 465)");
    case ports::MailSecurity::None: return tr("none (this machine only)");
    }
    return {};
}

QString MailWording::deliveryName(domain::NoteDelivery delivery)
{
    switch (delivery) {
    case domain::NoteDelivery::None: return tr("on the list only");
    case domain::NoteDelivery::AtOnce: return tr("each by e-mail at once");
    case domain::NoteDelivery::DailyDigest: return tr("all of a day in one e-mail");
    }
    return {};
}

Row MailWording::connection(const desk::MailConnection& connection)
{
    const QString name = connection.tenant.isNull() ? tr("All without an account of their own") : connection.name;
    const bool set = connection.access.isSet();
    const QString how = set ? tr("%1 by %2", "sender's address, server").arg(connection.access.sender, connection.access.host)
                        : connection.byBureau ? tr("by the bureau's account")
                                              : tr("no e-mail");
    Row row;
    row.id = connection.tenant.uuid();
    row.lamp = set ? Lamp::On : connection.byBureau ? Lamp::Half : Lamp::Off;
    row.lampTone = set || connection.byBureau ? Tone::Ok : Tone::Muted;
    row.cells = {{{line(name, Tone::Strong), line(how, Tone::Muted)}}};
    row.spoken = name + QStringLiteral(", ") + how;
    return row;
}

QString MailWording::flawText(desk::MailAccountFlaw flaw)
{
    switch (flaw) {
    case desk::MailAccountFlaw::None: return {};
    case desk::MailAccountFlaw::BadSender: return tr("The sender's address cannot be used. It looks like office@example.org.");
    case desk::MailAccountFlaw::BadHost: return tr("This is no name of a server. It looks like mail.example.org.");
    case desk::MailAccountFlaw::BadPort: return tr("The port is a number from 1 to 65535.");
    case desk::MailAccountFlaw::NotEncrypted: return tr("Over the network e-mail leaves encrypted only.");
    case desk::MailAccountFlaw::BadHouseAddress: return tr("The address for messages to the house cannot be used.");
    }
    return {};
}

QString MailWording::reportText(const ports::MailReport& report)
{
    if (report.taken)
        return tr("The server took the test mail. Look whether it arrives.");
    if (report.account)
        return tr("The server does not let this account send: %1").arg(report.answer);
    return tr("The test mail was not taken: %1").arg(report.answer);
}

QString MailWording::missingText(const domain::Error& error)
{
    if (error.where == u"secret")
        return tr("Enter the password. What is kept belongs to another server or user.");
    if (error.where == u"trial")
        return tr("Enter an address that the test mail is sent to.");
    return {};
}

} // namespace vorzimmer::models
