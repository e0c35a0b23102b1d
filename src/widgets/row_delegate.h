#pragma once

#include "clamped_text.h"
#include "vorzimmer/models/row.h"

#include <QStyledItemDelegate>

#include <vector>

namespace vorzimmer::widgets {

/// How wide a column is: a share of what is left, a fixed number of ems, or what its words need.
struct RowColumn {
    enum class Kind { Share, Fixed, Fit };
    Kind kind = Kind::Share;
    double amount = 1; ///< weight, or ems; of no meaning for Fit
    bool atEnd = false; ///< words stand at the column's far end
};

/// Paints models::Row: lamp, columns of wrapped lines, a bar and ground for the row's mood, a ring around the current one.
class RowDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setColumns(std::vector<RowColumn> columns) { m_columns = std::move(columns); }
    /// The height of @p row in @p width.
    [[nodiscard]] int heightOf(const models::Row& row, int width, const QWidget* view) const;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    struct LaidCell {
        QRectF box;
        std::vector<ClampedText> lines;
    };
    struct LaidRow {
        std::vector<LaidCell> cells;
        qreal height = 0;
    };
    [[nodiscard]] LaidRow lay(const models::Row& row, const QRectF& rect, const QWidget* view) const;
    [[nodiscard]] std::vector<qreal> widths(const models::Row& row, qreal width, const QWidget* view) const;
    void paintGround(QPainter* painter, const QStyleOptionViewItem& option, const models::Row& row) const;

    std::vector<RowColumn> m_columns{RowColumn{}};
};

} // namespace vorzimmer::widgets
