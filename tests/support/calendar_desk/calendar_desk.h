#pragma once

#include "vorzimmer/cloud/calendar_sync.h"
#include "vorzimmer/ports/appointment_book.h"
#include "vorzimmer/ports/cabinet_room.h"
#include "vorzimmer/store/sqlite_store.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <functional>
#include <optional>
#include <stdexcept>

namespace vorzimmer::testing {

/// Runs the event loop until @p condition holds; false when it never does.
[[nodiscard]] bool soon(const std::function<bool()>& condition,
                        std::chrono::milliseconds patience = std::chrono::seconds(60));

/// Short pauses, and the real ones before reading back.
[[nodiscard]] cloud::SyncOptions quickCalendar();

/// A desk with a real cabinet on disk and the real engine.
class CalendarDesk {
public:
    CalendarDesk();
    ~CalendarDesk();

    /// Runs @p work on the store lane and waits for its value.
    template <class Work>
    auto inCabinet(Work work)
    {
        std::optional<std::invoke_result_t<Work, ports::Cabinet&>> value;
        QObject receiver;
        m_lane.ask(
            &receiver, [this, work]() mutable { return work(*m_cabinet); },
            [&value](auto got) { value.emplace(std::move(got)); });
        if (!soon([&] { return value.has_value(); }))
            throw std::runtime_error("the store does not answer");
        return *value;
    }

    void connectCalendars(const ports::CalendarAccess& access, const cloud::SyncOptions& options = quickCalendar());
    void stop() { m_calendars.reset(); }
    [[nodiscard]] ports::SlotCalendar& calendars() { return *m_calendars; }
    /// Reads now, and waits until that is done.
    [[nodiscard]] bool refresh();

    [[nodiscard]] std::vector<ports::Offer> offers(int limit = 1000);
    [[nodiscard]] std::optional<ports::Offer> offerAt(const QDateTime& start);
    /// Books and tells the calendar; nothing when the time is not to be had.
    std::optional<domain::Booking> book(const ports::Offer& offer, const QString& name = QStringLiteral("Frau Albers"));
    void cancel(const domain::BookingId& id);
    [[nodiscard]] domain::Booking booking(const domain::BookingId& id);
    [[nodiscard]] bool waitFor(const domain::BookingId& id, domain::BookingState state, bool waiting = false);
    /// Until it is neither noted nor waiting.
    [[nodiscard]] bool waitUntilSettled(const domain::BookingId& id, std::chrono::milliseconds patience);

    [[nodiscard]] const ports::CalendarStatus& status() const { return m_status; }
    [[nodiscard]] const std::vector<ports::CalendarStatus>& statuses() const { return m_statuses; }
    [[nodiscard]] QDateTime now() const { return m_clock.nowUtc(); }

private:
    class WallClock : public ports::Clock {
    public:
        [[nodiscard]] QDateTime nowUtc() const override { return QDateTime::currentDateTimeUtc(); }
    };
    class RandomIds : public ports::IdSource {
    public:
        [[nodiscard]] QUuid next() override { return QUuid::createUuid(); }
    };

    domain::TenantId m_tenant{QUuid::createUuid()};
    QTemporaryDir m_folder;
    WallClock m_clock;
    RandomIds m_ids;
    std::unique_ptr<ports::CabinetRoom> m_room = store::makeCabinetRoom({m_folder.path()}, m_clock, m_ids);
    std::shared_ptr<ports::Cabinet> m_cabinet; ///< on the lane
    lane::Lane m_lane{"store"};
    std::unique_ptr<ports::SlotCalendar> m_calendars;
    ports::CalendarStatus m_status;
    std::vector<ports::CalendarStatus> m_statuses;
    int m_readings = 0; ///< how often it came to rest
};

} // namespace vorzimmer::testing
