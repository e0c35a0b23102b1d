#pragma once

#include "vorzimmer/domain/caller.h"
#include "vorzimmer/domain/expected_call.h"
#include "vorzimmer/domain/person.h"
#include "vorzimmer/domain/rule.h"
#include "vorzimmer/models/desk_rows.h"
#include "vorzimmer/models/row.h"

#include <QCoreApplication>
#include <QTimeZone>

#include <vector>

namespace vorzimmer::models {

/// What is planned at a client's, as rows: absences, who is on call, who is expected. A row's id is its place in the list it comes from.
class PlanRows {
    Q_DECLARE_TR_FUNCTIONS(vorzimmer::models::PlanRows)

public:
    /// @p now is UTC, @p zone the tenant's. What is given must outlive this.
    PlanRows(const std::vector<domain::Person>& people, const std::vector<domain::Caller>& callers, QTimeZone zone, const QDateTime& now,
             NumberDisplay display);

    [[nodiscard]] Row absence(const domain::Absence& absence) const;
    [[nodiscard]] Row duty(const domain::Duty& duty) const;
    [[nodiscard]] Row expected(const domain::ExpectedCall& call) const;
    /// The name, or what stands in its place for somebody who is gone.
    [[nodiscard]] QString personName(const domain::PersonId& id) const;

private:
    [[nodiscard]] QString whenText(const domain::Schedule& when) const;

    const std::vector<domain::Person>& m_people;
    const std::vector<domain::Caller>& m_callers;
    QTimeZone m_zone;
    QDateTime m_now;
    NumberDisplay m_display;
};

} // namespace vorzimmer::models
