#include "gst.h"

#include "device_choice.h"

#include <algorithm>

namespace vorzimmer::audio {

namespace {

const QString tonePrefix = QStringLiteral("tone:");
const QString filePrefix = QStringLiteral("file:");

void setIfKnown(GstElement* element, const char* property, gint64 value)
{
    if (g_object_class_find_property(G_OBJECT_GET_CLASS(element), property))
        g_object_set(element, property, value, nullptr);
}

} // namespace

bool isStandIn(const QString& id)
{
    return id.startsWith(tonePrefix) || id.startsWith(filePrefix);
}

QStringList candidates(const Devices& devices, ports::SoundDevice::Kind kind, const QString& chosen,
                       const QStringList& failed)
{
    if (chosen == ports::noDevice)
        return {};
    if (isStandIn(chosen))
        return failed.contains(chosen) ? QStringList() : QStringList{chosen};
    QStringList ids;
    for (const ports::SoundDevice& device : devices.list(kind))
        ids += device.id;
    if (ids.removeAll(chosen) > 0)
        ids.prepend(chosen);
    ids.removeIf([&failed](const QString& id) { return failed.contains(id); });
    return ids;
}

GstElement* openDevice(const Devices& devices, ports::SoundDevice::Kind kind, const QString& id, const char* name)
{
    if (id.startsWith(tonePrefix)) {
        bool number = false;
        const double hertz = id.mid(tonePrefix.size()).toDouble(&number);
        constexpr double loudness = 0.3;
        GstElement* tone = number && kind == ports::SoundDevice::Kind::Microphone
                               ? gst_element_factory_make("audiotestsrc", name)
                               : nullptr;
        if (tone)
            g_object_set(tone, "is-live", TRUE, "freq", hertz, "volume", loudness, "samplesperbuffer", 480, nullptr);
        return tone;
    }
    if (id.startsWith(filePrefix)) {
        GstElement* file =
            kind == ports::SoundDevice::Kind::Loudspeaker ? gst_element_factory_make("filesink", name) : nullptr;
        if (file) {
            gst_util_set_object_arg(G_OBJECT(file), "buffer-mode", "unbuffered");
            g_object_set(file, "location", id.mid(filePrefix.size()).toUtf8().constData(), nullptr);
        }
        return file;
    }
    GstElement* device = devices.open(kind, id, name);
    if (device) {
        // A talk suffers from every moment of delay; GStreamer's own would be 200 ms.
        constexpr gint64 kept = 60'000;
        constexpr gint64 step = 10'000;
        setIfKnown(device, "buffer-time", kept);
        setIfKnown(device, "latency-time", step);
    }
    return device;
}

bool join(Pipeline& pipeline, GstElement* device, const char* neighbour, ports::SoundDevice::Kind kind)
{
    gst_bin_add(GST_BIN(pipeline.get()), device);
    const GstRef<GstElement> other = pipeline.element(neighbour);
    return kind == ports::SoundDevice::Kind::Microphone ? gst_element_link(device, other.get())
                                                        : gst_element_link(other.get(), device);
}

} // namespace vorzimmer::audio
