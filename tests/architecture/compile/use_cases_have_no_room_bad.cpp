// expect: has no member named .room.
#include "vorzimmer/desk/office.h"

using namespace vorzimmer;

void openAnyCabinet(desk::Office& office, const domain::TenantId& tenant)
{
    static_cast<void>(office.room.open(tenant)); // misuse
}
