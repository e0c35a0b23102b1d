#pragma once

#include <QString>
#include <QStringList>
#include <QWidget>

#include <functional>
#include <memory>

namespace vorzimmer::samples {

/// Runs test object @p test as an application dressed as the product; any warning that nobody announced fails it.
int runGuiTest(int argc, char** argv, const std::function<std::unique_ptr<QObject>()>& test);

/// The one child of that name; null fails the calling check.
template <class Widget>
Widget* part(const QWidget& root, const char* name)
{
    return root.findChild<Widget*>(QString::fromLatin1(name));
}

/// Visible widgets that the Tab key can reach.
[[nodiscard]] QList<QWidget*> focusable(const QWidget& root);
/// Those of them that a screen reader would announce without a name.
[[nodiscard]] QStringList nameless(const QWidget& root);
/// Letters that more than one visible control under @p roots answers to with Alt.
[[nodiscard]] QStringList mnemonicCollisions(const QList<const QWidget*>& roots);
/// Everything that is to be read under @p root: labels, buttons, fields, rows, documents.
[[nodiscard]] QString allText(const QWidget& root);

} // namespace vorzimmer::samples
