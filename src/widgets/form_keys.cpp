#include "form_keys.h"

#include <QShortcut>

namespace vorzimmer::widgets {

void onKey(QWidget* form, const QKeySequence& key, std::function<void()> act)
{
    auto* shortcut = new QShortcut(key, form);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    shortcut->setAutoRepeat(false);
    QObject::connect(shortcut, &QShortcut::activated, form, std::move(act));
}

void onFinishKey(QWidget* form, const std::function<void()>& act)
{
    for (const Qt::Key enter : {Qt::Key_Return, Qt::Key_Enter})
        onKey(form, QKeySequence(QKeyCombination(Qt::ControlModifier, enter)), act);
}

} // namespace vorzimmer::widgets
