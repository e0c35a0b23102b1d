#pragma once

#include <QByteArray>

#include <functional>
#include <optional>
#include <vector>

namespace vorzimmer::cloud::caldav {

/// One component, a VTODO or a VEVENT, in the iCalendar text that a server keeps, for changing single properties of it.
/// Whatever is not changed stays as it was written, byte for byte: other tools' properties, alarms, time zones, even lines
/// that nobody understands.
class Sheet {
public:
    using Wanted = std::function<bool(const Sheet&)>;

    /// The first @p component that is @p wanted; nothing when there is none.
    [[nodiscard]] static std::optional<Sheet> read(const QByteArray& text, const QByteArray& component,
                                                   const Wanted& wanted);
    /// Nothing when there is no @p component in it. Of a series with exceptions it takes the series itself.
    [[nodiscard]] static std::optional<Sheet> read(const QByteArray& text, const QByteArray& component);

    /// The component alone, from BEGIN to END.
    [[nodiscard]] QByteArray component() const;
    /// Everything.
    [[nodiscard]] QByteArray text() const;

    /// The component's own lines with this name, unfolded and without their ends; its alarms' are not its own.
    [[nodiscard]] std::vector<QByteArray> lines(const QByteArray& name) const;
    void remove(const QByteArray& name);
    /// Puts @p line in the place of all lines with its name; an empty @p line removes them.
    void set(const QByteArray& name, const QByteArray& line);
    void add(const QByteArray& line);
    /// Puts another component behind this one; @p lines from BEGIN to END, with CR LF.
    void follow(const QByteArray& lines);

private:
    struct Line {
        QByteArray raw;   ///< with its folds and its end
        QByteArray name;  ///< upper case
        bool own = false; ///< a property of the component itself
    };

    void markOwn();

    std::vector<Line> m_lines;
    size_t m_begin = 0; ///< its BEGIN
    size_t m_end = 0;   ///< its END
    QByteArray m_lineEnd;
};

/// A content line as it may be written: no part of it longer than the format allows.
[[nodiscard]] QByteArray folded(const QByteArray& line);

/// A content line, escaped and folded, without its end. @p head is name and parameters.
[[nodiscard]] QByteArray textLine(const QByteArray& head, const QString& text);

/// @p text as it will be read back: line ends as \n, without characters that the format or XML cannot carry.
[[nodiscard]] QString carried(const QString& text);

} // namespace vorzimmer::cloud::caldav
