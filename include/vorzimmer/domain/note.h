#pragma once

#include "vorzimmer/domain/id.h"
#include "vorzimmer/domain/question.h"

#include <QDateTime>
#include <QFlags>
#include <QString>

#include <vector>

namespace vorzimmer::domain {

enum class NoteFlag {
    Urgent = 1,
    PleaseCallBack = 2,
    WillCallAgain = 4,
    ForInformation = 8,
};
Q_DECLARE_FLAGS(NoteFlags, NoteFlag)
Q_DECLARE_OPERATORS_FOR_FLAGS(NoteFlags)

enum class NoteState { Draft, Finished, Discarded };

/// The longest note text that is accepted, in characters.
inline constexpr qsizetype maxNoteText = 100'000;

/// What a secretary wrote down about one call.
struct Note {
    NoteId id;
    CallId call; ///< null = written without a call
    NoteState state = NoteState::Draft;
    QString callerName;
    QString company;
    QString callbackNumber; ///< as typed; validated, not rewritten
    QString concern;
    PersonId forPerson; ///< null = the house
    QString forName;    ///< the person's name when the note was written
    QString text;
    NoteFlags flags;
    UserId author;
    QString authorName;
    int instructionVersion = 0;
    QString recommendation; ///< rule id in force
    QDateTime createdAt;    ///< UTC
    QDateTime changedAt;    ///< UTC
    QDateTime finishedAt;   ///< UTC; invalid while a draft
    std::vector<Answer> answers{}; ///< to the questions of the concern's form, in its order
    friend bool operator==(const Note&, const Note&) = default;
};

/// What is wrong with a note before it can be finished; the first that applies.
enum class NoteFlaw { None, NothingSaid, TextTooLong, CallbackWithoutNumber, NumberUnreadable };

/// Checks @p note; @p numberReadable says whether its call-back number was understood.
[[nodiscard]] NoteFlaw flawOf(const Note& note, bool numberReadable);

} // namespace vorzimmer::domain
