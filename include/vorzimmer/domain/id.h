#pragma once

#include <QHashFunctions>
#include <QString>
#include <QUuid>

#include <compare>

namespace vorzimmer::domain {

/// A UUID that knows what it names: a CallerId never compares with, or passes for, a NoteId.
template <class Tag>
class Id {
public:
    Id() = default;
    explicit Id(const QUuid& uuid) : m_uuid(uuid) {}

    /// Null id when @p text is not a UUID; check with isNull().
    [[nodiscard]] static Id parse(QStringView text) { return Id(QUuid::fromString(text)); }

    [[nodiscard]] bool isNull() const { return m_uuid.isNull(); }
    [[nodiscard]] const QUuid& uuid() const { return m_uuid; }
    [[nodiscard]] QString text() const { return isNull() ? QString() : m_uuid.toString(QUuid::WithoutBraces); }

    friend bool operator==(const Id& a, const Id& b) { return a.m_uuid == b.m_uuid; }
    friend bool operator<(const Id& a, const Id& b) { return a.m_uuid < b.m_uuid; }
    friend size_t qHash(const Id& id, size_t seed = 0) { return ::qHash(id.m_uuid, seed); }

private:
    QUuid m_uuid;
};

using TenantId = Id<struct TenantTag>;
using PersonId = Id<struct PersonTag>;
using CallerId = Id<struct CallerTag>;
using CallId = Id<struct CallTag>;
using SlotId = Id<struct SlotTag>;
using NoteId = Id<struct NoteTag>;
using TopicId = Id<struct TopicTag>;
using CommentId = Id<struct CommentTag>;
using UserId = Id<struct UserTag>;
using LineId = Id<struct LineTag>;
using OperationId = Id<struct OperationTag>;

} // namespace vorzimmer::domain
