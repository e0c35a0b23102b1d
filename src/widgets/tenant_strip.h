#pragma once

#include "vorzimmer/domain/tenant.h"

#include <QDateTime>
#include <QFrame>

#include <memory>
#include <optional>

namespace vorzimmer::widgets {

namespace Ui {
class TenantStrip;
}

/// The line at the very top: whose house this is, whether it is open and what time it is there; and this seat.
class TenantStrip : public QFrame {
    Q_OBJECT

public:
    /// Nobody's call is on the screen.
    explicit TenantStrip(QWidget* parent = nullptr);
    TenantStrip(const domain::TenantProfile& profile, const QDateTime& now, QWidget* parent = nullptr);
    ~TenantStrip() override;

    /// UTC; call at least once a minute.
    void setNow(const QDateTime& now);
    void setSeat(const QString& seatAndUser);
    /// Whether this seat takes calls.
    void setReady(bool ready);
    /// Nobody takes calls here: a client's window.
    void hideReady();

Q_SIGNALS:
    /// The user wants to take calls, or to pause (F12 is the window's key).
    void readyToggled(bool ready);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    TenantStrip(std::optional<domain::TenantProfile> profile, QWidget* parent);
    void showReady(bool ready);

    std::optional<domain::TenantProfile> m_profile;
    std::unique_ptr<Ui::TenantStrip> m_ui;
};

} // namespace vorzimmer::widgets
