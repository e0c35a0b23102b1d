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

ClampedText::ClampedText(const std::vector<TextPiece>& pieces, qreal width, int maxLines, Qt::Alignment alignment)
    : m_layout(std::make_unique<QTextLayout>())
{
    QString text;
    for (const TextPiece& piece : pieces)
        text += piece.text;
    const qsizetype most = maxLines > 0 ? maxLines * mostCharactersPerLine : mostCharacters;
    if (text.size() > most) {
        text = text.left(most) + QChar(0x2026);
        m_elided = true;
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
    m_layout->setFormats(formatsOf(pieces));

    lay(text, width, 0);
    if (maxLines <= 0 || m_layout->lineCount() <= maxLines)
        return;
    m_elided = true;
    const int start = m_layout->lineAt(maxLines - 1).textStart();
    const QFontMetricsF metrics(pieces.back().font);
    lay(text.left(start) + metrics.elidedText(text.mid(start), Qt::ElideRight, width), width, maxLines);
}

void ClampedText::lay(const QString& text, qreal width, int maxLines)
{
    m_layout->setText(text);
    m_height = 0;
    m_usedWidth = 0;
    m_layout->beginLayout();
    for (int count = 0; maxLines == 0 || count < maxLines; ++count) {
        QTextLine line = m_layout->createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(qMax(1.0, width));
        line.setPosition({0, m_height});
        m_height += line.height();
        m_usedWidth = qMax(m_usedWidth, line.naturalTextWidth());
    }
    m_layout->endLayout();
}

qreal ClampedText::naturalWidth(const std::vector<TextPiece>& pieces)
{
    qreal width = 0;
    for (const TextPiece& piece : pieces)
        width += QFontMetricsF(piece.font).horizontalAdvance(piece.text.left(mostCharactersPerLine));
    return width;
}

} // namespace vorzimmer::widgets
