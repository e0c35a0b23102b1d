#pragma once

#include "vorzimmer/desk/cabinet_handle.h"
#include "vorzimmer/desk/office.h"
#include "vorzimmer/domain/expected_call.h"
#include "vorzimmer/domain/person.h"
#include "vorzimmer/domain/rule.h"
#include "vorzimmer/domain/user.h"

#include <QObject>

#include <functional>
#include <optional>
#include <vector>

namespace vorzimmer::desk {

/// What is planned at one client's, as of one moment.
struct PlanPapers {
    domain::TenantProfile profile;
    std::vector<domain::Person> people; ///< in the tenant's order
    std::vector<domain::Caller> callers;
    domain::RuleSet rules; ///< absences and duties are theirs
    std::vector<domain::ExpectedCall> expected; ///< not told and still valid
};

/// Who is there at one client's, who will be away or on call, and who is expected to ring: entered by whoever hears of it, secretary,
/// supervisor or client. Everything is kept at once. Lives on the GUI thread.
class HousePlan : public QObject {
    Q_OBJECT

public:
    HousePlan(Office& office, CabinetHandle cabinet, domain::User user, QObject* parent = nullptr);

    /// Ends in changed() or failed().
    void reload();
    [[nodiscard]] bool isLoaded() const { return m_papers.has_value(); }
    [[nodiscard]] const PlanPapers& papers() const { return *m_papers; }
    [[nodiscard]] const domain::TenantId& tenant() const { return m_cabinet.tenant(); }
    [[nodiscard]] QDateTime nowUtc() const { return m_office.clock.nowUtc(); }
    /// The client's own time.
    [[nodiscard]] QDateTime localNow() const { return nowUtc().toTimeZone(m_papers->profile.entry.zone); }
    [[nodiscard]] QString display(const domain::PhoneNumber& number) const;
    [[nodiscard]] std::optional<domain::PhoneNumber> readNumber(const QString& text) const;

    void setPresence(const domain::PersonId& person, const domain::Presence& presence);
    /// Everybody is as it stands: confirmed now.
    void confirmAll();

    /// Absences and duties are part of the rules: each change is a new version, which @p change tells in words. Those that are past
    /// go with it.
    void add(const std::vector<domain::Absence>& absences, const QString& change);
    void add(const std::vector<domain::Duty>& duties, const QString& change);
    void remove(const domain::Absence& absence, const QString& change);
    void remove(const domain::Duty& duty, const QString& change);

    /// Id and author are given here.
    void expect(domain::ExpectedCall call);
    void withdraw(const domain::ExpectedCallId& id);

Q_SIGNALS:
    /// papers() are read afresh; after a change of one's own, too.
    void changed();
    /// Something of what the desk shows was changed here.
    void planChanged();
    void failed(const vorzimmer::domain::Error& error);

private:
    using Job = std::function<domain::Outcome(ports::Cabinet&)>;
    void change(Job job);
    void changeRules(std::function<void(domain::RuleSet&)> edit, const QString& change);
    void take(domain::Result<PlanPapers> papers);

    Office& m_office;
    CabinetHandle m_cabinet;
    domain::User m_user;
    std::optional<PlanPapers> m_papers;
};

} // namespace vorzimmer::desk
