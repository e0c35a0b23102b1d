#pragma once

#include "vorzimmer/domain/appointment.h"
#include "vorzimmer/exchange/flaw.h"
#include "vorzimmer/exchange/tenant_file.h"
#include "vorzimmer/domain/user.h"
#include "vorzimmer/ports/number_plan.h"

#include <QHash>

namespace vorzimmer::exchange {

/// A past call, its note, or both.
struct PastCall {
    std::optional<domain::CallRecord> call;
    std::optional<domain::Note> note;
    domain::TopicState topic = domain::TopicState::Done;
};

/// A tenant file worked out: numbers read, keys resolved, moments fixed.
struct TenantContent {
    domain::TenantProfile profile;
    std::vector<domain::Person> people;
    std::vector<domain::Caller> callers;
    std::vector<PastCall> history; ///< oldest first
    std::vector<domain::AppointmentKind> kinds;
    std::vector<domain::Slot> openTimes;
    std::optional<domain::RuleSet> rules;
    std::vector<domain::ExpectedCall> expected;
    std::optional<std::vector<domain::KnowledgeEntry>> knowledge;
};

/// What a file is worked out with, and what has been worked out so far.
struct Workings {
    const TenantFile& file;
    domain::TenantId tenant;
    const ports::NumberPlan& numbers;
    QDateTime now;
    const std::vector<domain::User>& users;
    std::vector<Flaw> flaws;

    QTimeZone zone;
    QDate today; ///< of the import, in the tenant's zone
    TenantContent content;
    QHash<QString, size_t> personByKey;
    QHash<QString, size_t> callerByKey;

    void flaw(const QString& pointer, const QString& reason) { flaws.push_back({0, pointer, reason}); }
    /// The number that @p text means; empty with a flaw when it means none.
    domain::PhoneNumber number(const QString& text, const QString& pointer);
    /// The person of that key; nothing for an empty key, and with a flaw for an unknown one.
    const domain::Person* person(const QString& key, const QString& pointer);
    [[nodiscard]] QDateTime instant(const Moment& moment) const { return moment.instant(zone, today); }
};

/// Works the whole file out, or says everything that is wrong with it.
[[nodiscard]] Taken<TenantContent> workOut(const TenantFile& file, const domain::TenantId& tenant, const ports::NumberPlan& numbers,
                                           const QDateTime& now, const std::vector<domain::User>& users);

void workOutHistory(Workings& work);
void workOutSlots(Workings& work);
void workOutScreening(Workings& work);

} // namespace vorzimmer::exchange
