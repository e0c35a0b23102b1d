#pragma once

#include "row_delegate.h"
#include "vorzimmer/models/row_list_model.h"

#include <QListView>

namespace vorzimmer::widgets {

/// A list of models::Row. The keyboard walks it row by row and a screen reader says each row as one sentence.
class RowList : public QListView {
    Q_OBJECT
    /// As high as its rows, up to maxRows; otherwise it takes what it is given and scrolls.
    Q_PROPERTY(bool fitsRows READ fitsRows WRITE setFitsRows)

public:
    explicit RowList(QWidget* parent = nullptr);

    void setColumns(std::vector<RowColumn> columns);
    void setRowModel(models::RowListModel* model);
    [[nodiscard]] bool fitsRows() const { return m_fitsRows; }
    void setFitsRows(bool fits);

    /// Row::id of the row that the keyboard is on; invalid = on none.
    [[nodiscard]] QVariant currentId() const { return currentIndex().data(models::RowListModel::IdRole); }

    /// What all rows need in @p width, or more than the window is high.
    [[nodiscard]] int naturalHeight(int width) const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    void doItemsLayout() override;

Q_SIGNALS:
    /// Enter, keypad Enter or double click.
    void rowChosen(const QVariant& id, int row);

protected:
    void focusInEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void choose(const QModelIndex& index);
    void refit();

    models::RowListModel* m_rows = nullptr;
    RowDelegate* m_delegate;
    bool m_fitsRows = false;
};

} // namespace vorzimmer::widgets
