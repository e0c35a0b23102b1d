#pragma once

#include "vorzimmer/models/desk_rows.h"
#include "vorzimmer/models/row_list_model.h"
#include "vorzimmer/ports/cabinet.h"

#include <QFrame>
#include <QTimeZone>

#include <memory>

namespace vorzimmer::widgets {

namespace Ui {
class HistoryPane;
}

/// The caller's last calls; a promised call-back that is still open stands out.
class HistoryPane : public QFrame {
    Q_OBJECT

public:
    HistoryPane(const std::vector<ports::HistoryEntry>& history, const QTimeZone& zone, const QDateTime& now, QWidget* parent = nullptr);
    ~HistoryPane() override;

    [[nodiscard]] int heightForWidth(int width) const override;

    void setHistory(const std::vector<ports::HistoryEntry>& history);

private:
    QTimeZone m_zone;
    QDateTime m_now;
    models::RowListModel m_rows;
    std::unique_ptr<Ui::HistoryPane> m_ui;
};

} // namespace vorzimmer::widgets
