#pragma once

#include "sqlite/database.h"

#include "vorzimmer/domain/knowledge.h"

namespace vorzimmer::store {

/// What the house wants to be answered.
class KnowledgeTable {
public:
    explicit KnowledgeTable(Database& database) : m_database(database) {}

    /// Version 0 without entries when nothing was saved.
    [[nodiscard]] domain::Result<domain::Knowledge> knowledge();
    [[nodiscard]] domain::Outcome replace(const domain::Knowledge& knowledge);

private:
    Database& m_database;
};

} // namespace vorzimmer::store
