#pragma once

#include <QDate>
#include <QLocale>
#include <QString>

#include <optional>

namespace vorzimmer::models {

/// Reads the day that somebody typed: as the locale writes it, with or without the year, in ISO form, or as a word such as
/// "tomorrow". A day without a year is the next one of that name. Nothing = cannot be read; an invalid date = none.
[[nodiscard]] std::optional<QDate> readDue(const QString& text, QDate today, const QLocale& locale = QLocale());

/// The day as the locale writes it, with the whole year, so that readDue() reads the same day; empty for none.
[[nodiscard]] QString dueFieldText(QDate due, const QLocale& locale = QLocale());

} // namespace vorzimmer::models
