#pragma once

#include "vorzimmer/desk/line_setup.h"
#include "vorzimmer/models/row_list_model.h"

#include <QWidget>

#include <memory>

namespace vorzimmer::widgets {

namespace Ui {
class LinesPage;
}

/// Where the supervisor sets up the bureau's telephone lines and hears at once what the other side says. What is typed as a
/// password is never shown again, and forgotten here as soon as it is kept.
class LinesPage : public QWidget {
    Q_OBJECT

public:
    /// @p setup must outlive the page.
    explicit LinesPage(desk::LineSetup& setup, QWidget* parent = nullptr);
    ~LinesPage() override;

    /// Steps out of a field or a question; false when there is nothing to step out of.
    bool stepBack();

Q_SIGNALS:
    void leaveRequested();

private:
    void connectForm();
    void connectSetup();
    void showLines();
    void showLine();
    /// What is known of the line on the screen.
    void showStanding();
    void startNew();
    void save();
    void askNow();
    void askToRemove();
    void closeQuestion();
    void showResult(const QString& sentence, const char* look);
    void clearResult();
    void updateButtons();
    [[nodiscard]] domain::PhoneLine written() const;
    [[nodiscard]] const desk::LineEntry* chosen() const;
    [[nodiscard]] const ports::LineStatus* statusOf(const domain::LineId& line) const;

    desk::LineSetup& m_setup;
    std::unique_ptr<Ui::LinesPage> m_ui;
    models::RowListModel m_rows;
    domain::LineId m_shown;   ///< null = a new one
    domain::LineId m_toShow;  ///< once it is in the list
    bool m_awaiting = false;  ///< what the other side says is to be announced
    bool m_asked = false;
    bool m_busy = false;
};

} // namespace vorzimmer::widgets
