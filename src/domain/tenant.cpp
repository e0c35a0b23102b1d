#include "vorzimmer/domain/tenant.h"

#include <algorithm>

namespace vorzimmer::domain {

QString spokenGreeting(const Greeting& greeting, const QString& secretary)
{
    return QString(greeting.text).replace(QStringLiteral("{secretary}"), secretary);
}

const Concern* concernNamed(const std::vector<Concern>& concerns, const QString& text)
{
    const QString wanted = text.trimmed();
    const auto same = [&](const QString& name) { return !wanted.isEmpty() && name.compare(wanted, Qt::CaseInsensitive) == 0; };
    // A concern's own name counts before another's synonym.
    for (const Concern& concern : concerns) {
        if (same(concern.name))
            return &concern;
    }
    for (const Concern& concern : concerns) {
        if (std::any_of(concern.synonyms.begin(), concern.synonyms.end(), same))
            return &concern;
    }
    return nullptr;
}

} // namespace vorzimmer::domain
