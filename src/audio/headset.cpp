#include "gst.h"

#include "headset.h"

#include "log.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace vorzimmer::audio {

using namespace std::chrono_literals;

namespace {

constexpr auto retryFailed = 5s;
constexpr std::size_t stepSamples = 10 * samplesPerMs;

const std::string rawSound =
    "audio/x-raw,format=S16LE,layout=interleaved,rate=" + std::to_string(sampleRate) + ",channels=1";

void remember(std::atomic<int>& loudest, const Sample* samples, std::size_t count)
{
    int peak = loudest;
    for (std::size_t at = 0; at < count; ++at)
        peak = std::max(peak, std::abs(int(samples[at])));
    loudest = peak;
}

/// Hardly to be heard, and yet the line does not seem dead.
void breathe(Sample* samples, std::size_t count)
{
    static thread_local quint32 state = 1;
    constexpr int loudest = 12;
    for (std::size_t at = 0; at < count; ++at) {
        state = state * 1664525u + 1013904223u;
        samples[at] = Sample(int(state >> 24) * (2 * loudest + 1) / 256 - loudest);
    }
}

} // namespace

Headset::Headset(const Devices& devices, std::shared_ptr<const TalkingCall> talking, std::shared_ptr<Loudness> loudness,
                 std::function<void(const ports::SoundState&)> told)
    : m_devices(devices), m_talking(std::move(talking)), m_loudness(std::move(loudness)), m_told(std::move(told))
{
    m_forgiveness.setSingleShot(true);
    connect(&m_forgiveness, &QTimer::timeout, this, &Headset::forgive);
}

Headset::~Headset()
{
    m_pipeline.reset();
}

void Headset::choose(const QString& microphone, const QString& loudspeaker)
{
    if (m_chosenMicrophone == microphone && m_chosenLoudspeaker == loudspeaker)
        return;
    m_chosenMicrophone = microphone;
    m_chosenLoudspeaker = loudspeaker;
    m_failed.clear();
    if (m_inUse)
        build();
}

void Headset::setInUse(bool inUse)
{
    if (m_inUse == inUse)
        return;
    m_inUse = inUse;
    if (inUse)
        return build();
    ++m_build;
    m_pipeline.reset();
    m_microphone.clear();
    m_loudspeaker.clear();
    m_loudness->microphone = m_loudness->loudspeaker = 0;
    tell();
}

void Headset::lookAgain()
{
    // Whoever was pulled out is gone, whoever comes back has a new chance.
    const auto gone = [this](ports::SoundDevice::Kind kind, const QString& id) {
        const auto there = m_devices.list(kind);
        return std::none_of(there.begin(), there.end(), [&id](const ports::SoundDevice& device) { return device.id == id; });
    };
    m_failed.removeIf([&gone](const QString& id) {
        return gone(ports::SoundDevice::Kind::Microphone, id) && gone(ports::SoundDevice::Kind::Loudspeaker, id);
    });
    if (!m_inUse)
        return;
    const QString microphone =
        candidates(m_devices, ports::SoundDevice::Kind::Microphone, m_chosenMicrophone, m_failed).value(0);
    const QString loudspeaker =
        candidates(m_devices, ports::SoundDevice::Kind::Loudspeaker, m_chosenLoudspeaker, m_failed).value(0);
    if (microphone != m_microphone || loudspeaker != m_loudspeaker)
        build();
}

void Headset::build()
{
    ++m_build;
    m_pipeline.reset();
    QStringList microphones = candidates(m_devices, ports::SoundDevice::Kind::Microphone, m_chosenMicrophone, m_failed);
    QStringList loudspeakers = candidates(m_devices, ports::SoundDevice::Kind::Loudspeaker, m_chosenLoudspeaker, m_failed);
    // The first pair that starts; a device that does not even start tells so by a message, too (failed()).
    m_microphone = microphones.value(0);
    m_loudspeaker = loudspeakers.value(0);
    if (!tryBuild(m_microphone, m_loudspeaker))
        qCWarning(log) << "no sound at all";
    tell();
}

