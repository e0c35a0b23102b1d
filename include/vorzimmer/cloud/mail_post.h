#pragma once

#include "vorzimmer/lane/lane.h"
#include "vorzimmer/ports/clock.h"
#include "vorzimmer/ports/mail_post.h"

#include <chrono>
#include <memory>

namespace vorzimmer::cloud {

/// How mail is sent; the defaults are for real use.
struct MailOptions {
    std::chrono::milliseconds firstPause = std::chrono::minutes(1); ///< after the first failure; doubles with each further one
    std::chrono::milliseconds longestPause = std::chrono::hours(2);
    std::chrono::milliseconds patience = std::chrono::hours(48);     ///< then a mail that never got through is given up
    std::chrono::milliseconds accountProbe = std::chrono::minutes(15); ///< how often an account that needs a person is tried
    int unclearAllowed = 1; ///< how often a mail is sent again by itself although it may have arrived
    std::chrono::milliseconds connectPatience = std::chrono::seconds(20);
    std::chrono::milliseconds exchangePatience = std::chrono::minutes(10); ///< for one whole hand-over
    std::chrono::seconds silence{120}; ///< the longest time without a byte in either direction
    QByteArray trustFile; ///< PEM file of trusted authorities instead of the system's; empty = the system's
};

/// The tenants' e-mail over SMTP. Make and destroy it on the GUI thread; it runs a thread of its own for the network and touches
/// outboxes on @p storeLane only. Both arguments must outlive it. Destroying it ends what is under way; what was in flight then
/// counts as unclear at the next start.
[[nodiscard]] std::unique_ptr<ports::MailPost> makeMailPost(lane::Lane& storeLane, const ports::Clock& clock,
                                                            const MailOptions& options = {});

} // namespace vorzimmer::cloud
