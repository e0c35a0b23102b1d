#include "vorzimmer/domain/id.h"

using namespace vorzimmer::domain;

bool sameNote(const NoteId& one, const NoteId& other)
{
    return one == other;
}
