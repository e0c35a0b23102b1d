#pragma once

#include "vorzimmer/domain/call.h"
#include "vorzimmer/domain/person.h"
#include "vorzimmer/domain/screening.h"
#include "vorzimmer/domain/tenant.h"

#include <QFrame>

#include <memory>
#include <vector>

namespace vorzimmer::widgets {

namespace Ui {
class RecommendationBar;
}

/// What the house's rules advise for this call and why; and the concern, on which the advice depends.
class RecommendationBar : public QFrame {
    Q_OBJECT

public:
    RecommendationBar(const domain::Recommendation& advice, const std::vector<domain::Person>& people,
                      const std::vector<domain::Concern>& concerns, const QString& concern, QWidget* parent = nullptr);
    ~RecommendationBar() override;

    void setRecommendation(const domain::Recommendation& advice);
    /// What was done instead of advice from now on: "Message taken".
    void showOutcome(domain::Disposition disposition, const QString& detail);

    [[nodiscard]] QString concern() const;
    /// Does not emit concernChosen.
    void setConcern(const QString& concern);
    void focusConcern();

Q_SIGNALS:
    /// Another concern was picked, or typed and confirmed by Enter or by leaving the field.
    void concernChosen(const QString& concern);

private:
    void announceConcern();

    std::vector<domain::Person> m_people;
    QString m_concern;
    std::unique_ptr<Ui::RecommendationBar> m_ui;
};

} // namespace vorzimmer::widgets
