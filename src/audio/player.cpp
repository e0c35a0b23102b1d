#include "gst.h"

#include "player.h"

#include "log.h"

namespace vorzimmer::audio {

void Player::play(Melody melody, const QString& chosen)
{
    stop();
    start(melody, candidates(m_devices, ports::SoundDevice::Kind::Loudspeaker, chosen, {}));
}

void Player::start(Melody melody, const QStringList& loudspeakers)
{
    m_pipeline.reset();
    const quint64 turn = ++m_turn;
    if (loudspeakers.isEmpty())
        return;
    const std::string text =
        "audiotestsrc name=clockwork is-live=true wave=silence samplesperbuffer=" + std::to_string(20 * samplesPerMs) +
        " ! audio/x-raw,format=S16LE,layout=interleaved,rate=" + std::to_string(sampleRate) +
        ",channels=1 ! audioconvert ! audioresample name=out";
    // A device that fails hands the melody on to the next.
    const auto onTrouble = [this, turn, melody, rest = loudspeakers.mid(1)](const QString&, const QString& message) {
        qCWarning(log) << "a melody stopped:" << message;
        QMetaObject::invokeMethod(
            this,
            [this, turn, melody, rest] {
                if (turn == m_turn)
                    start(melody, rest);
            },
            Qt::QueuedConnection);
    };
    m_pipeline = Pipeline::from(text, onTrouble);
    if (!m_pipeline)
        return;
    GstElement* device = openDevice(m_devices, ports::SoundDevice::Kind::Loudspeaker, loudspeakers.front(), "loudspeaker");
    if (!device || !join(*m_pipeline, device, "out", ports::SoundDevice::Kind::Loudspeaker))
        return start(melody, loudspeakers.mid(1));
    m_pipeline->fillFrom("clockwork", [this, turn, melody, at = std::size_t(0), over = false](std::int16_t* samples,
                                                                                              std::size_t count) mutable {
        const bool more = audio::play(melody, at, {samples, count});
        at += count;
        if (more || over)
            return;
        over = true;
        QMetaObject::invokeMethod(
            this,
            [this, turn] {
                if (turn == m_turn)
                    stop();
            },
            Qt::QueuedConnection);
    });
    if (!m_pipeline->play())
        qCWarning(log) << "a loudspeaker does not start";
}

void Player::stop()
{
    ++m_turn;
    m_pipeline.reset();
}

} // namespace vorzimmer::audio
