#pragma once

#include "vorzimmer/desk/mail_setup.h"
#include "vorzimmer/models/row_list_model.h"

#include <QWidget>

#include <memory>

namespace vorzimmer::widgets {

namespace Ui {
class MailPage;
}

/// Where the supervisor enters what each house sends its e-mail by, sends a test mail, and says how messages are delivered. What is
/// typed as a password is never shown again, and forgotten here as soon as it is kept.
class MailPage : public QWidget {
    Q_OBJECT

public:
    /// @p setup must outlive the page.
    explicit MailPage(desk::MailSetup& setup, QWidget* parent = nullptr);
    ~MailPage() override;

    /// Steps out of a field or a question; false when there is nothing to step out of.
    bool stepBack();

Q_SIGNALS:
    void leaveRequested();

private:
    void connectPage();
    void connectSetup();
    void showTenants();
    void showTenant();
    void showDelivery();
    void takeUsualPort();
    void test();
    void save();
    void saveNotes();
    void tell(const QString& sentence, const char* look);
    void setBusy(const QString& sentence);
    void updateButtons();
    [[nodiscard]] ports::MailAccess entered() const;
    [[nodiscard]] const desk::MailConnection* chosen() const;

    desk::MailSetup& m_setup;
    std::unique_ptr<Ui::MailPage> m_ui;
    models::RowListModel m_tenantRows;
    domain::TenantId m_shown; ///< null = the bureau
    bool m_anyShown = false;
    bool m_busy = false;
};

} // namespace vorzimmer::widgets
