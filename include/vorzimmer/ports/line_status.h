#pragma once

#include "vorzimmer/domain/phone_line.h"

#include <QDateTime>
#include <QMetaType>

namespace vorzimmer::ports {

/// Whether calls can reach us on a line.
enum class LineState {
    Starting, ///< asked for the first time, no answer yet
    Up,       ///< registered; a trunk: listening
    Retrying, ///< down, and tried again by itself
    Blocked,  ///< down until somebody changes something
    Off,      ///< no line of ours any more: switched off, removed, or everything was stopped
};

/// Why a line is down.
enum class LineTrouble {
    None,
    NoAnswer,        ///< the other side is silent
    Unreachable,     ///< nobody is there, or there is no way there
    NameUnknown,     ///< the server's name leads nowhere
    WrongPassword,
    PasswordMissing, ///< one is asked for and none is kept
    Refused,         ///< the other side does not want us
    Overloaded,      ///< the other side cannot do it now
    NotListed,       ///< the other side said yes and lists another phone
    PortTaken,       ///< we cannot listen ourselves
};

/// One line as the telephony sees it.
struct LineStatus {
    domain::LineId line; ///< null for the trunk, which calls come in on without registration
    QString name;        ///< the trunk: the address that it listens on
    LineState state = LineState::Starting;
    LineTrouble trouble = LineTrouble::None;
    int code = 0;       ///< SIP's; 0 when the other side said nothing
    QString detail;     ///< technical
    QDateTime nextTry;  ///< UTC; invalid = none is planned
    [[nodiscard]] bool isUp() const { return state == LineState::Up; }
    friend bool operator==(const LineStatus&, const LineStatus&) = default;
};

} // namespace vorzimmer::ports

Q_DECLARE_METATYPE(vorzimmer::ports::LineStatus)
