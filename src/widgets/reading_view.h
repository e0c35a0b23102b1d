#pragma once

#include <QTextBrowser>

namespace vorzimmer::widgets {

/// Text to be read: scrolls, can be walked through by a screen reader, opens no link and loads nothing.
class ReadingView : public QTextBrowser {
    Q_OBJECT
    Q_PROPERTY(double fontScale READ fontScale WRITE setFontScale)
    /// As high as its text, up to a few lines.
    Q_PROPERTY(bool fitsText READ fitsText WRITE setFitsText)

public:
    explicit ReadingView(QWidget* parent = nullptr);

    [[nodiscard]] double fontScale() const { return m_fontScale; }
    void setFontScale(double scale);
    [[nodiscard]] bool fitsText() const { return m_fitsText; }
    void setFitsText(bool fits);
    /// What the whole text needs in @p width.
    [[nodiscard]] int naturalHeight(int width) const;
    /// The same, but no more than a few lines.
    [[nodiscard]] int fittingHeight(int width) const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] QVariant loadResource(int type, const QUrl& name) override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    bool m_fitsText = false;
    struct Measured {
        int width = -1;
        int revision = -1;
        double fontScale = 0;
        friend bool operator==(const Measured&, const Measured&) = default;
    };
    double m_fontScale = 1;
    mutable Measured m_measured; ///< measuring lays the whole text out, and layouts ask often
    mutable int m_measuredHeight = 0;
};

} // namespace vorzimmer::widgets
