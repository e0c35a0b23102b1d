#include "command.h"

#include "vorzimmer/desk/list_keeper.h"
#include "vorzimmer/exchange/demo_bureau.h"
#include "vorzimmer/system/private_file.h"

#include <QDir>

namespace vorzimmer::ctl {

namespace {

domain::Outcome furnish(Premises& premises)
{
    const auto tokens = exchange::makeDemoBureau(premises.archive(), premises.ids(), premises.keys(), &desk::ListKeeper::tokenName);
    if (!tokens)
        return domain::failure(tokens.error());
    return system::writePrivateFile(premises.folder() + QStringLiteral("/topic-tokens.json"), *tokens);
}

} // namespace

Ending makeDemo(const Call& call)
{
    const QString folder = QDir::cleanPath(call.arguments.front());
    if (QDir dir(folder); dir.exists() && !dir.isEmpty()) {
        complain(QStringLiteral("%1 is not empty, so nothing was made there. Name a new folder for the demo.").arg(folder));
        return Ending::Failed;
    }
    domain::Outcome furnished;
    {
        Premises premises(folder, store::Missing::Create);
        // The folder must be there before the credentials, and belong to its owner alone: the store makes it so.
        furnished = premises.directory().setSetting(QStringLiteral("region"), QStringLiteral("DE"));
        if (furnished)
            furnished = furnish(premises);
    }
    if (!furnished) {
        QDir(folder).removeRecursively();
        return fail(QStringLiteral("the demo was not made"), furnished.error(), QStringLiteral("What was begun has been removed."));
    }
    say(QStringLiteral("The demo bureau is in %1; everybody's password is \"%2\".\n"
                       "  vorzimmer --data %1\n"
                       "  vorzimmer-topics --data %1/topics --tokens %1/topic-tokens.json")
            .arg(folder, exchange::demoPassword()));
    return Ending::Done;
}

} // namespace vorzimmer::ctl
