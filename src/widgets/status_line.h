#pragma once

#include "vorzimmer/domain/result.h"
#include "vorzimmer/ports/call_feed.h"
#include "vorzimmer/ports/topic_board.h"

#include <QFrame>

#include <memory>
#include <vector>

namespace vorzimmer::widgets {

namespace Ui {
class StatusLine;
}

/// The truth about the machinery, always in sight: telephone line, shared list, draft.
class StatusLine : public QFrame {
    Q_OBJECT

public:
    explicit StatusLine(QWidget* parent = nullptr);
    ~StatusLine() override;

    /// @p reason is technical and goes to the tool tip, which lists the lines where there are several.
    void setLine(ports::BackendState state, const QString& reason = {});
    void setLines(const std::vector<ports::LineStatus>& lines);
    /// Clients have no telephone line.
    void hideLine();
    /// Of the tenant on the screen, or of all lists together while there is none.
    void setBoard(const ports::BoardStatus& status);
    /// No tenant is on the screen.
    void clearBoard();
    void showSaved(const QDateTime& at);
    void showSaveFailed(const domain::Error& error);
    void clearDraft();

Q_SIGNALS:
    /// The user does not want to wait for the shared list.
    void retryRequested();
    /// The user wants to see what waits.
    void outboxRequested();
    void keysRequested();

private:
    void showLines();

    ports::BackendState m_backend = ports::BackendState::Starting;
    QString m_backendReason;
    std::vector<ports::LineStatus> m_lines;
    std::unique_ptr<Ui::StatusLine> m_ui;
};

} // namespace vorzimmer::widgets
