#include "transfer_pane.h"

#include "form_keys.h"
#include "theme.h"
#include "ui_transfer_pane.h"

#include "vorzimmer/models/wording.h"

#include <QAccessible>

namespace vorzimmer::widgets {

using domain::TransferManner;
using domain::TransferStage;
using models::Wording;

TransferPane::TransferPane(models::NumberDisplay display, QWidget* parent)
    : QWidget(parent), m_display(std::move(display)), m_ui(std::make_unique<Ui::TransferPane>())
{
    m_ui->setupUi(this);
    setAccessibleName(tr("Putting through"));
    m_ui->target->setFont(scaledFont(font(), 1.15, QFont::DemiBold));
    for (KeyButton* button : {m_ui->join, m_ui->swap, m_ui->next, m_ui->giveUp})
        button->setAccessibleName(button->text().remove(QLatin1Char('&')));
    connect(m_ui->join, &QPushButton::clicked, this, &TransferPane::joinRequested);
    connect(m_ui->swap, &QPushButton::clicked, this, &TransferPane::swapRequested);
    connect(m_ui->next, &QPushButton::clicked, this, &TransferPane::nextNumberRequested);
    connect(m_ui->giveUp, &QPushButton::clicked, this, &TransferPane::giveUpRequested);
    const auto press = [](QPushButton* button) {
        return [button] {
            if (button->isVisible() && button->isEnabled())
                button->click();
        };
    };
    onFinishKey(this, press(m_ui->join));
    onKey(this, Qt::CTRL | Qt::Key_N, press(m_ui->next));
}

TransferPane::~TransferPane() = default;

void TransferPane::show(const domain::TransferStatus& status)
{
    const QString number = m_display(status.step.number.number);
    QStringList target{status.step.name, status.step.number.label, number};
    target.removeAll(QString());
    m_ui->target->setText(target.join(QStringLiteral(" · ")));
    const QString sentence = Wording::transferText(status);
    if (m_ui->stage->text() != sentence) {
        m_ui->stage->setText(sentence);
        QAccessibleEvent event(m_ui->stage, QAccessible::NameChanged);
        QAccessible::updateAccessibility(&event);
    }
    setLook(m_ui->stage, "tone", status.stage == TransferStage::CallerGone ? QStringLiteral("warn") : QStringLiteral("accent"));
    m_ui->tried->setText(triedText(status.attempts));
    m_ui->tried->setVisible(!m_ui->tried->text().isEmpty());

    const bool announced = status.manner == TransferManner::Announced;
    const bool both = status.stage == TransferStage::Consulting || status.stage == TransferStage::WithCaller;
    const bool rings = status.stage == TransferStage::Ringing;
    m_ui->join->setVisible(both);
    m_ui->swap->setVisible(both);
    m_ui->swap->setText(status.stage == TransferStage::WithCaller ? tr("Speak with the house") : tr("Speak with the caller"));
    m_ui->swap->setAccessibleName(m_ui->swap->text());
    m_ui->next->setVisible(announced && rings && status.hasNext);
    m_ui->giveUp->setVisible(announced && status.stage != TransferStage::Joining);
    m_ui->giveUp->setText(status.stage == TransferStage::CallerGone ? tr("Hang up")
                          : status.stage == TransferStage::WithCaller ? tr("Hang up both")
                                                                      : tr("Give up, back to the caller"));
    m_ui->giveUp->setAccessibleName(m_ui->giveUp->text());
}

void TransferPane::focusNext()
{
    for (QPushButton* button : {m_ui->join, m_ui->giveUp}) {
        if (!button->isHidden()) {
            button->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
}

QString TransferPane::triedText(const std::vector<domain::TransferAttempt>& attempts) const
{
    QStringList lines;
    for (const domain::TransferAttempt& attempt : attempts) {
        if (attempt.outcome == domain::AttemptOutcome::Open)
            continue;
        QStringList parts{attempt.name, attempt.number.label.isEmpty() ? m_display(attempt.number.number) : attempt.number.label};
        parts.removeAll(QString());
        lines << tr("%1: %2", "whom, what became of it").arg(parts.join(QStringLiteral(" · ")), Wording::attemptOutcomeText(attempt.outcome));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace vorzimmer::widgets
