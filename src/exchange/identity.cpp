#include "identity.h"

namespace vorzimmer::exchange {

namespace {

/// This project's own name space; drawn once at random and never changed, or imports would double everything.
const QUuid nameSpace(0x6b1f2f0e, 0x52c4, 0x4d0b, 0x9a, 0x53, 0x0f, 0x1d, 0x7c, 0x8e, 0x36, 0xb5);

} // namespace

domain::TenantId derivedTenantId(const QString& key)
{
    return domain::TenantId(QUuid::createUuidV5(nameSpace, QStringLiteral("tenant/") + key));
}

domain::UserId derivedUserId(const QString& login)
{
    return domain::UserId(QUuid::createUuidV5(nameSpace, QStringLiteral("user/") + login.trimmed().toCaseFolded()));
}

QUuid derivedId(const domain::TenantId& tenant, const QString& kind, const QString& name)
{
    return QUuid::createUuidV5(tenant.uuid(), kind + u'/' + name);
}

domain::NoteId derivedNoteId(const domain::CallId& call)
{
    return domain::NoteId(QUuid::createUuidV5(call.uuid(), QStringLiteral("note")));
}

} // namespace vorzimmer::exchange
