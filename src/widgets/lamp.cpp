#include "lamp.h"

#include <QPainter>
#include <QPainterPath>

namespace vorzimmer::widgets {

void drawLamp(QPainter* painter, const QRectF& box, models::Lamp lamp, const QColor& color)
{
    if (lamp == models::Lamp::None || lamp == models::Lamp::Dark)
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const qreal stroke = box.width() / 6;
    const QRectF ring = box.adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2);
    painter->setPen(QPen(color, stroke));
    painter->setBrush(Qt::NoBrush);
    switch (lamp) {
    case models::Lamp::None:
    case models::Lamp::Dark: break;
    case models::Lamp::On:
        painter->setBrush(color);
        painter->drawEllipse(ring);
        break;
    case models::Lamp::Half:
        painter->drawEllipse(ring);
        painter->setPen(Qt::NoPen);
        painter->setBrush(color);
        painter->drawPie(ring, 90 * 16, 180 * 16);
        break;
    case models::Lamp::Off: painter->drawEllipse(ring); break;
    case models::Lamp::Alarm: {
        QPainterPath triangle;
        triangle.moveTo(ring.center().x(), ring.top());
        triangle.lineTo(ring.bottomRight());
        triangle.lineTo(ring.bottomLeft());
        triangle.closeSubpath();
        painter->setBrush(color);
        painter->setPen(QPen(color, stroke, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->drawPath(triangle);
        break;
    }
    }
    painter->restore();
}

} // namespace vorzimmer::widgets
