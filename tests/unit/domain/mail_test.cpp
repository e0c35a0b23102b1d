#include "vorzimmer/domain/mail.h"
#include "vorzimmer/domain/mail_address.h"

#include <catch2/catch.hpp>

using namespace vorzimmer::domain;

namespace {

Mail someMail()
{
    Mail mail;
    mail.recipients = {{QStringLiteral("albers@example.org"), QString()}};
    mail.subject = QStringLiteral("Rezept");
    mail.text = QStringLiteral("Guten Tag");
    return mail;
}

QDateTime utc(int day, int hour, int minute = 0)
{
    return {QDate(2026, 9, day), QTime(hour, minute), Qt::UTC};
}

} // namespace

TEST_CASE("An address is taken in one form, or not at all", "[domain][mail]")
{
    CHECK(mailAddress(QStringLiteral("  Albers@Example.ORG ")) == QStringLiteral("Albers@example.org"));
    CHECK(mailAddress(QStringLiteral("o'neil+tag@mail.example.org")) == QStringLiteral("o'neil+tag@mail.example.org"));
    CHECK(mailAddress(QStringLiteral("info@bäckerei.de")) == QStringLiteral("info@xn--bckerei-5wa.de"));
    for (const QString& bad : {QStringLiteral(""), QStringLiteral("albers"), QStringLiteral("@example.org"), QStringLiteral("a@b"),
                               QStringLiteral("a@@example.org"), QStringLiteral("a b@example.org"), QStringLiteral(".a@example.org"),
                               QStringLiteral("a..b@example.org"), QStringLiteral("müller@example.org"),
                               QStringLiteral("a@example.org\r\nRCPT TO:<x@example.org>"), QStringLiteral("a@exa mple.org"),
                               QStringLiteral("a@example.org>"), QStringLiteral("<a@example.org"), QStringLiteral("a@-b.org"),
                               QStringLiteral("a@example..org"), QStringLiteral("a@example.org,b@example.org"),
                               QStringLiteral("a\r\n@example.org"), QString(300, QLatin1Char('a')) + QStringLiteral("@b.org")}) {
        INFO(bad.toStdString());
        CHECK(mailAddress(bad).isEmpty());
    }
}

TEST_CASE("What goes into a header is one line", "[domain][mail]")
{
    CHECK(headerText(QStringLiteral("Rezept\r\nBcc: x@example.org")) == QStringLiteral("Rezept Bcc: x@example.org"));
    CHECK(headerText(QString(QChar(0x2028)) + QStringLiteral("a\tb\0c")) == QStringLiteral("a b c"));
    CHECK(headerText(QStringLiteral("  für  Sie ")) == QStringLiteral("für Sie"));
}

TEST_CASE("A mail is sent only when it is whole", "[domain][mail]")
{
    CHECK(flawOf(someMail()) == MailFlaw::None);
    Mail mail = someMail();
    mail.recipients.clear();
    CHECK(flawOf(mail) == MailFlaw::NoRecipient);
    mail = someMail();
    mail.recipients[0].copy = true; // nobody but copies
    CHECK(flawOf(mail) == MailFlaw::NoRecipient);
    mail = someMail();
    mail.recipients.push_back({QStringLiteral("nobody"), QString(), true});
    CHECK(flawOf(mail) == MailFlaw::BadAddress);
    mail = someMail();
    mail.replyTo = QStringLiteral("a@example.org\nX: y");
    CHECK(flawOf(mail) == MailFlaw::BadAddress);
    mail = someMail();
    mail.subject = QStringLiteral(" \n");
    CHECK(flawOf(mail) == MailFlaw::NoSubject);
    mail = someMail();
    mail.text = QStringLiteral(" ");
    CHECK(flawOf(mail) == MailFlaw::NoText);
    mail = someMail();
    mail.text = QString(maxMailText + 1, QLatin1Char('a'));
    CHECK(flawOf(mail) == MailFlaw::TooLong);
}

TEST_CASE("What needs a person is shown before what waits, and that before what is done", "[domain][mail]")
{
    Mail mail = someMail();
    mail.recipients.assign(3, mail.recipients.front());
    const auto states = [&](MailState a, MailState b, MailState c) {
        mail.recipients[0].state = a;
        mail.recipients[1].state = b;
        mail.recipients[2].state = c;
        return stateOf(mail);
    };
    CHECK(states(MailState::Delivered, MailState::Failed, MailState::Waiting) == MailState::Failed);
    CHECK(states(MailState::Delivered, MailState::Unclear, MailState::Waiting) == MailState::Unclear);
    CHECK(states(MailState::Delivered, MailState::Delivered, MailState::Waiting) == MailState::Waiting);
    CHECK(states(MailState::Delivered, MailState::Dismissed, MailState::Dismissed) == MailState::Delivered);
    CHECK(states(MailState::Dismissed, MailState::Dismissed, MailState::Dismissed) == MailState::Dismissed);
}

TEST_CASE("A digest is due once a day by the house's own clock", "[domain][mail]")
{
    const QTimeZone berlin("Europe/Berlin");
    CHECK(lastDigest(utc(14, 16), QTime(18, 0), berlin) == utc(14, 16));      // 18:00 in summer
    CHECK(lastDigest(utc(14, 15, 59), QTime(18, 0), berlin) == utc(13, 16));
    CHECK(lastDigest(utc(14, 22, 30), QTime(0, 15), berlin) == utc(14, 22, 15)); // already the 15th there
    // The clock skips 02:30 on 29 March 2026 and shows it twice on 25 October.
    CHECK(lastDigest({QDate(2026, 3, 29), QTime(12, 0), Qt::UTC}, QTime(2, 30), berlin) == QDateTime(QDate(2026, 3, 29), QTime(1, 30), Qt::UTC));
    CHECK(lastDigest({QDate(2026, 10, 25), QTime(12, 0), Qt::UTC}, QTime(2, 30), berlin) == QDateTime(QDate(2026, 10, 25), QTime(0, 30), Qt::UTC));
}
