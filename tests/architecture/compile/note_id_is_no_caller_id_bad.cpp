// expect: no match for .operator==.
#include "vorzimmer/domain/id.h"

using namespace vorzimmer::domain;

bool sameNote(const NoteId& one, const CallerId& other)
{
    return one == other; // misuse
}
