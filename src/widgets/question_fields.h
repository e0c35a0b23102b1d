#pragma once

#include "call_facts.h"
#include "vorzimmer/domain/question.h"

#include <QHash>
#include <QWidget>

#include <vector>

class QGridLayout;

namespace vorzimmer::widgets {

class ClampLabel;

/// The questions of a message form with a field for each, three beside each other. Without questions it takes no room.
class QuestionFields : public QWidget {
    Q_OBJECT

public:
    explicit QuestionFields(NumberReader readNumber, QWidget* parent = nullptr);

    /// Asks @p questions. What was answered once stays, also when its question is gone, and so does the cursor in a field that is
    /// still there; @p answers are for what was not answered here.
    void ask(const std::vector<domain::Question>& questions, const std::vector<domain::Answer>& answers);
    /// What was answered to the questions that are asked, in their order, then to those that no longer are.
    [[nodiscard]] std::vector<domain::Answer> answers() const;
    /// In the order to tab through.
    [[nodiscard]] std::vector<QWidget*> fields() const;

    /// Says what is wrong below each field; what is missing only when @p sayEverything.
    void check(bool sayEverything);
    /// The first field that must not stay as it is; null = all is well.
    [[nodiscard]] QWidget* firstFlawed() const;
    /// The first field that is empty; null = none.
    [[nodiscard]] QWidget* firstUnanswered() const;
    void setFrozen(bool frozen);

Q_SIGNALS:
    /// By the user.
    void edited();

private:
    struct Field {
        domain::Question question;
        QWidget* input; ///< a QLineEdit, or a QComboBox for a choice
        ClampLabel* flaw;
    };
    void add(const domain::Question& question, const QString& answer, int place);
    void clear();
    void remember(const QString& question, const QString& text);
    [[nodiscard]] static QString textOf(const Field& field);
    [[nodiscard]] domain::AnswerFlaw flawOfField(const Field& field) const;

    NumberReader m_readNumber;
    QGridLayout* m_grid;
    std::vector<Field> m_fields;
    std::vector<domain::Answer> m_given; ///< whatever was answered, in the order in which it was
};

} // namespace vorzimmer::widgets
