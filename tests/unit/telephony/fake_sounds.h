#pragma once

#include "vorzimmer/ports/call_sound.h"

#include <QStringList>

namespace vorzimmer::telephony {

/// Stands in for the sound of calls: notes what it is told.
class FakeSounds final : public ports::CallSounds {
public:
    struct Call {
        quint16 port = 0;
        QString host;
        std::vector<ports::SoundPath> paths;
        bool muted = false;
        QString keys;
        bool gone = false;
    };

    [[nodiscard]] std::vector<ports::VoiceCodec> codecs() const override { return known; }
    [[nodiscard]] domain::Result<std::unique_ptr<ports::CallSound>> open(const QString& host) override
    {
        if (full)
            return domain::failure(domain::Fault::Busy, QStringLiteral("no port is free"));
        auto call = std::make_shared<Call>();
        call->host = host;
        call->port = quint16(firstPort + 2 * calls.size());
        calls.push_back(call);
        return std::unique_ptr<ports::CallSound>(std::make_unique<Sound>(call));
    }

    std::vector<ports::VoiceCodec> known{ports::VoiceCodec::Opus, ports::VoiceCodec::G722, ports::VoiceCodec::Pcma,
                                         ports::VoiceCodec::Pcmu};
    std::vector<std::shared_ptr<Call>> calls;
    bool full = false;

private:
    static constexpr quint16 firstPort = 30000;

    class Sound final : public ports::CallSound {
    public:
        explicit Sound(std::shared_ptr<Call> call) : m_call(std::move(call)) {}
        ~Sound() override { m_call->gone = true; }
        [[nodiscard]] quint16 port() const override { return m_call->port; }
        void carry(const ports::SoundPath& path) override { m_call->paths.push_back(path); }
        void setMuted(bool muted) override { m_call->muted = muted; }
        [[nodiscard]] domain::Outcome sendKeys(const QString& keys) override
        {
            m_call->keys += keys;
            return {};
        }

    private:
        std::shared_ptr<Call> m_call;
    };
};

} // namespace vorzimmer::telephony
