#pragma once

#include "gst.h"

#include <QString>

#include <functional>
#include <string>

namespace vorzimmer::audio {

/// Loads GStreamer, once; the first time on a machine it reads every plugin, which takes seconds. Not on the GUI thread.
void prepareGStreamer();
[[nodiscard]] bool hasElement(const char* name);

/// A running GStreamer pipeline. Made, changed and ended on one thread; when it is gone, no callback of it runs any more.
class Pipeline {
public:
    /// What stopped the pipeline: the element's name and a text without secrets. Told on a streaming thread.
    using Trouble = std::function<void(const QString& element, const QString& text)>;

    /// Null when @p text is no pipeline here, e.g. for want of a plugin; that is logged.
    [[nodiscard]] static std::unique_ptr<Pipeline> from(const std::string& text, Trouble trouble);
    ~Pipeline();
    Pipeline(const Pipeline&) = delete;
    Pipeline& operator=(const Pipeline&) = delete;

    /// False when it cannot start at all; trouble may also be told later.
    [[nodiscard]] bool play();
    [[nodiscard]] GstElement* get() const { return m_pipeline.get(); }
    /// Null when there is none of that name.
    [[nodiscard]] GstRef<GstElement> element(const char* name) const;

    /// Calls @p fill for each buffer that leaves @p name, to write into it. On a streaming thread.
    using Samples = std::function<void(std::int16_t* samples, std::size_t count)>;
    void fillFrom(const char* name, Samples fill);
    /// Hands over each buffer that arrives at the appsink @p name. On a streaming thread.
    void listenAt(const char* name, Samples hear);

private:
    Pipeline(GstElement* pipeline, Trouble trouble) : m_pipeline(pipeline), m_trouble(std::move(trouble)) {}
    static GstBusSyncReply onMessage(GstBus* bus, GstMessage* message, gpointer self);

    GstRef<GstElement> m_pipeline;
    Trouble m_trouble;
};

/// Hands over each buffer that arrives at @p sink, an appsink. On a streaming thread.
void listen(GstElement* sink, Pipeline::Samples hear);

} // namespace vorzimmer::audio
