// expect: invalid initialization of reference
#include "vorzimmer/domain/id.h"

using namespace vorzimmer::domain;

void openNote(const NoteId& note);

void openAny(const QUuid& uuid)
{
    openNote(uuid); // misuse
}
