#pragma once

#include <QStyledItemDelegate>

namespace vorzimmer::widgets {

/// Paints a note in two lines: who and when, what and the beginning of the text. New is bold with a dot and a word.
class ReviewDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace vorzimmer::widgets
