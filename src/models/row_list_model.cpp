#include "vorzimmer/models/row_list_model.h"

#include <QHash>

namespace vorzimmer::models {

namespace {

QString plainText(const Row& row)
{
    QString text;
    for (const Cell& cell : row.cells) {
        for (const Line& line : cell.lines) {
            for (const Span& span : line.spans)
                text += span.text;
            text += QLatin1Char(' ');
        }
    }
    return text.trimmed();
}

/// The id as a text that can be hashed.
QString keyOf(const Row& row)
{
    return row.id.toString();
}

} // namespace

int RowListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant RowListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row& shown = row(index.row());
    switch (role) {
    case Qt::DisplayRole: return plainText(shown);
    case Qt::AccessibleTextRole: return shown.spoken.isEmpty() ? plainText(shown) : shown.spoken;
    case IdRole: return shown.id;
    default: return {};
    }
}

Qt::ItemFlags RowListModel::flags(const QModelIndex& index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren : Qt::NoItemFlags;
}

void RowListModel::setRows(std::vector<Row> rows)
{
    // How often each row is still to come: looked up rather than searched for, a long list changes with each ringing call.
    QHash<QString, int> ahead;
    for (const Row& fresh : rows)
        ++ahead[keyOf(fresh)];
    for (int position = rowCount() - 1; position >= 0; --position) {
        if (!ahead.contains(keyOf(row(position))))
            remove(position);
    }
    for (int position = 0; position < static_cast<int>(rows.size()); ++position) {
        Row& fresh = rows[static_cast<size_t>(position)];
        // What stands here now has moved on or down: it is met again later.
        while (position < rowCount() && row(position).id != fresh.id && ahead.value(keyOf(row(position))) == 0)
            remove(position);
        --ahead[keyOf(fresh)];
        if (position >= rowCount() || row(position).id != fresh.id) {
            beginInsertRows({}, position, position);
            m_rows.insert(m_rows.begin() + position, std::move(fresh));
            endInsertRows();
        } else if (row(position) != fresh) {
            m_rows[static_cast<size_t>(position)] = std::move(fresh);
            Q_EMIT dataChanged(index(position), index(position));
        }
    }
    while (rowCount() > static_cast<int>(rows.size()))
        remove(rowCount() - 1);
}

void RowListModel::remove(int position)
{
    beginRemoveRows({}, position, position);
    m_rows.erase(m_rows.begin() + position);
    endRemoveRows();
}

} // namespace vorzimmer::models
