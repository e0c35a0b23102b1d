#include "gui_checks.h"

#include "clamp_label.h"
#include "lamp_label.h"
#include "theme.h"
#include "vorzimmer/models/language.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QKeySequence>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTextEdit>
#include <QtTest>

namespace vorzimmer::samples {

namespace {

QtMessageHandler previousHandler = nullptr;

void failOnWarnings(QtMsgType type, const QMessageLogContext& context, const QString& message)
{
    // What the headless platform says about itself.
    const bool platform = message.contains(QLatin1String("propagateSizeHints")) || message.contains(QLatin1String("XDG_RUNTIME_DIR"));
    if (platform)
        return;
    previousHandler(type, context, message);
    if (type == QtWarningMsg || type == QtCriticalMsg)
        QTest::qFail(qPrintable(message), context.file ? context.file : "unknown", context.line);
}

} // namespace

int runGuiTest(int argc, char** argv, const std::function<std::unique_ptr<QObject>()>& test)
{
    QApplication application(argc, argv);
    models::speak(QLocale(QLocale::English, QLocale::UnitedKingdom));
    widgets::applyTheme(application, widgets::ThemeChoice::Light);
    const std::unique_ptr<QObject> object = test();
    // QTest has a handler of its own and passes on what it does not expect.
    previousHandler = qInstallMessageHandler(failOnWarnings);
    return QTest::qExec(object.get(), argc, argv);
}

QList<QWidget*> focusable(const QWidget& root)
{
    QList<QWidget*> found;
    for (QWidget* widget : root.findChildren<QWidget*>()) {
        const bool shown = widget->isVisibleTo(&root) && widget->isEnabled();
        if (shown && (widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy())
            found << widget;
    }
    return found;
}

QStringList nameless(const QWidget& root)
{
    QStringList found;
    for (QWidget* widget : focusable(root)) {
        QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(widget);
        // The line edit inside a combo box is announced as the combo box.
        const bool inCombo = qobject_cast<QComboBox*>(widget->parentWidget()) != nullptr;
        if (!inCombo && (!accessible || accessible->text(QAccessible::Name).trimmed().isEmpty()))
            found << QString::fromLatin1(widget->metaObject()->className()) + QLatin1Char(' ') + widget->objectName();
    }
    return found;
}

QStringList mnemonicCollisions(const QList<const QWidget*>& roots)
{
    QMap<QString, QStringList> owners;
    for (const QWidget* root : roots) {
        const auto note = [&](const QWidget* widget, const QString& text) {
            if (const QKeySequence key = QKeySequence::mnemonic(text); !key.isEmpty() && widget->isVisibleTo(root->window()))
                owners[key.toString()] << text;
        };
        for (const QLabel* label : root->findChildren<QLabel*>()) {
            if (label->buddy())
                note(label, label->text());
        }
        for (const QAbstractButton* button : root->findChildren<QAbstractButton*>())
            note(button, button->text());
    }
    QStringList collisions;
    for (auto owner = owners.cbegin(); owner != owners.cend(); ++owner) {
        if (owner->size() > 1)
            collisions << owner.key() + QStringLiteral(": ") + owner->join(QStringLiteral(" / "));
    }
    return collisions;
}

QString allText(const QWidget& root)
{
    QStringList texts;
    for (const QWidget* widget : root.findChildren<QWidget*>()) {
        if (const auto* label = qobject_cast<const QLabel*>(widget))
            texts << label->text();
        else if (const auto* lamp = qobject_cast<const widgets::LampLabel*>(widget))
            texts << lamp->text();
        else if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
            texts << button->text();
        else if (const auto* field = qobject_cast<const QLineEdit*>(widget))
            texts << field->text();
        else if (const auto* combo = qobject_cast<const QComboBox*>(widget))
            texts << combo->currentText();
        else if (const auto* plain = qobject_cast<const QPlainTextEdit*>(widget))
            texts << plain->toPlainText();
        else if (const auto* rich = qobject_cast<const QTextEdit*>(widget))
            texts << rich->toPlainText();
        else if (const auto* view = qobject_cast<const QAbstractItemView*>(widget); view && view->model()) {
            for (int row = 0; row < view->model()->rowCount(); ++row)
                texts << view->model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
        }
        texts << widget->accessibleName() << widget->accessibleDescription();
    }
    return texts.join(QLatin1Char('\n'));
}

} // namespace vorzimmer::samples
