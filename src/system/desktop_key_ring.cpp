#include "vorzimmer/system/desktop_key_ring.h"

#include "secret_service.h"

#include <QDir>

namespace vorzimmer::system {

using domain::failure;
using domain::Fault;

DesktopKeyRing::DesktopKeyRing(const QString& folder)
    : m_folder(QDir(folder).absolutePath()), m_file(FileKeyRing::pathIn(m_folder))
{
}

domain::Result<QByteArray> DesktopKeyRing::secret(const QString& name) const
{
    const SecretService ring(m_folder);
    auto filed = m_file.secret(name);
    if (filed) {
        // A secret that cannot be moved stays where it is, and is as good there.
        if (SecretService::state() == SecretService::State::Open && ring.keep(name, *filed))
            (void)m_file.forget(name);
        return filed;
    }
    if (filed.error().fault != Fault::NotFound)
        return filed;
    switch (SecretService::state()) {
    case SecretService::State::Absent: return filed;
    case SecretService::State::Locked:
        return failure(Fault::Locked, QStringLiteral("the desktop's key ring is locked: unlock it and start again"), name);
    case SecretService::State::Open: break;
    }
    return ring.secret(name);
}

domain::Outcome DesktopKeyRing::keep(const QString& name, const QByteArray& secret)
{
    if (SecretService::state() != SecretService::State::Open)
        return m_file.keep(name, secret);
    if (auto kept = SecretService(m_folder).keep(name, secret); !kept)
        return kept;
    return m_file.forget(name); // it would be taken for the newer one
}

} // namespace vorzimmer::system
