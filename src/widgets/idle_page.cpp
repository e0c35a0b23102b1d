#include "idle_page.h"

#include "row_list.h"
#include "ui_idle_page.h"

#include "vorzimmer/models/desk_rows.h"

namespace vorzimmer::widgets {

IdlePage::IdlePage(bool mayVisit, QWidget* parent) : QWidget(parent), m_ui(std::make_unique<Ui::IdlePage>())
{
    m_ui->setupUi(this);
    m_ui->card->setProperty("card", true);
    m_ui->title->setProperty("heading", 1);
    m_ui->explanation->setProperty("muted", true);
    m_ui->visit->setVisible(mayVisit);
    connect(m_ui->keys, &QPushButton::clicked, this, &IdlePage::keysRequested);
    connect(m_ui->visit, &QPushButton::clicked, this, &IdlePage::visitRequested);
    m_ui->figures->setColumns({{}, {RowColumn::Kind::Fit, 0, true}});
    m_ui->figures->setSelectionMode(QAbstractItemView::NoSelection);
    m_ui->figures->setRowModel(&m_figures);
    m_ui->figures->setAccessibleName(m_ui->figuresTitle->text().remove(QLatin1Char('&')));
    setServiceLevels({});
    setFocusProxy(m_ui->keys);
}

IdlePage::~IdlePage() = default;

void IdlePage::setServiceLevels(const std::map<QString, domain::ServiceLevel>& levels)
{
    std::vector<models::Row> rows;
    for (const auto& [tenant, level] : levels) {
        if (level.calls > 0)
            rows.push_back(models::CallRows::serviceLevel(tenant, level));
    }
    m_ui->figuresTitle->setHidden(rows.empty());
    m_ui->figures->setHidden(rows.empty());
    m_figures.setRows(std::move(rows));
}

void IdlePage::setReady(bool ready)
{
    m_ui->title->setText(ready ? tr("Ready for the next call") : tr("Pause – this seat takes no calls"));
}

} // namespace vorzimmer::widgets
