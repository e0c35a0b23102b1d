#pragma once

#include "vorzimmer/desk/reception.h"
#include "vorzimmer/telephony/sip_feed.h"

#include <QStringList>

#include <memory>

class QWidget;

namespace vorzimmer::test {

/// A secretary's real window, on a demo bureau of its own and with a telephone on a free port of this machine. One to a process
/// at a time; needs a QApplication.
class DemoDesk {
public:
    /// Null, and the reason on stderr, when the bureau cannot be made.
    [[nodiscard]] static std::unique_ptr<DemoDesk> open();
    ~DemoDesk();
    DemoDesk(const DemoDesk&) = delete;
    DemoDesk& operator=(const DemoDesk&) = delete;

    /// These three until close().
    [[nodiscard]] desk::Reception& reception();
    [[nodiscard]] telephony::SipFeed& feed();
    [[nodiscard]] QWidget& window();
    /// Where the bureau is kept.
    [[nodiscard]] QString folder() const;

    /// Takes the calls that sipp makes with @p arguments, until the last is over; false when sipp cannot be run.
    [[nodiscard]] bool takeCalls(const QStringList& arguments);

    /// Ends the seat; the bureau's files stay until the desk is gone.
    void close();

private:
    struct Bureau;
    struct Seat;
    explicit DemoDesk(std::unique_ptr<Bureau> bureau);

    std::unique_ptr<Bureau> m_bureau;
    std::unique_ptr<Seat> m_seat;
};

} // namespace vorzimmer::test
