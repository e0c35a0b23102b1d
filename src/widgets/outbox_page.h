#pragma once

#include "vorzimmer/desk/list_keeper.h"
#include "vorzimmer/desk/mail_desk.h"
#include "vorzimmer/desk/mail_keeper.h"
#include "vorzimmer/desk/topic_desk.h"
#include "vorzimmer/models/row_list_model.h"

#include <QTimer>
#include <QWidget>

#include <memory>

namespace vorzimmer::widgets {

namespace Ui {
class OutboxPage;
}

/// What waits for the shared lists, and whose move it is: numbers for every tenant that this user serves, and for the one
/// whose cabinet is open each waiting change by name.
class OutboxPage : public QWidget {
    Q_OBJECT

public:
    /// @p lists must outlive the page. @p desk is of the open cabinet; null = none is open.
    OutboxPage(desk::ListKeeper& lists, std::shared_ptr<desk::TopicDesk> desk, bool canLeave, QWidget* parent = nullptr);
    ~OutboxPage() override;

    /// Shows e-mail, too; @p desk is of the open cabinet, null = none is open.
    void addMail(desk::MailKeeper& keeper, std::shared_ptr<desk::MailDesk> desk);

Q_SIGNALS:
    /// Of the open cabinet.
    void conflictsRequested();
    void leaveRequested();

private:
    void connectDesk();
    void showLists();
    void showWaiting();
    void offer();
    void ask();
    void tryNow();
    [[nodiscard]] const ports::OutboxOperation* chosen() const;

    desk::ListKeeper& m_lists;
    std::shared_ptr<desk::TopicDesk> m_desk;
    std::unique_ptr<Ui::OutboxPage> m_ui;
    models::RowListModel m_listRows;
    models::RowListModel m_waitingRows;
    domain::OperationId m_asked; ///< whether to give this one up
    QTimer m_refreshLater;
};

} // namespace vorzimmer::widgets
