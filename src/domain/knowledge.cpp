#include "vorzimmer/domain/knowledge.h"

#include "vorzimmer/domain/folding.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <algorithm>

namespace vorzimmer::domain {

namespace {

using Entries = std::vector<KnowledgeEntry>;

size_t placeOf(const Entries& entries, const QString& id)
{
    return static_cast<size_t>(std::find_if(entries.begin(), entries.end(), [&](const KnowledgeEntry& one) { return one.id == id; })
                               - entries.begin());
}

/// Whether the way up from @p entry comes back to itself or never ends.
bool goesRound(const Entries& entries, const KnowledgeEntry& entry)
{
    const KnowledgeEntry* above = entryById(entries, entry.below);
    for (size_t steps = 0; above; ++steps) {
        if (above->id == entry.id || steps > entries.size())
            return true;
        above = entryById(entries, above->below);
    }
    return false;
}

bool hasWord(const QString& folded, const QStringList& ways)
{
    return std::any_of(ways.begin(), ways.end(), [&](const QString& way) { return folded.contains(way); });
}

void addBelow(const Entries& entries, const QHash<QString, std::vector<size_t>>& children, const QString& id, int depth, QSet<QString>& done,
              std::vector<TreePlace>& tree)
{
    for (const size_t place : children.value(id)) {
        const QString& child = entries[place].id;
        if (done.contains(child))
            continue;
        done.insert(child);
        tree.push_back({place, depth});
        addBelow(entries, children, child, depth + 1, done, tree);
    }
}

} // namespace

std::vector<TreePlace> treeOf(const Entries& entries)
{
    QHash<QString, std::vector<size_t>> children;
    for (size_t place = 0; place < entries.size(); ++place) {
        const KnowledgeEntry& entry = entries[place];
        const bool belongs = !entry.below.isEmpty() && entryById(entries, entry.below) && !goesRound(entries, entry);
        children[belongs ? entry.below : QString()].push_back(place);
    }
    std::vector<TreePlace> tree;
    QSet<QString> done;
    addBelow(entries, children, {}, 0, done, tree);
    return tree;
}

KnowledgeSearch::KnowledgeSearch(const Entries& entries)
{
    for (const TreePlace& place : treeOf(entries)) {
        const KnowledgeEntry& entry = entries[place.entry];
        QStringList all{entry.question, entry.answer};
        all.append(QStringList(entry.words.begin(), entry.words.end()));
        m_entries.push_back({place.entry, foldedText(entry.question), foldedText(all.join(QLatin1Char('\n')))});
    }
}

std::vector<size_t> KnowledgeSearch::find(const QString& search) const
{
    std::vector<QStringList> words;
    for (const QString& word : search.split(QLatin1Char(' '), Qt::SkipEmptyParts))
        words.push_back(foldedWord(word));
    if (words.empty())
        return {};
    const auto hasAll = [&words](const QString& text) {
        return std::all_of(words.begin(), words.end(), [&](const QStringList& ways) { return hasWord(text, ways); });
    };
    std::vector<size_t> found;
    std::vector<size_t> elsewhere;
    for (const Folded& entry : m_entries) {
        if (hasAll(entry.question))
            found.push_back(entry.entry);
        else if (hasAll(entry.all))
            elsewhere.push_back(entry.entry);
    }
    found.insert(found.end(), elsewhere.begin(), elsewhere.end());
    return found;
}

const KnowledgeEntry* entryById(const Entries& entries, const QString& id)
{
    const size_t place = id.isEmpty() ? entries.size() : placeOf(entries, id);
    return place < entries.size() ? &entries[place] : nullptr;
}

std::vector<QString> pathTo(const Entries& entries, const QString& id)
{
    std::vector<QString> path;
    const KnowledgeEntry* entry = entryById(entries, id);
    if (!entry || goesRound(entries, *entry))
        return path;
    for (const KnowledgeEntry* above = entryById(entries, entry->below); above && path.size() < entries.size(); above = entryById(entries, above->below))
        path.insert(path.begin(), above->question);
    return path;
}

std::vector<KnowledgeFinding> checkKnowledge(const Entries& entries)
{
    std::vector<KnowledgeFinding> findings;
    for (size_t place = 0; place < entries.size(); ++place) {
        const KnowledgeEntry& entry = entries[place];
        if (entry.id.isEmpty() || placeOf(entries, entry.id) != place)
            findings.push_back({KnowledgeFlaw::IdTwice, place});
        if (entry.question.trimmed().isEmpty())
            findings.push_back({KnowledgeFlaw::NoQuestion, place});
        if (!entry.below.isEmpty() && !entryById(entries, entry.below))
            findings.push_back({KnowledgeFlaw::BelowUnknown, place});
        else if (goesRound(entries, entry))
            findings.push_back({KnowledgeFlaw::BelowItself, place});
        if (std::any_of(entry.seeAlso.begin(), entry.seeAlso.end(), [&](const QString& link) { return !entryById(entries, link); }))
            findings.push_back({KnowledgeFlaw::LinkUnknown, place});
    }
    return findings;
}

void putEntry(Entries& entries, const KnowledgeEntry& entry)
{
    const size_t place = placeOf(entries, entry.id);
    if (place < entries.size())
        entries[place] = entry;
    else
        entries.push_back(entry);
}

void removeEntry(Entries& entries, const QString& id)
{
    const size_t place = placeOf(entries, id);
    if (place == entries.size())
        return;
    const QString above = entries[place].below;
    entries.erase(entries.begin() + static_cast<qsizetype>(place));
    for (KnowledgeEntry& entry : entries) {
        if (entry.below == id)
            entry.below = above;
        std::erase(entry.seeAlso, id);
    }
}

bool moveEntry(Entries& entries, const QString& id, int by)
{
    const size_t place = placeOf(entries, id);
    if (place == entries.size())
        return false;
    auto other = static_cast<qsizetype>(place);
    do {
        other += by;
        if (other < 0 || other >= static_cast<qsizetype>(entries.size()))
            return false;
    } while (entries[static_cast<size_t>(other)].below != entries[place].below);
    std::swap(entries[place], entries[static_cast<size_t>(other)]);
    return true;
}

} // namespace vorzimmer::domain
