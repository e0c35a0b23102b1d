#pragma once

#include <QtGlobal>

#include <functional>
#include <memory>
#include <string>

namespace vorzimmer::test {

/// Sofia-SIP and nothing else, on this thread's GLib loop: rings, and gives each caller's display name.
class BareSip {
public:
    explicit BareSip(std::function<void(const std::string& display)> invited);
    ~BareSip();
    BareSip(const BareSip&) = delete;
    BareSip& operator=(const BareSip&) = delete;

    /// Runs the loop until the port is open, and gives it; 0 when that fails.
    [[nodiscard]] quint16 port();

private:
    struct Library;
    std::unique_ptr<Library> m_library;
};

} // namespace vorzimmer::test
