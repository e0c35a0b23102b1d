#pragma once

#include <QStyledItemDelegate>

namespace vorzimmer::widgets {

/// Paints a topic in two lines: state and title, due date; person and text, marks of icon and word. A heading is one line.
/// Every topic is as high as every other, so that long lists are laid out without reading them.
class TopicDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintHeading(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintTopic(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
};

} // namespace vorzimmer::widgets
