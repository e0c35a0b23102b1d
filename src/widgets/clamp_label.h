#pragma once

#include "clamped_text.h"

#include <QLabel>

#include <optional>

namespace vorzimmer::widgets {

/// A label for data: plain text whatever it contains, wrapped and then elided instead of cut, with the whole text as tool
/// tip when some of it does not show. Never demands more width than a few letters.
class ClampLabel : public QLabel {
    Q_OBJECT
    Q_PROPERTY(int maxLines READ maxLines WRITE setMaxLines)
    /// The font's size against the application's.
    Q_PROPERTY(double fontScale READ fontScale WRITE setFontScale)
    Q_PROPERTY(bool strong READ isStrong WRITE setStrong)

public:
    explicit ClampLabel(QWidget* parent = nullptr);

    [[nodiscard]] int maxLines() const { return m_maxLines; }
    void setMaxLines(int lines); ///< 0 = as many as it takes
    [[nodiscard]] double fontScale() const { return m_fontScale; }
    void setFontScale(double scale);
    [[nodiscard]] bool isStrong() const { return m_strong; }
    void setStrong(bool strong);

    [[nodiscard]] bool hasHeightForWidth() const override { return m_maxLines != 1; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] QMargins insets() const;
    void applyFont();
    /// The text set into @p width. Valid until the next call.
    [[nodiscard]] const ClampedText& clamped(int width) const;

    /// What the set text was made from.
    struct Setting {
        QString text;
        QFont font;
        QColor color;
        int maxLines = 0;
        Qt::Alignment alignment;
        friend bool operator==(const Setting&, const Setting&) = default;
    };
    mutable Setting m_setting;
    mutable std::optional<ClampedText> m_clamped;
    int m_maxLines = 1;
    double m_fontScale = 1;
    bool m_strong = false;
};

} // namespace vorzimmer::widgets
