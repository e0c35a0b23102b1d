#pragma once

#include <QStyleOptionViewItem>

class QPainter;

namespace vorzimmer::widgets {

/// What lies under a list's row: tint and bar of the chosen one, tint of the one under the pointer, the line below.
void paintRowGround(QPainter* painter, const QStyleOptionViewItem& option);

/// Around the row that the keyboard is on.
void paintRowRing(QPainter* painter, const QStyleOptionViewItem& option);

} // namespace vorzimmer::widgets
