#pragma once

#include "call_facts.h"

#include "vorzimmer/desk/draft_keeper.h"
#include "vorzimmer/domain/note.h"
#include "vorzimmer/domain/person.h"
#include "vorzimmer/domain/result.h"
#include "vorzimmer/domain/tenant.h"

#include <QSet>
#include <QWidget>

#include <memory>
#include <vector>

namespace vorzimmer::widgets {

namespace Ui {
class MessageForm;
}

class MailCopies;
class QuestionFields;

/// The note of one call. Everything typed goes out with edited() at once; finishing is asked for once.
class MessageForm : public QWidget {
    Q_OBJECT

public:
    MessageForm(const domain::Note& note, const std::vector<domain::Person>& people, const std::vector<domain::Concern>& concerns,
                NumberReader readNumber, QWidget* parent = nullptr);
    ~MessageForm() override;

    /// Offers to send the note by e-mail where the house wants that.
    void offerCopies(const desk::MailHabits& habits, const domain::TenantEntry& house, std::shared_ptr<desk::WordsBegun> begun);

    [[nodiscard]] const domain::Note& note() const { return m_note; }
    /// Takes over what was learned meanwhile (the chosen caller); fields the user has typed in keep her words.
    void prefill(const domain::Note& note);
    void focusText();
    /// The first question that is not answered, else the text.
    void focusFirst();
    /// As prefill(), for the concern alone.
    void setConcern(const QString& concern);
    /// What a rule wants to be asked, whatever the concern.
    void setDemanded(const std::vector<QString>& questions);

    void showSaved(const QDateTime& at);
    void showSaveFailed(const domain::Error& error);
    /// The note is on file: nothing can be changed any more.
    void showFinished();
    /// Finishing failed: the form is open again.
    void showFinishFailed(const domain::Error& error);

Q_SIGNALS:
    void edited(const vorzimmer::domain::Note& note);
    void finishRequested(const vorzimmer::domain::Note& note, const vorzimmer::desk::NoteCopies& copies);

private:
    void nameFields();
    void connectFields();
    void fill();
    /// The questions of the concern and of the rule; what was answered stays.
    void askForConcern();
    void takeOver();
    void onEdited(QWidget* field);
    void check(bool sayEverything);
    void finish();
    void setFrozen(bool frozen);
    void showState(const QString& sentence, const char* tone);
    [[nodiscard]] domain::NoteFlaw flaw() const;

    domain::Note m_note;
    std::vector<domain::Person> m_people;
    std::vector<domain::Concern> m_concerns;
    std::vector<QString> m_demanded;
    QuestionFields* m_questions;
    NumberReader m_readNumber;
    MailCopies* m_copies = nullptr; ///< child; null where nothing goes by e-mail
    QSet<QWidget*> m_touched; ///< fields that hold the user's own words
    bool m_filling = false;
    bool m_triedToFinish = false;
    bool m_finishing = false;
    std::unique_ptr<Ui::MessageForm> m_ui;
};

} // namespace vorzimmer::widgets
