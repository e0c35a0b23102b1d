#pragma once

#include "vorzimmer/domain/knowledge.h"
#include "vorzimmer/domain/opening_hours.h"
#include "vorzimmer/domain/phone_number.h"
#include "vorzimmer/domain/question.h"
#include "vorzimmer/domain/tenant.h"
#include "vorzimmer/domain/transfer.h"

#include <QString>

#include <optional>
#include <vector>

namespace vorzimmer::store {

// Lists that are only read and written as a whole, as the JSON that stands in one column. Reading gives nothing for text
// that is no such list.

[[nodiscard]] QString listText(const std::vector<domain::PhoneNumber>& numbers);
[[nodiscard]] QString listText(const std::vector<domain::LabelledNumber>& numbers);
[[nodiscard]] QString listText(const std::vector<domain::Greeting>& greetings);
[[nodiscard]] QString listText(const std::vector<QString>& lines);
[[nodiscard]] QString listText(const std::vector<domain::Notice>& notices);
[[nodiscard]] QString listText(const std::vector<domain::Concern>& concerns);
[[nodiscard]] QString listText(const domain::OpeningHours& hours);
[[nodiscard]] QString listText(const std::vector<domain::Answer>& answers);
[[nodiscard]] QString listText(const std::vector<domain::KnowledgeEntry>& entries);
[[nodiscard]] QString listText(const std::vector<domain::TransferAttempt>& attempts);

template <class List>
[[nodiscard]] std::optional<List> listFrom(const QString& text);

} // namespace vorzimmer::store
