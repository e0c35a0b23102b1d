#pragma once

#include "vorzimmer/desk/office.h"
#include "vorzimmer/domain/user.h"

#include <QObject>

#include <functional>

namespace vorzimmer::desk {

/// Lets people in, and records who tried. Lives on the GUI thread.
class SignIn {
public:
    explicit SignIn(Office& office) : m_office(office) {}

    using Answer = std::function<void(const domain::Result<domain::User>&)>;
    /// Answers once on the GUI thread: the user, Refused for a wrong login or password, or the store's fault.
    void attempt(const QString& login, const QString& password, QObject* receiver, Answer answer);

private:
    Office& m_office;
};

} // namespace vorzimmer::desk
