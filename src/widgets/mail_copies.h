#pragma once

#include "vorzimmer/desk/draft_keeper.h"
#include "vorzimmer/desk/mail_keeper.h"
#include "vorzimmer/desk/words_begun.h"
#include "vorzimmer/domain/person.h"
#include "vorzimmer/domain/tenant.h"

#include <QWidget>

#include <memory>
#include <vector>

namespace vorzimmer::widgets {

namespace Ui {
class MailCopies;
}

/// To whom a note goes by e-mail when it is finished: filled in from the person it is for, and the secretary's to change. Hidden
/// where the house wants nothing by e-mail.
class MailCopies : public QWidget {
    Q_OBJECT

public:
    /// Goes on with the addresses of @p begun, and keeps there what is typed.
    MailCopies(const desk::MailHabits& habits, const domain::TenantEntry& house, std::shared_ptr<desk::WordsBegun> begun,
               QWidget* parent = nullptr);
    ~MailCopies() override;

    /// For whom the note is; null = the house. What was typed by hand stays.
    void setPerson(const domain::Person* person);
    /// Says what is wrong with the addresses and goes there; true when all are good.
    [[nodiscard]] bool check();
    /// What to send of the finished @p note.
    [[nodiscard]] desk::NoteCopies copiesOf(const domain::Note& note) const;
    void setFrozen(bool frozen);

private:
    void showHint();

    desk::MailHabits m_habits;
    domain::TenantEntry m_house;
    std::shared_ptr<desk::WordsBegun> m_begun;
    QString m_personName;
    QString m_personAddress;
    std::unique_ptr<Ui::MailCopies> m_ui;
};

} // namespace vorzimmer::widgets
