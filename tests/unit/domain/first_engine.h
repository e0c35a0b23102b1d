#pragma once

#include "vorzimmer/domain/opening_hours.h"
#include "vorzimmer/domain/screening.h"

/// The hard-wired engine of the first version. The built-in rules have to decide as it did.
namespace first_engine {

struct Input {
    QDateTime now;
    vorzimmer::domain::Relation relation = vorzimmer::domain::Relation::Unknown;
    bool sharedNumber = false;
    QString specialInstruction;
    vorzimmer::domain::Concern concern;
    vorzimmer::domain::OpeningHours hours;
    QTimeZone zone;
    std::vector<vorzimmer::domain::Person> people;
};

[[nodiscard]] vorzimmer::domain::Recommendation screen(const Input& input);

} // namespace first_engine
