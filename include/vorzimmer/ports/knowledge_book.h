#pragma once

#include "vorzimmer/domain/knowledge.h"
#include "vorzimmer/domain/result.h"

namespace vorzimmer::ports {

/// What a tenant wants to be answered. Part of the cabinet; the same laws hold.
class KnowledgeBook {
public:
    virtual ~KnowledgeBook() = default;

    [[nodiscard]] virtual domain::Result<domain::Knowledge> knowledge() = 0;
    /// Replaces the whole and returns its new version. Conflict when @p knowledge.version is no longer the one that is there; Invalid when
    /// the tree is flawed (domain::checkKnowledge).
    [[nodiscard]] virtual domain::Result<int> save(const domain::Knowledge& knowledge) = 0;
};

} // namespace vorzimmer::ports
