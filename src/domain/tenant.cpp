#include "vorzimmer/domain/tenant.h"

namespace vorzimmer::domain {

QString spokenGreeting(const Greeting& greeting, const QString& secretary)
{
    return QString(greeting.text).replace(QStringLiteral("{secretary}"), secretary);
}

} // namespace vorzimmer::domain
