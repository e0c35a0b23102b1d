#pragma once

#include "devices.h"
#include "pipeline.h"

#include <QStringList>

namespace vorzimmer::audio {

/// What is tried for one purpose, best first: the chosen device, then the desktop's own, then any other. Empty for none.
/// Left out are those that have just failed.
[[nodiscard]] QStringList candidates(const Devices& devices, ports::SoundDevice::Kind kind, const QString& chosen,
                                     const QStringList& failed);

/// An element for one candidate or stand-in, named @p name; null when it cannot be had.
[[nodiscard]] GstElement* openDevice(const Devices& devices, ports::SoundDevice::Kind kind, const QString& id,
                                     const char* name);
[[nodiscard]] bool isStandIn(const QString& id);

/// Adds @p device to @p pipeline and joins it with the element @p neighbour: before it when a microphone, else behind it.
[[nodiscard]] bool join(Pipeline& pipeline, GstElement* device, const char* neighbour, ports::SoundDevice::Kind kind);

} // namespace vorzimmer::audio
