#include "gst.h"

#include "devices.h"

#include "log.h"

#include <algorithm>

namespace vorzimmer::audio {

namespace {

const char* className(ports::SoundDevice::Kind kind)
{
    return kind == ports::SoundDevice::Kind::Microphone ? "Audio/Source" : "Audio/Sink";
}

QString idOf(GstDevice* device)
{
    // What the sound server calls it stays the same, whatever it is shown as.
    gchar* internal = nullptr;
    if (g_object_class_find_property(G_OBJECT_GET_CLASS(device), "internal-name"))
        g_object_get(device, "internal-name", &internal, nullptr);
    gchar* shown = gst_device_get_display_name(device);
    const QString id = QString::fromUtf8(internal && *internal ? internal : shown);
    g_free(internal);
    g_free(shown);
    return id;
}

} // namespace

Devices::Devices(std::function<void()> changed) : m_changed(std::move(changed)), m_monitor(gst_device_monitor_new())
{
    CapsRef raw(gst_caps_new_empty_simple("audio/x-raw"));
    for (const auto kind : {ports::SoundDevice::Kind::Microphone, ports::SoundDevice::Kind::Loudspeaker})
        gst_device_monitor_add_filter(m_monitor.get(), className(kind), raw.get());
    GstBus* bus = gst_device_monitor_get_bus(m_monitor.get());
    gst_bus_set_sync_handler(bus, onMessage, this, nullptr);
    gst_object_unref(bus);
    if (!gst_device_monitor_start(m_monitor.get()))
        qCInfo(log) << "no sound devices can be watched here";
}

Devices::~Devices()
{
    gst_device_monitor_stop(m_monitor.get());
    GstBus* bus = gst_device_monitor_get_bus(m_monitor.get());
    gst_bus_set_sync_handler(bus, nullptr, nullptr, nullptr);
    gst_object_unref(bus);
}

GstBusSyncReply Devices::onMessage(GstBus*, GstMessage* message, gpointer self)
{
    switch (GST_MESSAGE_TYPE(message)) {
    case GST_MESSAGE_DEVICE_ADDED:
    case GST_MESSAGE_DEVICE_REMOVED:
    case GST_MESSAGE_DEVICE_CHANGED:
        static_cast<Devices*>(self)->m_changed();
        break;
    default:
        break;
    }
    gst_message_unref(message);
    return GST_BUS_DROP;
}

std::vector<Devices::Found> Devices::look(ports::SoundDevice::Kind kind) const
{
    std::vector<Found> found;
    GList* all = gst_device_monitor_get_devices(m_monitor.get());
    for (GList* each = all; each; each = each->next) {
        GstRef<GstDevice> handle(GST_DEVICE(each->data));
        if (!gst_device_has_classes(handle.get(), className(kind)))
            continue;
        Found one{{kind, idOf(handle.get()), {}, false}, nullptr};
        gchar* shown = gst_device_get_display_name(handle.get());
        one.device.name = QString::fromUtf8(shown);
        g_free(shown);
        if (GstStructure* more = gst_device_get_properties(handle.get())) {
            gboolean usual = FALSE;
            gst_structure_get_boolean(more, "is-default", &usual);
            const gchar* purpose = gst_structure_get_string(more, "device.class");
            // What a loudspeaker plays is no microphone, though sound servers list it among them.
            const bool monitor = kind == ports::SoundDevice::Kind::Microphone && purpose && qstrcmp(purpose, "monitor") == 0;
            gst_structure_free(more);
            if (monitor)
                continue;
            one.device.isUsual = usual;
        }
        one.handle = std::move(handle);
        found.push_back(std::move(one));
    }
    g_list_free(all);
    std::stable_sort(found.begin(), found.end(),
                     [](const Found& a, const Found& b) { return a.device.isUsual > b.device.isUsual; });
    return found;
}

std::vector<ports::SoundDevice> Devices::list(ports::SoundDevice::Kind kind) const
{
    std::vector<ports::SoundDevice> devices;
    for (const Found& found : look(kind))
        devices.push_back(found.device);
    return devices;
}

GstElement* Devices::open(ports::SoundDevice::Kind kind, const QString& id, const char* name) const
{
    for (const Found& found : look(kind))
        if (found.device.id == id)
            return gst_device_create_element(found.handle.get(), name);
    return nullptr;
}

} // namespace vorzimmer::audio
