#include "pipeline.h"

#include "log.h"

#include <mutex>

namespace vorzimmer::audio {

namespace {

GstPadProbeReturn onBuffer(GstPad*, GstPadProbeInfo* info, gpointer fill)
{
    GstBuffer* buffer = gst_buffer_make_writable(GST_PAD_PROBE_INFO_BUFFER(info));
    GST_PAD_PROBE_INFO_DATA(info) = buffer;
    // A source of silence marks its buffers as empty, and then nobody looks into them.
    gst_buffer_unset_flags(buffer, GST_BUFFER_FLAG_GAP);
    GstMapInfo map;
    if (gst_buffer_map(buffer, &map, GST_MAP_READWRITE)) {
        (*static_cast<Pipeline::Samples*>(fill))(reinterpret_cast<std::int16_t*>(map.data), map.size / sizeof(std::int16_t));
        gst_buffer_unmap(buffer, &map);
    }
    return GST_PAD_PROBE_OK;
}

GstFlowReturn onSample(GstAppSink* sink, gpointer hear)
{
    GstSample* sample = gst_app_sink_pull_sample(sink);
    if (!sample)
        return GST_FLOW_EOS;
    GstMapInfo map;
    if (GstBuffer* buffer = gst_sample_get_buffer(sample); buffer && gst_buffer_map(buffer, &map, GST_MAP_READ)) {
        (*static_cast<Pipeline::Samples*>(hear))(reinterpret_cast<std::int16_t*>(map.data), map.size / sizeof(std::int16_t));
        gst_buffer_unmap(buffer, &map);
    }
    gst_sample_unref(sample);
    return GST_FLOW_OK;
}

void forget(gpointer samples)
{
    delete static_cast<Pipeline::Samples*>(samples);
}

} // namespace

void prepareGStreamer()
{
    static std::once_flag once;
    std::call_once(once, [] {
        GError* error = nullptr;
        if (!gst_init_check(nullptr, nullptr, &error))
            qCWarning(log) << "GStreamer cannot start:" << (error ? error->message : "");
        g_clear_error(&error);
    });
}

bool hasElement(const char* name)
{
    GstElementFactory* factory = gst_element_factory_find(name);
    if (factory)
        gst_object_unref(factory);
    return factory != nullptr;
}

std::unique_ptr<Pipeline> Pipeline::from(const std::string& text, Trouble trouble)
{
    GError* error = nullptr;
    GstElement* made = gst_parse_launch_full(text.c_str(), nullptr, GST_PARSE_FLAG_FATAL_ERRORS, &error);
    if (!made) {
        qCWarning(log) << "no pipeline:" << (error ? error->message : "");
        g_clear_error(&error);
        return {};
    }
    gst_object_ref_sink(made);
    std::unique_ptr<Pipeline> pipeline(new Pipeline(made, std::move(trouble)));
    GstBus* bus = gst_element_get_bus(made);
    gst_bus_set_sync_handler(bus, onMessage, pipeline.get(), nullptr);
    gst_object_unref(bus);
    return pipeline;
}

Pipeline::~Pipeline()
{
    gst_element_set_state(m_pipeline.get(), GST_STATE_NULL);
    GstBus* bus = gst_element_get_bus(m_pipeline.get());
    gst_bus_set_sync_handler(bus, nullptr, nullptr, nullptr);
    gst_object_unref(bus);
}

GstBusSyncReply Pipeline::onMessage(GstBus*, GstMessage* message, gpointer self)
{
    if (GST_MESSAGE_TYPE(message) == GST_MESSAGE_ERROR) {
        GError* error = nullptr;
        gst_message_parse_error(message, &error, nullptr);
        const auto* pipeline = static_cast<Pipeline*>(self);
        if (pipeline->m_trouble)
            pipeline->m_trouble(QString::fromUtf8(GST_OBJECT_NAME(GST_MESSAGE_SRC(message))),
                                QString::fromUtf8(error->message));
        g_clear_error(&error);
    }
    gst_message_unref(message);
    return GST_BUS_DROP;
}

bool Pipeline::play()
{
    return gst_element_set_state(m_pipeline.get(), GST_STATE_PLAYING) != GST_STATE_CHANGE_FAILURE;
}

GstRef<GstElement> Pipeline::element(const char* name) const
{
    return GstRef<GstElement>(gst_bin_get_by_name(GST_BIN(m_pipeline.get()), name));
}

void Pipeline::fillFrom(const char* name, Samples fill)
{
    const GstRef<GstElement> source = element(name);
    GstPad* pad = source ? gst_element_get_static_pad(source.get(), "src") : nullptr;
    if (!pad)
        return;
    gst_pad_add_probe(pad, GST_PAD_PROBE_TYPE_BUFFER, onBuffer, new Samples(std::move(fill)), forget);
    gst_object_unref(pad);
}

void listen(GstElement* sink, Pipeline::Samples hear)
{
    GstAppSinkCallbacks callbacks{};
    callbacks.new_sample = onSample;
    gst_app_sink_set_callbacks(GST_APP_SINK(sink), &callbacks, new Pipeline::Samples(std::move(hear)), forget);
}

void Pipeline::listenAt(const char* name, Samples hear)
{
    if (const GstRef<GstElement> sink = element(name))
        listen(sink.get(), std::move(hear));
}

} // namespace vorzimmer::audio
