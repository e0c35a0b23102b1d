#pragma once

#include "vorzimmer/models/row.h"
#include "vorzimmer/ports/topic_board.h"

#include <QCoreApplication>

namespace vorzimmer::models {

/// What waits for the shared lists, as rows.
class OutboxRows {
    Q_DECLARE_TR_FUNCTIONS(vorzimmer::models::OutboxRows)

public:
    /// Numbers and whose move it is; @p name is the tenant's.
    [[nodiscard]] static Row list(const QString& name, const ports::BoardStatus& status);
    /// One operation; only for the tenant whose cabinet is open.
    [[nodiscard]] static Row operation(const ports::OutboxOperation& operation);
};

} // namespace vorzimmer::models
