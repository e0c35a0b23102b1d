#include "vorzimmer/models/word_diff.h"

#include <QStringList>

#include <algorithm>

namespace vorzimmer::models {

namespace {

/// Above this the table of the longest common run of words would take more memory and time than a reader waits for.
constexpr size_t largestTable = 4'000'000;

bool endsSentence(QChar character)
{
    return QStringView(u",;:.!?").contains(character);
}

/// Words, each with the blanks behind it, so that nothing between them is lost. A mark at a word's end stands alone: a comma
/// more makes no other word.
std::vector<QStringView> wordsOf(const QString& text)
{
    std::vector<QStringView> words;
    const QStringView all(text);
    for (qsizetype start = 0; start < all.size();) {
        qsizetype end = start;
        while (end < all.size() && !all[end].isSpace())
            ++end;
        qsizetype bare = end;
        while (bare > start && endsSentence(all[bare - 1]))
            --bare;
        if (bare > start && bare < end) {
            words.push_back(all.mid(start, bare - start));
            start = bare;
        }
        while (end < all.size() && all[end].isSpace())
            ++end;
        words.push_back(all.mid(start, end - start));
        start = end;
    }
    return words;
}

bool same(QStringView a, QStringView b)
{
    return a.trimmed() == b.trimmed();
}

/// For every word of @p mine between the ends that both share, whether it is missing in @p theirs.
std::vector<bool> missing(const std::vector<QStringView>& mine, const std::vector<QStringView>& theirs)
{
    std::vector<bool> differs(mine.size(), false);
    size_t head = 0;
    while (head < mine.size() && head < theirs.size() && same(mine[head], theirs[head]))
        ++head;
    size_t tail = 0;
    while (tail < mine.size() - head && tail < theirs.size() - head &&
           same(mine[mine.size() - 1 - tail], theirs[theirs.size() - 1 - tail]))
        ++tail;
    const size_t rows = mine.size() - head - tail;
    const size_t columns = theirs.size() - head - tail;
    if (rows == 0 || columns == 0 || rows * columns > largestTable) {
        std::fill(differs.begin() + static_cast<ptrdiff_t>(head), differs.begin() + static_cast<ptrdiff_t>(head + rows),
                  true);
        return differs;
    }
    // longest[r][c]: the longest common run of what lies behind row r and column c.
    std::vector<quint32> longest((rows + 1) * (columns + 1), 0);
    const auto at = [columns](size_t row, size_t column) { return row * (columns + 1) + column; };
    for (size_t row = rows; row-- > 0;) {
        for (size_t column = columns; column-- > 0;) {
            longest[at(row, column)] = same(mine[head + row], theirs[head + column])
                                           ? longest[at(row + 1, column + 1)] + 1
                                           : std::max(longest[at(row + 1, column)], longest[at(row, column + 1)]);
        }
    }
    size_t column = 0;
    for (size_t row = 0; row < rows; ++row) {
        while (column < columns && !same(mine[head + row], theirs[head + column]) &&
               longest[at(row, column + 1)] == longest[at(row, column)])
            ++column;
        if (column < columns && same(mine[head + row], theirs[head + column]))
            ++column;
        else
            differs[head + row] = true;
    }
    return differs;
}

/// A mark ends with its last word, not with the blank behind it.
void moveBlanksOut(std::vector<DiffPiece>& pieces)
{
    for (size_t at = 0; at < pieces.size(); ++at) {
        QString& text = pieces[at].text;
        qsizetype end = text.size();
        while (end > 0 && text[end - 1].isSpace())
            --end;
        if (!pieces[at].differs || end == 0 || end == text.size())
            continue;
        const QString blanks = text.mid(end);
        text.truncate(end);
        if (at + 1 == pieces.size())
            pieces.push_back({QString(), false});
        pieces[at + 1].text.prepend(blanks);
    }
}

} // namespace

std::vector<DiffPiece> wordDiff(const QString& text, const QString& other)
{
    const std::vector<QStringView> words = wordsOf(text);
    const std::vector<bool> differs = missing(words, wordsOf(other));
    std::vector<DiffPiece> pieces;
    for (size_t at = 0; at < words.size(); ++at) {
        if (pieces.empty() || pieces.back().differs != differs[at])
            pieces.push_back({QString(), differs[at]});
        pieces.back().text += words[at];
    }
    moveBlanksOut(pieces);
    return pieces;
}

QString differingWords(const std::vector<DiffPiece>& pieces)
{
    QStringList words;
    for (const DiffPiece& piece : pieces) {
        if (piece.differs && !piece.text.trimmed().isEmpty())
            words << piece.text.simplified();
    }
    return words.join(QStringLiteral(", "));
}

} // namespace vorzimmer::models
