#pragma once

#include "vorzimmer/domain/result.h"

#include <QWidget>

#include <memory>

namespace vorzimmer::widgets {

namespace Ui {
class SignInPage;
}

/// Who is at this seat? One attempt at a time; a wrong password keeps the name.
class SignInPage : public QWidget {
    Q_OBJECT

public:
    /// In the demo @p demoPassword is told to everybody; otherwise it is empty.
    explicit SignInPage(const QString& demoPassword, QWidget* parent = nullptr);
    ~SignInPage() override;

    void setLogin(const QString& login);
    /// The attempt failed: says why and takes the next one.
    void showProblem(const domain::Error& error);

Q_SIGNALS:
    void signInRequested(const QString& login, const QString& password);

private:
    void request();

    std::unique_ptr<Ui::SignInPage> m_ui;
};

} // namespace vorzimmer::widgets
