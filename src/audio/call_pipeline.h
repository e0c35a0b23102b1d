#pragma once

#include "packet_door.h"
#include "pipeline.h"
#include "rtp_ports.h"
#include "voice_bridge.h"

#include "vorzimmer/ports/call_sound.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <optional>

namespace vorzimmer::audio {

/// One call's packets: sound from its bridge to the peer and back, with RTCP, jitter buffer, key tones and SRTP. Lives on
/// the thread of the lines. No device is part of it, so none can stop it.
class CallPipeline : public QObject {
public:
    CallPipeline(RtpPorts ports, std::shared_ptr<VoiceBridge> bridge);
    ~CallPipeline() override;

    /// Keeps the pipeline as long as codec and keys stay, so that hold and resume disturb neither side's counting.
    void carry(const ports::SoundPath& path);
    /// One after the other; @p keys are known to be such.
    void sendKeys(const QString& keys);

private:
    void build();
    void follow();
    void recover();
    void connectReceiver();
    void openSeal();
    void hear(GstElement* rtp, GstPad* pad);
    static void forgetBranch(GstElement* rtp, GstPad* pad);
    void nextKey();
    void tone(int key, bool start);
    void fill(std::int16_t* samples, std::size_t count);
    [[nodiscard]] std::string text() const;

    RtpPorts m_ports;
    std::shared_ptr<VoiceBridge> m_bridge;
    PacketDoor m_door;
    std::optional<ports::SoundPath> m_path;
    // Read on streaming threads, changed only while there is no pipeline:
    QByteArray m_voiceEnding;
    std::string m_decoder;
    std::unique_ptr<Pipeline> m_pipeline;
    QString m_keys;
    bool m_playingKey = false;
    QTimer m_recovery;
};

} // namespace vorzimmer::audio
