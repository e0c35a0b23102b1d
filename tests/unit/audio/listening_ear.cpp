#include "listening_ear.h"

#include <utility>

namespace vorzimmer::audio {

void ListeningEar::listenTo(GstElement* pipeline)
{
    const GstRef<GstElement> sink(gst_bin_get_by_name(GST_BIN(pipeline), "ear"));
    GstAppSinkCallbacks callbacks{};
    callbacks.new_sample = onSample;
    gst_app_sink_set_callbacks(GST_APP_SINK(sink.get()), &callbacks, this, nullptr);
}

GstFlowReturn ListeningEar::onSample(GstAppSink* sink, gpointer self)
{
    auto* ear = static_cast<ListeningEar*>(self);
    GstSample* sample = gst_app_sink_pull_sample(sink);
    if (!sample)
        return GST_FLOW_EOS;
    GstMapInfo map;
    if (gst_buffer_map(gst_sample_get_buffer(sample), &map, GST_MAP_READ)) {
        const auto* first = reinterpret_cast<const std::int16_t*>(map.data);
        const std::scoped_lock locked(ear->m_mutex);
        ear->m_heard.insert(ear->m_heard.end(), first, first + map.size / sizeof(std::int16_t));
        gst_buffer_unmap(gst_sample_get_buffer(sample), &map);
    }
    gst_sample_unref(sample);
    return GST_FLOW_OK;
}

std::vector<std::int16_t> ListeningEar::take()
{
    const std::scoped_lock locked(m_mutex);
    return std::exchange(m_heard, {});
}

} // namespace vorzimmer::audio
