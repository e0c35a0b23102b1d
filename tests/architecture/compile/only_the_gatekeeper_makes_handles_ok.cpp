#include "vorzimmer/desk/gatekeeper.h"

using namespace vorzimmer;

void askForIt(desk::Gatekeeper& gatekeeper, const domain::TenantId& tenant, QObject* receiver)
{
    gatekeeper.open(tenant, desk::Occasion::sync(), receiver, [](const domain::Result<desk::CabinetHandle>&) {});
}
