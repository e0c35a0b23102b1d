#pragma once

#include <QString>

#include <optional>

namespace vorzimmer::exchange {

struct Meaning {
    QString field;
    QString label; ///< of a number
};

/// What a column of that heading usually holds, in the exports of Outlook and Google Contacts and in lists that people keep;
/// nothing for an unknown one.
[[nodiscard]] std::optional<Meaning> usualMeaning(const QString& heading);

/// How the heading of the column that tells the kind of a Google number begins ("Phone 1 - " for "Phone 1 - Value"); empty for
/// every other heading.
[[nodiscard]] QString kindStem(const QString& heading);

} // namespace vorzimmer::exchange
