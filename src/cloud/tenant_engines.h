#pragma once

#include "cloud_thread.h"

#include "vorzimmer/domain/tenant.h"
#include "vorzimmer/lane/lane.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <map>
#include <memory>
#include <utility>

namespace vorzimmer::cloud {

/// One Engine for each open tenant, and a Trial of each place that somebody tries out, all on a cloud thread of their own. Made, asked
/// and destroyed on one thread, the home of whoever has it; destroying it ends everything, and nothing comes home after that.
template <class Engine, class Trial>
class TenantEngines {
public:
    /// Runs a job at home, unless the opening it is news of is over by then.
    using Home = std::function<void(std::function<void()>)>;

    TenantEngines() = default;
    ~TenantEngines()
    {
        m_thread.post([this] {
            m_engines.clear();
            m_trials.clear();
        });
    }
    TenantEngines(const TenantEngines&) = delete;
    TenantEngines& operator=(const TenantEngines&) = delete;

    /// @p make gets the Home of this opening, on the cloud thread, and returns the engine, which is started then. The tenant's last one
    /// is gone before: there are never two on one store.
    template <class Make>
    void open(const domain::TenantId& tenant, Make make)
    {
        const quint64 opening = ++m_openings;
        m_open[tenant] = opening;
        m_thread.post([this, tenant, opening, make = std::move(make)]() mutable {
            m_engines.erase(tenant);
            std::unique_ptr<Engine> engine = make(homeOf(tenant, opening));
            engine->start();
            m_engines.emplace(tenant, std::move(engine));
        });
    }

    void close(const domain::TenantId& tenant)
    {
        m_open.erase(tenant);
        m_thread.post([this, tenant] { m_engines.erase(tenant); });
    }

    /// Nothing for a tenant that is not open.
    void wish(const domain::TenantId& tenant, void (Engine::*what)())
    {
        m_thread.post([this, tenant, what] {
            if (const auto found = m_engines.find(tenant); found != m_engines.end())
                (found->second.get()->*what)();
        });
    }

    /// Runs @p tryOut on the cloud thread with a function to tell what came of it, once; @p answer gets that at home, unless
    /// @p receiver is gone by then.
    template <class Report, class TryOut>
    void ask(QObject* receiver, std::function<void(const Report&)> answer, TryOut tryOut)
    {
        auto parcel = std::make_shared<Report>();
        const quint64 ticket = m_home->expect([parcel, guard = QPointer<QObject>(receiver), answer = std::move(answer)] {
            if (guard)
                answer(*parcel);
        });
        m_thread.post([tryOut = std::move(tryOut), parcel = std::move(parcel), ticket, home = m_home]() mutable {
            tryOut([parcel = std::move(parcel), ticket, home](const Report& report) mutable {
                *parcel = report;
                parcel.reset();
                home->arrived(ticket);
            });
        });
    }

    /// On the cloud thread: keeps what is tried out. The second is to be called when that is over; it may be by the trial itself.
    [[nodiscard]] std::pair<Trial&, std::function<void()>> keep(Trial trial)
    {
        const quint64 number = ++m_lastTrial;
        Trial& kept = m_trials.emplace(number, std::move(trial)).first->second;
        return {kept, [this, number] { m_thread.post([this, number] { m_trials.erase(number); }); }};
    }

private:
    Home homeOf(const domain::TenantId& tenant, quint64 opening)
    {
        return [this, alive = std::weak_ptr<bool>(m_alive), tenant, opening](std::function<void()> tell) {
            m_home->drop([this, alive, tenant, opening, tell = std::move(tell)] {
                if (alive.expired())
                    return;
                const auto found = m_open.find(tenant);
                if (found != m_open.end() && found->second == opening)
                    tell();
            });
        };
    }

    quint64 m_openings = 0;
    std::map<domain::TenantId, quint64> m_open; ///< news of any other opening come late and are dropped
    std::map<domain::TenantId, std::unique_ptr<Engine>> m_engines; ///< touched on the cloud thread only
    std::map<quint64, Trial> m_trials;                             ///< likewise
    quint64 m_lastTrial = 0;                                       ///< likewise
    const std::shared_ptr<lane::LetterBox> m_home = lane::LetterBox::ofThisThread();
    const std::shared_ptr<bool> m_alive = std::make_shared<bool>(true); ///< news still on their way watch it
    CloudThread m_thread;                                               ///< last: it ends before anything that it uses
};

} // namespace vorzimmer::cloud
