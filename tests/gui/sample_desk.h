#pragma once

#include "call_facts.h"
#include "vorzimmer/domain/note.h"
#include "vorzimmer/domain/screening.h"
#include "vorzimmer/models/call_lines.h"
#include "vorzimmer/ports/cabinet.h"

#include <vector>

namespace vorzimmer::samples {

/// A weekday at 10:42 in Berlin, in the middle of a medical practice's morning.
[[nodiscard]] QDateTime now();

/// A call to a medical practice from a patient to whom a call-back is owed.
struct Desk {
    ports::PopSheet sheet;
    widgets::CallFacts facts;
    domain::Recommendation advice;
    domain::Note note;
};
[[nodiscard]] Desk practice();
/// The same house in English.
[[nodiscard]] Desk englishPractice();

[[nodiscard]] domain::Caller caller(const QString& name, domain::Relation relation, const QString& e164);
[[nodiscard]] domain::Person person(const QString& name, const QString& role, const std::vector<domain::LabelledNumber>& numbers);

[[nodiscard]] std::vector<models::WaitingCall> waiting();
[[nodiscard]] std::vector<models::OwnCall> own();
[[nodiscard]] std::vector<models::PastCall> today();

/// Good enough to read what the tests type: a plus or a zero, then digits, blanks, slashes.
[[nodiscard]] std::optional<domain::PhoneNumber> readNumber(const QString& text);
/// "+49 30 1234567" as "030 1234567".
[[nodiscard]] QString displayNumber(const domain::PhoneNumber& number);

} // namespace vorzimmer::samples
