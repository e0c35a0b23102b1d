#include "vorzimmer/exchange/flaw.h"

namespace vorzimmer::exchange {

QString toText(const Flaw& flaw)
{
    QString place = flaw.line > 0 ? QStringLiteral("line %1").arg(flaw.line) : QString();
    if (!flaw.where.isEmpty())
        place += (place.isEmpty() ? QString() : QStringLiteral(", ")) + flaw.where;
    return place.isEmpty() ? flaw.reason : place + QStringLiteral(": ") + flaw.reason;
}

} // namespace vorzimmer::exchange
