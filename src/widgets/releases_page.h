#pragma once

#include "vorzimmer/desk/appointment_desk.h"
#include "vorzimmer/models/appointment_wording.h"
#include "vorzimmer/models/row_list_model.h"

#include <QWidget>

#include <memory>

namespace vorzimmer::widgets {

namespace Ui {
class ReleasesPage;
}

/// What the client sets free for appointments: single times and series, by kinds that are kept here. The client's own page,
/// and a supervisor's on the client's behalf, which is written down.
class ReleasesPage : public QWidget {
    Q_OBJECT

public:
    /// @p client is for whom a supervisor releases; empty = the client itself does.
    ReleasesPage(std::shared_ptr<desk::AppointmentDesk> desk, const QTimeZone& zone, QString client,
                 QWidget* parent = nullptr);
    ~ReleasesPage() override;

    /// Steps out of the form; false when there is nothing to step out of.
    bool stepBack();
    void refresh() { m_desk->reload(); }
    [[nodiscard]] const domain::TenantId& tenant() const { return m_desk->tenant(); }

Q_SIGNALS:
    void leaveRequested();

private:
    void connectPage();
    void showAll();
    void showKind();
    void release();
    void keepKind();
    void withdraw();
    void tell(const QString& sentence, bool isWell);
    void updateButtons();
    [[nodiscard]] domain::AppointmentKind kind() const;
    [[nodiscard]] std::vector<QTime> times() const;

    std::shared_ptr<desk::AppointmentDesk> m_desk;
    QTimeZone m_zone;
    QString m_client;
    std::unique_ptr<Ui::ReleasesPage> m_ui;
    models::RowListModel m_releasedRows;
    models::RowListModel m_kindRows;
};

} // namespace vorzimmer::widgets
