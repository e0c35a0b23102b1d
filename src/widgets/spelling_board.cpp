#include "spelling_board.h"

#include "theme.h"

#include <QPainter>
#include <QStringList>
#include <QStyle>

namespace vorzimmer::widgets {

SpellingBoard::SpellingBoard(QWidget* parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void SpellingBoard::setLetters(std::vector<models::SpelledLetter> letters)
{
    m_letters = std::move(letters);
    QStringList words;
    for (const models::SpelledLetter& letter : m_letters)
        words << letter.word;
    setAccessibleName(tr("Spelled: %1").arg(words.join(QStringLiteral(", "))));
    updateGeometry();
    update();
}

QFont SpellingBoard::letterFont() const
{
    return scaledFont(font(), 1.1, QFont::DemiBold);
}

QFont SpellingBoard::wordFont() const
{
    return scaledFont(font(), 0.82);
}

std::vector<QRect> SpellingBoard::tiles(int width) const
{
    const QFontMetrics letters(letterFont());
    const QFontMetrics words(wordFont());
    const int gap = em(this, 0.3);
    const int height = letters.height() + words.height() + em(this, 0.3);
    std::vector<QRect> places;
    QPoint at(2, 2);
    for (const models::SpelledLetter& letter : m_letters) {
        const int needed = qMax(letters.horizontalAdvance(letter.letter), words.horizontalAdvance(letter.word)) + em(this, 0.7);
        if (at.x() > 2 && at.x() + needed > width - 2)
            at = QPoint(2, at.y() + height + gap);
        places.emplace_back(at, QSize(needed, height));
        at.rx() += needed + gap;
    }
    return places;
}

int SpellingBoard::heightForWidth(int width) const
{
    const std::vector<QRect> places = tiles(width);
    return places.empty() ? 0 : places.back().bottom() + 3;
}

QSize SpellingBoard::sizeHint() const
{
    const int width = em(this, 36);
    return {width, heightForWidth(width)};
}

QSize SpellingBoard::minimumSizeHint() const
{
    return {em(this, 12), m_letters.empty() ? 0 : tiles(QWIDGETSIZE_MAX).front().bottom() + 3};
}

void SpellingBoard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens& t = tokens();
    const std::vector<QRect> places = tiles(width());
    for (size_t i = 0; i < places.size(); ++i) {
        // An address is written from left to right in every language.
        const QRectF tile = QRectF(places[i]).adjusted(0.5, 0.5, -0.5, -0.5);
        painter.setPen(t.line);
        painter.setBrush(t.surfaceRaised);
        painter.drawRoundedRect(tile, em(this, 0.25), em(this, 0.25));
        painter.setFont(letterFont());
        painter.setPen(t.text);
        const QRect inside = places[i].adjusted(0, em(this, 0.1), 0, -em(this, 0.15));
        painter.drawText(inside, Qt::AlignHCenter | Qt::AlignTop, m_letters[i].letter);
        painter.setFont(wordFont());
        painter.setPen(t.textMuted);
        if (m_letters[i].word != m_letters[i].letter)
            painter.drawText(inside, Qt::AlignHCenter | Qt::AlignBottom, m_letters[i].word);
    }
    if (hasFocus()) {
        painter.setPen(QPen(t.focus, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), em(this, 0.3), em(this, 0.3));
    }
}

} // namespace vorzimmer::widgets
