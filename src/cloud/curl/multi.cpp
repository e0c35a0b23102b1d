#include "curl/multi.h"

#include <QPointer>

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

void Multi::Later::operator()(QSocketNotifier* notifier) const
{
    // It may be the one whose signal is being handled.
    notifier->setEnabled(false);
    notifier->deleteLater();
}

Multi::Multi(QObject* parent) : QObject(parent), m_multi(newMulti()), m_timer(this)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] { act(CURL_SOCKET_TIMEOUT, 0); });
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
}

void Multi::add(CURL* easy, Done done)
{
    m_underWay.emplace(easy, std::move(done));
    curl_multi_add_handle(m_multi, easy); // sets the timer; nothing happens before the event loop runs
}

void Multi::hurry()
{
    int running = 0;
    curl_multi_socket_action(m_multi, CURL_SOCKET_TIMEOUT, 0, &running);
    QMetaObject::invokeMethod(this, &Multi::collectFinished, Qt::QueuedConnection); // should something have ended already
}

int Multi::onSocket(CURL*, curl_socket_t socket, int what, void* self, void*)
{
    static_cast<Multi*>(self)->watch(socket, what);
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

void Multi::watch(curl_socket_t socket, int what)
{
    if (what == CURL_POLL_REMOVE) {
        m_watches.erase(socket);
        return;
    }
    Watch& watch = m_watches[socket];
    const bool wantsRead = what == CURL_POLL_IN || what == CURL_POLL_INOUT;
    const bool wantsWrite = what == CURL_POLL_OUT || what == CURL_POLL_INOUT;
    if (wantsRead != static_cast<bool>(watch.readable))
        watch.readable = wantsRead ? notifier(socket, QSocketNotifier::Read, CURL_CSELECT_IN) : nullptr;
    if (wantsWrite != static_cast<bool>(watch.writable))
        watch.writable = wantsWrite ? notifier(socket, QSocketNotifier::Write, CURL_CSELECT_OUT) : nullptr;
}

Multi::Notifier Multi::notifier(curl_socket_t socket, QSocketNotifier::Type type, int activity)
{
    Notifier made(new QSocketNotifier(socket, type));
    connect(made.get(), &QSocketNotifier::activated, this, [this, socket, activity] { act(socket, activity); });
    return made;
}

void Multi::act(curl_socket_t socket, int activity)
{
    int running = 0;
    curl_multi_socket_action(m_multi, socket, activity, &running);
    collectFinished();
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
