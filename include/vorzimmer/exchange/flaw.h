#pragma once

#include "vorzimmer/domain/result.h"

#include <tl/expected.hpp>

#include <QString>

#include <functional>
#include <vector>

namespace vorzimmer::exchange {

/// One bad record of a file: where it stands and what is wrong. Never repeats the file's content.
struct Flaw {
    int line = 0;  ///< from 1; 0 = the place is told by @ref where alone
    QString where; ///< JSON pointer, column heading or vCard property; may be empty
    QString reason;
    friend bool operator==(const Flaw&, const Flaw&) = default;
};

/// "line 12, Telefon: not a telephone number".
[[nodiscard]] QString toText(const Flaw& flaw);

/// Why a file was not taken: its own flaws, or a fault of the house while filing. Nothing was changed.
struct Refusal {
    std::vector<Flaw> flaws;
    domain::Error fault; ///< only when there are no flaws
};

/// A value, or why the file was not taken.
template <class T>
using Taken = tl::expected<T, Refusal>;

[[nodiscard]] inline tl::unexpected<Refusal> refuse(std::vector<Flaw> flaws)
{
    return tl::unexpected<Refusal>(Refusal{std::move(flaws), {}});
}

[[nodiscard]] inline tl::unexpected<Refusal> refuse(const domain::Error& fault)
{
    return tl::unexpected<Refusal>(Refusal{{}, fault});
}

/// Told while records are filed: how many of how many.
using Progress = std::function<void(int done, int total)>;

} // namespace vorzimmer::exchange
