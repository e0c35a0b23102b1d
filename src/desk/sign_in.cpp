#include "vorzimmer/desk/sign_in.h"

namespace vorzimmer::desk {

void SignIn::attempt(const QString& login, const QString& password, QObject* receiver, Answer answer)
{
    auto job = [&office = m_office, login, password]() -> domain::Result<domain::User> {
        auto user = office.directory.authenticate(login, password);
        ports::AuditRow row;
        row.at = office.clock.nowUtc();
        row.event = user ? QStringLiteral("signed-in") : QStringLiteral("sign-in-failed");
        if (user)
            row.user = user->id;
        if (const auto written = office.directory.audit(row); !written)
            return domain::failure(written.error());
        return user;
    };
    m_office.storeLane.ask(receiver, std::move(job), std::move(answer));
}

} // namespace vorzimmer::desk
