#pragma once

#include <curl/curl.h>

#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

#include <functional>
#include <unordered_map>

namespace vorzimmer::cloud::curl {

/// Drives transfers by the event loop of the thread it lives on, without ever waiting: one curl multi handle. Destroying it takes
/// whatever is under way off it; nothing is called after that.
class Multi : public QObject {
public:
    using Done = std::function<void(CURLcode)>;

    explicit Multi(QObject* parent = nullptr);
    ~Multi() override;

    /// @p easy stays the caller's and must live until @p done was called, or this is gone. @p done is called once, from the event
    /// loop, never from within add().
    void add(CURL* easy, Done done);
    /// What was given to add() leaves now where it can, rather than when the event loop runs again.
    void hurry();

private:
    static int onSocket(CURL* easy, curl_socket_t socket, int what, void* self, void* isWatched);
    static int onTimer(CURLM* multi, long milliseconds, void* self);
    void watch(curl_socket_t socket, int what, bool isWatched);
    void onActivity();
    void act(curl_socket_t socket, int activity);
    void collectFinished();

    CURLM* m_multi;
    /// All sockets in one descriptor: a notifier for each would cost the event loop more than a short transfer itself does.
    const int m_epoll;
    QSocketNotifier m_activity;
    QTimer m_timer;
    std::unordered_map<CURL*, Done> m_underWay;
};

} // namespace vorzimmer::cloud::curl
