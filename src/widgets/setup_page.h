#pragma once

#include "vorzimmer/desk/list_setup.h"
#include "vorzimmer/models/row_list_model.h"

#include <QWidget>

#include <memory>

namespace vorzimmer::widgets {

namespace Ui {
class SetupPage;
}

/// Where the supervisor connects each client's shared list, tries it out first, and takes it off again. What is typed as a
/// secret is never shown again, and forgotten here as soon as it is kept.
class SetupPage : public QWidget {
    Q_OBJECT

public:
    /// @p setup must outlive the page.
    explicit SetupPage(desk::ListSetup& setup, QWidget* parent = nullptr);
    ~SetupPage() override;

    /// Steps out of a field or a question; false when there is nothing to step out of.
    bool stepBack();

Q_SIGNALS:
    void leaveRequested();

private:
    void connectForm();
    void connectSetup();
    void showTenants();
    void showTenant();
    void showKind();
    void setBusy(const QString& sentence);
    void showResult(const QString& sentence, const char* look);
    void showReport(const ports::BoardReport& report, const QString& before);
    void clearResult();
    void askToDisconnect();
    void closeQuestion();
    void start(void (desk::ListSetup::*wish)(const domain::TenantId&, const desk::ListDraft&), const QString& sentence);
    void updateButtons();
    [[nodiscard]] const ports::ListConnection* chosen() const;
    [[nodiscard]] ports::BoardKind kind() const;
    /// Whether the answer is for what is on the screen.
    [[nodiscard]] bool isShown(const domain::TenantId& tenant) const { return tenant == m_shown; }

    desk::ListSetup& m_setup;
    std::unique_ptr<Ui::SetupPage> m_ui;
    models::RowListModel m_tenantRows;
    models::RowListModel m_abilityRows;
    domain::TenantId m_shown;
    bool m_busy = false;
};

} // namespace vorzimmer::widgets
