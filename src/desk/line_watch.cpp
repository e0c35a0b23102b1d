#include "vorzimmer/desk/line_watch.h"

#include <algorithm>

namespace vorzimmer::desk {

using ports::LineState;
using ports::LineStatus;

namespace {

bool isDown(const LineStatus& line)
{
    return line.state == LineState::Retrying || line.state == LineState::Blocked;
}

bool comesFirst(const LineStatus& one, const LineStatus& other)
{
    if (one.line.isNull() != other.line.isNull())
        return one.line.isNull();
    return QString::localeAwareCompare(one.name, other.name) < 0;
}

} // namespace

LineWatch::LineWatch(ports::CallFeed& feed, QObject* parent) : QObject(parent), m_feed(feed)
{
    connect(&feed, &ports::CallFeed::lineStateChanged, this, &LineWatch::take);
}

std::vector<LineStatus> LineWatch::down() const
{
    std::vector<LineStatus> down;
    std::copy_if(m_lines.begin(), m_lines.end(), std::back_inserter(down), [this](const LineStatus& one) {
        return std::find(m_missed.begin(), m_missed.end(), one.line) != m_missed.end();
    });
    return down;
}

void LineWatch::take(const LineStatus& status)
{
    if (status.state == LineState::Off) {
        std::erase_if(m_lines, [&](const LineStatus& one) { return one.line == status.line; });
        std::erase(m_missed, status.line);
        Q_EMIT changed();
        return;
    }
    const auto known = std::find_if(m_lines.begin(), m_lines.end(), [&](const LineStatus& one) { return one.line == status.line; });
    if (known == m_lines.end())
        m_lines.insert(std::upper_bound(m_lines.begin(), m_lines.end(), status, comesFirst), status);
    else
        *known = status;
    const auto missed = std::find(m_missed.begin(), m_missed.end(), status.line);
    const bool wasMissed = missed != m_missed.end();
    if (isDown(status) && !wasMissed)
        m_missed.push_back(status.line);
    if (status.isUp() && wasMissed)
        m_missed.erase(missed);
    Q_EMIT changed();
    if (isDown(status) && !wasMissed)
        Q_EMIT wentDown(status);
    if (status.isUp() && wasMissed)
        Q_EMIT cameBack(status);
}

} // namespace vorzimmer::desk
