#include "lamp_label.h"

#include "lamp.h"
#include "theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

namespace vorzimmer::widgets {

namespace {

QColor groundOf(models::Tone tone)
{
    switch (tone) {
    case models::Tone::Warn: return tokens().warnSoft;
    case models::Tone::Danger: return tokens().dangerSoft;
    case models::Tone::Ok:
    case models::Tone::Accent: return tokens().accentSoft;
    case models::Tone::Plain:
    case models::Tone::Strong:
    case models::Tone::Muted: break;
    }
    return tokens().surfaceRaised;
}

} // namespace

LampLabel::LampLabel(QWidget* parent) : QFrame(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void LampLabel::setState(models::Lamp lamp, models::Tone tone, const QString& text)
{
    m_lamp = lamp;
    m_tone = tone;
    if (m_text != text) {
        m_text = text;
        setAccessibleName(text);
        updateGeometry();
    }
    update();
}

void LampLabel::setPill(bool pill)
{
    m_pill = pill;
    updateGeometry();
}

int LampLabel::padding() const
{
    return m_pill ? em(this, 0.75) : 0;
}

int LampLabel::textStart() const
{
    return padding() + (m_lamp == models::Lamp::None ? 0 : em(this, 1.1));
}

QSize LampLabel::sizeHint() const
{
    const int height = fontMetrics().height() + (m_pill ? em(this, 0.6) : em(this, 0.2));
    return {textStart() + fontMetrics().horizontalAdvance(m_text) + 2 + padding(), height};
}

QSize LampLabel::minimumSizeHint() const
{
    return {qMin(sizeHint().width(), textStart() + em(this, 4) + padding()), sizeHint().height()};
}

void LampLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_pill) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(groundOf(m_tone));
        painter.drawRoundedRect(rect(), height() / 2.0, height() / 2.0);
    }
    const int size = em(this, 0.68);
    const QRect lampBox(padding(), (height() - size) / 2, size, size);
    drawLamp(&painter, QStyle::visualRect(layoutDirection(), rect(), lampBox), m_lamp, tokens().tone(m_tone));

    const bool quiet = m_tone == models::Tone::Ok && !m_pill;
    painter.setPen(quiet ? tokens().textMuted : tokens().tone(m_tone));
    const QRect words = QStyle::visualRect(layoutDirection(), rect(), rect().adjusted(textStart(), 0, -padding(), 0));
    const Qt::Alignment alignment = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeading | Qt::AlignVCenter);
    painter.drawText(words, static_cast<int>(alignment) | Qt::TextSingleLine,
                     fontMetrics().elidedText(m_text, Qt::ElideRight, words.width()));
}

bool LampLabel::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty()) {
        if (width() < sizeHint().width())
            QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), m_text.toHtmlEscaped(), this);
        return true;
    }
    return QFrame::event(event);
}

} // namespace vorzimmer::widgets
