#pragma once

#include <QTextBrowser>

namespace vorzimmer::widgets {

/// Text to be read: scrolls, can be walked through by a screen reader, opens no link and loads nothing.
class ReadingView : public QTextBrowser {
    Q_OBJECT
    Q_PROPERTY(double fontScale READ fontScale WRITE setFontScale)
    /// Always as high as its text.
    Q_PROPERTY(bool fitsText READ fitsText WRITE setFitsText)

public:
    explicit ReadingView(QWidget* parent = nullptr);

    [[nodiscard]] double fontScale() const { return m_fontScale; }
    void setFontScale(double scale);
    [[nodiscard]] bool fitsText() const { return m_fitsText; }
    void setFitsText(bool fits);
    /// What the whole text needs in @p width.
    [[nodiscard]] int naturalHeight(int width) const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] QVariant loadResource(int type, const QUrl& name) override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    bool m_fitsText = false;
    double m_fontScale = 1;
};

} // namespace vorzimmer::widgets
