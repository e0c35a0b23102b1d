#include "curl/multi.h"

#include <QPointer>

#include <sys/epoll.h>
#include <unistd.h>

#include <array>
#include <mutex>
#include <vector>

namespace vorzimmer::cloud::curl {

namespace {

/// libcurl wants this once per process, before its first handle.
void startCurl()
{
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

CURLM* newMulti()
{
    startCurl();
    return curl_multi_init();
}

} // namespace

Multi::Multi(QObject* parent)
    : QObject(parent), m_multi(newMulti()), m_epoll(epoll_create1(EPOLL_CLOEXEC)), m_activity(m_epoll, QSocketNotifier::Read),
      m_timer(this)
{
    connect(&m_activity, &QSocketNotifier::activated, this, &Multi::onActivity);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        act(CURL_SOCKET_TIMEOUT, 0);
        collectFinished();
    });
    curl_multi_setopt(m_multi, CURLMOPT_SOCKETFUNCTION, &Multi::onSocket);
    curl_multi_setopt(m_multi, CURLMOPT_SOCKETDATA, this);
    curl_multi_setopt(m_multi, CURLMOPT_TIMERFUNCTION, &Multi::onTimer);
    curl_multi_setopt(m_multi, CURLMOPT_TIMERDATA, this);
}

Multi::~Multi()
{
    for (const auto& [easy, done] : m_underWay)
        curl_multi_remove_handle(m_multi, easy);
    m_underWay.clear();
    curl_multi_cleanup(m_multi); // still calls onSocket and onTimer
    m_activity.setEnabled(false);
    close(m_epoll);
}

void Multi::add(CURL* easy, Done done)
{
    m_underWay.emplace(easy, std::move(done));
    curl_multi_add_handle(m_multi, easy); // sets the timer; nothing happens before the event loop runs
}

void Multi::hurry()
{
    act(CURL_SOCKET_TIMEOUT, 0);
    QMetaObject::invokeMethod(this, &Multi::collectFinished, Qt::QueuedConnection); // should something have ended already
}

int Multi::onSocket(CURL*, curl_socket_t socket, int what, void* self, void* isWatched)
{
    static_cast<Multi*>(self)->watch(socket, what, isWatched != nullptr);
    return 0;
}

int Multi::onTimer(CURLM*, long milliseconds, void* self)
{
    QTimer& timer = static_cast<Multi*>(self)->m_timer;
    if (milliseconds < 0)
        timer.stop();
    else
        timer.start(static_cast<int>(milliseconds));
    return 0;
}

void Multi::watch(curl_socket_t socket, int what, bool isWatched)
{
    if (what == CURL_POLL_REMOVE) {
        epoll_ctl(m_epoll, EPOLL_CTL_DEL, socket, nullptr); // fails for one that was closed before, and is out of the set then
        return;
    }
    epoll_event wanted{};
    wanted.data.fd = socket;
    wanted.events = (what & CURL_POLL_IN ? uint32_t(EPOLLIN) : 0U) | (what & CURL_POLL_OUT ? uint32_t(EPOLLOUT) : 0U);
    epoll_ctl(m_epoll, isWatched ? EPOLL_CTL_MOD : EPOLL_CTL_ADD, socket, &wanted);
    curl_multi_assign(m_multi, socket, this);
}

void Multi::onActivity()
{
    std::array<epoll_event, 64> ready{}; // what else there is makes the next round of the event loop
    const int count = epoll_wait(m_epoll, ready.data(), static_cast<int>(ready.size()), 0);
    for (int i = 0; i < count; ++i) {
        const epoll_event& one = ready[static_cast<std::size_t>(i)];
        act(one.data.fd, (one.events & EPOLLIN ? CURL_CSELECT_IN : 0) | (one.events & EPOLLOUT ? CURL_CSELECT_OUT : 0) |
                             (one.events & (EPOLLERR | EPOLLHUP) ? CURL_CSELECT_ERR : 0));
    }
    collectFinished();
}

void Multi::act(curl_socket_t socket, int activity)
{
    int running = 0;
    curl_multi_socket_action(m_multi, socket, activity, &running);
}

void Multi::collectFinished()
{
    std::vector<std::pair<CURLcode, Done>> finished;
    int left = 0;
    while (const CURLMsg* message = curl_multi_info_read(m_multi, &left)) {
        if (message->msg != CURLMSG_DONE)
            continue;
        CURL* easy = message->easy_handle;
        const CURLcode code = message->data.result; // the message dies with the removal
        curl_multi_remove_handle(m_multi, easy);
        finished.emplace_back(code, std::move(m_underWay.extract(easy).mapped()));
    }
    const QPointer<Multi> alive(this);
    for (const auto& [code, done] : finished) {
        if (!alive)
            return; // whoever was told before has given up
        done(code);
    }
}

} // namespace vorzimmer::cloud::curl
