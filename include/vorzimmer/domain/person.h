#pragma once

#include "vorzimmer/domain/id.h"
#include "vorzimmer/domain/phone_number.h"

#include <QDateTime>
#include <QString>

#include <vector>

namespace vorzimmer::domain {

enum class PresenceState { Available, Busy, Absent };

/// Whether a person can be reached, and until when that holds. A state with an end ends by itself.
struct Presence {
    PresenceState state = PresenceState::Available;
    QDateTime until;       ///< UTC; invalid = open end
    QString note;          ///< "in treatment", "Lisbon"
    QDateTime confirmedAt; ///< UTC; when somebody last said so
    friend bool operator==(const Presence&, const Presence&) = default;
};

/// The presence that is in force at @p now (UTC): an expired state is Available again.
[[nodiscard]] Presence presenceAt(const Presence& presence, const QDateTime& now);

/// Someone at the client's who may be called, written to or asked for.
struct Person {
    PersonId id;
    QString name;
    QString role;
    QString responsibilities;
    std::vector<LabelledNumber> numbers; ///< in the order to try them
    QString email;
    Presence presence;
    PersonId deputy; ///< null = nobody
    friend bool operator==(const Person&, const Person&) = default;
};

} // namespace vorzimmer::domain
