#include "vorzimmer/exchange/csv_contacts.h"

#include "csv_headings.h"
#include "csv_rows.h"
#include "vocabulary.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace vorzimmer::exchange {

namespace {

const QStringList& knownFields()
{
    static const QStringList fields = {
        QStringLiteral("key"),   QStringLiteral("name"),     QStringLiteral("first"),       QStringLiteral("last"),
        QStringLiteral("company"), QStringLiteral("role"),   QStringLiteral("responsibilities"), QStringLiteral("number"),
        QStringLiteral("email"), QStringLiteral("relation"), QStringLiteral("language"),    QStringLiteral("instruction"),
        QStringLiteral("remark")};
    return fields;
}

/// One column that something is taken from.
struct Source {
    qsizetype column = 0;
    QString heading;
    QString field;
    QString label;
    qsizetype kindColumn = -1; ///< holds the label (Google)
};

struct Plan {
    std::vector<Source> sources;
    std::vector<QString> unused;
};

qsizetype columnOf(const QStringList& headings, const QString& heading)
{
    for (qsizetype i = 0; i < headings.size(); ++i) {
        if (headings[i].simplified().compare(heading.simplified(), Qt::CaseInsensitive) == 0)
            return i;
    }
    return -1;
}

/// The column beside a Google number that says what kind it is.
qsizetype kindColumnOf(const QStringList& headings, const QString& heading)
{
    const QString stem = kindStem(heading);
    if (stem.isEmpty())
        return -1;
    return std::max(columnOf(headings, stem + QStringLiteral("Type")), columnOf(headings, stem + QStringLiteral("Label")));
}

Taken<Plan> planFor(const CsvRow& head, const ColumnMap& map)
{
    Plan plan;
    std::vector<Flaw> flaws;
    QSet<qsizetype> used;
    for (const ColumnMap::Column& wanted : map.columns()) {
        const qsizetype column = columnOf(head.fields, wanted.heading);
        if (column < 0)
            flaws.push_back({head.line, wanted.heading, QStringLiteral("the map names this column, but the file does not have it")});
        plan.sources.push_back({column, wanted.heading, wanted.field, wanted.label, -1});
        used.insert(column);
    }
    for (qsizetype i = 0; map.columns().empty() && i < head.fields.size(); ++i) {
        const QString heading = head.fields[i].simplified();
        const auto meaning = usualMeaning(heading);
        if (!meaning)
            continue;
        const qsizetype kind = kindColumnOf(head.fields, heading);
        plan.sources.push_back({i, heading, meaning->field, meaning->label, kind});
        used << i << kind;
    }
    const bool named = std::any_of(plan.sources.begin(), plan.sources.end(), [](const Source& source) {
        return source.field == u"name" || source.field == u"first" || source.field == u"last" || source.field == u"company";
    });
    if (!named)
        flaws.push_back({head.line, QString(), QStringLiteral("no column holds a name or a company; say which with --map \"Heading=name,...\"")});
    if (!flaws.empty())
        return refuse(std::move(flaws));
    for (qsizetype i = 0; i < head.fields.size(); ++i) {
        if (!used.contains(i) && !head.fields[i].isEmpty())
            plan.unused.push_back(head.fields[i]);
    }
    return plan;
}

/// Fills one contact from one row.
class RowReader {
public:
    RowReader(const CsvRow& row, std::vector<Flaw>& flaws) : m_row(row), m_flaws(flaws) { m_contact.line = row.line; }

    Contact read(const Plan& plan)
    {
        for (const Source& source : plan.sources)
            take(source);
        if (m_contact.name.isEmpty())
            m_contact.name = (m_first + u' ' + m_last).simplified();
        if (m_contact.name.isEmpty() && m_contact.company.isEmpty())
            m_flaws.push_back({m_row.line, QString(), QStringLiteral("neither name nor company is given")});
        return m_contact;
    }

private:
    void take(const Source& source)
    {
        const QString value = m_row.fields[source.column].trimmed();
        if (value.isEmpty())
            return;
        if (source.field == u"number") {
            takeNumbers(source, value);
        } else if (source.field == u"relation") {
            m_contact.relation = fromWord<domain::Relation>(value.toLower());
            if (!m_contact.relation)
                m_flaws.push_back({m_row.line, source.heading, QStringLiteral("must be one of ") + allWords<domain::Relation>()});
        } else {
            QString& text = textOf(source.field);
            if (text.isEmpty())
                text = value;
        }
    }

