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
/// Nothing in the text is ever taken for markup.
class ClampedText {
public:
    /// @p maxLines 0 = as many as it takes. @p alignment is visual (already mirrored).
    ClampedText(const std::vector<TextPiece>& pieces, qreal width, int maxLines, Qt::Alignment alignment = Qt::AlignLeft);

    [[nodiscard]] qreal height() const { return m_height; }
    /// Of the widest line.
    [[nodiscard]] qreal usedWidth() const { return m_usedWidth; }
    [[nodiscard]] bool isElided() const { return m_elided; }
    [[nodiscard]] int lineCount() const { return m_layout->lineCount(); }
    void draw(QPainter* painter, const QPointF& at) const { m_layout->draw(painter, at); }

    /// The width that one line of @p pieces needs.
    [[nodiscard]] static qreal naturalWidth(const std::vector<TextPiece>& pieces);

private:
    void lay(const QString& text, qreal width, int maxLines);

    std::unique_ptr<QTextLayout> m_layout; ///< cannot be moved itself
    qreal m_height = 0;
    qreal m_usedWidth = 0;
    bool m_elided = false;
};

} // namespace vorzimmer::widgets
