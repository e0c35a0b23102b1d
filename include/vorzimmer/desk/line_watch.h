#pragma once

#include "vorzimmer/ports/call_feed.h"

#include <QObject>

#include <vector>

namespace vorzimmer::desk {

/// Knows the truth about every telephone line and tells once when one goes down, and once when it is back. Lives on the GUI
/// thread.
class LineWatch : public QObject {
    Q_OBJECT

public:
    /// @p feed outlives it.
    explicit LineWatch(ports::CallFeed& feed, QObject* parent = nullptr);

    /// The trunk first, then by name.
    [[nodiscard]] const std::vector<ports::LineStatus>& lines() const { return m_lines; }
    /// Those that calls cannot reach us on, also while they are asked once more; not those asked for the first time.
    [[nodiscard]] std::vector<ports::LineStatus> down() const;
    [[nodiscard]] bool registersLines() const { return m_feed.registersLines(); }
    /// Asks again at once: one line, or with a null id all of them.
    void registerNow(const domain::LineId& line) { m_feed.registerNow(line); }

Q_SIGNALS:
    void changed();
    void wentDown(const vorzimmer::ports::LineStatus& line);
    void cameBack(const vorzimmer::ports::LineStatus& line);

private:
    void take(const ports::LineStatus& status);

    ports::CallFeed& m_feed;
    std::vector<ports::LineStatus> m_lines;
    std::vector<domain::LineId> m_missed; ///< told to be down, and not up since
};

} // namespace vorzimmer::desk
