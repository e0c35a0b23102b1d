#pragma once

#include "curl/multi.h"
#include "http/transfer.h"
#include "vorzimmer/ports/clock.h"

#include <QObject>

#include <unordered_map>

namespace vorzimmer::cloud::http {

/// Sends requests over libcurl without ever waiting, on the thread it lives on. Each tenant has a client of its own, so no
/// connection ever serves two. Destroying it ends whatever is under way; no reply is delivered after that.
class Client : public QObject {
public:
    explicit Client(const ports::Clock& clock, Conduct conduct = {}, QObject* parent = nullptr);

    /// @p done is called once, from the event loop, never from within send().
    void send(Request request, Transfer::Done done);
    /// What was given to send() leaves now where it can, rather than when the event loop runs again.
    void hurry() { m_multi.hurry(); }

private:
    const ports::Clock& m_clock;
    Conduct m_conduct;
    std::unordered_map<CURL*, std::unique_ptr<Transfer>> m_underWay;
    curl::Multi m_multi; ///< goes before the transfers that are on it
};

} // namespace vorzimmer::cloud::http
