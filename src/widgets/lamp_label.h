#pragma once

#include "vorzimmer/models/row.h"

#include <QFrame>

namespace vorzimmer::widgets {

/// A state in a lamp's shape and a word, in one line that is elided rather than cut.
class LampLabel : public QFrame {
    Q_OBJECT

public:
    explicit LampLabel(QWidget* parent = nullptr);

    /// The text is also what a screen reader says. A pill has a tinted ground.
    void setState(models::Lamp lamp, models::Tone tone, const QString& text);
    void setPill(bool pill);
    [[nodiscard]] const QString& text() const { return m_text; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] int textStart() const;
    [[nodiscard]] int padding() const;

    models::Lamp m_lamp = models::Lamp::None;
    models::Tone m_tone = models::Tone::Muted;
    QString m_text;
    bool m_pill = false;
};

} // namespace vorzimmer::widgets
