#include "announcement.h"

#include <QAccessible>
#include <QLabel>

namespace vorzimmer::widgets {

void announce(QLabel* label, const QString& text)
{
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    label->setHidden(text.isEmpty());
    if (text.isEmpty())
        return;
    label->setAccessibleName(text);
    QAccessibleEvent alert(label, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

} // namespace vorzimmer::widgets
