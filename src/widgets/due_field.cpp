#include "due_field.h"

#include "theme.h"

#include "vorzimmer/models/due_reading.h"

#include <QCalendarWidget>
#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QToolButton>

namespace vorzimmer::widgets {

DueField::DueField(QWidget* parent)
    : QWidget(parent), m_today(QDate::currentDate()), m_field(new QLineEdit(this)), m_button(new QToolButton(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(em(this, 0.3));
    row->addWidget(m_field, 1);
    row->addWidget(m_button);
    m_field->setObjectName(QStringLiteral("due"));
    m_field->setAccessibleName(tr("Due"));
    m_field->setPlaceholderText(tr("none"));
    m_field->setMaxLength(40);
    m_button->setObjectName(QStringLiteral("calendar"));
    m_button->setAccessibleName(tr("Choose the due day from a calendar"));
    m_button->setToolTip(tr("Calendar (Alt+Down)"));
    m_button->setIcon(themedIcon(QStringLiteral("view-calendar")));
    setFocusProxy(m_field);
    m_field->installEventFilter(this);
    connect(m_field, &QLineEdit::textEdited, this, [this] {
        showFlaw();
        Q_EMIT edited();
    });
    connect(m_field, &QLineEdit::editingFinished, this, &DueField::finished);
    connect(m_button, &QToolButton::clicked, this, &DueField::openCalendar);
}

void DueField::setDue(QDate due)
{
    m_field->setText(models::dueFieldText(due));
    showFlaw();
}

std::optional<QDate> DueField::due() const
{
    return models::readDue(m_field->text(), m_today);
}

void DueField::showFlaw()
{
    const bool readable = due().has_value();
    setLook(m_field, "flawed", !readable);
    m_field->setAccessibleDescription(readable ? QString()
                                               : tr("This is no day. Type it like %1.").arg(models::dueFieldText(m_today)));
    m_field->setToolTip(m_field->accessibleDescription());
}

bool DueField::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Down && key->modifiers().testFlag(Qt::AltModifier)) {
            openCalendar();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void DueField::openCalendar()
{
    if (!m_popup) {
        m_popup = new QFrame(this, Qt::Popup);
        m_popup->setObjectName(QStringLiteral("calendarPopup"));
        m_popup->setProperty("card", QStringLiteral("overlay"));
        auto* column = new QVBoxLayout(m_popup);
        column->setContentsMargins(1, 1, 1, 1);
        m_calendar = new QCalendarWidget(m_popup);
        m_calendar->setAccessibleName(tr("Due day"));
        m_calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
        // Red weekends would say something that nobody means.
        QTextCharFormat plain;
        plain.setForeground(tokens().text);
        for (const Qt::DayOfWeek day : {Qt::Saturday, Qt::Sunday})
            m_calendar->setWeekdayTextFormat(day, plain);
        column->addWidget(m_calendar);
        connect(m_calendar, &QCalendarWidget::activated, this, &DueField::take);
        connect(m_calendar, &QCalendarWidget::clicked, this, &DueField::take);
    }
    const QDate day = due().value_or(QDate());
    m_calendar->setSelectedDate(day.isValid() ? day : m_today);
    m_popup->move(mapToGlobal(QPoint(0, height())));
    m_popup->show();
    m_calendar->setFocus();
}

void DueField::take(QDate day)
{
    m_popup->hide();
    setDue(day);
    m_field->setFocus();
    Q_EMIT edited();
    Q_EMIT finished();
}

} // namespace vorzimmer::widgets
