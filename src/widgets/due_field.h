#pragma once

#include <QDate>
#include <QWidget>

#include <optional>

class QCalendarWidget;
class QFrame;
class QLineEdit;
class QToolButton;

namespace vorzimmer::widgets {

/// A day to be typed as the locale writes it, or chosen from a calendar (Alt+Down or the button).
class DueField : public QWidget {
    Q_OBJECT

public:
    explicit DueField(QWidget* parent = nullptr);

    void setToday(QDate today) { m_today = today; }
    /// Replaces what is typed.
    void setDue(QDate due);
    /// Nothing while what is typed is no day; an invalid date = none.
    [[nodiscard]] std::optional<QDate> due() const;
    [[nodiscard]] QLineEdit* field() const { return m_field; }

Q_SIGNALS:
    /// The user typed or chose.
    void edited();
    /// Enter, the field was left, or a day was chosen.
    void finished();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void openCalendar();
    void take(QDate day);
    void showFlaw();

    QDate m_today;
    QLineEdit* m_field;
    QToolButton* m_button;
    QFrame* m_popup = nullptr;
    QCalendarWidget* m_calendar = nullptr;
};

} // namespace vorzimmer::widgets
