#pragma once

#include "vorzimmer/domain/call.h"
#include "vorzimmer/domain/caller.h"
#include "vorzimmer/domain/note.h"
#include "vorzimmer/domain/person.h"
#include "vorzimmer/domain/question.h"
#include "vorzimmer/domain/rule.h"
#include "vorzimmer/domain/topic.h"
#include "vorzimmer/domain/user.h"

#include <QString>

#include <optional>
#include <span>

/// The words that files use for what the domain enumerates; the same tables read and write.
namespace vorzimmer::exchange {

template <class Enum>
struct Word {
    Enum value;
    const char* word;
};

[[nodiscard]] std::span<const Word<domain::Relation>> words(domain::Relation);
[[nodiscard]] std::span<const Word<domain::Disposition>> words(domain::Disposition);
[[nodiscard]] std::span<const Word<domain::EndReason>> words(domain::EndReason);
[[nodiscard]] std::span<const Word<domain::PresenceState>> words(domain::PresenceState);
[[nodiscard]] std::span<const Word<domain::TopicState>> words(domain::TopicState);
[[nodiscard]] std::span<const Word<domain::NoteFlag>> words(domain::NoteFlag);
[[nodiscard]] std::span<const Word<domain::Role>> words(domain::Role);
[[nodiscard]] std::span<const Word<domain::Action>> words(domain::Action);
[[nodiscard]] std::span<const Word<domain::HouseIs>> words(domain::HouseIs);
[[nodiscard]] std::span<const Word<domain::TransferManner>> words(domain::TransferManner);
[[nodiscard]] std::span<const Word<domain::QuestionKind>> words(domain::QuestionKind);

template <class Enum>
[[nodiscard]] std::optional<Enum> fromWord(const QString& text)
{
    for (const auto& entry : words(Enum{})) {
        if (text == QLatin1String(entry.word))
            return entry.value;
    }
    return std::nullopt;
}

template <class Enum>
[[nodiscard]] QString toWord(Enum value)
{
    for (const auto& entry : words(value)) {
        if (entry.value == value)
            return QString::fromLatin1(entry.word);
    }
    return {};
}

/// "customer, prospect, supplier": what may be written.
template <class Enum>
[[nodiscard]] QString allWords()
{
    QString list;
    for (const auto& entry : words(Enum{}))
        list += (list.isEmpty() ? QString() : QStringLiteral(", ")) + QLatin1String(entry.word);
    return list;
}

} // namespace vorzimmer::exchange
