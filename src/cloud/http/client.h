#pragma once

#include "http/transfer.h"
#include "vorzimmer/ports/clock.h"

#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

#include <unordered_map>
#include <vector>

namespace vorzimmer::cloud::http {

/// Sends requests over libcurl without ever waiting: one curl multi handle, driven by the event loop of the thread it lives
/// on. Each tenant has a client of its own, so no connection ever serves two. Destroying it ends whatever is under way;
/// no reply is delivered after that.
class Client : public QObject {
public:
    explicit Client(const ports::Clock& clock, Conduct conduct = {}, QObject* parent = nullptr);
    ~Client() override;

    /// @p done is called once, from the event loop, never from within send().
    void send(Request request, Transfer::Done done);
    /// What was given to send() leaves now where it can, rather than when the event loop runs again.
    void hurry();

private:
    struct Later {
        void operator()(QSocketNotifier* notifier) const;
    };
    using Notifier = std::unique_ptr<QSocketNotifier, Later>;
    struct Watch {
        Notifier readable;
        Notifier writable;
    };

    static int onSocket(CURL* easy, curl_socket_t socket, int what, void* self, void* unused);
    static int onTimer(CURLM* multi, long milliseconds, void* self);
    void watch(curl_socket_t socket, int what);
    [[nodiscard]] Notifier notifier(curl_socket_t socket, QSocketNotifier::Type type, int activity);
    void act(curl_socket_t socket, int activity);
    void collectFinished();

    const ports::Clock& m_clock;
    Conduct m_conduct;
    CURLM* m_multi;
    QTimer m_timer;
    std::unordered_map<curl_socket_t, Watch> m_watches;
    std::unordered_map<CURL*, std::unique_ptr<Transfer>> m_underWay;
};

} // namespace vorzimmer::cloud::http
