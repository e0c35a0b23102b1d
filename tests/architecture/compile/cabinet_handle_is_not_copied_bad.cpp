// expect: use of deleted function
#include "vorzimmer/desk/cabinet_handle.h"

using vorzimmer::desk::CabinetHandle;

CabinetHandle keepOne(CabinetHandle& handle)
{
    CabinetHandle copy(handle); // misuse
    return copy;
}
