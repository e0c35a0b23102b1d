// expect: is private within this context
#include "vorzimmer/desk/cabinet_handle.h"

using namespace vorzimmer;

void sneakIn(const domain::TenantId& tenant, std::shared_ptr<ports::Cabinet> cabinet, lane::Lane& lane)
{
    const desk::CabinetHandle handle(tenant, std::move(cabinet), lane); // misuse
}
