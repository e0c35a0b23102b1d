#pragma once

#include "call_facts.h"
#include "vorzimmer/domain/person.h"
#include "vorzimmer/domain/phone_number.h"
#include "vorzimmer/models/row_list_model.h"

#include <QTimeZone>
#include <QWidget>

#include <memory>
#include <vector>

namespace vorzimmer::widgets {

namespace Ui {
class PutThroughForm;
}

/// Whom to put the caller through to: the house's people with their numbers in the order to try them, or any number.
class PutThroughForm : public QWidget {
    Q_OBJECT

public:
    /// @p preferred is selected first; null = the first who can be reached.
    PutThroughForm(const std::vector<domain::Person>& people, const domain::PersonId& preferred, const QTimeZone& zone,
                   const CallFacts& facts, QWidget* parent = nullptr);
    ~PutThroughForm() override;

    void setPreferred(const domain::PersonId& person);
    void setNow(const QDateTime& now);
    void focusTargets();

    /// Where the transfer stands; Failed opens the form again.
    void showProgress(ports::TransferStep step, const QString& detail);

Q_SIGNALS:
    /// @p person is null and the label empty for a number that was typed in.
    void putThroughRequested(const vorzimmer::domain::PersonId& person, const vorzimmer::domain::LabelledNumber& number);

private:
    struct Target {
        domain::PersonId person;
        domain::LabelledNumber number;
    };
    void refresh();
    void putThroughSelected();
    void putThroughTyped();
    void ask(const domain::PersonId& person, const domain::LabelledNumber& number);
    void checkTyped();
    void sayTarget();
    void setAsked(bool asked);

    std::vector<domain::Person> m_people;
    std::vector<Target> m_targets; ///< one per row
    QTimeZone m_zone;
    CallFacts m_facts;
    models::RowListModel m_rows;
    bool m_asked = false;    ///< a transfer was asked for and has not failed
    bool m_answered = false; ///< something was heard of it
    std::unique_ptr<Ui::PutThroughForm> m_ui;
};

} // namespace vorzimmer::widgets
