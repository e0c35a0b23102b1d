#include "clamp_label.h"

#include "theme.h"

#include <QApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

namespace vorzimmer::widgets {

ClampLabel::ClampLabel(QWidget* parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ClampLabel::setMaxLines(int lines)
{
    m_maxLines = lines;
    updateGeometry();
}

void ClampLabel::setFontScale(double scale)
{
    m_fontScale = scale;
    applyFont();
}

void ClampLabel::setStrong(bool strong)
{
    m_strong = strong;
    applyFont();
}

void ClampLabel::applyFont()
{
    setFont(scaledFont(QApplication::font(), m_fontScale, m_strong ? QFont::DemiBold : QFont::Normal));
    updateGeometry();
}

QMargins ClampLabel::insets() const
{
    return contentsMargins() + QMargins(margin(), margin(), margin(), margin());
}

const ClampedText& ClampLabel::clamped(int width) const
{
    const QColor color = palette().color(isEnabled() ? QPalette::Normal : QPalette::Disabled, foregroundRole());
    const Setting setting{text(), font(), color, m_maxLines, QStyle::visualAlignment(layoutDirection(), alignment())};
    if (!m_clamped || m_setting != setting) {
        m_setting = setting;
        m_clamped.emplace(std::vector<TextPiece>{{setting.text, setting.font, setting.color}}, setting.maxLines, setting.alignment);
    }
    m_clamped->setWidth(width);
    return *m_clamped;
}

int ClampLabel::heightForWidth(int width) const
{
    const QMargins around = insets();
    return qCeil(clamped(width - around.left() - around.right()).height()) + around.top() + around.bottom();
}

QSize ClampLabel::sizeHint() const
{
    const QMargins around = insets();
    const int natural = qCeil(ClampedText::naturalWidth({{text(), font(), {}}})) + 1 + around.left() + around.right();
    constexpr double widestEm = 40;
    const int width = m_maxLines == 1 ? natural : qMin(natural, em(this, widestEm));
    return {width, heightForWidth(width)};
}

QSize ClampLabel::minimumSizeHint() const
{
    const QMargins around = insets();
    constexpr double fewLetters = 3;
    const int width = qMin(sizeHint().width(), em(this, fewLetters) + around.left() + around.right());
    return {width, fontMetrics().height() + around.top() + around.bottom()};
}

void ClampLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    drawFrame(&painter);
    const QMargins around = insets();
    const QRect inside = rect().marginsRemoved(around);
    const ClampedText& words = clamped(inside.width());
    qreal top = inside.top();
    if (alignment() & Qt::AlignVCenter)
        top += qMax(0.0, (inside.height() - words.height()) / 2);
    painter.setClipRect(inside);
    words.draw(&painter, QPointF(inside.left(), top));
}

bool ClampLabel::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty()) {
        const QRect inside = rect().marginsRemoved(insets());
        if (clamped(inside.width()).isElided())
            QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), text().toHtmlEscaped(), this);
        return true;
    }
    return QLabel::event(event);
}

} // namespace vorzimmer::widgets
