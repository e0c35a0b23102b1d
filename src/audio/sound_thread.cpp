#include "sound_thread.h"

#include "log.h"

#include <QDeadlineTimer>

namespace vorzimmer::audio {

SoundThread::SoundThread(const QString& name) : m_thread(std::make_unique<QThread>()), m_context(new QObject)
{
    m_thread->setObjectName(name);
    m_context->moveToThread(m_thread.get());
    QObject::connect(m_thread.get(), &QThread::finished, m_context, &QObject::deleteLater);
    m_thread->start();
}

SoundThread::~SoundThread()
{
    // Destroying a running QThread ends the program.
    if (!end())
        static_cast<void>(m_thread.release());
}

bool SoundThread::end()
{
    if (m_thread->isFinished())
        return true;
    post([thread = m_thread.get()] { thread->quit(); });
    const bool ended = m_thread->wait(QDeadlineTimer(patience));
    if (!ended)
        qCWarning(log) << m_thread->objectName() << "do not come back from a driver";
    return ended;
}

void SoundThread::post(std::function<void()> job)
{
    QMetaObject::invokeMethod(m_context, std::move(job), Qt::QueuedConnection);
}

} // namespace vorzimmer::audio
