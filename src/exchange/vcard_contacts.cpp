#include "vorzimmer/exchange/vcard_contacts.h"

#include "form_checks.h"
#include "vcard_lines.h"

#include <QHash>

#include <algorithm>

namespace vorzimmer::exchange {

namespace {

bool isPreferred(const VcardProperty& property)
{
    return property.parameters.contains(QStringLiteral("PREF")) || property.words(QStringLiteral("TYPE")).contains(QStringLiteral("pref"));
}

/// A fax or pager never rings anybody up.
bool isTalkedOn(const VcardProperty& property)
{
    const QStringList types = property.words(QStringLiteral("TYPE"));
    return std::none_of(types.begin(), types.end(), [](const QString& type) {
        return type == u"fax" || type == u"pager" || type == u"modem" || type == u"bbs" || type == u"homefax" || type == u"workfax";
    });
}

/// "Given Family" out of N's family;given;additional;prefixes;suffixes.
QString composedName(const QStringList& parts)
{
    const QString prefix = parts.value(3);
    return (prefix + u' ' + parts.value(1) + u' ' + parts.value(0)).simplified();
}

/// Builds a contact from the properties between BEGIN and END.
class Card {
public:
    explicit Card(int line) { m_contact.line = line; }

    void add(const VcardProperty& property)
    {
        if (property.name == u"VERSION")
            m_version = property.text();
        else if (property.name == u"FN")
            m_contact.name = m_contact.name.isEmpty() ? property.text().simplified() : m_contact.name;
        else if (property.name == u"N")
            m_structuredName = property.parts();
        else if (property.name == u"ORG")
            m_contact.company = property.parts().front();
        else if (property.name == u"TEL" && isTalkedOn(property))
            m_numbers.push_back(property);
        else if (property.name == u"EMAIL")
            m_emails.push_back(property);
        else if (property.name == u"X-ABLABEL")
            m_groupLabels.insert(property.group, property.text());
        else if (property.name == u"KIND" || property.name == u"X-ADDRESSBOOKSERVER-KIND")
            m_isGroup = property.text().compare(QStringLiteral("group"), Qt::CaseInsensitive) == 0;
        else
            addRest(property);
    }

    [[nodiscard]] bool isGroup() const { return m_isGroup; }

    Contact finish(std::vector<Flaw>& flaws)
    {
        if (m_version != u"2.1" && m_version != u"3.0" && m_version != u"4.0") {
            flaws.push_back({m_contact.line, QStringLiteral("VERSION"),
                             m_version.isEmpty() ? QStringLiteral("is missing") : QStringLiteral("must be 2.1, 3.0 or 4.0")});
        }
        if (m_contact.name.isEmpty())
            m_contact.name = composedName(m_structuredName);
        if (m_contact.name == m_contact.company)
            m_contact.name.clear(); // a company's own card
        if (m_contact.name.isEmpty() && m_contact.company.isEmpty())
            flaws.push_back({m_contact.line, QStringLiteral("FN"), QStringLiteral("neither name nor company is given")});
        std::stable_partition(m_numbers.begin(), m_numbers.end(), isPreferred);
        for (const VcardProperty& number : m_numbers) {
            const QString label = labelOf(number);
            if (!label.contains(QStringLiteral("fax"), Qt::CaseInsensitive)) // Apple says so in the label alone
                m_contact.numbers.push_back({{label, number.text()}, QStringLiteral("TEL in line %1").arg(number.line)});
        }
        std::stable_partition(m_emails.begin(), m_emails.end(), isPreferred);
        if (!m_emails.empty())
            m_contact.email = m_emails.front().text();
        return m_contact;
    }

private:
    void addRest(const VcardProperty& property)
    {
        if (property.name == u"UID")
            m_contact.uid = property.text();
        else if (property.name == u"NOTE")
            m_contact.remark += (m_contact.remark.isEmpty() ? QString() : QStringLiteral("\n")) + property.text();
        else if (property.name == u"TITLE" || (property.name == u"ROLE" && m_contact.role.isEmpty()))
            m_contact.role = property.text();
        else if (property.name == u"LANG" && m_contact.language.isEmpty() && isLanguage(property.text()))
            m_contact.language = property.text();
    }

    [[nodiscard]] QString labelOf(const VcardProperty& number) const
    {
        QString label = number.group.isEmpty() ? QString() : m_groupLabels.value(number.group);
        if (!label.isEmpty())
            return label.remove(QStringLiteral("_$!<")).remove(QStringLiteral(">!$_"));
        QStringList types = number.words(QStringLiteral("TYPE"));
        types.removeIf([](const QString& type) { return type == u"voice" || type == u"pref" || type == u"msg" || type == u"internet"; });
        types.removeDuplicates();
        return types.join(u' ');
    }

    Contact m_contact;
    QString m_version;
    QStringList m_structuredName;
    std::vector<VcardProperty> m_numbers;
    std::vector<VcardProperty> m_emails;
    QHash<QString, QString> m_groupLabels; ///< Apple's own words for a number, by group
    bool m_isGroup = false;
};

bool marks(const VcardProperty& property, const char* what)
{
    return property.name == QLatin1String(what) && property.text().compare(QStringLiteral("VCARD"), Qt::CaseInsensitive) == 0;
}

} // namespace

Taken<std::vector<Contact>> readVcards(const QString& text)
{
    const auto properties = readVcardLines(text);
    if (!properties)
        return tl::unexpected(properties.error());
    std::vector<Contact> contacts;
    std::vector<Flaw> flaws;
    std::optional<Card> card;
    int begun = 0;
    for (const VcardProperty& property : *properties) {
        if (marks(property, "BEGIN")) {
            if (card)
                flaws.push_back({property.line, QStringLiteral("BEGIN"), QStringLiteral("the card of line %1 has not ended yet").arg(begun)});
            card.emplace(property.line);
            begun = property.line;
        } else if (!card) {
            flaws.push_back({property.line, property.name, QStringLiteral("stands outside of any card")});
        } else if (marks(property, "END")) {
            if (!card->isGroup())
                contacts.push_back(card->finish(flaws));
            card.reset();
        } else {
            card->add(property);
        }
    }
    if (card)
        flaws.push_back({begun, QStringLiteral("BEGIN"), QStringLiteral("this card does not end; the file seems to be cut off")});
    if (properties->empty())
        flaws.push_back({1, QString(), QStringLiteral("the file is empty")});
    if (!flaws.empty())
        return refuse(std::move(flaws));
    return contacts;
}

} // namespace vorzimmer::exchange
