#pragma once

#include "vorzimmer/domain/person.h"

#include <QDialog>
#include <QTimeZone>

#include <memory>

namespace vorzimmer::widgets {

namespace Ui {
class PresenceDialog;
}

/// Asks for somebody's state with its end as it is said: "until 15:00", "until Monday". Says while one types when it will end. Open only
/// with open(), never exec().
class PresenceDialog : public QDialog {
    Q_OBJECT

public:
    /// @p now is UTC, @p zone the tenant's.
    PresenceDialog(const domain::Person& person, const QDateTime& now, const QTimeZone& zone, QWidget* parent = nullptr);
    ~PresenceDialog() override;

    void accept() override;

Q_SIGNALS:
    void presenceEntered(const vorzimmer::domain::Presence& presence);

private:
    void echo();
    [[nodiscard]] std::optional<QDateTime> end() const;

    QDateTime m_now;
    QTimeZone m_zone;
    std::unique_ptr<Ui::PresenceDialog> m_ui;
};

} // namespace vorzimmer::widgets
