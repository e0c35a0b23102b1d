#pragma once

#include <QDialog>

#include <memory>

namespace vorzimmer::widgets {

namespace Ui {
class TonePad;
}

/// Keys for a voice menu at the other side: each one typed is sent at once.
class TonePad : public QDialog {
    Q_OBJECT

public:
    explicit TonePad(QWidget* parent = nullptr);
    ~TonePad() override;

Q_SIGNALS:
    /// One of 0-9, * and #.
    void keyTyped(const QString& key);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void send(const QString& key);

    std::unique_ptr<Ui::TonePad> m_ui;
};

} // namespace vorzimmer::widgets
