#include "codec_parts.h"

#include "pipeline.h"

#include <algorithm>
#include <array>

namespace vorzimmer::audio {

using ports::VoiceCodec;

namespace {

const std::array<CodecParts, 4>& all()
{
    static const std::array<CodecParts, 4> parts{{
        {VoiceCodec::Opus,
         "OPUS",
         48000,
         48000,
         "opusenc audio-type=voice bitrate=32000 inband-fec=true packet-loss-percentage=5",
         "rtpopuspay",
         "rtpopusdepay ! opusdec plc=true use-inband-fec=true",
         {"opusenc", "opusdec", "rtpopuspay", "rtpopusdepay"}},
        {VoiceCodec::G722,
         "G722",
         8000,
         16000,
         "avenc_g722",
         "rtpg722pay",
         "rtpg722depay ! avdec_g722",
         {"avenc_g722", "avdec_g722", "rtpg722pay", "rtpg722depay"}},
        {VoiceCodec::Pcma,
         "PCMA",
         8000,
         8000,
         "alawenc",
         "rtppcmapay",
         "rtppcmadepay ! alawdec",
         {"alawenc", "alawdec", "rtppcmapay", "rtppcmadepay"}},
        {VoiceCodec::Pcmu,
         "PCMU",
         8000,
         8000,
         "mulawenc",
         "rtppcmupay",
         "rtppcmudepay ! mulawdec",
         {"mulawenc", "mulawdec", "rtppcmupay", "rtppcmudepay"}},
    }};
    return parts;
}

} // namespace

const CodecParts& partsOf(VoiceCodec codec)
{
    return *std::find_if(all().begin(), all().end(), [codec](const CodecParts& parts) { return parts.codec == codec; });
}

std::vector<VoiceCodec> codecsHere()
{
    std::vector<VoiceCodec> here;
    for (const CodecParts& parts : all())
        if (std::all_of(parts.needs.begin(), parts.needs.end(), hasElement))
            here.push_back(parts.codec);
    return here;
}

} // namespace vorzimmer::audio
