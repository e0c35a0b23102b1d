#pragma once

#include "vorzimmer/ports/number_plan.h"

namespace vorzimmer::numbers {

/// The world's number plans as libphonenumber knows them. Accepts possible numbers, not only assigned ones: ranges open
/// faster than the library learns of them. Words with letters are no numbers. The first use takes some milliseconds.
class LibPhoneNumberPlan final : public ports::NumberPlan {
public:
    [[nodiscard]] std::optional<domain::PhoneNumber> parse(const QString& text, const QString& region) const override;
    [[nodiscard]] QString display(const domain::PhoneNumber& number, const QString& region) const override;
    [[nodiscard]] QString region(const domain::PhoneNumber& number) const override;
};

} // namespace vorzimmer::numbers
