#pragma once

#include "vorzimmer/domain/service_level.h"
#include "vorzimmer/models/call_lines.h"
#include "vorzimmer/models/row_list_model.h"

#include <QFrame>

#include <memory>
#include <vector>

namespace vorzimmer::widgets {

namespace Ui {
class CallListPane;
}

/// The calls at this seat: who waits, what is mine, what was today. Tells no more of a house than its name.
class CallListPane : public QFrame {
    Q_OBJECT

public:
    explicit CallListPane(QWidget* parent = nullptr);
    ~CallListPane() override;

    /// Longest waiting first.
    void setWaiting(std::vector<models::WaitingCall> calls);
    void setOwn(std::vector<models::OwnCall> calls);
    /// Newest first; @p total may be more than are listed.
    void setToday(const std::vector<models::PastCall>& calls, int total);
    /// How many of today's calls were answered in time.
    void setServiceLevel(const domain::ServiceLevel& level);
    /// UTC; call every second.
    void setNow(const QDateTime& now);

Q_SIGNALS:
    /// Enter or double click on a waiting call.
    void answerRequested(const vorzimmer::domain::CallId& call);
    /// Enter or click on one of one's own: bring it on the screen.
    void callSelected(const vorzimmer::domain::CallId& call);

private:
    void refreshWaiting();
    void refreshOwn();

    QDateTime m_now;
    std::vector<models::WaitingCall> m_waiting;
    std::vector<models::OwnCall> m_own;
    models::RowListModel m_waitingRows;
    models::RowListModel m_ownRows;
    models::RowListModel m_todayRows;
    std::unique_ptr<Ui::CallListPane> m_ui;
};

} // namespace vorzimmer::widgets
