#include "sofia/authorities.h"

#include <QFile>

namespace vorzimmer::telephony::sofia {

namespace {

/// Where distributions keep the system's authorities: Debian, Fedora, SUSE.
QString systemAuthorities()
{
    for (const char* path : {"/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/ca-bundle.pem"}) {
        if (QFile::exists(QLatin1String(path)))
            return QLatin1String(path);
    }
    return {};
}

} // namespace

domain::Outcome furnishAuthorities(const QTemporaryDir& folder, const QString& file)
{
    const QString source = file.isEmpty() ? systemAuthorities() : file;
    if (source.isEmpty())
        return domain::failure(domain::Fault::NotFound,
                               QStringLiteral("the system has no certificate authorities; set sip-authorities to a file of them"));
    QFile authorities(source);
    if (!authorities.open(QIODevice::ReadOnly))
        return domain::failure(domain::Fault::NotFound,
                               QStringLiteral("the certificate authorities cannot be read: %1").arg(authorities.errorString()), source);
    if (!authorities.copy(folder.filePath(QStringLiteral("cafile.pem"))))
        return domain::failure(domain::Fault::StorageBroken, QStringLiteral("the certificate authorities cannot be copied: %1")
                                                                 .arg(authorities.errorString()));
    return {};
}

} // namespace vorzimmer::telephony::sofia
