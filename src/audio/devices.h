#pragma once

#include "gst.h"

#include "vorzimmer/ports/sound_setup.h"

#include <QByteArray>

#include <functional>
#include <map>

namespace vorzimmer::audio {

/// The microphones and loudspeakers that are plugged in, watched. Lives on the thread of the devices; starting it may
/// take as long as the sound server does.
class Devices {
public:
    /// @p changed: something was plugged in or out. On any thread.
    explicit Devices(std::function<void()> changed);
    ~Devices();
    Devices(const Devices&) = delete;
    Devices& operator=(const Devices&) = delete;

    /// What is there now; the default ones first.
    [[nodiscard]] std::vector<ports::SoundDevice> list(ports::SoundDevice::Kind kind) const;
    /// An element that opens @p id, named @p name; null when it is not there.
    [[nodiscard]] GstElement* open(ports::SoundDevice::Kind kind, const QString& id, const char* name) const;

private:
    struct Found {
        ports::SoundDevice device;
        GstRef<GstDevice> handle;
    };
    static GstBusSyncReply onMessage(GstBus* bus, GstMessage* message, gpointer self);
    [[nodiscard]] std::vector<Found> look(ports::SoundDevice::Kind kind) const;

    std::function<void()> m_changed;
    GstRef<GstDeviceMonitor> m_monitor;
};

} // namespace vorzimmer::audio
