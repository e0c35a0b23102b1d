#include "gst.h"

#include "vorzimmer/audio/sound_desk.h"

#include "call_pipeline.h"
#include "codec_parts.h"
#include "headset.h"
#include "log.h"
#include "player.h"
#include "sound_thread.h"

#include <algorithm>

namespace vorzimmer::audio {

using domain::Fault;
using ports::VoiceCodec;

namespace {

constexpr double loudest = 32768;
constexpr std::size_t echoAfterMs = 1000;

bool isKey(QChar c)
{
    return QStringLiteral("0123456789*#ABCD").contains(c.toUpper());
}

} // namespace

/// What lives on the threads, and what the desk knows of it. The threads are the last members: they end first, and
/// everything that they use is still there.
struct SoundDesk::Rooms {
    explicit Rooms(SoundDesk& desk, ports::SoundChoice chosen) : choice(std::move(chosen)), owner(desk) {}

    class Call;

    void attend();
    void startDevices();

    ports::SoundChoice choice;
    SoundDesk& owner;
    std::vector<VoiceCodec> codecs{VoiceCodec::Pcma, VoiceCodec::Pcmu};
    bool loaded = false;
    std::vector<ports::SoundDevice> devices;
    ports::SoundState state;
    std::vector<Call*> hearing; ///< the last one has the devices
    std::shared_ptr<VoiceBridge> test;
    std::shared_ptr<TalkingCall> talking = std::make_shared<TalkingCall>();
    std::shared_ptr<Loudness> loudness = std::make_shared<Loudness>();
    // On the thread of the devices:
    std::unique_ptr<Devices> present;
    std::unique_ptr<Headset> headset;
    std::unique_ptr<Player> ringer;
    std::unique_ptr<Player> bell;
    SoundThread deviceThread{QStringLiteral("sound devices")};
    SoundThread lineThread{QStringLiteral("sound lines")};
};

/// The near end of a call's sound, on the thread of the desk.
class SoundDesk::Rooms::Call final : public ports::CallSound {
public:
    Call(Rooms& rooms, RtpPorts ports) : m_rooms(rooms), m_port(ports.rtpPort()), m_bridge(std::make_shared<VoiceBridge>())
    {
        m_rooms.lineThread.post([slot = m_pipeline, ports, bridge = m_bridge]() mutable {
            *slot = std::make_unique<CallPipeline>(std::move(ports), std::move(bridge));
        });
    }
    ~Call() override
    {
        std::erase(m_rooms.hearing, this);
        m_rooms.attend();
        m_rooms.lineThread.post([slot = m_pipeline] { slot->reset(); });
    }
    Call(const Call&) = delete;
    Call& operator=(const Call&) = delete;

    [[nodiscard]] quint16 port() const override { return m_port; }

    void carry(const ports::SoundPath& path) override
    {
        const bool heard = m_path && m_path->weHear;
        m_path = path;
        if (path.weHear != heard) {
            std::erase(m_rooms.hearing, this);
            if (path.weHear)
                m_rooms.hearing.push_back(this);
            m_rooms.attend();
        }
        m_rooms.lineThread.post([slot = m_pipeline, path] { (*slot)->carry(path); });
    }

    void setMuted(bool muted) override { m_bridge->muted = muted; }

    [[nodiscard]] domain::Outcome sendKeys(const QString& keys) override
    {
        if (keys.isEmpty() || !std::all_of(keys.begin(), keys.end(), isKey))
            return domain::failure(Fault::Invalid, QStringLiteral("only the keys of a telephone can be played"));
        if (!m_path || !m_path->keysPayloadType)
            return domain::failure(Fault::Unsupported, QStringLiteral("the peer takes no key tones"));
        if (!m_path->weSend)
            return domain::failure(Fault::Conflict, QStringLiteral("the peer holds the call"));
        m_rooms.lineThread.post([slot = m_pipeline, keys] { (*slot)->sendKeys(keys); });
        return {};
    }

