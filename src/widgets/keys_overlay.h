#pragma once

#include <QPointer>
#include <QString>
#include <QWidget>

#include <memory>
#include <vector>

namespace vorzimmer::widgets {

namespace Ui {
class KeysOverlay;
}

struct KeyHint {
    QString keys; ///< as printed on the keyboard
    QString what;
};

/// All keys on one card above the window. Esc, F1 or a click beside the card closes and deletes it.
class KeysOverlay : public QWidget {
    Q_OBJECT

public:
    /// Who looks for a key: a supervisor has some more.
    enum class Reader { Secretary, Supervisor };
    /// Covers @p window and follows its size; call show().
    KeysOverlay(const std::vector<KeyHint>& keys, QWidget* window);
    ~KeysOverlay() override;

    /// The keys of the desk, worded in the user's language.
    [[nodiscard]] static std::vector<KeyHint> deskKeys(Reader reader);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void leave();

    QPointer<QWidget> m_focusBefore;
    std::unique_ptr<Ui::KeysOverlay> m_ui;
};

} // namespace vorzimmer::widgets
