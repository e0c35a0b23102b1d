#pragma once

#include "vorzimmer/domain/phone_number.h"

#include <QString>

#include <optional>

namespace vorzimmer::ports {

/// Reads and words telephone numbers. Callable from any thread.
class NumberPlan {
public:
    virtual ~NumberPlan() = default;

    /// Reads what people and networks write (+49..., 0049..., national, blanks, slashes, brackets, tel: and sip: user
    /// parts). @p region is the ISO 3166 country for national forms. Nothing when it is no possible number.
    [[nodiscard]] virtual std::optional<domain::PhoneNumber> parse(const QString& text, const QString& region) const = 0;

    /// As people of @p region write it: national at home, international abroad.
    [[nodiscard]] virtual QString display(const domain::PhoneNumber& number, const QString& region) const = 0;

    /// The ISO 3166 country the number belongs to; empty when it belongs to none or to the whole world.
    [[nodiscard]] virtual QString region(const domain::PhoneNumber& number) const = 0;
};

} // namespace vorzimmer::ports
