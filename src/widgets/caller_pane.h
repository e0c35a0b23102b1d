#pragma once

#include "call_facts.h"
#include "vorzimmer/models/row_list_model.h"

#include <QFrame>

#include <memory>
#include <vector>

namespace vorzimmer::widgets {

namespace Ui {
class CallerPane;
}

/// Who rings: a known caller, an unknown number, nobody who shows a number, or one of several who share a number.
class CallerPane : public QFrame {
    Q_OBJECT

public:
    /// @p callers are all who have the number.
    CallerPane(const std::vector<domain::Caller>& callers, const CallFacts& facts, QWidget* parent = nullptr);
    ~CallerPane() override;

    [[nodiscard]] int heightForWidth(int width) const override;

    /// Shows one of several who share the number; null goes back to the choice.
    void setChosenCaller(const domain::CallerId& caller);

Q_SIGNALS:
    void callerChosen(const vorzimmer::domain::CallerId& caller);

private:
    void showKnown(const domain::Caller& caller);
    void showUnknown();
    void showWithheld();
    void showChoice();
    void showCard(const QString& name, const QString& badge, const QString& detail, const QString& instruction, const QString& hint);

    std::vector<domain::Caller> m_callers;
    CallFacts m_facts;
    models::RowListModel m_choice;
    std::unique_ptr<Ui::CallerPane> m_ui;
};

} // namespace vorzimmer::widgets
