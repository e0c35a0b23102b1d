#pragma once

#include "gst.h"

#include <cstdint>
#include <mutex>
#include <vector>

namespace vorzimmer::audio {

/// Keeps what comes to a pipeline's `appsink name=ear`. It outlives the pipeline.
class ListeningEar {
public:
    void listenTo(GstElement* pipeline);
    /// What was heard since the last call, as the pipeline gives it.
    [[nodiscard]] std::vector<std::int16_t> take();

private:
    static GstFlowReturn onSample(GstAppSink* sink, gpointer self);

    std::mutex m_mutex;
    std::vector<std::int16_t> m_heard;
};

} // namespace vorzimmer::audio
