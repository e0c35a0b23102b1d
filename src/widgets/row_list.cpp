#include "row_list.h"

#include "theme.h"

#include <QKeyEvent>
#include <QScrollBar>

namespace vorzimmer::widgets {

namespace {

constexpr int rowsInSight = 12;

} // namespace

RowList::RowList(QWidget* parent) : QListView(parent), m_delegate(new RowDelegate(this))
{
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setResizeMode(QListView::Adjust);
    // The rows in sight first; the others are laid out after they have been painted.
    setLayoutMode(QListView::Batched);
    setBatchSize(rowsInSight);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    connect(this, &QListView::doubleClicked, this, &RowList::choose);
}

void RowList::setColumns(std::vector<RowColumn> columns)
{
    m_delegate->setColumns(std::move(columns));
    scheduleDelayedItemsLayout();
}

void RowList::setRowModel(models::RowListModel* model)
{
    m_rows = model;
    setModel(model);
    connect(model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex&, int first, int last) {
        m_delegate->rowsInserted(first, last);
        refit();
    });
    connect(model, &QAbstractItemModel::rowsRemoved, this, [this](const QModelIndex&, int first, int last) {
        m_delegate->rowsRemoved(first, last);
        refit();
    });
}

void RowList::setFitsRows(bool fits)
{
    m_fitsRows = fits;
    setSizePolicy(QSizePolicy::Preferred, fits ? QSizePolicy::Maximum : QSizePolicy::Expanding);
    updateGeometry();
}

int RowList::naturalHeight(int width) const
{
    const int enough = window()->height(); // none can show more
    int height = 0;
    for (int row = 0; m_rows && row < m_rows->rowCount() && height < enough; ++row)
        height += m_delegate->heightOf(row, m_rows->row(row), width, this);
    return height;
}

QSize RowList::sizeHint() const
{
    // Out of sight it has yet to get its width, and no row is worth setting.
    const int rows = isVisible() ? naturalHeight(maximumViewportSize().width()) : 0;
    return {em(this, 18), m_fitsRows ? rows : qMax(em(this, 4), rows)};
}

QSize RowList::minimumSizeHint() const
{
    const int oneRow = em(this, 3);
    return {em(this, 8), m_fitsRows ? qMin(sizeHint().height(), oneRow) : oneRow};
}

void RowList::refit()
{
    if (m_fitsRows)
        updateGeometry();
}

void RowList::resizeEvent(QResizeEvent* event)
{
    QListView::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        refit();
}

void RowList::doItemsLayout()
{
    // Out of sight it has yet to get its width; showing it lays the rows out.
    if (isVisible())
        QListView::doItemsLayout();
}

void RowList::showEvent(QShowEvent* event)
{
    QListView::showEvent(event);
    scheduleDelayedItemsLayout();
    refit();
}

void RowList::focusInEvent(QFocusEvent* event)
{
    if (!currentIndex().isValid() && model() && model()->rowCount() > 0)
        selectionModel()->setCurrentIndex(model()->index(0, 0), QItemSelectionModel::SelectCurrent);
    QListView::focusInEvent(event);
}

void RowList::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers().testFlag(Qt::ControlModifier) == false) {
        if (!event->isAutoRepeat())
            choose(currentIndex());
        event->accept();
        return;
    }
    QListView::keyPressEvent(event);
}

void RowList::choose(const QModelIndex& index)
{
    if (index.isValid())
        Q_EMIT rowChosen(index.data(models::RowListModel::IdRole), index.row());
}

} // namespace vorzimmer::widgets
