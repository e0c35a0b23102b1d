#include "csv_headings.h"

#include <QHash>
#include <QRegularExpression>
#include <QStringList>

namespace vorzimmer::exchange {

namespace {

struct Usual {
    const char* field;
    const char* headings; ///< in small letters, separated by |
};

constexpr Usual usual[] = {
    {"key", "key|schlüssel"},
    {"name", "name|full name|display name|anzeigename|vollständiger name|kontakt|kontaktname|ansprechpartner|anrufer|caller|contact"},
    {"first", "first name|given name|vorname"},
    {"last", "last name|family name|surname|nachname|familienname|zuname"},
    {"company",
     "company|firma|firmenname|organisation|organization|organization name|organization 1 - name|unternehmen|company name"},
    {"role", "job title|position|funktion|rolle|role|organization title|organization 1 - title"},
    {"responsibilities", "responsibilities|zuständigkeit|zuständigkeiten|zuständig für"},
    {"email", "email|e-mail|mail|e-mail address|email address|e-mail-adresse|email-adresse|e-mail 1 - value"},
    {"relation", "relation|beziehung"},
    {"instruction", "special instruction|instruction|anweisung|besondere anweisung"},
    {"remark", "notes|note|notiz|notizen|remark|remarks|bemerkung|bemerkungen|kommentar|anmerkung|anmerkungen"},
    {"number", "phone|phone number|telephone|number|telefon|telefonnummer|rufnummer|nummer|tel|tel."},
};

/// Columns of numbers whose heading says what kind they are.
constexpr auto labelledNumbers =
    "mobile|mobile phone|cell phone|cell|mobil|mobiltelefon|mobilnummer|handy|handynummer|business phone|business phone 2|work "
    "phone|home phone|home phone 2|primary phone|other phone|company main phone|telefon geschäftlich|telefon geschäftlich 2|telefon "
    "(geschäftlich)|telefon privat|telefon privat 2|telefon (privat)|telefon firma|haupttelefon|weiteres telefon|festnetz|durchwahl|"
    "geschäftlich|privat|büro|zentrale";

QHash<QString, QString> fieldsByHeading()
{
    QHash<QString, QString> fields;
    for (const Usual& entry : usual) {
        for (const QString& heading : QString::fromUtf8(entry.headings).split(u'|'))
            fields.insert(heading, QString::fromLatin1(entry.field));
    }
    return fields;
}

const QRegularExpression& googleNumber()
{
    static const QRegularExpression form(QStringLiteral("^phone \\d+ - value$"), QRegularExpression::CaseInsensitiveOption);
    return form;
}

} // namespace

std::optional<Meaning> usualMeaning(const QString& heading)
{
    static const QHash<QString, QString> fields = fieldsByHeading();
    static const QStringList labelled = QString::fromUtf8(labelledNumbers).split(u'|');
    const QString plain = heading.simplified().toLower();
    if (const auto found = fields.constFind(plain); found != fields.constEnd())
        return Meaning{*found, QString()};
    if (labelled.contains(plain))
        return Meaning{QStringLiteral("number"), heading.simplified()};
    if (googleNumber().match(plain).hasMatch())
        return Meaning{QStringLiteral("number"), QString()};
    return std::nullopt;
}

QString kindStem(const QString& heading)
{
    if (!googleNumber().match(heading.simplified()).hasMatch())
        return {};
    return heading.simplified().section(u'-', 0, 0) + QStringLiteral("- ");
}

} // namespace vorzimmer::exchange
