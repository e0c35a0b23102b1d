#include "cloud_thread.h"

#include <QCoreApplication>
#include <QEvent>
#include <QEventLoop>

#ifdef __linux__
#include <pthread.h>
#endif

namespace vorzimmer::cloud {

CloudThread::CloudThread() : m_thread([this] { run(); })
{
    m_ready.wait(); // microseconds: the thread only makes its loop and its box
}

CloudThread::~CloudThread()
{
    post([this] { m_loop->quit(); });
    m_thread.join();
}

void CloudThread::run()
{
#ifdef __linux__
    pthread_setname_np(pthread_self(), "cloud");
#endif
    QEventLoop loop;
    m_loop = &loop;
    m_box = lane::LetterBox::ofThisThread();
    m_ready.count_down();
    loop.exec();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // no later round of the loop would
}

} // namespace vorzimmer::cloud
