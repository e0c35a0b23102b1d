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
    m_given.clear();
    shareOut();
}

bool PaneColumn::event(QEvent* event)
{
    const bool done = QSplitter::event(event);
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show)
        shareOut();
    return done;
}

void PaneColumn::setPreferred(int index, int height)
{
    m_drawnByUser = false;
    m_preferred.insert(index, height);
    shareOut();
}

int PaneColumn::wanted(int index) const
{
    const QWidget* card = widget(index);
    const int byWidth = card->heightForWidth(width());
    const int natural = byWidth > 0 ? byWidth : card->sizeHint().height();
    return qMax(card->minimumSizeHint().height(), m_preferred.value(index, natural));
}

void PaneColumn::shareOut()
{
    // Out of sight it has yet to get its width, and every height would have to be found anew.
    if (m_drawnByUser || count() == 0 || !isVisible())
        return;
    QList<int> heights;
    for (int i = 0; i < count(); ++i)
        heights << wanted(i);
    const int taker = m_restTaker < 0 ? count() - 1 : m_restTaker;
    int spare = height() - handleWidth() * (count() - 1) - std::accumulate(heights.begin(), heights.end(), 0);
    if (spare >= 0)
        heights[taker] += spare;
    const auto take = [&](int index) {
        const int given = qBound(0, -spare, heights[index] - widget(index)->minimumSizeHint().height());
        heights[index] -= given;
        spare += given;
    };
    take(taker);
    for (int i = count() - 1; i >= 0; --i)
        take(i);
    // Setting them asks for a layout, which comes back here.
    if (heights == m_given)
        return;
    m_given = heights;
    setSizes(heights);
}

} // namespace vorzimmer::widgets