    void takeNumbers(const Source& source, const QString& value)
    {
        // Google writes several values of one kind into one cell, and a star before the kind of the preferred one.
        QString label = source.label;
        if (source.kindColumn >= 0)
            label = m_row.fields[source.kindColumn].section(QStringLiteral(":::"), 0, 0).remove(u'*').trimmed();
        for (const QString& number : value.split(QStringLiteral(":::"), Qt::SkipEmptyParts))
            m_contact.numbers.push_back({{label, number.trimmed()}, source.heading});
    }

    QString& textOf(const QString& field)
    {
        static const QHash<QString, QString Contact::*> members = {
            {QStringLiteral("key"), &Contact::key},
            {QStringLiteral("name"), &Contact::name},
            {QStringLiteral("company"), &Contact::company},
            {QStringLiteral("role"), &Contact::role},
            {QStringLiteral("responsibilities"), &Contact::responsibilities},
            {QStringLiteral("email"), &Contact::email},
            {QStringLiteral("language"), &Contact::language},
            {QStringLiteral("instruction"), &Contact::specialInstruction},
            {QStringLiteral("remark"), &Contact::remark},
        };
        if (field == u"first")
            return m_first;
        return field == u"last" ? m_last : m_contact.*members.value(field);
    }

    const CsvRow& m_row;
    std::vector<Flaw>& m_flaws;
    Contact m_contact;
    QString m_first;
    QString m_last;
};

} // namespace

Taken<ColumnMap> ColumnMap::parse(const QString& text)
{
    ColumnMap map;
    std::vector<Flaw> flaws;
    for (const QString& part : text.split(u',', Qt::SkipEmptyParts)) {
        const qsizetype sign = part.lastIndexOf(u'=');
        const QString meaning = part.mid(sign + 1).trimmed();
        const Column column{part.left(std::max<qsizetype>(sign, 0)).trimmed(), meaning.section(u':', 0, 0).trimmed(),
                            meaning.section(u':', 1).trimmed()};
        if (column.heading.isEmpty())
            flaws.push_back({0, QStringLiteral("map"), QStringLiteral("each part must read Heading=field")});
        else if (!knownFields().contains(column.field))
            flaws.push_back({0, column.heading, QStringLiteral("must be mapped to one of ") + knownFields().join(QStringLiteral(", "))});
        map.m_columns.push_back(column);
    }
    if (!flaws.empty())
        return refuse(std::move(flaws));
    return map;
}

Taken<CsvContacts> readCsv(const QString& text, const ColumnMap& map)
{
    const auto rows = readCsvRows(text);
    if (!rows)
        return tl::unexpected(rows.error());
    if (rows->empty())
        return refuse({Flaw{1, QString(), QStringLiteral("the file is empty; a heading line is expected")}});
    const auto plan = planFor(rows->front(), map);
    if (!plan)
        return tl::unexpected(plan.error());

    const qsizetype width = rows->front().fields.size();
    CsvContacts result;
    result.unusedHeadings = plan->unused;
    std::vector<Flaw> flaws;
    for (size_t i = 1; i < rows->size(); ++i) {
        const CsvRow& row = (*rows)[i];
        if (row.fields.size() == width) {
            result.contacts.push_back(RowReader(row, flaws).read(*plan));
        } else {
            flaws.push_back({row.line, QString(),
                             QStringLiteral("%1 fields, but the heading line has %2; is a quotation mark or separator missing?")
                                 .arg(row.fields.size())
                                 .arg(width)});
        }
    }
    if (!flaws.empty())
        return refuse(std::move(flaws));
    return result;
}

} // namespace vorzimmer::exchange
