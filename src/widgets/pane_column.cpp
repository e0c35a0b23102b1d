#include "pane_column.h"

#include <QEvent>

#include <numeric>

namespace vorzimmer::widgets {

PaneColumn::PaneColumn(QWidget* parent) : QSplitter(Qt::Vertical, parent)
{
    setChildrenCollapsible(false);
    connect(this, &QSplitter::splitterMoved, this, [this] { m_drawnByUser = true; });
}

QByteArray PaneColumn::drawnState() const
{
    return m_drawnByUser ? saveState() : QByteArray();
}

bool PaneColumn::restoreDrawnState(const QByteArray& state)
{
    m_drawnByUser = !state.isEmpty() && restoreState(state);
    shareOut();
    return m_drawnByUser || state.isEmpty();
}

void PaneColumn::resizeEvent(QResizeEvent* event)
{
    QSplitter::resizeEvent(event);
    shareOut();
}

bool PaneColumn::event(QEvent* event)
{
    const bool done = QSplitter::event(event);
    if (event->type() == QEvent::LayoutRequest)
        shareOut();
    return done;
}

void PaneColumn::shareOut()
{
    if (m_drawnByUser || count() == 0)
        return;
    QList<int> heights;
    QList<int> least;
    for (int i = 0; i < count(); ++i) {
        const QWidget* card = widget(i);
        least << card->minimumSizeHint().height();
        heights << qMax(least.back(), card->hasHeightForWidth() ? card->heightForWidth(width()) : card->sizeHint().height());
    }
    int spare = height() - handleWidth() * (count() - 1) - std::accumulate(heights.begin(), heights.end(), 0);
    if (spare >= 0) {
        heights.back() += spare;
    } else {
        for (qsizetype i = heights.size() - 1; i >= 0 && spare < 0; --i) {
            const int given = qMin(-spare, heights[i] - least[i]);
            heights[i] -= given;
            spare += given;
        }
    }
    setSizes(heights);
}

} // namespace vorzimmer::widgets
