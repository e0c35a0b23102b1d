#pragma once

#include <QString>

#include <chrono>
#include <optional>

namespace vorzimmer::cloud {

/// How the other side took what was asked of it.
enum class Answer {
    Done,     ///< it holds what was sent (now or already), or here is what was asked for
    Missing,  ///< it holds nothing under that id
    Deleted,  ///< it held it, and somebody deleted it
    Differs,  ///< it holds another version than the request was made for; for changes(): it no longer knows the cursor
    Refused,  ///< it will never take this one; others it may
    NotTaken, ///< certainly not acted on; try again
    Unknown,  ///< perhaps acted on; read before trying again
};

/// Every answer's outcome, with what is needed to wait or to complain.
struct Reply {
    Answer answer = Answer::Unknown;
    QString problem;                          ///< unless Done; technical, without address, secret or content
    std::optional<std::chrono::seconds> wait; ///< the other side asked for this pause
    bool needsPerson = false;                 ///< with NotTaken: token, certificate or address must be mended first
    bool silent = false;                      ///< nothing was heard at all: the network or the server is down
};

} // namespace vorzimmer::cloud
