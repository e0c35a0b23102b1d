#pragma once

#include "vorzimmer/models/row.h"

#include <QColor>
#include <QRectF>

class QPainter;

namespace vorzimmer::widgets {

/// Draws a lamp into @p box (a square): disc, half disc, ring or triangle, so that the shape alone tells the state.
void drawLamp(QPainter* painter, const QRectF& box, models::Lamp lamp, const QColor& color);

} // namespace vorzimmer::widgets
