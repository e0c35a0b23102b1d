#pragma once

#include <QDate>
#include <QDateTime>
#include <QString>
#include <QTime>
#include <QTimeZone>

#include <optional>

namespace vorzimmer::exchange {

/// A moment as files write it: ISO 8601 with or without offset, or relative to the day of the import ("w-3 tue 10:42",
/// "d-1 16:20"). The time of day may be missing where only a day is wanted.
class Moment {
public:
    /// Nothing when @p text is no moment.
    [[nodiscard]] static std::optional<Moment> parse(const QString& text);
    /// The instant @p at as a file writes it, with the offset that @p zone has then.
    [[nodiscard]] static Moment fromInstant(const QDateTime& at, const QTimeZone& zone);
    [[nodiscard]] static Moment fromDay(QDate day);

    [[nodiscard]] bool hasTime() const { return m_time.isValid(); }
    [[nodiscard]] bool isRelative() const { return m_kind != Kind::Fixed; }
    [[nodiscard]] const QString& text() const { return m_text; }

    /// The local day when the import happens on @p today.
    [[nodiscard]] QDate day(QDate today) const;
    /// The instant in UTC, read in @p zone unless the text names an offset. Midnight without a time.
    [[nodiscard]] QDateTime instant(const QTimeZone& zone, QDate today) const;

    friend bool operator==(const Moment& a, const Moment& b) { return a.m_text == b.m_text; }

private:
    enum class Kind { Fixed, Weeks, Days };

    QString m_text;
    Kind m_kind = Kind::Fixed;
    int m_offset = 0;  ///< weeks or days from the day of the import
    int m_weekday = 1; ///< Monday is 1
    QDate m_day;
    QTime m_time;
    std::optional<int> m_utcOffset; ///< seconds
};

/// The instant in UTC when clocks in @p zone show @p time; in the hour that a spring night leaves out, as if they had gone on.
[[nodiscard]] QDateTime localInstant(QDate day, QTime time, const QTimeZone& zone);

/// 1 for "mon" to 7 for "sun"; nothing for another word.
[[nodiscard]] std::optional<int> weekdayFromWord(const QString& word);
[[nodiscard]] QString wordForWeekday(int weekday);

} // namespace vorzimmer::exchange
