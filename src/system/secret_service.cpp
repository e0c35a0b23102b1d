#include "secret_service.h"

#include <libsecret/secret.h>

#include <QFileInfo>

#include <memory>

namespace vorzimmer::system {

using domain::failure;
using domain::Fault;

namespace {

struct Unref {
    void operator()(gpointer object) const { g_object_unref(object); }
};
struct FreePassword {
    void operator()(gchar* password) const { secret_password_free(password); }
};

/// What a call of libsecret has to complain of.
class Complaint {
public:
    ~Complaint() { g_clear_error(&m_error); }
    Complaint() = default;
    Complaint(const Complaint&) = delete;
    Complaint& operator=(const Complaint&) = delete;

    [[nodiscard]] GError** place() { return &m_error; }
    [[nodiscard]] explicit operator bool() const { return m_error != nullptr; }
    [[nodiscard]] QString text() const { return QString::fromUtf8(m_error->message); }

private:
    GError* m_error = nullptr;
};

const SecretSchema& schema()
{
    static const SecretSchema ours = [] {
        SecretSchema made{};
        made.name = "org.vorzimmer.Credentials";
        made.attributes[0] = {"folder", SECRET_SCHEMA_ATTRIBUTE_STRING};
        made.attributes[1] = {"name", SECRET_SCHEMA_ATTRIBUTE_STRING};
        return made;
    }();
    return ours;
}

/// Without a session GLib would start a bus of its own.
bool hasSession()
{
    return qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS") ||
           QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/bus"));
}

} // namespace

SecretService::State SecretService::state()
{
    if (!hasSession())
        return State::Absent;
    const std::unique_ptr<::SecretService, Unref> service(secret_service_get_sync(SECRET_SERVICE_NONE, nullptr, nullptr));
    if (!service)
        return State::Absent;
    const std::unique_ptr<SecretCollection, Unref> usual(secret_collection_for_alias_sync(
        service.get(), SECRET_COLLECTION_DEFAULT, SECRET_COLLECTION_NONE, nullptr, nullptr));
    if (!usual)
        return State::Absent;
    return secret_collection_get_locked(usual.get()) ? State::Locked : State::Open;
}

domain::Result<QByteArray> SecretService::secret(const QString& name) const
{
    Complaint complaint;
    const std::unique_ptr<gchar, FreePassword> found(secret_password_lookup_sync(
        &schema(), nullptr, complaint.place(), "folder", m_folder.toUtf8().constData(), "name", name.toUtf8().constData(), nullptr));
    if (complaint)
        return failure(Fault::StorageBroken, QStringLiteral("the desktop's key ring: ") + complaint.text(), name);
    if (!found)
        return failure(Fault::NotFound, QStringLiteral("nothing is kept under this name"), name);
    return QByteArray::fromBase64(found.get());
}

domain::Outcome SecretService::keep(const QString& name, const QByteArray& secret) const
{
    Complaint complaint;
    const QByteArray label = QStringLiteral("Vorzimmer: %1").arg(name).toUtf8();
    const bool kept = secret_password_store_sync(&schema(), SECRET_COLLECTION_DEFAULT, label.constData(), secret.toBase64().constData(),
                                                 nullptr, complaint.place(), "folder", m_folder.toUtf8().constData(), "name",
                                                 name.toUtf8().constData(), nullptr);
    if (!kept)
        return failure(Fault::StorageBroken,
                       QStringLiteral("the desktop's key ring: ") + (complaint ? complaint.text() : QStringLiteral("refused")), name);
    return {};
}

} // namespace vorzimmer::system
