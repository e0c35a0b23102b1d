#pragma once

#include "vorzimmer/desk/form_setup.h"
#include "vorzimmer/models/row_list_model.h"

#include <QWidget>

#include <memory>

namespace vorzimmer::widgets {

class QuestionFields;

namespace Ui {
class FormsPage;
}

/// Where a supervisor says what is asked about each concern of a client, in which order, and what must be answered.
class FormsPage : public QWidget {
    Q_OBJECT

public:
    explicit FormsPage(std::unique_ptr<desk::FormSetup> setup, QWidget* parent = nullptr);
    ~FormsPage() override;

    /// What is changed and not saved is asked about once; false when the page may go.
    bool stepBack();

Q_SIGNALS:
    void leaveRequested();
    /// The forms that were saved are others now.
    void formsChanged();

private:
    void connectPage();
    void connectSetup();
    void showConcerns();
    void showQuestions();
    void showQuestion();
    void takeOver();
    void add();
    void move(int by);
    void remove();
    void say(const QString& sentence, bool isWell);
    [[nodiscard]] int concern() const;  ///< the chosen one's place; -1 = none
    [[nodiscard]] int question() const; ///< likewise

    std::unique_ptr<desk::FormSetup> m_setup;
    std::unique_ptr<Ui::FormsPage> m_ui;
    models::RowListModel m_concernRows;
    models::RowListModel m_questionRows;
    QuestionFields* m_preview;
    bool m_filling = false;
    bool m_warned = false;
};

} // namespace vorzimmer::widgets
