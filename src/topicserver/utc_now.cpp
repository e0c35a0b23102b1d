#include "utc_now.h"

#include <QDateTime>

namespace vorzimmer::topicserver {

std::string utcNow()
{
    return QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs).toStdString();
}

} // namespace vorzimmer::topicserver
