#pragma once

#include "vorzimmer/domain/slot.h"
#include "vorzimmer/models/row_list_model.h"

#include <QFrame>
#include <QTimeZone>

#include <memory>

namespace vorzimmer::widgets {

namespace Ui {
class SlotsPane;
}

/// The appointment times that the client has released and that are still free, by day in the client's own time.
class SlotsPane : public QFrame {
    Q_OBJECT

public:
    SlotsPane(const std::vector<domain::Slot>& slots, const QTimeZone& zone, const QDateTime& now, QWidget* parent = nullptr);
    ~SlotsPane() override;

    [[nodiscard]] int heightForWidth(int width) const override;

private:
    models::RowListModel m_rows;
    std::unique_ptr<Ui::SlotsPane> m_ui;
};

} // namespace vorzimmer::widgets
