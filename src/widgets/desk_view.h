#pragma once

#include "call_facts.h"
#include "vorzimmer/desk/draft_keeper.h"
#include "vorzimmer/domain/call.h"
#include "vorzimmer/domain/note.h"
#include "vorzimmer/domain/screening.h"
#include "vorzimmer/domain/transfer.h"
#include "vorzimmer/ports/cabinet.h"

#include <QByteArray>
#include <QWidget>

#include <memory>
#include <optional>

namespace vorzimmer::widgets {

class ActionBar;
class CallerPane;
class EmailForm;
class GreetingPane;
class HistoryPane;
class MessageForm;
class NewsBanner;
class PeoplePane;
class PutThroughForm;
class RecommendationBar;

namespace Ui {
class DeskView;
}

/// Everything about one call to one tenant, in the order it is needed: greet, recognise, decide, act, note. Made for one call
/// and thrown away with it; nothing in it can show another tenant.
class DeskView : public QWidget {
    Q_OBJECT

public:
    DeskView(const ports::PopSheet& sheet, const CallFacts& facts, const domain::Recommendation& advice, const domain::Note& note,
             QWidget* parent = nullptr);
    ~DeskView() override;

    // ---- what changes while the call is on the screen
    void setRecommendation(const domain::Recommendation& advice);
    /// One of several who share the number was chosen: shows them, their history and what the note takes over.
    void setChosenCaller(const domain::CallerId& caller, const std::vector<ports::HistoryEntry>& history, const domain::Note& note);
    /// What changed of the house has been read.
    void hideNews();
    /// The same people, in other states.
    void setPeople(const std::vector<domain::Person>& people);
    void setCall(ports::CallState state, ports::Capabilities capabilities, bool muted);
    /// UTC; call at least once a minute.
    void setNow(const QDateTime& now);
    void showSaved(const QDateTime& at);
    void showSaveFailed(const domain::Error& error);
    void showNoteFinished();
    void showFinishFailed(const domain::Error& error);
    /// Opens the put-through form, too: the keys to go on are there.
    void showTransfer(const domain::TransferStatus& status);
    /// What was done with the call stands where the advice stood.
    void showOutcome(domain::Disposition disposition, const QString& detail);

    // ---- the form in front
    [[nodiscard]] std::optional<domain::Action> openAction() const;
    /// Opens the action's form and moves the focus into it; Decline has none.
    void open(domain::Action action);
    /// Hides the form; nothing typed is lost.
    void closeForm();

    /// Where a menu about the caller belongs, on the screen.
    [[nodiscard]] QPoint callerMenuPlace() const;
    /// Who is chosen in the people pane, or stands first; null = nobody is on file.
    [[nodiscard]] domain::PersonId chosenPerson() const;
    /// Where a menu about that person belongs, on the screen.
    [[nodiscard]] QPoint presenceMenuPlace() const;

    /// How the user has drawn the splitters; restoring garbage changes nothing.
    [[nodiscard]] QByteArray layoutState() const;
    bool restoreLayout(const QByteArray& state);

Q_SIGNALS:
    /// F5, F6, F7 or their buttons; the form is already open.
    void actionChosen(vorzimmer::domain::Action action);
    void answerRequested();
    void holdToggled();
    void muteToggled();
    void hangUpRequested();
    void findRequested();
    void appointmentsRequested();
    void topicsRequested();
    void putAwayRequested();
    void callerChosen(const vorzimmer::domain::CallerId& caller);
    /// F10: what can be laid down about the caller.
    void callerMenuRequested();
    /// Ctrl+L: what changed of the house has been read.
    void newsReadRequested();
    /// F11: the state of chosenPerson().
    void presenceMenuRequested();
    void concernChosen(const QString& concern);
    void noteEdited(const vorzimmer::domain::Note& note);
    void noteFinishRequested(const vorzimmer::domain::Note& note, const vorzimmer::desk::NoteCopies& copies);
    void putThroughRequested(const std::vector<vorzimmer::domain::RingStep>& steps, vorzimmer::domain::TransferManner manner);
    void joinRequested();
    void nextNumberRequested();
    /// @p toCaller: what the caller gets in writing; without recipients nothing.
    void redirectDone(const QString& email, const QString& concern, const vorzimmer::domain::Mail& toCaller);

protected:
    /// Esc steps back: closes the form, and nothing else.
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void addPanes(const CallFacts& facts, const domain::Recommendation& advice, const QString& concern);
    /// What the forms are made from as long as they are not.
    struct FormMatter {
        CallFacts facts;
        domain::PersonId person;
        domain::Note note;
        std::vector<QString> demanded;
    };

    /// Makes the forms unless they are there. A ring shows none of them, so they follow the first painting or the first need.
    void needForms();
    [[nodiscard]] MessageForm& message();
    [[nodiscard]] PutThroughForm& putThrough();
    [[nodiscard]] EmailForm& email();
    void connectActions();
    void connectForms();
    /// Offers to send by e-mail what is done for this caller, where the house can.
    void offerMail(const domain::CallerId& caller);
    /// The caller's language if known, else the house's.
    [[nodiscard]] QString languageFor(const domain::CallerId& caller) const;
    void shareOutRows();
    [[nodiscard]] int neededFormHeight() const;

    ports::PopSheet m_sheet;
    desk::MailHabits m_mail;
    std::shared_ptr<desk::WordsBegun> m_begun;
    std::unique_ptr<Ui::DeskView> m_ui;
    domain::Action m_open = domain::Action::TakeMessage; ///< the form shown last
    bool m_columnsDrawn = false; ///< by the user's own hand
    int m_formHeight = 0;        ///< what the user gave the open form; 0 = what it needs
    NewsBanner* m_news = nullptr; ///< only while there is any
    GreetingPane* m_greeting = nullptr;
    PeoplePane* m_people = nullptr;
    CallerPane* m_caller = nullptr;
    HistoryPane* m_history = nullptr;
    RecommendationBar* m_advice = nullptr;
    ActionBar* m_actions = nullptr;
    std::optional<FormMatter> m_formMatter;
    bool m_formsOrdered = false;
    // Only by way of message(), putThrough() and email().
    MessageForm* m_message = nullptr;
    PutThroughForm* m_putThrough = nullptr;
    EmailForm* m_email = nullptr;
};

} // namespace vorzimmer::widgets
