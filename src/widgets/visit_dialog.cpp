#include "visit_dialog.h"

#include "ui_visit_dialog.h"

#include <QPushButton>

namespace vorzimmer::widgets {

namespace {

/// Shorter than this says nothing to whoever reads the audit trail.
constexpr int shortestReason = 5;

} // namespace

VisitDialog::VisitDialog(std::vector<domain::TenantEntry> tenants, QWidget* parent)
    : QDialog(parent), m_tenants(std::move(tenants)), m_ui(std::make_unique<Ui::VisitDialog>())
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    for (const domain::TenantEntry& tenant : m_tenants)
        m_ui->tenant->addItem(tenant.name);
    connect(m_ui->reason, &QLineEdit::textChanged, this, &VisitDialog::updateOpenButton);
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &VisitDialog::accept);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &VisitDialog::reject);
    m_ui->buttons->button(QDialogButtonBox::Open)->setDefault(true);
    updateOpenButton();
}

VisitDialog::~VisitDialog() = default;

void VisitDialog::updateOpenButton()
{
    const bool complete = m_ui->tenant->currentIndex() >= 0 && m_ui->reason->text().trimmed().size() >= shortestReason;
    m_ui->buttons->button(QDialogButtonBox::Open)->setEnabled(complete);
}

void VisitDialog::accept()
{
    const int row = m_ui->tenant->currentIndex();
    if (row < 0 || !m_ui->buttons->button(QDialogButtonBox::Open)->isEnabled())
        return;
    Q_EMIT visitRequested(m_tenants[static_cast<size_t>(row)], m_ui->reason->text().trimmed());
    QDialog::accept();
}

} // namespace vorzimmer::widgets
