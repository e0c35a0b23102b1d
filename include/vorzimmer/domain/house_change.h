#pragma once

#include "vorzimmer/domain/knowledge.h"
#include "vorzimmer/domain/person.h"
#include "vorzimmer/domain/rule.h"
#include "vorzimmer/domain/tenant.h"

#include <QDateTime>
#include <QString>

#include <vector>

namespace vorzimmer::domain {

/// What of a house is another thing than before, for somebody who stands in.
enum class ChangeKind {
    InstructionNew,
    InstructionGone,
    GreetingChanged,
    HoursChanged,
    NoticeNew,
    ConcernNew,
    ConcernGone,
    ConcernChanged, ///< its address, wording or other names
    FormChanged,    ///< what is asked about a concern
    PersonNew,
    PersonChanged, ///< anything but the state, which the desk shows
    AbsenceNew,
    AbsenceGone,
    DutyNew,
    DutyGone,
    RuleNew,
    RuleGone,
    RuleChanged,
    AnswerNew,
    AnswerGone,
    AnswerChanged,
};

struct HouseChange {
    qint64 number = 0; ///< counts up with each
    QDateTime at;      ///< UTC
    ChangeKind kind = ChangeKind::HoursChanged;
    QString words; ///< what it is about: the instruction, the name, the question; may be empty
    friend bool operator==(const HouseChange&, const HouseChange&) = default;
};

/// The changes that lead from @p before to @p after, without number and time.
[[nodiscard]] std::vector<HouseChange> changesBetween(const TenantProfile& before, const TenantProfile& after);
[[nodiscard]] std::vector<HouseChange> changesBetween(const Person& before, const Person& after);
/// @p people name whom absences and duties are about.
[[nodiscard]] std::vector<HouseChange> changesBetween(const RuleSet& before, const RuleSet& after, const std::vector<Person>& people);
[[nodiscard]] std::vector<HouseChange> changesBetween(const Knowledge& before, const Knowledge& after);

} // namespace vorzimmer::domain
