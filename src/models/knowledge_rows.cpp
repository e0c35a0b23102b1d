#include "vorzimmer/models/knowledge_rows.h"

#include "vorzimmer/models/markup.h"

namespace vorzimmer::models {

using domain::KnowledgeEntry;

namespace {

/// So much of an answer stands in a list.
constexpr int mostOfAnAnswer = 200;

Row row(const QString& id, std::vector<Line> lines, const QString& spoken)
{
    Row row;
    row.id = id;
    row.cells = {Cell{std::move(lines)}};
    row.spoken = spoken;
    return row;
}

} // namespace

QString KnowledgeRows::pathText(const Entries& entries, const QString& id)
{
    const auto path = domain::pathTo(entries, id);
    return QStringList(path.begin(), path.end()).join(QStringLiteral(" › "));
}

QString KnowledgeRows::indented(const KnowledgeEntry& entry, int depth)
{
    constexpr int step = 4;
    return QString(depth * step, QChar::Nbsp) + entry.question;
}

std::vector<Row> KnowledgeRows::tree(const Entries& entries)
{
    std::vector<Row> rows;
    for (const domain::TreePlace& place : domain::treeOf(entries)) {
        const KnowledgeEntry& entry = entries[place.entry];
        const QString spoken = place.depth > 0 ? tr("%1, level %2", "a question, its depth in the tree").arg(entry.question).arg(place.depth + 1)
                                               : entry.question;
        rows.push_back(row(entry.id, {Line{{Span{indented(entry, place.depth), place.depth == 0 ? Tone::Strong : Tone::Plain}}, 2, {}}}, spoken));
    }
    return rows;
}

std::vector<Row> KnowledgeRows::found(const Entries& entries, const std::vector<size_t>& places)
{
    std::vector<Row> rows;
    for (const size_t place : places) {
        const KnowledgeEntry& entry = entries[place];
        const QString path = pathText(entries, entry.id);
        const QString answer = withoutMarks(entry.answer.left(mostOfAnAnswer)).simplified();
        std::vector<Line> lines{Line{{Span{entry.question, Tone::Strong}}, 2, {}}};
        QString spoken = entry.question;
        for (const QString& more : {path, answer}) {
            if (more.isEmpty())
                continue;
            lines.push_back(Line{{Span{more, Tone::Muted}}, 1, {}});
            spoken += QStringLiteral(", ") + more;
        }
        rows.push_back(row(entry.id, std::move(lines), spoken));
    }
    return rows;
}

std::vector<Row> KnowledgeRows::links(const Entries& entries, const KnowledgeEntry& entry)
{
    std::vector<Row> rows;
    for (const QString& id : entry.seeAlso) {
        if (const KnowledgeEntry* other = domain::entryById(entries, id)) {
            const QString path = pathText(entries, id);
            rows.push_back(row(id, {Line{{Span{QStringLiteral("→ ") + other->question, Tone::Accent}}, 2, {}}},
                               path.isEmpty() ? other->question : other->question + QStringLiteral(", ") + path));
        }
    }
    return rows;
}

} // namespace vorzimmer::models
