#pragma once

#include <QWidget>

#include <memory>

namespace vorzimmer::widgets {

namespace Ui {
class IdlePage;
}

/// Nobody's call is on the screen: says what will happen and what can be done meanwhile.
class IdlePage : public QWidget {
    Q_OBJECT

public:
    /// @p mayVisit offers opening a client without a call (supervisors).
    explicit IdlePage(bool mayVisit, QWidget* parent = nullptr);
    ~IdlePage() override;

    void setReady(bool ready);

Q_SIGNALS:
    void keysRequested();
    void visitRequested();

private:
    std::unique_ptr<Ui::IdlePage> m_ui;
};

} // namespace vorzimmer::widgets
