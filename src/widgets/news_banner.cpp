#include "news_banner.h"

#include "clamp_label.h"
#include "key_button.h"
#include "ui_news_banner.h"

#include "vorzimmer/models/news_wording.h"

namespace vorzimmer::widgets {

namespace {

/// More would push the desk aside.
constexpr int mostSaid = 8;

} // namespace

NewsBanner::NewsBanner(const std::vector<domain::HouseChange>& changes, QWidget* parent) : QFrame(parent), m_ui(std::make_unique<Ui::NewsBanner>())
{
    m_ui->setupUi(this);
    const QString said = models::NewsWording::sentences(changes, mostSaid).join(QStringLiteral(" · "));
    m_ui->words->setText(said);
    m_ui->words->setAccessibleName(tr("Changed since you last answered here: %1").arg(said));
    setToolTip(tr("Changed since you last answered here"));
    m_ui->read->setButtonLook(QStringLiteral("pill"));
    connect(m_ui->read, &QPushButton::clicked, this, &NewsBanner::readRequested);
    setHidden(changes.empty());
}

NewsBanner::~NewsBanner() = default;

} // namespace vorzimmer::widgets
