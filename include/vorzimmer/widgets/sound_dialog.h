#pragma once

#include "vorzimmer/ports/sound_setup.h"

#include <QDialog>
#include <QTimer>

#include <memory>

class QComboBox;

namespace vorzimmer::widgets {

namespace Ui {
class SoundDialog;
}

/// Chooses this computer's microphone and loudspeakers, and tries them out. What is chosen holds at once. Open only with
/// open(), never exec().
class SoundDialog : public QDialog {
    Q_OBJECT

public:
    /// @p own: whether calls are heard and spoken here. @p setup must outlive the dialog.
    SoundDialog(ports::SoundSetup& setup, bool own, QWidget* parent = nullptr);
    ~SoundDialog() override;

Q_SIGNALS:
    /// For the next time.
    void ownChosen(bool own);
    void choiceMade(const vorzimmer::ports::SoundChoice& choice);

private:
    void fill(QComboBox* box, ports::SoundDevice::Kind kind, const QString& chosen);
    void fillAll();
    void take();
    void showState();
    void showLevels();

    ports::SoundSetup& m_setup;
    std::unique_ptr<Ui::SoundDialog> m_ui;
    QTimer m_meter;
};

} // namespace vorzimmer::widgets
