#pragma once

// GLib and GStreamer before Qt, and nowhere outside this folder.
#include <gst/app/gstappsink.h>
#include <gst/gst.h>

#include <memory>

namespace vorzimmer::audio {

/// A reference that is given back at the end of its scope.
template <class T>
struct Unref {
    void operator()(T* thing) const { gst_object_unref(GST_OBJECT_CAST(thing)); }
};
template <class T>
using GstRef = std::unique_ptr<T, Unref<T>>;

struct UnrefCaps {
    void operator()(GstCaps* caps) const { gst_caps_unref(caps); }
};
using CapsRef = std::unique_ptr<GstCaps, UnrefCaps>;

} // namespace vorzimmer::audio
