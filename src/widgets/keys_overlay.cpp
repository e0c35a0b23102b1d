#include "keys_overlay.h"

#include "theme.h"
#include "ui_keys_overlay.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPainter>

namespace vorzimmer::widgets {

KeysOverlay::KeysOverlay(const std::vector<KeyHint>& keys, QWidget* window) : QWidget(window), m_ui(std::make_unique<Ui::KeysOverlay>())
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(tr("All keys"));
    m_ui->title->setFont(scaledFont(font(), 1.35, QFont::DemiBold));
    m_ui->close->setAccessibleName(m_ui->close->text());
    const int half = (static_cast<int>(keys.size()) + 1) / 2;
    int place = 0;
    for (const KeyHint& key : keys) {
        auto* cap = new QLabel(key.keys, m_ui->keyCard);
        cap->setTextFormat(Qt::PlainText);
        cap->setProperty("keyCap", true);
        cap->setAlignment(Qt::AlignCenter);
        auto* what = new QLabel(key.what, m_ui->keyCard);
        what->setTextFormat(Qt::PlainText);
        const int column = place < half ? 0 : 3;
        m_ui->keys->addWidget(cap, place % half, column);
        m_ui->keys->addWidget(what, place % half, column + 1);
        ++place;
    }
    m_ui->keys->setColumnMinimumWidth(2, em(this, 1.5));
    connect(m_ui->close, &QPushButton::clicked, this, &KeysOverlay::leave);
    m_focusBefore = window->focusWidget();
    window->installEventFilter(this);
    setGeometry(window->rect());
}

KeysOverlay::~KeysOverlay() = default;

std::vector<KeyHint> KeysOverlay::deskKeys(Reader reader)
{
    std::vector<KeyHint> keys{{tr("F2"), tr("Answer the call that has waited longest")},
                              {tr("F3"), tr("Hold or retrieve the call; in a consultation: speak with the other one")},
                              {tr("F4"), tr("Hang up")},
                              {tr("F5"), tr("Put through; Enter at once, Ctrl+Enter announced")},
                              {tr("Ctrl+N"), tr("While it rings: try the next number")},
                              {tr("F6"), tr("Take a message")},
                              {tr("F7"), tr("Refer to e-mail")},
                              {tr("F8"), tr("Give out an appointment")},
                              {tr("F9"), tr("Topics of this client")},
                              {tr("F10"), tr("About the caller: VIP, block, special instruction, whose number it is")},
                              {tr("F11"), tr("State of the person chosen: here, busy, absent, until when")},
                              {tr("Ctrl+Shift+P"), tr("People, absences, duties and expected callers of this client")},
                              {tr("Ctrl+L"), tr("I have read what changed of this house")},
                              {tr("Ctrl+M"), tr("Mute or unmute the microphone")},
                              {tr("Ctrl+Shift+D"), tr("Send keys to a voice menu")},
                              {tr("F12"), tr("Pause, or take calls again")},
                              {tr("Ctrl+Enter"), tr("Finish the open form")},
                              {tr("Ctrl+I"), tr("Questions that callers ask, and what this client answers")},
                              {tr("Ctrl+K"), tr("Find a note of this client")},
                              {tr("Ctrl+Shift+O"), tr("What waits for the topic lists")},
                              {tr("Ctrl+W"), tr("Put the finished call away")},
                              {tr("Esc"), tr("Step back; nothing typed is lost")},
                              {tr("Alt+letter"), tr("Jump to the card with that letter")},
                              {tr("F1"), tr("Show these keys")}};
    if (reader == Reader::Supervisor) {
        keys.insert(keys.end(), {{tr("Ctrl+T"), tr("Open a client without a call")},
                                 {tr("Ctrl+Shift+S"), tr("Where the clients’ lists are kept")},
                                 {tr("Ctrl+Shift+K"), tr("Which calendars the clients have")},
                                 {tr("Ctrl+Shift+R"), tr("Opening hours and rules of this client")},
                                 {tr("Ctrl+Shift+F"), tr("What is asked about each concern of this client")},
                                 {tr("Ctrl+Shift+T"), tr("Telephone lines")}});
    }
    keys.push_back({tr("Ctrl+Shift+L"), tr("Sign out")});
    return keys;
}

void KeysOverlay::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    QColor veil(Qt::black);
    veil.setAlphaF(0.45F);
    painter.fillRect(rect(), veil);
}

void KeysOverlay::mousePressEvent(QMouseEvent*)
{
    leave();
}

void KeysOverlay::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape || event->key() == Qt::Key_F1)
        leave();
    else
        QWidget::keyPressEvent(event);
}

void KeysOverlay::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    raise();
    m_ui->close->setFocus(Qt::PopupFocusReason);
}

bool KeysOverlay::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

void KeysOverlay::leave()
{
    if (m_focusBefore)
        m_focusBefore->setFocus(Qt::OtherFocusReason);
    close();
}

} // namespace vorzimmer::widgets
