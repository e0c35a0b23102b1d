#include "row_delegate.h"

#include "lamp.h"
#include "theme.h"
#include "vorzimmer/models/row_list_model.h"

#include <QAbstractItemView>
#include <QPainter>

#include <algorithm>

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

const models::Row& rowAt(const QModelIndex& index)
{
    return static_cast<const models::RowListModel*>(index.model())->row(index.row());
}

/// What a row's words are set in: as wide as without a scroll bar, which takes no more than the padding. One that comes or goes
/// changes no word.
int settingWidth(const QWidget* view)
{
    return static_cast<const QAbstractScrollArea*>(view)->maximumViewportSize().width();
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

void RowDelegate::setColumns(std::vector<RowColumn> columns)
{
    m_columns = std::move(columns);
    m_laid.clear();
}

void RowDelegate::rowsInserted(int first, int last)
{
    for (int position = first; position <= last && position < static_cast<int>(m_laid.size()); ++position)
        m_laid.emplace(m_laid.begin() + position);
}

void RowDelegate::rowsRemoved(int first, int last)
{
    const int end = std::min(last + 1, static_cast<int>(m_laid.size()));
    if (first < end)
        m_laid.erase(m_laid.begin() + first, m_laid.begin() + end);
}

RowDelegate::LaidRow RowDelegate::shape(const models::Row& row, const QWidget* view, LaidRow before) const
{
    LaidRow shaped;
    shaped.row = row;
    shaped.font = view->font();
    shaped.palette = view->palette().cacheKey();
    const bool sameLook = before.font == shaped.font && before.palette == shaped.palette;
    // Where seconds are counted, only they are set anew.
    const auto standsAlready = [&](size_t cell, size_t line) {
        return sameLook && cell < before.cells.size() && line < before.cells[cell].lines.size() &&
               before.row.cells[cell].lines[line] == row.cells[cell].lines[line];
    };
    for (size_t i = 0; i < row.cells.size() && i < m_columns.size(); ++i) {
        LaidCell cell;
        const Qt::Alignment side = m_columns[i].atEnd ? Qt::AlignTrailing : Qt::AlignLeading;
        for (size_t j = 0; j < row.cells[i].lines.size(); ++j) {
            const models::Line& line = row.cells[i].lines[j];
            if (standsAlready(i, j))
                cell.lines.push_back(std::move(before.cells[i].lines[j]));
            else
                cell.lines.emplace_back(piecesOf(line, view->font()), line.maxLines, QStyle::visualAlignment(view->layoutDirection(), side));
        }
        shaped.cells.push_back(std::move(cell));
    }
    return shaped;
}

void RowDelegate::lay(LaidRow& laid, int width, const QWidget* view) const
{
    const qreal lamp = laid.row.lamp == models::Lamp::None ? 0 : em(view, lampRoom);
    const QRectF inside =
        QRectF(0, 0, width, 0).adjusted(em(view, sidePadding) + lamp, em(view, topPadding), -em(view, sidePadding), -em(view, topPadding) - 1);
    const std::vector<qreal> columns = widths(laid.row, inside.width(), view);
    laid.width = width;
    laid.height = 0;
    qreal left = inside.left();
    for (size_t i = 0; i < laid.cells.size(); ++i) {
        qreal height = 0;
        for (ClampedText& line : laid.cells[i].lines) {
            line.setWidth(columns[i]);
            height += line.height();
        }
        laid.cells[i].box = QRectF(left, inside.top(), columns[i], height);
        left += columns[i] + em(view, columnGap);
        laid.height = qMax(laid.height, height);
    }
    laid.height += 2 * em(view, topPadding) + 1;
}

const RowDelegate::LaidRow& RowDelegate::laid(int position, const models::Row& row, int width, const QWidget* view) const
{
    const auto place = static_cast<size_t>(position);
    if (m_laid.size() <= place)
        m_laid.resize(place + 1);
    LaidRow& kept = m_laid[place];
    const bool fresh = kept.width >= 0 && kept.row == row && kept.font == view->font() && kept.palette == view->palette().cacheKey();
    if (!fresh)
        kept = shape(row, view, std::move(kept));
    if (!fresh || kept.width != width)
        lay(kept, width, view);
    return kept;
}

int RowDelegate::heightOf(int position, const models::Row& row, int width, const QWidget* view) const
{
    return qCeil(laid(position, row, width, view).height);
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    if (!view)
        return QStyledItemDelegate::sizeHint(option, index);
    return {view->viewport()->width(), heightOf(index.row(), rowAt(index), settingWidth(view), view)};
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
    const models::Row& row = rowAt(index);
    const QWidget* view = option.widget;
    painter->save();
    paintGround(painter, option, row);

    const LaidRow& set = laid(index.row(), row, settingWidth(view), view);
    for (const LaidCell& cell : set.cells) {
        const QRectF box = cell.box.translated(option.rect.topLeft());
        QPointF at = QStyle::visualRect(option.direction, option.rect, box.toAlignedRect()).topLeft();
        at.setY(box.top());
        for (const ClampedText& line : cell.lines) {
            line.draw(painter, at);
            at.ry() += line.height();
        }
    }
    const int size = em(view, lampSize);
    const int firstLine = set.cells.empty() || set.cells.front().lines.empty() ? size : qRound(set.cells.front().lines.front().height());
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