bool Headset::tryBuild(const QString& microphone, const QString& loudspeaker)
{
    const bool cancels =
        !microphone.isEmpty() && !isStandIn(microphone) && !loudspeaker.isEmpty() && hasElement("webrtcdsp");
    std::string text =
        "audiotestsrc name=clockwork is-live=true wave=silence samplesperbuffer=" + std::to_string(stepSamples) + " ! " +
        rawSound + (cancels ? " ! webrtcechoprobe name=echo" : "") + " ! audioconvert ! audioresample name=out ";
    if (loudspeaker.isEmpty())
        text += "! fakesink sync=true ";
    if (!microphone.isEmpty())
        text += "audioconvert name=in ! audioresample ! " + rawSound +
                (cancels ? " ! webrtcdsp probe=echo noise-suppression-level=moderate" : "") +
                " ! appsink name=mic sync=false max-buffers=20 drop=true";
    const quint64 build = m_build;
    m_pipeline = Pipeline::from(text, [this, build](const QString& element, const QString& message) {
        qCWarning(log) << "sound device" << element << message;
        QMetaObject::invokeMethod(
            this, [this, build, element] { failed(build, element); }, Qt::QueuedConnection);
    });
    if (!m_pipeline)
        return false;
    struct Part {
        ports::SoundDevice::Kind kind;
        QString id;
        const char* name;
        const char* neighbour;
    };
    for (const Part& part : std::array{Part{ports::SoundDevice::Kind::Microphone, microphone, "microphone", "in"},
                                       Part{ports::SoundDevice::Kind::Loudspeaker, loudspeaker, "loudspeaker", "out"}}) {
        if (part.id.isEmpty())
            continue;
        GstElement* device = openDevice(m_devices, part.kind, part.id, part.name);
        if (!device || !join(*m_pipeline, device, part.neighbour, part.kind)) {
            failed(build, QString::fromLatin1(part.name));
            return m_pipeline != nullptr;
        }
    }
    m_pipeline->fillFrom("clockwork", [this](std::int16_t* samples, std::size_t count) { playTo(samples, count); });
    m_pipeline->listenAt("mic", [this](const std::int16_t* samples, std::size_t count) {
        remember(m_loudness->microphone, samples, count);
        if (const auto bridge = m_talking->get()) {
            bridge->toPeer.push({samples, count});
            if (bridge->echoes)
                bridge->fromPeer.push({samples, count});
        }
    });
    if (!m_pipeline->play()) {
        // Which of both it was has been told by its message; without one, nobody can be blamed.
        qCWarning(log) << "the sound devices do not start";
    }
    return true;
}

void Headset::failed(quint64 build, const QString& element)
{
    if (build != m_build || !m_inUse)
        return; // of a pipeline that is gone
    const QString id = element == QStringLiteral("microphone") ? m_microphone : m_loudspeaker;
    if (id.isEmpty() || m_failed.contains(id))
        return;
    m_failed += id;
    m_forgiveness.start(retryFailed);
    this->build();
}

void Headset::forgive()
{
    m_failed.clear();
    lookAgain();
}

void Headset::playTo(std::int16_t* samples, std::size_t count)
{
    const auto bridge = m_talking->get();
    const bool heard = bridge && bridge->fromPeer.pull({samples, count});
    if (!bridge)
        std::fill(samples, samples + count, Sample(0));
    else if (!heard && bridge->hears)
        breathe(samples, count);
    remember(m_loudness->loudspeaker, samples, count);
}

void Headset::tell()
{
    const auto nameOf = [this](ports::SoundDevice::Kind kind, const QString& id) {
        for (const ports::SoundDevice& device : m_devices.list(kind))
            if (device.id == id)
                return device.name;
        return id;
    };
    ports::SoundState state;
    state.inUse = m_inUse;
    state.microphone = nameOf(ports::SoundDevice::Kind::Microphone, m_microphone);
    state.loudspeaker = nameOf(ports::SoundDevice::Kind::Loudspeaker, m_loudspeaker);
    state.microphoneWanted = m_chosenMicrophone != ports::noDevice;
    state.loudspeakerWanted = m_chosenLoudspeaker != ports::noDevice;
    if (m_lastTold == state)
        return;
    m_lastTold = state;
    m_told(state);
}

} // namespace vorzimmer::audio
