#pragma once

#include "vorzimmer/desk/screening_setup.h"
#include "vorzimmer/models/row_list_model.h"

#include <QWidget>

#include <memory>

namespace vorzimmer::widgets {

class RuleDialog;

namespace Ui {
class ScreeningPage;
}

/// Where a supervisor sets one client's opening hours and rules, tries them out and plays past calls against them before they
/// are saved.
class ScreeningPage : public QWidget {
    Q_OBJECT

public:
    explicit ScreeningPage(std::unique_ptr<desk::ScreeningSetup> setup, QWidget* parent = nullptr);
    ~ScreeningPage() override;

    /// What is changed and not saved is asked about once; false when the page may go.
    bool stepBack();

Q_SIGNALS:
    void leaveRequested();

private:
    void connectForm();
    void connectSetup();
    void showAll();
    void showRules();
    void showHours();
    void readHours();
    void tryOut();
    void showReplay(const desk::Replay& replay);
    void move(int by);
    void toggle();
    void addRule();
    void changeRule();
    void removeRule();
    [[nodiscard]] RuleDialog* ruleDialog(const domain::Rule& rule);
    void setLastDay();
    void save();
    void showResult(const QString& sentence);
    [[nodiscard]] int chosen() const; ///< the rule's place; -1 = none

    std::unique_ptr<desk::ScreeningSetup> m_setup;
    std::unique_ptr<Ui::ScreeningPage> m_ui;
    models::RowListModel m_rows;
    bool m_warned = false;
};

} // namespace vorzimmer::widgets
