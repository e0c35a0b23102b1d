#pragma once

#include "vorzimmer/domain/caller.h"
#include "vorzimmer/domain/person.h"
#include "vorzimmer/domain/service_level.h"
#include "vorzimmer/domain/slot.h"
#include "vorzimmer/models/call_lines.h"
#include "vorzimmer/models/row.h"
#include "vorzimmer/ports/cabinet.h"

#include <QCoreApplication>
#include <QTimeZone>

#include <functional>
#include <vector>

namespace vorzimmer::models {

/// Words a telephone number the way the tenant's country writes it.
using NumberDisplay = std::function<QString(const domain::PhoneNumber&)>;

/// Turns what the cabinet holds into rows for the desk's lists. Times are shown in the tenant's zone.
class DeskRows {
    Q_DECLARE_TR_FUNCTIONS(vorzimmer::models::DeskRows)

public:
    DeskRows(QTimeZone zone, QDateTime now, NumberDisplay display);

    [[nodiscard]] std::vector<Row> people(const std::vector<domain::Person>& people) const;
    /// One row per person and number, in the order to try them; id is the person's.
    [[nodiscard]] std::vector<Row> targets(const std::vector<domain::Person>& people) const;
    [[nodiscard]] std::vector<Row> callers(const std::vector<domain::Caller>& callers) const;
    [[nodiscard]] std::vector<Row> history(const std::vector<ports::HistoryEntry>& history) const;
    /// One row per day with its free times.
    [[nodiscard]] std::vector<Row> freeSlots(const std::vector<domain::Slot>& slots) const;

    /// When somebody last confirmed any presence; empty when nobody ever did.
    [[nodiscard]] QString peopleAsOf(const std::vector<domain::Person>& people) const;
    /// The oldest confirmation is older than that many days.
    [[nodiscard]] bool isStale(const std::vector<domain::Person>& people, int days) const;

private:
    [[nodiscard]] Row person(const domain::Person& person, const std::vector<domain::Person>& people) const;
    [[nodiscard]] Row past(const ports::HistoryEntry& entry) const;

    QTimeZone m_zone;
    QDateTime m_now;
    NumberDisplay m_display;
};

/// Rows of the call list at the left. Local time of the seat.
class CallRows {
    Q_DECLARE_TR_FUNCTIONS(vorzimmer::models::CallRows)

public:
    [[nodiscard]] static Row waiting(const WaitingCall& call, const QDateTime& now, bool first);
    [[nodiscard]] static Row own(const OwnCall& call, const QDateTime& now);
    [[nodiscard]] static Row past(const PastCall& call);
    /// @p company empty: calls to numbers that belong to nobody.
    [[nodiscard]] static Row serviceLevel(const QString& company, const domain::ServiceLevel& level);
};

} // namespace vorzimmer::models
