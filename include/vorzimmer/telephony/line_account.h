#pragma once

#include "vorzimmer/domain/phone_line.h"

#include <QByteArray>

#include <chrono>

namespace vorzimmer::telephony {

/// A line to register, with what opens it.
struct LineAccount {
    domain::PhoneLine line;
    QByteArray password;
};

/// How patiently lines are kept up.
struct LineTiming {
    std::chrono::milliseconds longestRefresh{60000}; ///< a registration is renewed at least that often, so that a loss shows
    std::chrono::milliseconds patience{8000};        ///< a registrar that says nothing for so long is taken for silent
    std::chrono::milliseconds firstRetry{2000};      ///< doubled each time
    std::chrono::milliseconds longestRetry{60000};
    std::chrono::milliseconds refusedRetry{600000};  ///< where the other side does not want us
    std::chrono::milliseconds longestWish{3600000};  ///< Retry-After is honoured up to here
};

} // namespace vorzimmer::telephony
