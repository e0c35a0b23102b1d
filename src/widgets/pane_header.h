#pragma once

#include "vorzimmer/models/row.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;

namespace vorzimmer::widgets {

class ClampLabel;

/// The head of a card: its name with the letter that jumps to it, and what is worth knowing at a glance.
class PaneHeader : public QFrame {
    Q_OBJECT
    /// With the mnemonic's ampersand: "&People".
    Q_PROPERTY(QString title READ title WRITE setTitle)

public:
    explicit PaneHeader(QWidget* parent = nullptr);

    [[nodiscard]] QString title() const;
    void setTitle(const QString& title);
    /// Where Alt+letter goes; also names that widget for screen readers unless it has a name.
    void setTarget(QWidget* target);
    /// Stands at the end, before the key.
    void setInfo(const QString& info, models::Tone tone = models::Tone::Muted);
    /// Stands right after the title.
    void setCount(int count);
    void addWidget(QWidget* widget);

private:
    void refresh();

    QString m_text;
    int m_count = -1;
    QLabel* m_title;
    ClampLabel* m_info;
    QLabel* m_key;
    QHBoxLayout* m_row;
};

} // namespace vorzimmer::widgets
