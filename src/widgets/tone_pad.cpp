#include "tone_pad.h"

#include "ui_tone_pad.h"

#include <QKeyEvent>
#include <QPushButton>

namespace vorzimmer::widgets {

TonePad::TonePad(QWidget* parent) : QDialog(parent), m_ui(std::make_unique<Ui::TonePad>())
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    const QString keys = QStringLiteral("123456789*0#");
    constexpr int columns = 3;
    for (int i = 0; i < keys.size(); ++i) {
        auto* button = new QPushButton(keys.mid(i, 1), this);
        button->setAutoDefault(false);
        // The keyboard's own keys stay with the dialog.
        button->setFocusPolicy(Qt::TabFocus);
        connect(button, &QPushButton::clicked, this, [this, key = button->text()] { send(key); });
        m_ui->keys->addWidget(button, i / columns, i % columns);
    }
    m_ui->sent->setAccessibleName(tr("Keys sent"));
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

TonePad::~TonePad() = default;

void TonePad::keyPressEvent(QKeyEvent* event)
{
    const QString key = event->text();
    if (key.size() == 1 && QStringLiteral("0123456789*#").contains(key))
        send(key);
    else
        QDialog::keyPressEvent(event);
}

void TonePad::send(const QString& key)
{
    m_ui->sent->setText(m_ui->sent->text() + key);
    Q_EMIT keyTyped(key);
}

} // namespace vorzimmer::widgets
