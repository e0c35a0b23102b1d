#pragma once

#include "vorzimmer/domain/caller.h"
#include "vorzimmer/domain/person.h"
#include "vorzimmer/domain/rule.h"
#include "vorzimmer/domain/screening.h"
#include "vorzimmer/domain/tenant.h"
#include "vorzimmer/models/row_list_model.h"

#include <QDialog>
#include <QTimeZone>

#include <memory>
#include <vector>

namespace vorzimmer::widgets {

namespace Ui {
class RuleDialog;
}

/// Builds one rule as a sentence: conditions are added one by one, then what to do. The sentence stands above while it grows. Open only
/// with open(), never exec().
class RuleDialog : public QDialog {
    Q_OBJECT

public:
    /// What a rule may name.
    struct Matter {
        std::vector<domain::Person> people;
        std::vector<domain::Caller> callers;
        std::vector<domain::Concern> concerns;
        QTimeZone zone;
    };

    RuleDialog(domain::Rule rule, Matter matter, QWidget* parent = nullptr);
    ~RuleDialog() override;

    void accept() override;

Q_SIGNALS:
    void ruleBuilt(const vorzimmer::domain::Rule& rule);

protected:
    /// Enter alone finishes nothing: it adds a condition, and Ctrl+Enter finishes.
    void keyPressEvent(QKeyEvent* event) override;

private:
    void fill();
    void connectFields();
    void offerValues();
    /// False, and why on the screen, when what is written is not understood.
    bool addTerm();
    void removeTerm();
    void addPerson();
    void removePerson();
    void takeOver();
    void showRule();
    [[nodiscard]] domain::RulePart part() const;

    domain::Rule m_rule;
    Matter m_matter;
    models::RowListModel m_terms;
    models::RowListModel m_people;
    std::unique_ptr<Ui::RuleDialog> m_ui;
};

} // namespace vorzimmer::widgets
