#include "row_ground.h"

#include "theme.h"

#include <QPainter>

namespace vorzimmer::widgets {

void paintRowGround(QPainter* painter, const QStyleOptionViewItem& option)
{
    const Tokens& t = tokens();
    const QRect rect = option.rect;
    if (option.state & QStyle::State_Selected) {
        painter->fillRect(rect, t.accentSoft);
        const QRect bar(rect.left(), rect.top(), em(option.widget, 0.3), rect.height());
        painter->fillRect(QStyle::visualRect(option.direction, rect, bar), t.accent);
    } else if (option.state & QStyle::State_MouseOver) {
        painter->fillRect(rect, t.surfaceRaised);
    }
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), t.line);
}

void paintRowRing(QPainter* painter, const QStyleOptionViewItem& option)
{
    if (!(option.state & QStyle::State_HasFocus))
        return;
    painter->setPen(QPen(tokens().focus, 2));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -2), em(option.widget, 0.3), em(option.widget, 0.3));
}

} // namespace vorzimmer::widgets
