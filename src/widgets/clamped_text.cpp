#include "clamped_text.h"

#include <QFontMetricsF>
#include <QTextCharFormat>
#include <QTextOption>

namespace vorzimmer::widgets {

namespace {

/// More than any clamped text can show; a 100 kB note must not cost a frame.
constexpr qsizetype mostCharactersPerLine = 600;
/// The same for a text with as many lines as it takes.
constexpr qsizetype mostCharacters = 3000;

QList<QTextLayout::FormatRange> formatsOf(const std::vector<TextPiece>& pieces)
{
    QList<QTextLayout::FormatRange> formats;
    int start = 0;
    for (const TextPiece& piece : pieces) {
        QTextLayout::FormatRange range;
        range.start = start;
        range.length = static_cast<int>(piece.text.size());
        range.format.setFont(piece.font);
        range.format.setForeground(piece.color);
        formats << range;
        start += range.length;
    }
    return formats;
}

} // namespace

ClampedText::ClampedText(const std::vector<TextPiece>& pieces, int maxLines, Qt::Alignment alignment)
    : m_layout(std::make_unique<QTextLayout>()), m_maxLines(maxLines)
{
    QString text;
    for (const TextPiece& piece : pieces)
        text += piece.text;
    const qsizetype most = maxLines > 0 ? maxLines * mostCharactersPerLine : mostCharacters;
    if (text.size() > most) {
        text = text.left(most) + QChar(0x2026);
        m_cut = true;
    }
    // A line break inside a one-line text would be laid out as a second line.
    text.replace(QLatin1Char('\n'), maxLines == 1 ? QChar(u' ') : QChar(QChar::LineSeparator));

    if (!pieces.empty())
        m_layout->setFont(pieces.front().font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    option.setAlignment(alignment | Qt::AlignAbsolute);
    m_layout->setTextOption(option);
    m_layout->setCacheEnabled(true);
    m_layout->setText(text);
    m_layout->setFormats(formatsOf(pieces));
}

void ClampedText::setWidth(qreal width)
{
    if (m_width == width)
        return;
    m_width = width;
    m_tail.reset();
    m_height = 0;
    m_usedWidth = 0;
    m_wholeLines = 0;
    int lastStart = 0;
    bool more = false;
    m_layout->beginLayout();
    while (true) {
        QTextLine line = m_layout->createLine();
        if (!line.isValid())
            break;
        // One line more than is shown tells that there is more; setting the rest would be for nothing.
        more = m_maxLines > 0 && m_wholeLines == m_maxLines;
        if (more)
            break;
        line.setLineWidth(qMax(1.0, width));
        line.setPosition({0, m_height});
        lastStart = line.textStart();
        m_height += line.height();
        m_usedWidth = qMax(m_usedWidth, line.naturalTextWidth());
        ++m_wholeLines;
    }
    m_layout->endLayout();
    if (more)
        elideFrom(lastStart, width);
}

void ClampedText::elideFrom(int start, qreal width)
{
    const QString rest = m_layout->text().mid(start);
    const QTextLine replaced = m_layout->lineAt(--m_wholeLines);
    QList<QTextLayout::FormatRange> formats;
    for (QTextLayout::FormatRange range : m_layout->formats()) {
        range.start -= start;
        if (range.start + range.length > 0)
            formats << range;
    }
    const QFontMetricsF metrics(formats.isEmpty() ? m_layout->font() : formats.constLast().format.font());
    m_tail = std::make_unique<QTextLayout>(metrics.elidedText(rest, Qt::ElideRight, width), m_layout->font());
    m_tail->setTextOption(m_layout->textOption());
    m_tail->setCacheEnabled(true);
    m_tail->setFormats(formats);
    m_tail->beginLayout();
    QTextLine line = m_tail->createLine();
    if (line.isValid()) {
        line.setLineWidth(qMax(1.0, width));
        line.setPosition({0, replaced.y()});
        m_usedWidth = qMax(m_usedWidth, line.naturalTextWidth());
    }
    m_tail->endLayout();
}

void ClampedText::draw(QPainter* painter, const QPointF& at) const
{
    for (int i = 0; i < m_wholeLines; ++i)
        m_layout->lineAt(i).draw(painter, at);
    if (m_tail)
        m_tail->draw(painter, at);
}

qreal ClampedText::naturalWidth(const std::vector<TextPiece>& pieces)
{
    qreal width = 0;
    for (const TextPiece& piece : pieces)
        width += QFontMetricsF(piece.font).horizontalAdvance(piece.text.left(mostCharactersPerLine));
    return width;
}

} // namespace vorzimmer::widgets
