#include "vorzimmer/desk/office.h"

using namespace vorzimmer;

void readTheDirectory(desk::Office& office)
{
    static_cast<void>(office.directory.tenants());
}
