#include "history_pane.h"

#include "pane_header.h"
#include "row_list.h"
#include "ui_history_pane.h"

namespace vorzimmer::widgets {

HistoryPane::HistoryPane(const std::vector<ports::HistoryEntry>& history, const QTimeZone& zone, const QDateTime& now, QWidget* parent)
    : QFrame(parent), m_zone(zone), m_now(now), m_ui(std::make_unique<Ui::HistoryPane>())
{
    m_ui->setupUi(this);
    m_ui->list->setColumns({{RowColumn::Kind::Fixed, 6.2}, {}});
    m_ui->list->setSelectionMode(QAbstractItemView::NoSelection);
    m_ui->list->setRowModel(&m_rows);
    m_ui->header->setTarget(m_ui->list);
    setHistory(history);
}

HistoryPane::~HistoryPane() = default;

void HistoryPane::setHistory(const std::vector<ports::HistoryEntry>& history)
{
    m_rows.setRows(models::DeskRows(m_zone, m_now, {}).history(history));
    m_ui->list->setHidden(history.empty());
    m_ui->empty->setVisible(history.empty());
    m_ui->header->setInfo(history.empty() ? QString() : tr("%n call(s)", nullptr, static_cast<int>(history.size())));
    updateGeometry();
}

int HistoryPane::heightForWidth(int width) const
{
    const int body = m_ui->list->isHidden() ? m_ui->empty->heightForWidth(width - 2) : m_ui->list->naturalHeight(width - 2);
    return m_ui->header->sizeHint().height() + body + 2;
}

} // namespace vorzimmer::widgets
