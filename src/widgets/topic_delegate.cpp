#include "topic_delegate.h"

#include "lamp.h"
#include "row_ground.h"
#include "theme.h"

#include "vorzimmer/models/topic_model.h"
#include "vorzimmer/models/topic_wording.h"

#include <QPainter>

namespace vorzimmer::widgets {

using models::TopicModel;

namespace {

/// Everything in ems of the item's font, so that it grows with the reader's text size.
struct Measures {
    explicit Measures(const QFontMetrics& metrics)
        : line(metrics.height()), gap(metrics.height() / 3), edge(metrics.height() * 2 / 3), lamp(metrics.height() * 3 / 5)
    {
    }
    int line;
    int gap;
    int edge;
    int lamp;
};

/// Draws from the far end of @p line inwards and takes what it needed off it.
void drawMarks(QPainter* painter, QRect& line, const std::vector<models::TopicMark>& marks, Qt::LayoutDirection direction, const QRect& row)
{
    const int icon = line.height() * 4 / 5;
    const int space = line.height() / 2;
    for (auto mark = marks.rbegin(); mark != marks.rend(); ++mark) {
        const int words = painter->fontMetrics().horizontalAdvance(mark->text);
        const int needed = icon + space / 3 + words;
        if (needed + space > line.width() * 3 / 4)
            return;
        const QRect box(line.right() - needed, line.top(), needed, line.height());
        const QRect picture(box.left(), box.top() + (box.height() - icon) / 2, icon, icon);
        themedIcon(mark->icon, mark->tone).paint(painter, QStyle::visualRect(direction, row, picture));
        painter->setPen(tokens().tone(mark->tone));
        painter->drawText(QStyle::visualRect(direction, row, box.adjusted(icon + space / 3, 0, 1, 0)), Qt::AlignVCenter | Qt::AlignLeading,
                          mark->text);
        line.setRight(box.left() - space);
    }
}

} // namespace

QSize TopicDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Measures measures(option.fontMetrics);
    const bool heading = index.data(TopicModel::IsHeadingRole).toBool();
    return {measures.line * 12, heading ? measures.line + measures.gap * 2 : measures.line * 2 + measures.gap * 3};
}

void TopicDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(option.font);
    if (index.data(TopicModel::IsHeadingRole).toBool())
        paintHeading(painter, option, index);
    else
        paintTopic(painter, option, index);
    painter->restore();
}

void TopicDelegate::paintHeading(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Measures measures(option.fontMetrics);
    painter->fillRect(option.rect, tokens().surfaceRaised);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), tokens().line);
    painter->setFont(scaledFont(option.font, 0.88, QFont::DemiBold));
    painter->setPen(tokens().textMuted);
    const QRect words = option.rect.adjusted(measures.edge, 0, -measures.edge, 0);
    painter->drawText(words, Qt::AlignVCenter | Qt::AlignLeading,
                      painter->fontMetrics().elidedText(index.data(TopicModel::TitleRole).toString().toUpper(), Qt::ElideRight, words.width()));
}

void TopicDelegate::paintTopic(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Tokens& t = tokens();
    const Measures measures(option.fontMetrics);
    const QRect row = option.rect;
    paintRowGround(painter, option);
    const auto state = static_cast<domain::TopicState>(index.data(TopicModel::StateRole).toInt());
    const bool done = state == domain::TopicState::Done;
    const QRect lamp(row.left() + measures.edge, row.top() + measures.gap + (measures.line - measures.lamp) / 2, measures.lamp, measures.lamp);
    drawLamp(painter, QStyle::visualRect(option.direction, row, lamp), models::TopicWording::stateLamp(state),
             t.tone(models::TopicWording::stateTone(state)));

    QRect line(lamp.right() + measures.edge, row.top() + measures.gap, 0, measures.line);
    line.setRight(row.right() - measures.edge);
    QRect second = line.translated(0, measures.line + measures.gap);
    const QString due = index.data(TopicModel::DueRole).toString();
    if (!due.isEmpty()) {
        const int needed = painter->fontMetrics().horizontalAdvance(due);
        const QRect box(line.right() - needed, line.top(), needed + 1, line.height());
        painter->setPen(t.tone(static_cast<models::Tone>(index.data(TopicModel::DueToneRole).toInt())));
        painter->drawText(QStyle::visualRect(option.direction, row, box), Qt::AlignVCenter | Qt::AlignLeading, due);
        line.setRight(box.left() - measures.edge);
    }
    painter->setFont(scaledFont(option.font, 1, done ? QFont::Normal : QFont::DemiBold));
    painter->setPen(done ? t.textMuted : t.text);
    painter->drawText(QStyle::visualRect(option.direction, row, line), Qt::AlignVCenter | Qt::AlignLeading,
                      painter->fontMetrics().elidedText(index.data(TopicModel::TitleRole).toString(), Qt::ElideRight, line.width()));

    painter->setFont(scaledFont(option.font, 0.92));
    drawMarks(painter, second, index.data(TopicModel::MarksRole).value<std::vector<models::TopicMark>>(), option.direction, row);
    painter->setPen(t.textMuted);
    painter->drawText(QStyle::visualRect(option.direction, row, second), Qt::AlignVCenter | Qt::AlignLeading,
                      painter->fontMetrics().elidedText(index.data(TopicModel::DetailRole).toString(), Qt::ElideRight, second.width()));
    paintRowRing(painter, option);
}

} // namespace vorzimmer::widgets
