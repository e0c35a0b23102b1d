#include "topics/nonsense.h"

#include "verdict.h"

namespace vorzimmer::cloud::topics {

Reply nonsense(const http::Reply& reply)
{
    Reply result;
    result.answer = Answer::Unknown;
    result.wait = reply.retryAfter;
    result.problem =
        isWebPage(reply)
            ? QStringLiteral("a web page came instead of topics (%1): the address is wrong or a login page is in the way")
                  .arg(reply.status)
            : QStringLiteral("the server's reply is not a topic list's (%1)").arg(reply.status);
    return result;
}

} // namespace vorzimmer::cloud::topics
