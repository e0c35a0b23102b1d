#pragma once

#include "vorzimmer/domain/id.h"
#include "vorzimmer/lane/lane.h"
#include "vorzimmer/ports/cabinet.h"

#include <memory>
#include <stop_token>
#include <utility>

namespace vorzimmer::desk {

/// The right to one tenant's cabinet. Only Gatekeeper makes one; it cannot be copied. When it goes, questions not yet
/// answered are dropped, so a late answer never reaches the next tenant's screen. Lives on the GUI thread.
class CabinetHandle {
public:
    CabinetHandle(CabinetHandle&&) noexcept = default;
    CabinetHandle& operator=(CabinetHandle&& other) noexcept
    {
        m_stop.request_stop();
        m_tenant = other.m_tenant;
        m_cabinet = std::move(other.m_cabinet);
        m_lane = other.m_lane;
        m_stop = std::exchange(other.m_stop, std::stop_source(std::nostopstate));
        return *this;
    }
    CabinetHandle(const CabinetHandle&) = delete;
    CabinetHandle& operator=(const CabinetHandle&) = delete;
    ~CabinetHandle() { m_stop.request_stop(); }

    [[nodiscard]] const domain::TenantId& tenant() const { return m_tenant; }

    /// Reads: `job(Cabinet&)` on the store lane, `deliver(result)` here, unless the handle or @p receiver is gone by then.
    template <class Job, class Deliver>
    void read(QObject* receiver, Job job, Deliver deliver) const
    {
        m_lane->ask(receiver, m_stop.get_token(), [cabinet = m_cabinet, job = std::move(job)] { return job(*cabinet); },
                    std::move(deliver));
    }

    /// Writes: as read(), but the job is done even when nobody waits for its answer any more.
    template <class Job, class Deliver>
    void write(QObject* receiver, Job job, Deliver deliver, lane::Turn turn = lane::Turn::InLine) const
    {
        m_lane->ask(receiver, [cabinet = m_cabinet, job = std::move(job)] { return job(*cabinet); },
                    [stop = m_stop.get_token(), deliver = std::move(deliver)](auto result) mutable {
                        if (!stop.stop_requested())
                            deliver(std::move(result));
                    },
                    turn);
    }

    /// The calendar sync's part of the cabinet; it keeps the cabinet alive.
    [[nodiscard]] std::shared_ptr<ports::CalendarLedger> calendarLedger() const { return {m_cabinet, &m_cabinet->calendarLedger()}; }
    /// The mail sender's part of the cabinet; it keeps the cabinet alive.
    [[nodiscard]] std::shared_ptr<ports::MailOutbox> mailOutbox() const { return {m_cabinet, &m_cabinet->mailOutbox()}; }
    /// The sync engine's part of the cabinet; it keeps the cabinet alive.
    [[nodiscard]] std::shared_ptr<ports::TopicLedger> ledger() const { return {m_cabinet, &m_cabinet->ledger()}; }

private:
    friend class Gatekeeper;
    CabinetHandle(const domain::TenantId& tenant, std::shared_ptr<ports::Cabinet> cabinet, lane::Lane& lane)
        : m_tenant(tenant), m_cabinet(std::move(cabinet)), m_lane(&lane)
    {
    }

    domain::TenantId m_tenant;
    std::shared_ptr<ports::Cabinet> m_cabinet;
    lane::Lane* m_lane;
    std::stop_source m_stop;
};

} // namespace vorzimmer::desk
