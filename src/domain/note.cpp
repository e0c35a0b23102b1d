#include "vorzimmer/domain/note.h"

namespace vorzimmer::domain {

NoteFlaw flawOf(const Note& note, bool numberReadable)
{
    if (note.text.size() > maxNoteText)
        return NoteFlaw::TextTooLong;
    if (note.text.trimmed().isEmpty() && note.concern.trimmed().isEmpty() && note.answers.empty())
        return NoteFlaw::NothingSaid;
    const bool numberGiven = !note.callbackNumber.trimmed().isEmpty();
    if (note.flags.testFlag(NoteFlag::PleaseCallBack) && !numberGiven)
        return NoteFlaw::CallbackWithoutNumber;
    if (numberGiven && !numberReadable)
        return NoteFlaw::NumberUnreadable;
    return NoteFlaw::None;
}

} // namespace vorzimmer::domain
