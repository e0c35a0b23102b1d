#pragma once

#include "vorzimmer/desk/cabinet_handle.h"
#include "vorzimmer/desk/office.h"
#include "vorzimmer/domain/user.h"
#include "vorzimmer/ports/cabinet_room.h"

#include <QHash>

#include <functional>

namespace vorzimmer::desk {

/// Why somebody wants a cabinet.
class Occasion {
public:
    enum class Kind { Call, UnfinishedNote, Visit, Review, Sync };

    /// A call to this tenant that is at this seat now.
    [[nodiscard]] static Occasion call(const domain::CallId& call) { return {Kind::Call, call, {}}; }
    /// A note of one's own that was begun and not finished.
    [[nodiscard]] static Occasion unfinishedNote(const domain::CallId& call) { return {Kind::UnfinishedNote, call, {}}; }
    /// A supervisor's look without a call; @p reason in her own words.
    [[nodiscard]] static Occasion visit(const QString& reason) { return {Kind::Visit, {}, reason.trimmed()}; }
    /// The client reads its own notes.
    [[nodiscard]] static Occasion review() { return {Kind::Review, {}, {}}; }
    /// The shared list is kept equal in the background; nothing is shown.
    [[nodiscard]] static Occasion sync() { return {Kind::Sync, {}, {}}; }

    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] const domain::CallId& callId() const { return m_call; }
    [[nodiscard]] const QString& reason() const { return m_reason; }

private:
    Occasion(Kind kind, const domain::CallId& call, QString reason) : m_kind(kind), m_call(call), m_reason(std::move(reason)) {}

    Kind m_kind;
    domain::CallId m_call;
    QString m_reason;
};

/// The only one who opens a cabinet: checks role, assignment, wall and occasion, writes the audit row, hands out the
/// handle. Lives on the GUI thread; the checks run on the store lane.
class Gatekeeper {
public:
    /// @p room is used on the store lane only.
    Gatekeeper(Office& office, ports::CabinetRoom& room, domain::User user);

    [[nodiscard]] const domain::User& user() const { return m_user; }

    using Answer = std::function<void(domain::Result<CabinetHandle>)>;
    /// Answers once on the GUI thread, unless @p receiver is gone by then: a handle, Refused with why, or the store's fault.
    void open(const domain::TenantId& tenant, const Occasion& occasion, QObject* receiver, Answer answer);

    /// Reception says which calls are at this seat, and for whom; no other call is an occasion.
    void callArrived(const domain::CallId& call, const domain::TenantId& tenant) { m_calls.insert(call, tenant); }
    void callLeft(const domain::CallId& call) { m_calls.remove(call); }

private:
    /// Nothing, or why this occasion does not fit the user's role.
    [[nodiscard]] QString objection(const domain::TenantId& tenant, const Occasion& occasion) const;

    Office& m_office;
    ports::CabinetRoom& m_room;
    domain::User m_user;
    QHash<domain::CallId, domain::TenantId> m_calls;
};

} // namespace vorzimmer::desk
