#pragma once

#include "vorzimmer/domain/knowledge.h"
#include "vorzimmer/models/row.h"

#include <QCoreApplication>

#include <vector>

namespace vorzimmer::models {

/// What a house wants to be answered, as rows; their ids are those of the entries.
class KnowledgeRows {
    Q_DECLARE_TR_FUNCTIONS(vorzimmer::models::KnowledgeRows)

public:
    using Entries = std::vector<domain::KnowledgeEntry>;
    /// All of it, what stands below another moved in.
    [[nodiscard]] static std::vector<Row> tree(const Entries& entries);
    /// What was found, in its order, with where it stands and how the answer begins.
    [[nodiscard]] static std::vector<Row> found(const Entries& entries, const std::vector<size_t>& places);
    /// What to see also.
    [[nodiscard]] static std::vector<Row> links(const Entries& entries, const domain::KnowledgeEntry& entry);
    /// "House › Parking"; empty at the top.
    [[nodiscard]] static QString pathText(const Entries& entries, const QString& id);
    /// The question, moved in by its depth.
    [[nodiscard]] static QString indented(const domain::KnowledgeEntry& entry, int depth);
};

} // namespace vorzimmer::models
