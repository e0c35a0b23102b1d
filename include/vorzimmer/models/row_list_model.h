#pragma once

#include "vorzimmer/models/row.h"

#include <QAbstractListModel>

#include <vector>

namespace vorzimmer::models {

/// The rows of one list. A row is the same row while its id is, so that selection and focus stay with it.
class RowListModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { IdRole = Qt::UserRole + 1 };

    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

    [[nodiscard]] const Row& row(int position) const { return m_rows[static_cast<size_t>(position)]; }
    /// Only what differs is announced, so that counting seconds neither scrolls nor reads the list aloud.
    void setRows(std::vector<Row> rows);

private:
    void remove(int position);

    std::vector<Row> m_rows;
};

} // namespace vorzimmer::models
