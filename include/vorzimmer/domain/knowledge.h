#pragma once

#include <QDateTime>
#include <QString>

#include <optional>
#include <vector>

namespace vorzimmer::domain {

/// A question that callers ask, and what the house wants to be answered.
struct KnowledgeEntry {
    QString id;      ///< never changes; others stand below it or link to it
    QString below;   ///< id of the entry below which it stands; empty = at the top
    QString question; ///< or a heading
    QString answer;   ///< plain text; **bold** is the only markup; may be empty
    std::vector<QString> words = {};   ///< what else one may search for
    std::vector<QString> seeAlso = {}; ///< ids
    friend bool operator==(const KnowledgeEntry&, const KnowledgeEntry&) = default;
};

/// What a house wants to be answered: a tree of any depth with links across.
struct Knowledge {
    int version = 0; ///< 0 = nothing was ever saved
    QDateTime savedAt; ///< UTC
    QString savedBy;
    std::vector<KnowledgeEntry> entries; ///< those below the same entry in this order
    friend bool operator==(const Knowledge&, const Knowledge&) = default;
};

/// An entry and how deep it stands in the tree.
struct TreePlace {
    size_t entry = 0;
    int depth = 0;
    friend bool operator==(const TreePlace&, const TreePlace&) = default;
};

/// All entries as the tree is read from the top. What stands below nobody who is there stands at the top.
[[nodiscard]] std::vector<TreePlace> treeOf(const std::vector<KnowledgeEntry>& entries);

/// Entries made ready once to be searched at every keystroke. Keeps no reference to them.
class KnowledgeSearch {
public:
    explicit KnowledgeSearch(const std::vector<KnowledgeEntry>& entries);

    /// Places of the entries in which every word of @p search is found, in question, answer or words, umlaut-safe, anywhere in a
    /// word; those whose question has them all come first. Empty for an empty search.
    [[nodiscard]] std::vector<size_t> find(const QString& search) const;

private:
    struct Folded {
        size_t entry = 0;
        QString question;
        QString all;
    };
    std::vector<Folded> m_entries; ///< as the tree is read
};

/// The entry of that id; null when there is none.
[[nodiscard]] const KnowledgeEntry* entryById(const std::vector<KnowledgeEntry>& entries, const QString& id);

/// The questions above @p id, from the top; without its own.
[[nodiscard]] std::vector<QString> pathTo(const std::vector<KnowledgeEntry>& entries, const QString& id);

enum class KnowledgeFlaw { IdTwice, NoQuestion, BelowUnknown, BelowItself, LinkUnknown };

/// A flaw and the place of the entry that has it.
struct KnowledgeFinding {
    KnowledgeFlaw flaw;
    size_t entry = 0;
    friend bool operator==(const KnowledgeFinding&, const KnowledgeFinding&) = default;
};

/// What is wrong; empty when the tree can be kept.
[[nodiscard]] std::vector<KnowledgeFinding> checkKnowledge(const std::vector<KnowledgeEntry>& entries);

// ---- changing a tree
/// Replaces the entry of the same id, or adds it behind the others.
void putEntry(std::vector<KnowledgeEntry>& entries, const KnowledgeEntry& entry);
/// Takes it away: what stands below it moves up, links to it go.
void removeEntry(std::vector<KnowledgeEntry>& entries, const QString& id);
/// Moves it before (-1) or behind (+1) the next that stands below the same entry; false when there is none.
bool moveEntry(std::vector<KnowledgeEntry>& entries, const QString& id, int by);

} // namespace vorzimmer::domain
