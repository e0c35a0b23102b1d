#include "command.h"

#include "vorzimmer/exchange/json_files.h"
#include "vorzimmer/exchange/tenant_filing.h"
#include "vorzimmer/system/private_file.h"

#include <cstdio>

namespace vorzimmer::ctl {

namespace {

Ending deliver(const QByteArray& content, const QString& path)
{
    if (path.isEmpty()) {
        const bool written = std::fwrite(content.constData(), 1, static_cast<size_t>(content.size()), stdout) ==
                                 static_cast<size_t>(content.size()) &&
                             std::fflush(stdout) == 0;
        if (written)
            return Ending::Done;
        complain(QStringLiteral("the standard output cannot be written; what came out is not whole."));
        return Ending::Failed;
    }
    // What is exported is confidential: for the owner's eyes only, whatever the umask says.
    if (const auto written = system::writePrivateFile(path, content); !written)
        return fail(QStringLiteral("nothing was exported"), written.error(), QStringLiteral("A file of that name is as it was."));
    say(QStringLiteral("Exported to %1, readable by you alone.").arg(path));
    return Ending::Done;
}

Ending exportBureau(const Call& call)
{
    if (call.arguments.size() > 1)
        return misuse(QStringLiteral("export --bureau: expected is at most a file"));
    Premises premises = call.premises();
    const auto bureau = exchange::takeBureau(premises.directory());
    if (!bureau)
        return fail(QStringLiteral("nothing was exported"), bureau.error());
    return deliver(exchange::writeJson(*bureau), call.arguments.value(0));
}

} // namespace

Ending exportFile(const Call& call)
{
    if (call.options.isSet(QStringLiteral("bureau")))
        return exportBureau(call);
    if (call.arguments.isEmpty())
        return misuse(QStringLiteral("export: which tenant?"));
    Premises premises = call.premises();
    const auto tenant = exchange::findTenant(premises.directory(), call.arguments.front());
    if (!tenant)
        return fail(QStringLiteral("nothing was exported"), tenant.error());
    const auto file = exchange::takeTenant(premises.archive(), tenant->id);
    if (!file)
        return fail(QStringLiteral("nothing was exported"), file.error());
    return deliver(exchange::writeJson(*file), call.arguments.value(1));
}

} // namespace vorzimmer::ctl
