// expect: no matching function for call
#include "vorzimmer/desk/review.h"

using namespace vorzimmer;

void readNotes(desk::Office& office, const domain::TenantId& tenant, const domain::User& user)
{
    desk::Review review(office, tenant, user); // misuse
}
