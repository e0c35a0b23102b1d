#include "vorzimmer/desk/cabinet_handle.h"

using vorzimmer::desk::CabinetHandle;

CabinetHandle keepOne(CabinetHandle& handle)
{
    CabinetHandle taken(std::move(handle));
    return taken;
}
