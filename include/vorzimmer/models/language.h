#pragma once

#include <QLocale>

namespace vorzimmer::models {

/// Makes the running application speak @p locale: its own texts, Qt's, dates and numbers. Without a translation the texts
/// stay English. Call before the first widget is made; GUI thread.
void speak(const QLocale& locale);

/// The languages that ship complete, as BCP 47.
[[nodiscard]] QStringList shippedLanguages();

} // namespace vorzimmer::models
