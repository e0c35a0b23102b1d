#include "vorzimmer/models/row_list_model.h"

#include <algorithm>

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
    case RowRole: return QVariant::fromValue(shown);
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
    // Rows of the same id at both ends stay where they are; only what lies between comes and goes.
    const auto sameId = [](const Row& a, const Row& b) { return a.id == b.id; };
    const auto front = std::mismatch(m_rows.begin(), m_rows.end(), rows.begin(), rows.end(), sameId);
    const auto first = static_cast<int>(front.first - m_rows.begin());
    int tail = 0;
    while (tail + first < static_cast<int>(std::min(m_rows.size(), rows.size()))
           && sameId(m_rows[m_rows.size() - 1 - static_cast<size_t>(tail)], rows[rows.size() - 1 - static_cast<size_t>(tail)]))
        ++tail;

    if (const int last = static_cast<int>(m_rows.size()) - tail; last > first) {
        beginRemoveRows({}, first, last - 1);
        m_rows.erase(m_rows.begin() + first, m_rows.begin() + last);
        endRemoveRows();
    }
    if (const int last = static_cast<int>(rows.size()) - tail; last > first) {
        beginInsertRows({}, first, last - 1);
        m_rows.insert(m_rows.begin() + first, rows.begin() + first, rows.begin() + last);
        endInsertRows();
    }
    for (int position = 0; position < static_cast<int>(rows.size()); ++position) {
        Row& shown = m_rows[static_cast<size_t>(position)];
        if (shown == rows[static_cast<size_t>(position)])
            continue;
        shown = std::move(rows[static_cast<size_t>(position)]);
        Q_EMIT dataChanged(index(position), index(position));
    }
}

} // namespace vorzimmer::models
