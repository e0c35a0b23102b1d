#include "vorzimmer/system/file_key_ring.h"

#include "vorzimmer/system/private_file.h"

#include <nlohmann/json.hpp>

#include <QFile>
#include <QFileInfo>
#include <QLockFile>

namespace vorzimmer::system {

using domain::failure;
using domain::Fault;
using nlohmann::json;

namespace {

constexpr auto formatName = "vorzimmer/credentials";
constexpr int lockPatienceMs = 2000;

constexpr QFileDevice::Permissions othersMayTouch = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup |
                                                    QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther;

/// The secrets by name; an object without entries when there is no file yet.
domain::Result<json> readSecrets(const QString& path)
{
    const QString fileName = QFileInfo(path).fileName();
    QFile file(path);
    if (!file.exists())
        return json::object();
    if (file.permissions() & othersMayTouch) {
        return failure(Fault::Refused,
                       QStringLiteral("other users of this computer may read or change this file of credentials, so it is not "
                                      "used; set its mode to 0600 (chmod 600) and replace the credentials it holds"),
                       fileName);
    }
    if (!file.open(QIODevice::ReadOnly))
        return failure(Fault::StorageBroken, QStringLiteral("cannot read the file: ") + file.errorString(), fileName);

    const json document = json::parse(file.readAll().toStdString(), nullptr, false);
    const bool sound = document.is_object() && document.value("format", json()) == formatName &&
                       document.value("version", json()) == 1 && document.contains("secrets") && document["secrets"].is_object();
    if (!sound)
        return failure(Fault::StorageBroken, QStringLiteral("this is not a file of credentials, or it is damaged"), fileName);
    return document["secrets"];
}

} // namespace

FileKeyRing::FileKeyRing(QString path) : m_path(std::move(path)) {}

domain::Result<QByteArray> FileKeyRing::secret(const QString& name) const
{
    const std::lock_guard lock(m_mutex);
    const auto secrets = readSecrets(m_path);
    if (!secrets)
        return failure(secrets.error());
    const auto found = secrets->find(name.toStdString());
    if (found == secrets->end())
        return failure(Fault::NotFound, QStringLiteral("nothing is kept under this name"), name);
    if (!found->is_string())
        return failure(Fault::StorageBroken, QStringLiteral("an entry of the credentials is damaged"), name);
    const auto decoded = QByteArray::fromBase64Encoding(QByteArray::fromStdString(found->get_ref<const std::string&>()),
                                                        QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return failure(Fault::StorageBroken, QStringLiteral("an entry of the credentials is damaged"), name);
    return *decoded;
}

domain::Outcome FileKeyRing::keep(const QString& name, const QByteArray& secret)
{
    return change(name, secret);
}

domain::Outcome FileKeyRing::forget(const QString& name)
{
    if (!QFileInfo::exists(m_path))
        return {};
    return change(name, std::nullopt);
}

domain::Outcome FileKeyRing::change(const QString& name, const std::optional<QByteArray>& secret)
{
    const std::lock_guard lock(m_mutex);
    QLockFile otherProcesses(m_path + QStringLiteral(".lock"));
    if (!otherProcesses.tryLock(lockPatienceMs))
        return failure(Fault::Busy, QStringLiteral("another program is changing the credentials"), QFileInfo(m_path).fileName());
    auto secrets = readSecrets(m_path);
    if (!secrets)
        return failure(secrets.error());
    if (secret)
        (*secrets)[name.toStdString()] = secret->toBase64().toStdString();
    else if (secrets->erase(name.toStdString()) == 0)
        return {};
    const json document = {{"format", formatName}, {"version", 1}, {"secrets", *secrets}};
    // A name with half a character in it must not throw.
    const std::string text = document.dump(2, ' ', false, json::error_handler_t::replace);
    return writePrivateFile(m_path, QByteArray::fromStdString(text) + '\n');
}

} // namespace vorzimmer::system
