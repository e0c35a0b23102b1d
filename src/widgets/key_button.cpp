#include "key_button.h"

#include "lamp.h"
#include "theme.h"

#include <QStyleOptionButton>
#include <QStylePainter>

namespace vorzimmer::widgets {

namespace {

models::Tone toneOf(const QString& look)
{
    if (look == QLatin1String("danger"))
        return models::Tone::Danger;
    if (look == QLatin1String("open") || look == QLatin1String("recommended"))
        return models::Tone::Accent;
    return models::Tone::Plain;
}

} // namespace

KeyButton::KeyButton(QWidget* parent) : QPushButton(parent)
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setAutoDefault(false);
}

void KeyButton::setKeyCap(const QString& keyCap)
{
    m_keyCap = keyCap;
    setAccessibleDescription(keyCap);
    updateGeometry();
}

void KeyButton::setIconName(const QString& name)
{
    m_iconName = name;
    setIcon(themedIcon(name));
    updateGeometry();
}

void KeyButton::setLampState(models::Lamp lamp, models::Tone tone)
{
    m_lamp = lamp;
    m_lampTone = tone;
    update();
}

void KeyButton::setButtonLook(const QString& look)
{
    setLook(this, "look", look);
    if (!m_iconName.isEmpty())
        setIcon(themedIcon(m_iconName, toneOf(look)));
}

QFont KeyButton::capFont() const
{
    return scaledFont(font(), 0.82, QFont::DemiBold);
}

int KeyButton::capWidth() const
{
    return m_keyCap.isEmpty() ? 0 : QFontMetrics(capFont()).horizontalAdvance(m_keyCap) + em(this, 0.8);
}

int KeyButton::iconRoom() const
{
    const bool any = !m_iconName.isEmpty() || m_lamp != models::Lamp::None;
    return any ? em(this, m_lamp == models::Lamp::None ? 1.6 : 1.1) : 0;
}

QSize KeyButton::sizeHint() const
{
    ensurePolished();
    const bool pill = property("look").toString() == QLatin1String("pill");
    const int words = QFontMetrics(scaledFont(font(), 1, QFont::DemiBold)).horizontalAdvance(text().remove(QLatin1Char('&')));
    const int cap = m_keyCap.isEmpty() ? 0 : capWidth() + em(this, 0.55);
    return {2 * em(this, pill ? 0.9 : 0.95) + iconRoom() + words + cap + 4, fontMetrics().height() + em(this, pill ? 0.65 : 1.05)};
}

QSize KeyButton::minimumSizeHint() const
{
    // In a narrow window the picture goes first: the word and the key say all.
    return sizeHint() - QSize(iconRoom() + em(this, 0.8), 0);
}

QColor KeyButton::textColor() const
{
    if (!isEnabled())
        return tokens().textMuted;
    const QString look = property("look").toString();
    return look == QLatin1String("primary") ? tokens().accentText : tokens().tone(toneOf(look));
}

void KeyButton::paintCap(QPainter* painter, const QRect& box) const
{
    const Tokens& t = tokens();
    const bool primary = isEnabled() && property("look").toString() == QLatin1String("primary");
    QColor ground = t.surfaceRaised;
    QColor line = t.line;
    if (primary) {
        ground = t.accentText;
        ground.setAlphaF(0.16F);
        line = ground;
    }
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(line);
    painter->setBrush(ground);
    const qreal radius = em(this, 0.28);
    painter->drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter->setFont(capFont());
    painter->setPen(primary ? t.accentText : t.textMuted);
    painter->drawText(box, Qt::AlignCenter, m_keyCap);
}

void KeyButton::paintEvent(QPaintEvent*)
{
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text.clear();
    option.icon = QIcon();
    painter.drawControl(QStyle::CE_PushButton, option);

    const QFont face = scaledFont(font(), 1, QFont::DemiBold);
    const int words = QFontMetrics(face).horizontalAdvance(text().remove(QLatin1Char('&')));
    const int cap = m_keyCap.isEmpty() ? 0 : capWidth() + em(this, 0.55);
    const bool narrow = width() < sizeHint().width() - em(this, 0.8);
    const int picture = narrow ? 0 : iconRoom();
    int left = (width() - picture - words - cap) / 2;
    const auto mirrored = [&](const QRect& box) { return QStyle::visualRect(layoutDirection(), rect(), box); };

    if (picture > 0 && m_lamp != models::Lamp::None) {
        const int size = em(this, 0.68);
        drawLamp(&painter, mirrored({left, (height() - size) / 2, size, size}), m_lamp, tokens().tone(m_lampTone));
    } else if (picture > 0) {
        const int size = em(this, 1.2);
        icon().paint(&painter, mirrored({left, (height() - size) / 2, size, size}), Qt::AlignCenter,
                     isEnabled() ? QIcon::Normal : QIcon::Disabled);
    }
    left += picture;
    painter.setFont(face);
    painter.setPen(textColor());
    painter.drawText(mirrored({left, 0, words + 2, height()}), Qt::AlignVCenter | Qt::TextShowMnemonic | Qt::TextSingleLine, text());
    left += words + em(this, 0.55);
    if (cap > 0) {
        const int height = QFontMetrics(capFont()).height() + em(this, 0.2);
        paintCap(&painter, mirrored({left, (this->height() - height) / 2, capWidth(), height}));
    }
}

} // namespace vorzimmer::widgets
