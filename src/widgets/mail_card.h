#pragma once

#include "vorzimmer/desk/mail_desk.h"
#include "vorzimmer/desk/mail_keeper.h"
#include "vorzimmer/models/mail_wording.h"
#include "vorzimmer/models/row_list_model.h"

#include <QFrame>
#include <QTimer>

#include <memory>

namespace vorzimmer::widgets {

namespace Ui {
class MailCard;
}

/// The e-mail part of the outbox: how each client's stands, and for the one whose cabinet is open each mail with its fate and what
/// can be done about it.
class MailCard : public QFrame {
    Q_OBJECT

public:
    /// @p keeper must outlive it. @p desk is of the open cabinet; null = none is open.
    MailCard(desk::MailKeeper& keeper, std::shared_ptr<desk::MailDesk> desk, QWidget* parent = nullptr);
    ~MailCard() override;

private:
    void connectCard();
    void showHouses();
    void showMails();
    void offer();
    void sendAgain();
    [[nodiscard]] models::MailWording::Place chosenPlace() const;
    /// Null when nothing is chosen, or it is gone.
    [[nodiscard]] const domain::Recipient* chosen() const;

    desk::MailKeeper& m_keeper;
    std::shared_ptr<desk::MailDesk> m_desk;
    std::unique_ptr<Ui::MailCard> m_ui;
    models::RowListModel m_houseRows;
    models::RowListModel m_mailRows;
    QString m_shownId; ///< whose address is in the field
    QTimer m_refreshLater;
};

} // namespace vorzimmer::widgets
