#pragma once

#include "vorzimmer/models/spelling.h"

#include <QWidget>

#include <vector>

namespace vorzimmer::widgets {

/// An address letter by letter, each with its word beneath, wrapped like text. A screen reader says the words.
class SpellingBoard : public QWidget {
    Q_OBJECT

public:
    explicit SpellingBoard(QWidget* parent = nullptr);

    void setLetters(std::vector<models::SpelledLetter> letters);

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    /// Where each letter's tile stands in @p width.
    [[nodiscard]] std::vector<QRect> tiles(int width) const;
    [[nodiscard]] QFont letterFont() const;
    [[nodiscard]] QFont wordFont() const;

    std::vector<models::SpelledLetter> m_letters;
};

} // namespace vorzimmer::widgets
