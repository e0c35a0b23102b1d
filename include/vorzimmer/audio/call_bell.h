#pragma once

#include "vorzimmer/ports/call_feed.h"

#include <QObject>

#include <functional>
#include <set>

namespace vorzimmer::audio {

/// Rings while a call wants to be answered and nobody talks. During a talk a second call is announced by one short sound,
/// for call waiting must not disturb. Watches a feed, on its thread.
class CallBell : public QObject {
    Q_OBJECT

public:
    struct Sounds {
        std::function<void(bool)> ring; ///< on or off
        std::function<void()> notice;
    };
    CallBell(const ports::CallFeed& feed, Sounds sounds, QObject* parent = nullptr);

private:
    void offered(const ports::CallOffer& offer);
    void changed(ports::CallRef call, ports::CallState state);
    void ended(ports::CallRef call);
    void settle();

    Sounds m_sounds;
    std::set<ports::CallRef> m_waiting;
    std::set<ports::CallRef> m_talking;
    bool m_ringing = false;
};

} // namespace vorzimmer::audio
