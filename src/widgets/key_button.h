#pragma once

#include "vorzimmer/models/row.h"

#include <QPushButton>

namespace vorzimmer::widgets {

/// A button that shows its key. `look` (open, recommended, danger, primary, pill) is the style sheet's.
class KeyButton : public QPushButton {
    Q_OBJECT
    Q_PROPERTY(QString keyCap READ keyCap WRITE setKeyCap)
    Q_PROPERTY(QString iconName READ iconName WRITE setIconName)

public:
    explicit KeyButton(QWidget* parent = nullptr);

    [[nodiscard]] const QString& keyCap() const { return m_keyCap; }
    /// As printed on the keyboard; told to screen readers as the button's description.
    void setKeyCap(const QString& keyCap);
    [[nodiscard]] const QString& iconName() const { return m_iconName; }
    void setIconName(const QString& name);
    void setLampState(models::Lamp lamp, models::Tone tone);
    void setButtonLook(const QString& look);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] int iconRoom() const;
    [[nodiscard]] int capWidth() const;
    [[nodiscard]] QFont capFont() const;
    [[nodiscard]] QColor textColor() const;
    void paintCap(QPainter* painter, const QRect& box) const;

    QString m_keyCap;
    QString m_iconName;
    models::Lamp m_lamp = models::Lamp::None;
    models::Tone m_lampTone = models::Tone::Muted;
};

} // namespace vorzimmer::widgets
