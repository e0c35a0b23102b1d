#pragma once

#include "call_facts.h"
#include "vorzimmer/domain/person.h"
#include "vorzimmer/domain/transfer.h"
#include "vorzimmer/models/row_list_model.h"

#include <QTimeZone>
#include <QTimer>
#include <QWidget>

#include <memory>
#include <vector>

namespace vorzimmer::widgets {

class TransferPane;

namespace Ui {
class PutThroughForm;
}

/// Whom to put the caller through to, and how: the house's people with their numbers in the order to try them, or any number;
/// at once (Enter) or announced (Ctrl+Enter). While the caller is being put through it shows how that stands.
class PutThroughForm : public QWidget {
    Q_OBJECT

public:
    /// @p preferred is selected first; null = the first who can be reached.
    PutThroughForm(const std::vector<domain::Person>& people, const domain::PersonId& preferred, const QTimeZone& zone,
                   const CallFacts& facts, QWidget* parent = nullptr);
    ~PutThroughForm() override;

    void setPreferred(const domain::PersonId& person);
    void setNow(const QDateTime& now);
    /// The same people, in other states.
    void setPeople(const std::vector<domain::Person>& people);
    void focusTargets();

    void setCall(ports::CallState state, ports::Capabilities capabilities);
    /// Where the transfer stands; one that came back opens the form again.
    void showTransfer(const domain::TransferStatus& status);

Q_SIGNALS:
    /// @p steps are what to try, one after the other; person and name are empty for a number that was typed in.
    void putThroughRequested(const std::vector<vorzimmer::domain::RingStep>& steps, vorzimmer::domain::TransferManner manner);
    void joinRequested();
    void swapRequested();
    void nextNumberRequested();
    void giveUpRequested();

private:
    struct Target {
        domain::PersonId person;
        domain::LabelledNumber number;
    };
    void refresh();
    [[nodiscard]] std::vector<domain::RingStep> chosenSteps() const;
    [[nodiscard]] bool leadsBack(const domain::PhoneNumber& number) const;
    void ask(domain::TransferManner manner);
    void checkTyped();
    void sayTarget();
    void setAsked(bool asked);

    std::vector<domain::Person> m_people;
    std::vector<Target> m_targets; ///< one per row
    QTimeZone m_zone;
    CallFacts m_facts;
    models::RowListModel m_rows;
    bool m_asked = false; ///< a transfer was asked for and has not come back
    QTimer m_patience;
    TransferPane* m_transfer; ///< in place of the choice while the caller is being put through
    std::unique_ptr<Ui::PutThroughForm> m_ui;
};

} // namespace vorzimmer::widgets
