#pragma once

#include <QString>

#include <tl/expected.hpp>

#include <utility>

namespace vorzimmer::domain {

/// What went wrong, as a kind the caller can act upon. models/ turns the kind into a sentence.
enum class Fault {
    NotFound,      ///< the thing asked for does not exist
    Refused,       ///< rights, walls or a missing occasion forbid it
    Invalid,       ///< the input is wrong; detail says what and where
    Conflict,      ///< somebody else changed it first
    Unsupported,   ///< this back end cannot do it
    Unreachable,   ///< network or peer is not there; trying again may help
    StorageFull,   ///< no room to write; nothing was changed
    StorageBroken, ///< the file is damaged, missing or unreadable
    StorageNewer,  ///< the file was written by a newer version
    Locked,        ///< the desktop keeps what opens it locked away just now
    Busy,          ///< somebody else holds it right now
    Cancelled,
    Internal,
};

/// A fault with its technical detail. The detail never carries a caller's name, number or text.
struct Error {
    Fault fault = Fault::Internal;
    QString detail;
    QString where; ///< file, line, field or operation; may be empty
};

/// A value or the Error that stands in its place. No exception leaves a module.
template <class T>
class [[nodiscard]] Result : public tl::expected<T, Error> {
public:
    using tl::expected<T, Error>::expected;
    Result(tl::expected<T, Error> other) : tl::expected<T, Error>(std::move(other)) {}
};

using Outcome = Result<void>;

/// The failing side of any Result: `return failure(Fault::NotFound, u"..."_qs);`
[[nodiscard]] inline tl::unexpected<Error> failure(Fault fault, QString detail, QString where = {})
{
    return tl::unexpected<Error>(Error{fault, std::move(detail), std::move(where)});
}

/// Hands an Error of one Result on as the Error of another.
[[nodiscard]] inline tl::unexpected<Error> failure(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

} // namespace vorzimmer::domain
