#pragma once

#include "vorzimmer/desk/house_plan.h"
#include "vorzimmer/models/row_list_model.h"

#include <QWidget>

#include <memory>

namespace vorzimmer::widgets {

namespace Ui {
class HousePlanPage;
}

/// Who is there at one client's, who will be away or on call and who is expected to ring: looked up, entered and taken away. For the
/// bureau and for the client itself.
class HousePlanPage : public QWidget {
    Q_OBJECT

public:
    enum class Reader { Bureau, Client };
    HousePlanPage(std::unique_ptr<desk::HousePlan> plan, Reader reader, QWidget* parent = nullptr);
    ~HousePlanPage() override;

    /// Steps out of the form; false when there is nothing to step out of.
    bool stepBack();
    void refresh() { m_plan->reload(); }

Q_SIGNALS:
    void leaveRequested();
    /// What the desk shows of the client is another thing now.
    void planChanged();

private:
    enum class Kind { Absence, Duty, Expected };
    void connectPage();
    void connectPlan();
    void showAll();
    void showPlan();
    void showKind();
    void fillWho();
    void openStates();
    void enter();
    void enterSchedules(Kind kind);
    void enterExpected();
    void removeChosen();
    void tell(const QString& sentence, bool isWell, QWidget* field = nullptr);
    [[nodiscard]] Kind kind() const;

    std::unique_ptr<desk::HousePlan> m_plan;
    std::unique_ptr<Ui::HousePlanPage> m_ui;
    models::RowListModel m_peopleRows;
    models::RowListModel m_planRows;
    QString m_entered; ///< what to say when the change is kept; empty = nothing is under way
    bool m_formIsKept = false; ///< what stands in the form is under way, and goes when it is kept
};

} // namespace vorzimmer::widgets
