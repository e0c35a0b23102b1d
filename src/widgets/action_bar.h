#pragma once

#include "vorzimmer/domain/screening.h"
#include "vorzimmer/ports/call_feed.h"

#include <QElapsedTimer>
#include <QHash>
#include <QWidget>

#include <functional>
#include <memory>
#include <optional>

class QKeySequence;

namespace vorzimmer::widgets {

class KeyButton;

namespace Ui {
class ActionBar;
}

/// What can be done with the call, each with its key. F5, F6, F7, F3, F4 and Ctrl+W work here; F2, F8, F9, Ctrl+M and Ctrl+K are
/// the window's own keys and only shown. A key hammered within 100 ms counts once.
class ActionBar : public QWidget {
    Q_OBJECT

public:
    explicit ActionBar(QWidget* parent = nullptr);
    ~ActionBar() override;

    /// Enables and words the buttons: answer while it rings, retrieve while held, put away after its end; @p muted is whether the
    /// caller does not hear us.
    void setCall(ports::CallState state, ports::Capabilities capabilities, bool muted);
    void setRecommended(domain::Action action);
    /// The action whose form is open.
    void setOpen(std::optional<domain::Action> action);

Q_SIGNALS:
    void actionChosen(vorzimmer::domain::Action action);
    void answerRequested();
    void holdToggled();
    void muteToggled();
    void hangUpRequested();
    void findRequested();
    void appointmentsRequested();
    void topicsRequested();
    void putAwayRequested();

private:
    void bind(KeyButton* button, const QKeySequence& key, bool ownKey, std::function<void()> act);
    [[nodiscard]] KeyButton* buttonFor(domain::Action action) const;
    void showLooks();

    QHash<KeyButton*, QElapsedTimer> m_lastPress;
    std::optional<domain::Action> m_recommended;
    std::optional<domain::Action> m_open;
    std::unique_ptr<Ui::ActionBar> m_ui;
};

} // namespace vorzimmer::widgets
