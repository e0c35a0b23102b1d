#include "tenant_strip.h"

#include "theme.h"
#include "ui_tenant_strip.h"

#include "vorzimmer/domain/opening_hours.h"
#include "vorzimmer/models/wording.h"

#include <QPainter>
#include <QStyle>

namespace vorzimmer::widgets {

using models::Wording;

TenantStrip::TenantStrip(QWidget* parent) : TenantStrip(std::nullopt, parent)
{
    m_ui->name->setText(QStringLiteral("Vorzimmer"));
    m_ui->answerAs->setText(tr("No call on the screen"));
    m_ui->house->hide();
    m_ui->localTime->hide();
}

TenantStrip::TenantStrip(const domain::TenantProfile& profile, const QDateTime& now, QWidget* parent) : TenantStrip(profile, parent)
{
    m_ui->name->setText(profile.entry.name);
    m_ui->answerAs->setText(tr("Answer as: %1").arg(profile.entry.answerAs));
    m_ui->answerAs->setHidden(profile.entry.answerAs.isEmpty());
    setNow(now);
}

TenantStrip::TenantStrip(std::optional<domain::TenantProfile> profile, QWidget* parent)
    : QFrame(parent), m_profile(std::move(profile)), m_ui(std::make_unique<Ui::TenantStrip>())
{
    m_ui->setupUi(this);
    setAccessibleName(tr("Client"));
    m_ui->house->setPill(true);
    m_ui->ready->setCheckable(true);
    showReady(true);
    connect(m_ui->ready, &QPushButton::clicked, this, [this](bool ready) {
        showReady(ready);
        Q_EMIT readyToggled(ready);
    });
}

TenantStrip::~TenantStrip() = default;

void TenantStrip::setNow(const QDateTime& now)
{
    if (!m_profile)
        return;
    const QDateTime local = now.toTimeZone(m_profile->entry.zone);
    const domain::HouseStatus status = domain::houseStatus(m_profile->hours, m_profile->entry.zone, now);
    m_ui->house->setState(status.open ? models::Lamp::On : models::Lamp::Off, status.open ? models::Tone::Ok : models::Tone::Warn,
                          Wording::houseStatusText(status, local));
    m_ui->localTime->setText(tr("Local time %1").arg(Wording::timeText(local)));
}

void TenantStrip::setSeat(const QString& seatAndUser)
{
    m_ui->seat->setText(seatAndUser);
}

void TenantStrip::setReady(bool ready)
{
    showReady(ready);
}

void TenantStrip::hideReady()
{
    m_ui->ready->hide();
}

void TenantStrip::showReady(bool ready)
{
    m_ui->ready->setChecked(ready);
    m_ui->ready->setText(ready ? tr("ready") : tr("pausing"));
    m_ui->ready->setLampState(ready ? models::Lamp::On : models::Lamp::Off, ready ? models::Tone::Ok : models::Tone::Warn);
    m_ui->ready->setToolTip(ready ? tr("This seat takes calls. Press to pause.") : tr("This seat takes no calls. Press to take calls again."));
    m_ui->ready->updateGeometry();
}

void TenantStrip::paintEvent(QPaintEvent* event)
{
    QFrame::paintEvent(event);
    const QColor accent(m_profile ? m_profile->entry.accent : QString());
    QPainter painter(this);
    const QRect bar(0, 0, em(this, 0.7), height());
    painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), bar), accent.isValid() ? accent : tokens().accent);
}

} // namespace vorzimmer::widgets
