#pragma once

#include "vorzimmer/domain/transfer.h"
#include "vorzimmer/models/desk_rows.h"

#include <QWidget>

#include <memory>

namespace vorzimmer::widgets {

namespace Ui {
class TransferPane;
}

/// A caller is being put through: to whom, how it stands, what was tried, and the keys to go on.
class TransferPane : public QWidget {
    Q_OBJECT

public:
    explicit TransferPane(models::NumberDisplay display, QWidget* parent = nullptr);
    ~TransferPane() override;

    void show(const domain::TransferStatus& status);
    /// To where the next key is meant: the button that connects, else the one that goes back.
    void focusNext();

Q_SIGNALS:
    void joinRequested();
    void swapRequested();
    void nextNumberRequested();
    void giveUpRequested();

private:
    [[nodiscard]] QString triedText(const std::vector<domain::TransferAttempt>& attempts) const;

    models::NumberDisplay m_display;
    std::unique_ptr<Ui::TransferPane> m_ui;
};

} // namespace vorzimmer::widgets
