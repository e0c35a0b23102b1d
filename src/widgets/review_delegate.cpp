#include "review_delegate.h"

#include "row_ground.h"
#include "theme.h"

#include "vorzimmer/models/review_model.h"

#include <QApplication>
#include <QPainter>

namespace vorzimmer::widgets {

using models::ReviewModel;

namespace {

/// Everything in ems of the item's font, so that it grows with the reader's text size.
struct Measures {
    explicit Measures(const QFontMetrics& metrics)
        : line(metrics.height()), gap(metrics.height() / 3), edge(metrics.height() * 2 / 3), dot(metrics.height() / 2)
    {
    }
    int line;
    int gap;
    int edge;
    int dot;
};

QString tail(const QModelIndex& index)
{
    QStringList marks;
    if (index.data(ReviewModel::UrgentRole).toBool())
        marks << ReviewDelegate::tr("urgent");
    if (index.data(ReviewModel::DoneRole).toBool())
        marks << ReviewDelegate::tr("done");
    else if (!index.data(ReviewModel::SeenRole).toBool())
        marks << ReviewDelegate::tr("new");
    if (const int comments = index.data(ReviewModel::CommentCountRole).toInt())
        marks << ReviewDelegate::tr("%n comment(s)", nullptr, comments);
    return marks.join(QStringLiteral(" · "));
}

void drawPair(QPainter* painter, const QRect& line, const QString& left, const QString& right, const QColor& rightColour)
{
    const int rightWidth = painter->fontMetrics().horizontalAdvance(right);
    const QRect leftRect = line.adjusted(0, 0, right.isEmpty() ? 0 : -rightWidth - line.height() / 2, 0);
    painter->drawText(leftRect, Qt::AlignVCenter | Qt::AlignLeading,
                      painter->fontMetrics().elidedText(left, Qt::ElideRight, leftRect.width()));
    const QPen pen = painter->pen();
    painter->setPen(rightColour);
    painter->drawText(line, Qt::AlignVCenter | Qt::AlignTrailing, right);
    painter->setPen(pen);
}

} // namespace

QSize ReviewDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    const Measures measures(option.fontMetrics);
    return {measures.line * 12, measures.line * 2 + measures.gap * 3};
}

void ReviewDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Tokens& t = tokens();
    const Measures measures(option.fontMetrics);
    // What is done needs no second look.
    const bool seen = index.data(ReviewModel::SeenRole).toBool() || index.data(ReviewModel::DoneRole).toBool();

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintRowGround(painter, option);
    if (!seen) {
        painter->setBrush(t.accent);
        painter->setPen(Qt::NoPen);
        const int y = option.rect.top() + measures.gap + (measures.line - measures.dot) / 2;
        painter->drawEllipse(option.rect.left() + measures.edge / 2, y, measures.dot, measures.dot);
    }
    QRect line(option.rect.left() + measures.edge * 2, option.rect.top() + measures.gap, option.rect.width() - measures.edge * 3, measures.line);
    painter->setPen(t.text);
    QFont font = option.font;
    font.setBold(!seen);
    painter->setFont(font);
    drawPair(painter, line, index.data(ReviewModel::WhoRole).toString(), index.data(ReviewModel::WhenRole).toString(), t.textMuted);

    line.translate(0, measures.line + measures.gap);
    painter->setFont(option.font);
    painter->setPen(t.textMuted);
    QStringList what{index.data(ReviewModel::WhatRole).toString(), index.data(ReviewModel::TextRole).toString()};
    what.removeAll(QString());
    drawPair(painter, line, what.join(QStringLiteral(" – ")), tail(index), t.textMuted);
    paintRowRing(painter, option);
    painter->restore();
}

} // namespace vorzimmer::widgets
