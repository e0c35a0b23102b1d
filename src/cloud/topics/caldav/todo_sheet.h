#pragma once

#include <QByteArray>

#include <optional>
#include <vector>

namespace vorzimmer::cloud::topics::caldav {

/// One to-do in the iCalendar text that a server keeps, for changing single properties of it. Whatever is not changed stays
/// as it was written, byte for byte: other tools' properties, alarms, time zones, even lines that nobody understands.
class TodoSheet {
public:
    /// Nothing when there is no to-do in it. Of a series with exceptions it takes the series itself.
    [[nodiscard]] static std::optional<TodoSheet> read(const QByteArray& text);

    /// The to-do alone, from BEGIN to END.
    [[nodiscard]] QByteArray todo() const;
    /// Everything.
    [[nodiscard]] QByteArray text() const;

    /// The to-do's own lines with this name, unfolded and without their ends; its alarms' are not its own.
    [[nodiscard]] std::vector<QByteArray> lines(const QByteArray& name) const;
    void remove(const QByteArray& name);
    /// Puts @p line in the place of all lines with its name; an empty @p line removes them.
    void set(const QByteArray& name, const QByteArray& line);
    void add(const QByteArray& line);

private:
    struct Line {
        QByteArray raw;   ///< with its folds and its end
        QByteArray name;  ///< upper case
        bool own = false; ///< a property of the to-do itself
    };

    void markOwn();

    std::vector<Line> m_lines;
    size_t m_begin = 0; ///< BEGIN:VTODO
    size_t m_end = 0;   ///< its END:VTODO
    QByteArray m_lineEnd;
};

/// A content line, escaped and folded, without its end. @p head is name and parameters.
[[nodiscard]] QByteArray textLine(const QByteArray& head, const QString& text);

/// @p text as it will be read back: line ends as \n, without characters that the format or XML cannot carry.
[[nodiscard]] QString carried(const QString& text);

} // namespace vorzimmer::cloud::topics::caldav
