#include "call_list_pane.h"

#include "clamp_label.h"
#include "pane_header.h"
#include "row_list.h"
#include "theme.h"
#include "ui_call_list_pane.h"

#include "vorzimmer/models/desk_rows.h"
#include "vorzimmer/models/wording.h"

#include <QLocale>

namespace vorzimmer::widgets {

using models::CallRows;

CallListPane::CallListPane(QWidget* parent) : QFrame(parent), m_ui(std::make_unique<Ui::CallListPane>())
{
    m_ui->setupUi(this);
    const std::vector<RowColumn> columns{{}, {RowColumn::Kind::Fit, 0, true}};
    m_ui->waiting->setColumns(columns);
    m_ui->waiting->setRowModel(&m_waitingRows);
    m_ui->waitingHeader->setTarget(m_ui->waiting);
    m_ui->own->setColumns(columns);
    m_ui->own->setRowModel(&m_ownRows);
    m_ui->ownHeader->setTarget(m_ui->own);
    const double timeWidth = fontMetrics().horizontalAdvance(models::Wording::timeText(QDateTime(QDate(2000, 1, 1), QTime(22, 58))));
    m_ui->today->setColumns({{RowColumn::Kind::Fixed, (timeWidth + 2) / em(this, 1)}, {}});
    m_ui->today->setSelectionMode(QAbstractItemView::NoSelection);
    m_ui->today->setRowModel(&m_todayRows);
    m_ui->todayHeader->setTarget(m_ui->today);
    connect(m_ui->waiting, &RowList::rowChosen, this,
            [this](const QVariant& id) { Q_EMIT answerRequested(domain::CallId(id.toUuid())); });
    connect(m_ui->own, &RowList::rowChosen, this, [this](const QVariant& id) { Q_EMIT callSelected(domain::CallId(id.toUuid())); });
    connect(m_ui->own, &QListView::clicked, this, [this](const QModelIndex& index) {
        Q_EMIT callSelected(domain::CallId(index.data(models::RowListModel::IdRole).toUuid()));
    });
    refreshWaiting();
    refreshOwn();
}

CallListPane::~CallListPane() = default;

void CallListPane::setWaiting(std::vector<models::WaitingCall> calls)
{
    m_waiting = std::move(calls);
    refreshWaiting();
}

void CallListPane::setOwn(std::vector<models::OwnCall> calls)
{
    m_own = std::move(calls);
    refreshOwn();
}

void CallListPane::setToday(const std::vector<models::PastCall>& calls, int total)
{
    std::vector<models::Row> rows;
    for (const models::PastCall& call : calls)
        rows.push_back(CallRows::past(call));
    m_todayRows.setRows(std::move(rows));
    m_ui->todayHeader->setCount(total);
}

void CallListPane::setServiceLevel(const domain::ServiceLevel& level)
{
    const QString text = models::Wording::serviceLevelText(level);
    // Words that have not changed are not laid out anew: this lies on the way of every call.
    if (m_ui->figures->text() != text)
        m_ui->figures->setText(text);
    m_ui->figures->setHidden(text.isEmpty());
}

void CallListPane::setNow(const QDateTime& now)
{
    m_now = now;
    refreshWaiting();
    refreshOwn();
}

void CallListPane::refreshWaiting()
{
    std::vector<models::Row> rows;
    for (const models::WaitingCall& call : m_waiting)
        rows.push_back(CallRows::waiting(call, m_now, rows.empty()));
    m_ui->waiting->setHidden(rows.empty());
    m_ui->noneWaiting->setVisible(rows.empty());
    m_ui->waitingHeader->setCount(static_cast<int>(rows.size()));
    m_ui->waitingHeader->setInfo(rows.empty() ? QString() : QStringLiteral("F2"), models::Tone::Warn);
    m_waitingRows.setRows(std::move(rows));
}

void CallListPane::refreshOwn()
{
    std::vector<models::Row> rows;
    for (const models::OwnCall& call : m_own)
        rows.push_back(CallRows::own(call, m_now));
    m_ui->own->setHidden(rows.empty());
    m_ui->noneOwn->setVisible(rows.empty());
    m_ownRows.setRows(std::move(rows));
}

} // namespace vorzimmer::widgets
