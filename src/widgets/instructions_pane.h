#pragma once

#include "vorzimmer/domain/tenant.h"

#include <QDate>
#include <QFrame>

#include <memory>

namespace vorzimmer::widgets {

namespace Ui {
class InstructionsPane;
}

/// How this house wants its calls handled, and what holds for today only.
class InstructionsPane : public QFrame {
    Q_OBJECT

public:
    /// @p today is the tenant's local date.
    InstructionsPane(const domain::TenantProfile& profile, const QDate& today, QWidget* parent = nullptr);
    ~InstructionsPane() override;

    [[nodiscard]] int heightForWidth(int width) const override;

private:
    std::unique_ptr<Ui::InstructionsPane> m_ui;
};

} // namespace vorzimmer::widgets
