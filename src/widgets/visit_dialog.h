#pragma once

#include "vorzimmer/domain/tenant.h"

#include <QDialog>

#include <memory>
#include <vector>

namespace vorzimmer::widgets {

namespace Ui {
class VisitDialog;
}

/// A supervisor chooses a client and says why. Open only with open(), never exec().
class VisitDialog : public QDialog {
    Q_OBJECT

public:
    explicit VisitDialog(std::vector<domain::TenantEntry> tenants, QWidget* parent = nullptr);
    ~VisitDialog() override;

Q_SIGNALS:
    void visitRequested(const vorzimmer::domain::TenantEntry& tenant, const QString& reason);

private:
    void accept() override;
    void updateOpenButton();

    std::vector<domain::TenantEntry> m_tenants;
    std::unique_ptr<Ui::VisitDialog> m_ui;
};

} // namespace vorzimmer::widgets
