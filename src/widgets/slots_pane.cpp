#include "slots_pane.h"

#include "pane_header.h"
#include "row_list.h"
#include "ui_slots_pane.h"

#include "vorzimmer/models/desk_rows.h"

namespace vorzimmer::widgets {

SlotsPane::SlotsPane(const std::vector<domain::Slot>& slots, const QTimeZone& zone, const QDateTime& now, QWidget* parent)
    : QFrame(parent), m_ui(std::make_unique<Ui::SlotsPane>())
{
    m_ui->setupUi(this);
    m_ui->list->setColumns({{RowColumn::Kind::Fixed, 6.2}, {}});
    m_ui->list->setSelectionMode(QAbstractItemView::NoSelection);
    m_ui->list->setRowModel(&m_rows);
    m_ui->header->setTarget(m_ui->list);
    m_rows.setRows(models::DeskRows(zone, now, {}).freeSlots(slots));
    m_ui->list->setHidden(slots.empty());
    m_ui->empty->setVisible(slots.empty());
    m_ui->header->setInfo(slots.empty() ? QString() : tr("%n free", nullptr, static_cast<int>(slots.size())));
}

SlotsPane::~SlotsPane() = default;

int SlotsPane::heightForWidth(int width) const
{
    const int body = m_ui->list->isHidden() ? m_ui->empty->heightForWidth(width - 2) : m_ui->list->naturalHeight(width - 2);
    return m_ui->header->sizeHint().height() + body + 2;
}

} // namespace vorzimmer::widgets
