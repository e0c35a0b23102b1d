#pragma once

#include "vorzimmer/desk/calendar_setup.h"
#include "vorzimmer/models/row_list_model.h"

#include <QWidget>

#include <memory>

namespace vorzimmer::widgets {

namespace Ui {
class CalendarsPage;
}

/// Where the supervisor connects each client's calendars, tries them out first, and takes them off again. What is typed as a
/// password is never shown again, and forgotten here as soon as it is kept.
class CalendarsPage : public QWidget {
    Q_OBJECT

public:
    /// @p setup must outlive the page.
    explicit CalendarsPage(desk::CalendarSetup& setup, QWidget* parent = nullptr);
    ~CalendarsPage() override;

    /// Steps out of a field or a question; false when there is nothing to step out of.
    bool stepBack();

Q_SIGNALS:
    void leaveRequested();

private:
    void connectPage();
    void showTenants();
    void showTenant();
    void showReport(const ports::CalendarReport& report, const QString& before);
    void start(void (desk::CalendarSetup::*wish)(const domain::TenantId&, const desk::CalendarDraft&),
               const QString& sentence);
    void tell(const QString& sentence, const char* look);
    void updateButtons();
    [[nodiscard]] const desk::CalendarConnection* chosen() const;

    desk::CalendarSetup& m_setup;
    std::unique_ptr<Ui::CalendarsPage> m_ui;
    models::RowListModel m_tenantRows;
    domain::TenantId m_shown;
    bool m_busy = false;
};

} // namespace vorzimmer::widgets
