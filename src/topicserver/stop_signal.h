#pragma once

namespace vorzimmer::topicserver {

/// Tells every thread that sleeps in poll() that the server is to end. Raised once, for good; any thread.
class StopSignal {
public:
    StopSignal();
    ~StopSignal();
    StopSignal(const StopSignal&) = delete;
    StopSignal& operator=(const StopSignal&) = delete;

    void raise();
    [[nodiscard]] bool isRaised() const;
    /// Readable once raised.
    [[nodiscard]] int descriptor() const { return m_descriptor; }

private:
    const int m_descriptor;
};

} // namespace vorzimmer::topicserver