    [[nodiscard]] const std::shared_ptr<VoiceBridge>& bridge() const { return m_bridge; }

private:
    Rooms& m_rooms;
    quint16 m_port;
    std::shared_ptr<VoiceBridge> m_bridge;
    std::optional<ports::SoundPath> m_path;
    /// Filled, used and emptied on the thread of the lines.
    std::shared_ptr<std::unique_ptr<CallPipeline>> m_pipeline = std::make_shared<std::unique_ptr<CallPipeline>>();
};

/// Gives the devices to whom they belong now.
void SoundDesk::Rooms::attend()
{
    const std::shared_ptr<VoiceBridge> now = hearing.empty() ? test : hearing.back()->bridge();
    talking->set(now);
    deviceThread.post([this, inUse = now != nullptr] { headset->setInUse(inUse); });
}

void SoundDesk::Rooms::startDevices()
{
    deviceThread.post([this] {
        prepareGStreamer();
        const auto tellDevices = [this] {
            std::vector<ports::SoundDevice> list = present->list(ports::SoundDevice::Kind::Microphone);
            const std::vector<ports::SoundDevice> more = present->list(ports::SoundDevice::Kind::Loudspeaker);
            list.insert(list.end(), more.begin(), more.end());
            QMetaObject::invokeMethod(
                &owner,
                [this, list = std::move(list)] {
                    if (devices == list)
                        return;
                    devices = list;
                    Q_EMIT owner.devicesChanged();
                },
                Qt::QueuedConnection);
        };
        present = std::make_unique<Devices>([this, tellDevices] {
            deviceThread.post([this, tellDevices] {
                if (!headset)
                    return;
                headset->lookAgain();
                tellDevices();
            });
        });
        headset = std::make_unique<Headset>(*present, talking, loudness, [this](const ports::SoundState& told) {
            QMetaObject::invokeMethod(
                &owner,
                [this, told] {
                    state = told;
                    Q_EMIT owner.stateChanged(told);
                },
                Qt::QueuedConnection);
        });
        ringer = std::make_unique<Player>(*present);
        bell = std::make_unique<Player>(*present);
        tellDevices();
    });
}

SoundDesk::SoundDesk(ports::SoundChoice choice, QObject* parent)
    : ports::SoundSetup(parent), m_rooms(std::make_unique<Rooms>(*this, std::move(choice)))
{
    m_rooms->lineThread.post([this] {
        prepareGStreamer();
        QMetaObject::invokeMethod(
            this,
            [this, here = codecsHere()] {
                if (here.empty())
                    qCWarning(log) << "GStreamer has no codec of a telephone";
                else
                    m_rooms->codecs = here;
                m_rooms->loaded = true;
                Q_EMIT ready();
            },
            Qt::QueuedConnection);
    });
    m_rooms->startDevices();
    choose(m_rooms->choice);
}

SoundDesk::~SoundDesk()
{
    m_rooms->deviceThread.post([rooms = m_rooms.get()] {
        rooms->headset.reset();
        rooms->ringer.reset();
        rooms->bell.reset();
        rooms->present.reset();
    });
    const bool lines = m_rooms->lineThread.end();
    if (!m_rooms->deviceThread.end() || !lines)
        static_cast<void>(m_rooms.release());
}

std::vector<VoiceCodec> SoundDesk::codecs() const
{
    return m_rooms->codecs;
}

bool SoundDesk::isReady() const
{
    return m_rooms->loaded;
}

domain::Result<std::unique_ptr<ports::CallSound>> SoundDesk::open(const QString& host)
{
    auto ports = RtpPorts::open(host);
    if (!ports)
        return domain::failure(ports.error());
    return std::unique_ptr<ports::CallSound>(std::make_unique<Rooms::Call>(*m_rooms, std::move(*ports)));
}

const ports::SoundChoice& SoundDesk::choice() const
{
    return m_rooms->choice;
}

void SoundDesk::choose(const ports::SoundChoice& choice)
{
    m_rooms->choice = choice;
    m_rooms->deviceThread.post(
        [rooms = m_rooms.get(), choice] { rooms->headset->choose(choice.microphone, choice.loudspeaker); });
}

const std::vector<ports::SoundDevice>& SoundDesk::devices() const
{
    return m_rooms->devices;
}

const ports::SoundState& SoundDesk::state() const
{
    return m_rooms->state;
}

void SoundDesk::setRinging(bool ringing)
{
    m_rooms->deviceThread.post([rooms = m_rooms.get(), ringing, at = m_rooms->choice.ring] {
        if (ringing)
            rooms->ringer->play(Melody::Ring, at);
        else
            rooms->ringer->stop();
    });
}

void SoundDesk::notice()
{
    m_rooms->deviceThread.post(
        [rooms = m_rooms.get(), at = m_rooms->choice.notice] { rooms->bell->play(Melody::Notice, at); });
}

void SoundDesk::testTone()
{
    m_rooms->deviceThread.post(
        [rooms = m_rooms.get(), at = m_rooms->choice.loudspeaker] { rooms->bell->play(Melody::Test, at); });
}

void SoundDesk::setTesting(bool testing, bool echo)
{
    m_rooms->test = testing ? std::make_shared<VoiceBridge>(echoAfterMs) : nullptr;
    if (testing)
        m_rooms->test->echoes = echo;
    m_rooms->attend();
}

ports::SoundLevels SoundDesk::takeLevels()
{
    return {m_rooms->loudness->microphone.exchange(0) / loudest, m_rooms->loudness->loudspeaker.exchange(0) / loudest};
}

} // namespace vorzimmer::audio
