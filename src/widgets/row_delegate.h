#pragma once

#include "clamped_text.h"
#include "vorzimmer/models/row.h"

#include <QStyledItemDelegate>

#include <deque>
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

    void setColumns(std::vector<RowColumn> columns);
    /// Rows came in or went before others, which keep what is shaped of them.
    void rowsInserted(int first, int last);
    void rowsRemoved(int first, int last);
    /// The height of @p row, which stands at @p position, in @p width.
    [[nodiscard]] int heightOf(int position, const models::Row& row, int width, const QWidget* view) const;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    struct LaidCell {
        QRectF box; ///< within the row
        std::vector<ClampedText> lines;
    };
    /// A row's words as they are set, and what that was made from.
    struct LaidRow {
        models::Row row;
        QFont font;
        qint64 palette = 0;
        int width = -1;
        std::vector<LaidCell> cells;
        qreal height = 0;
    };

    /// Setting words is what a screen costs most, so each row's are shaped once and kept with the list. Valid until the next
    /// call.
    [[nodiscard]] const LaidRow& laid(int position, const models::Row& row, int width, const QWidget* view) const;
    /// Takes over what stands in @p before as well.
    [[nodiscard]] LaidRow shape(const models::Row& row, const QWidget* view, LaidRow before) const;
    void lay(LaidRow& laid, int width, const QWidget* view) const;
    [[nodiscard]] std::vector<qreal> widths(const models::Row& row, qreal width, const QWidget* view) const;
    void paintGround(QPainter* painter, const QStyleOptionViewItem& option, const models::Row& row) const;

    mutable std::deque<LaidRow> m_laid; ///< by position
    std::vector<RowColumn> m_columns{RowColumn{}};
};

} // namespace vorzimmer::widgets
