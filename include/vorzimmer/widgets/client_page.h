#pragma once

#include "vorzimmer/desk/list_keeper.h"
#include "vorzimmer/desk/review.h"
#include "vorzimmer/domain/tenant.h"

#include <QTimer>
#include <QWidget>

#include <memory>

namespace vorzimmer::widgets {

class StatusLine;
class TenantStrip;

/// The client's window: its own strip, its own notes, its own status. Nothing else of the bureau is behind it.
class ClientPage : public QWidget {
    Q_OBJECT

public:
    /// @p office and @p lists must outlive the page.
    ClientPage(desk::Office& office, desk::ListKeeper& lists, std::unique_ptr<desk::Review> review, const domain::TenantProfile& profile,
               const QString& userName, QWidget* parent = nullptr);

private:
    desk::Office& m_office;
    TenantStrip* m_strip;
    StatusLine* m_status;
    QTimer m_clock;
};

} // namespace vorzimmer::widgets
