#include "vorzimmer/desk/review.h"

using namespace vorzimmer;

void readNotes(desk::Office& office, desk::CabinetHandle handle, const domain::User& user)
{
    desk::Review review(office, std::move(handle), user);
}
