#include "vorzimmer/models/mail_letters.h"

#include <catch2/catch.hpp>

using namespace vorzimmer;
using models::MailLetters;

namespace {

domain::TenantEntry house()
{
    domain::TenantEntry entry;
    entry.name = QStringLiteral("Praxis am Lindenplatz");
    entry.language = QStringLiteral("de");
    entry.zone = QTimeZone("Europe/Berlin");
    return entry;
}

} // namespace

TEST_CASE("A message in writing says all that the caller has answered", "[mail-letters]")
{
    domain::Note note;
    note.callerName = QStringLiteral("T. Albers");
    note.concern = QStringLiteral("Hausbesuch");
    note.answers = {{QStringLiteral("Wie eilig?"), QStringLiteral("heute noch")}, {QStringLiteral("Adresse"), QStringLiteral("Lindenplatz 4")}};
    note.createdAt = QDateTime(QDate(2026, 11, 30), QTime(9, 0), Qt::UTC);
    const QString text = MailLetters::message(note, house()).text;
    CHECK(text.contains(QStringLiteral("Wie eilig? heute noch")));
    CHECK(text.contains(QStringLiteral("Adresse: Lindenplatz 4")));
    const QString together = MailLetters::digest({QStringLiteral("a@b.example"), {}, {note}}, house()).text;
    CHECK(together.contains(QStringLiteral("Wie eilig? heute noch")));
}

TEST_CASE("A redirect in writing names the address, which answers reach as well", "[mail-letters]")
{
    domain::Concern concern;
    concern.name = QStringLiteral("Rezept");
    concern.email = QStringLiteral("rezept@praxis.example");
    const domain::Mail mail = MailLetters::redirect(concern, QStringLiteral("Bitte mit Namen."), house(), QStringLiteral("de"));
    CHECK(mail.text.contains(QStringLiteral("rezept@praxis.example")));
    CHECK(mail.replyTo == QStringLiteral("rezept@praxis.example"));
}
