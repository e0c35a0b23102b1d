#pragma once

#include <QColor>
#include <QFont>
#include <QPointF>
#include <QString>
#include <QTextLayout>

#include <memory>
#include <vector>

class QPainter;

namespace vorzimmer::widgets {

/// A stretch of text in one font and colour.
struct TextPiece {
    QString text;
    QFont font;
    QColor color;
};

/// Plain text wrapped into a width: at words, inside a word that is too long, elided after the last line allowed.
/// Nothing in the text is ever taken for markup. Shaping the words is what costs: it is done once, whatever widths are tried.
class ClampedText {
public:
    /// Height and lines are there after setWidth(). @p maxLines 0 = as many as it takes. @p alignment is visual (already
    /// mirrored).
    ClampedText(const std::vector<TextPiece>& pieces, int maxLines, Qt::Alignment alignment = Qt::AlignLeft);

    void setWidth(qreal width);

    [[nodiscard]] qreal height() const { return m_height; }
    /// Of the widest line.
    [[nodiscard]] qreal usedWidth() const { return m_usedWidth; }
    [[nodiscard]] bool isElided() const { return m_cut || m_tail; }
    [[nodiscard]] int lineCount() const { return m_wholeLines + (m_tail ? 1 : 0); }
    void draw(QPainter* painter, const QPointF& at) const;

    /// The width that one line of @p pieces needs.
    [[nodiscard]] static qreal naturalWidth(const std::vector<TextPiece>& pieces);

private:
    /// Puts what follows the last whole line, elided, into a layout of its own.
    void elideFrom(int start, qreal width);

    std::unique_ptr<QTextLayout> m_layout; ///< cannot be moved itself
    std::unique_ptr<QTextLayout> m_tail;   ///< the last line, when it is elided
    int m_maxLines;
    bool m_cut = false; ///< longer than anybody would read here: shortened before it was shaped
    qreal m_width = -1;
    int m_wholeLines = 0;
    qreal m_height = 0;
    qreal m_usedWidth = 0;
};

} // namespace vorzimmer::widgets
