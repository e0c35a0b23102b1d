#include "row_delegate.h"

#include "lamp.h"
#include "theme.h"
#include "vorzimmer/models/row_list_model.h"

#include <QAbstractItemView>
#include <QPainter>

namespace vorzimmer::widgets {

namespace {

constexpr double sidePadding = 0.9;
constexpr double topPadding = 0.34;
constexpr double columnGap = 0.9;
constexpr double lampSize = 0.72;
constexpr double lampRoom = 1.25;

std::vector<TextPiece> piecesOf(const models::Line& line, const QFont& font)
{
    std::vector<TextPiece> pieces;
    for (const models::Span& span : line.spans) {
        const bool strong = span.tone == models::Tone::Strong || span.tone == models::Tone::Danger || span.tone == models::Tone::Warn;
        QFont face(font);
        if (strong)
            face.setWeight(QFont::DemiBold);
        pieces.push_back({span.text, face, tokens().tone(span.tone)});
    }
    return pieces;
}

qreal naturalWidth(const models::Cell& cell, const QFont& font)
{
    qreal width = 0;
    for (const models::Line& line : cell.lines)
        width = qMax(width, ClampedText::naturalWidth(piecesOf(line, font)));
    return width + 1;
}

} // namespace

std::vector<qreal> RowDelegate::widths(const models::Row& row, qreal width, const QWidget* view) const
{
    std::vector<qreal> result(m_columns.size(), 0);
    double shares = 0;
    qreal left = width - em(view, columnGap) * static_cast<double>(m_columns.size() - 1);
    for (size_t i = 0; i < m_columns.size(); ++i) {
        const RowColumn& column = m_columns[i];
        if (column.kind == RowColumn::Kind::Share) {
            shares += column.amount;
            continue;
        }
        const bool fits = column.kind == RowColumn::Kind::Fit;
        result[i] = fits ? (i < row.cells.size() ? naturalWidth(row.cells[i], view->font()) : 0.0) : em(view, column.amount);
        left -= result[i];
    }
    for (size_t i = 0; i < m_columns.size(); ++i) {
        if (m_columns[i].kind == RowColumn::Kind::Share)
            result[i] = qMax(0.0, left * m_columns[i].amount / shares);
    }
    return result;
}

RowDelegate::LaidRow RowDelegate::lay(const models::Row& row, const QRectF& rect, const QWidget* view) const
{
    const qreal lamp = row.lamp == models::Lamp::None ? 0 : em(view, lampRoom);
    const QRectF inside = rect.adjusted(em(view, sidePadding) + lamp, em(view, topPadding), -em(view, sidePadding), -em(view, topPadding) - 1);
    const std::vector<qreal> columns = widths(row, inside.width(), view);
    LaidRow laid;
    qreal left = inside.left();
    for (size_t i = 0; i < row.cells.size() && i < columns.size(); ++i) {
        LaidCell cell;
        qreal height = 0;
        const Qt::Alignment side = m_columns[i].atEnd ? Qt::AlignTrailing : Qt::AlignLeading;
        const Qt::Alignment alignment = QStyle::visualAlignment(view->layoutDirection(), side);
        for (const models::Line& line : row.cells[i].lines) {
            cell.lines.emplace_back(piecesOf(line, view->font()), columns[i], line.maxLines, alignment);
            height += cell.lines.back().height();
        }
        cell.box = QRectF(left, inside.top(), columns[i], height);
        left += columns[i] + em(view, columnGap);
        laid.height = qMax(laid.height, height);
        laid.cells.push_back(std::move(cell));
    }
    laid.height += 2 * em(view, topPadding) + 1;
    return laid;
}

int RowDelegate::heightOf(const models::Row& row, int width, const QWidget* view) const
{
    return qCeil(lay(row, QRectF(0, 0, width, 0), view).height);
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    if (!view)
        return QStyledItemDelegate::sizeHint(option, index);
    const int width = view->viewport()->width();
    return {width, heightOf(index.data(models::RowListModel::RowRole).value<models::Row>(), width, view)};
}

void RowDelegate::paintGround(QPainter* painter, const QStyleOptionViewItem& option, const models::Row& row) const
{
    const Tokens& t = tokens();
    const QRect rect = option.rect;
    const bool waiting = row.mood == models::RowMood::Waiting;
    const bool active = row.mood == models::RowMood::Active;
    if (waiting || active) {
        painter->fillRect(rect, waiting ? t.warnSoft : t.accentSoft);
        const QRect bar(rect.left(), rect.top(), em(option.widget, 0.3), rect.height());
        painter->fillRect(QStyle::visualRect(option.direction, rect, bar), waiting ? t.warn : t.accent);
    } else if (option.state & QStyle::State_Selected) {
        painter->fillRect(rect, t.accentSoft);
    } else if (option.state & QStyle::State_MouseOver && row.id.isValid()) {
        painter->fillRect(rect, t.surfaceRaised);
    }
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), t.line);
}

void RowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto row = index.data(models::RowListModel::RowRole).value<models::Row>();
    const QWidget* view = option.widget;
    painter->save();
    paintGround(painter, option, row);

    const LaidRow laid = lay(row, option.rect, view);
    for (const LaidCell& cell : laid.cells) {
        QPointF at = QStyle::visualRect(option.direction, option.rect, cell.box.toAlignedRect()).topLeft();
        at.setY(cell.box.top());
        for (const ClampedText& line : cell.lines) {
            line.draw(painter, at);
            at.ry() += line.height();
        }
    }
    const int size = em(view, lampSize);
    const int firstLine = laid.cells.empty() || laid.cells.front().lines.empty() ? size : qRound(laid.cells.front().lines.front().height());
    const QRect lamp(option.rect.left() + em(view, sidePadding), option.rect.top() + em(view, topPadding) + (firstLine - size) / 2, size, size);
    drawLamp(painter, QStyle::visualRect(option.direction, option.rect, lamp), row.lamp, tokens().tone(row.lampTone));

    if (option.state & QStyle::State_HasFocus) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(tokens().focus, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -2), em(view, 0.3), em(view, 0.3));
    }
    painter->restore();
}

} // namespace vorzimmer::widgets
