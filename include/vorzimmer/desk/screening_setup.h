#pragma once

#include "vorzimmer/desk/cabinet_handle.h"
#include "vorzimmer/desk/office.h"
#include "vorzimmer/domain/hours_text.h"
#include "vorzimmer/domain/rule_check.h"
#include "vorzimmer/domain/screening.h"
#include "vorzimmer/domain/user.h"

#include <QObject>

#include <optional>
#include <vector>

namespace vorzimmer::desk {

/// A call that other rules would have decided otherwise.
struct ReplayDifference {
    domain::CallRecord call;
    QString caller; ///< name; empty = unknown
    domain::Recommendation before;
    domain::Recommendation after;
};

struct Replay {
    int calls = 0; ///< how many were decided anew
    std::vector<ReplayDifference> differences; ///< newest first
};

/// A supervisor changes one client's opening hours and rules: tries them out, plays past calls against them, and saves them as a
/// new version. Nothing counts before it is saved. Lives on the GUI thread.
class ScreeningSetup : public QObject {
    Q_OBJECT

public:
    ScreeningSetup(Office& office, CabinetHandle cabinet, domain::User user, QObject* parent = nullptr);

    /// Ends in loaded() or failed().
    void load();
    [[nodiscard]] bool isLoaded() const { return m_profile.has_value(); }

    [[nodiscard]] const domain::TenantProfile& profile() const { return *m_profile; }
    [[nodiscard]] const std::vector<domain::Person>& people() const { return m_people; }
    [[nodiscard]] const std::vector<domain::Caller>& callers() const { return m_callers; }
    /// As they would be saved.
    [[nodiscard]] const domain::RuleSet& rules() const { return m_rules; }
    [[nodiscard]] const domain::OpeningHours& hours() const { return m_hours; }
    [[nodiscard]] bool isChanged() const;

    /// The hours that @p text means take effect here; a mistake changes nothing.
    [[nodiscard]] std::optional<domain::HoursMistake> setHours(const QString& text);
    void setHolidayRegion(const QString& code);
    /// Moves the rule up (-1) or down (+1); false at the end of the list.
    bool move(size_t rule, int by);
    void setEnabled(size_t rule, bool enabled);
    /// A rule with an id of its own that says nothing yet; add() takes it.
    [[nodiscard]] domain::Rule freshRule() const;
    /// Before @p place, so that it comes first among equals.
    void add(const domain::Rule& rule, size_t place);
    /// Replaces what the rule says; its id, its end and whether it is switched on stay.
    void change(size_t rule, const domain::Rule& said);
    void remove(size_t rule);
    /// Ends with that day in the client's zone; an invalid day takes the end away.
    void setLastDay(size_t rule, QDate day);
    [[nodiscard]] QDate lastDay(const domain::Rule& rule) const;
    [[nodiscard]] std::vector<domain::RuleFinding> findings() const;

    /// The client's own time.
    [[nodiscard]] QDateTime localNow() const { return m_office.clock.nowUtc().toTimeZone(m_profile->entry.zone); }
    /// What would be advised if @p relation (or a caller on file) rang at @p local, about @p concern, everybody being there.
    [[nodiscard]] domain::Decision tryOut(domain::Relation relation, const QString& concern, const QDateTime& local) const;
    /// Decides the last calls anew; ends in replayed() or failed().
    void replay();
    static constexpr int replayedCalls = 1'000;

    /// Refused while a grave finding stands. Ends in saved() or failed(); a Conflict when somebody saved meanwhile.
    void save(const QString& change);

Q_SIGNALS:
    void loaded();
    void changed();
    void replayed(const vorzimmer::desk::Replay& replay);
    void saved(int version);
    void failed(const vorzimmer::domain::Error& error);

private:
    Office& m_office;
    CabinetHandle m_cabinet;
    domain::User m_user;
    std::optional<domain::TenantProfile> m_profile;
    std::vector<domain::Person> m_people;
    std::vector<domain::Caller> m_callers;
    domain::RuleSet m_saved;
    domain::RuleSet m_rules;
    domain::OpeningHours m_hours;
};

} // namespace vorzimmer::desk
