#include "idle_page.h"

#include "ui_idle_page.h"

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
    setFocusProxy(m_ui->keys);
}

IdlePage::~IdlePage() = default;

void IdlePage::setReady(bool ready)
{
    m_ui->title->setText(ready ? tr("Ready for the next call") : tr("Pause – this seat takes no calls"));
}

} // namespace vorzimmer::widgets
