#pragma once

#include "vorzimmer/domain/person.h"
#include "vorzimmer/models/desk_rows.h"
#include "vorzimmer/models/row_list_model.h"

#include <QFrame>
#include <QTimeZone>

#include <memory>

namespace vorzimmer::widgets {

namespace Ui {
class PeoplePane;
}

/// Who is at the client's, whether they can be reached, and how.
class PeoplePane : public QFrame {
    Q_OBJECT

public:
    PeoplePane(const std::vector<domain::Person>& people, const QTimeZone& zone, const QDateTime& now, models::NumberDisplay display,
               QWidget* parent = nullptr);
    ~PeoplePane() override;

    [[nodiscard]] int heightForWidth(int width) const override;

    /// UTC. A presence with an end ends by itself.
    void setNow(const QDateTime& now);
    /// After how many days without confirmation the states count as stale.
    void setStaleDays(int days);
    void setPeople(const std::vector<domain::Person>& people);
    /// Whose row is current; the first person while none is. Null = nobody is on file.
    [[nodiscard]] domain::PersonId chosenPerson() const;
    /// Where a menu about that person belongs, on the screen.
    [[nodiscard]] QPoint menuPlace() const;

Q_SIGNALS:
    /// The button.
    void stateRequested();
    /// Enter or double click on a person.
    void personChosen(const vorzimmer::domain::PersonId& person);

private:
    void refresh();

    std::vector<domain::Person> m_people;
    QTimeZone m_zone;
    QDateTime m_now;
    int m_staleDays = 1;
    models::NumberDisplay m_display;
    models::RowListModel m_rows;
    std::unique_ptr<Ui::PeoplePane> m_ui;
};

} // namespace vorzimmer::widgets
