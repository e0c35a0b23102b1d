#include "caldav/sheet.h"

#include <QString>

#include <algorithm>
#include <utility>

namespace vorzimmer::cloud::caldav {

namespace {

constexpr qsizetype longestLine = 75; // octets

QByteArray withoutEnd(QByteArray line)
{
    if (line.endsWith('\n'))
        line.chop(1);
    if (line.endsWith('\r'))
        line.chop(1);
    return line;
}

QByteArray unfolded(const QByteArray& raw)
{
    QByteArray whole;
    qsizetype from = 0;
    while (from < raw.size()) {
        qsizetype next = raw.indexOf('\n', from);
        next = next < 0 ? raw.size() : next + 1;
        const QByteArray part = withoutEnd(raw.mid(from, next - from));
        whole += from == 0 ? part : part.mid(1);
        from = next;
    }
    return whole;
}

QByteArray nameOf(const QByteArray& line)
{
    const auto end = std::find_if(line.cbegin(), line.cend(), [](char c) { return c == ';' || c == ':'; });
    return line.left(end - line.cbegin()).toUpper();
}

/// Splits into lines, each with its continuations and its end.
std::vector<QByteArray> rawLines(const QByteArray& text)
{
    std::vector<QByteArray> lines;
    qsizetype from = 0;
    while (from < text.size()) {
        qsizetype next = from;
        do {
            next = text.indexOf('\n', next);
            next = next < 0 ? text.size() : next + 1;
        } while (next < text.size() && (text.at(next) == ' ' || text.at(next) == '\t'));
        lines.push_back(text.mid(from, next - from));
        from = next;
    }
    return lines;
}

} // namespace

QByteArray folded(const QByteArray& line)
{
    QByteArray result;
    qsizetype from = 0;
    while (from < line.size()) {
        qsizetype length = std::min(line.size() - from, from == 0 ? longestLine : longestLine - 1);
        while (from + length < line.size() && (static_cast<unsigned char>(line.at(from + length)) & 0xC0) == 0x80)
            --length; // never inside a character
        if (from != 0)
            result += "\r\n ";
        result += line.mid(from, length);
        from += length;
    }
    return result;
}

std::optional<Sheet> Sheet::read(const QByteArray& text, const QByteArray& component)
{
    const auto isWhole = [](const Sheet& sheet) { return sheet.lines("RECURRENCE-ID").empty(); };
    auto whole = read(text, component, isWhole);
    return whole ? whole : read(text, component, [](const Sheet&) { return true; });
}

std::optional<Sheet> Sheet::read(const QByteArray& text, const QByteArray& component, const Wanted& wanted)
{
    Sheet sheet;
    std::vector<std::pair<size_t, size_t>> found;
    constexpr auto outside = static_cast<size_t>(-1); // g++ 12 believes an optional to be read before it is set
    size_t begun = outside;
    for (QByteArray& raw : rawLines(text)) {
        const QByteArray line = unfolded(raw);
        const QByteArray name = nameOf(line);
        const bool marks = (name == "BEGIN" || name == "END") && line.mid(name.size() + 1).trimmed().toUpper() == component;
        if (marks && name == "BEGIN")
            begun = sheet.m_lines.size();
        if (marks && name == "END" && begun != outside) {
            found.emplace_back(begun, sheet.m_lines.size());
            begun = outside;
        }
        sheet.m_lines.push_back({std::move(raw), name, false});
    }
    if (found.empty())
        return std::nullopt;
    sheet.m_lineEnd = sheet.m_lines[found.front().first].raw.endsWith("\r\n") ? "\r\n" : "\n";
    for (const auto& [begin, end] : found) {
        sheet.m_begin = begin;
        sheet.m_end = end;
        sheet.markOwn();
        if (wanted(sheet))
            return sheet;
    }
    return std::nullopt;
}

void Sheet::markOwn()
{
    int depth = 0;
    for (size_t i = 0; i < m_lines.size(); ++i) {
        Line& line = m_lines[i];
        if (i <= m_begin || i >= m_end) {
            line.own = false;
            continue;
        }
        if (line.name == "BEGIN")
            ++depth;
        line.own = depth == 0;
        if (line.name == "END")
            --depth;
    }
}

QByteArray Sheet::component() const
{
    QByteArray whole;
    for (size_t i = m_begin; i <= m_end; ++i)
        whole += m_lines[i].raw;
    return whole;
}

QByteArray Sheet::text() const
{
    QByteArray whole;
    for (const Line& line : m_lines)
        whole += line.raw;
    return whole;
}

std::vector<QByteArray> Sheet::lines(const QByteArray& name) const
{
    std::vector<QByteArray> found;
    for (size_t i = m_begin; i <= m_end; ++i) {
        if (m_lines[i].own && m_lines[i].name == name)
            found.push_back(unfolded(m_lines[i].raw));
    }
    return found;
}

void Sheet::remove(const QByteArray& name)
{
    set(name, {});
}

void Sheet::set(const QByteArray& name, const QByteArray& line)
{
    bool placed = line.isEmpty();
    for (size_t i = m_begin + 1; i < m_end;) {
        if (!m_lines[i].own || m_lines[i].name != name) {
            ++i;
        } else if (!placed) {
            m_lines[i].raw = QByteArray(line).replace("\r\n", m_lineEnd) + m_lineEnd;
            placed = true;
            ++i;
        } else {
            m_lines.erase(m_lines.begin() + static_cast<std::ptrdiff_t>(i));
            --m_end;
        }
    }
    if (!placed)
        add(line);
}

void Sheet::add(const QByteArray& line)
{
    // Before the first part of the component that is not its own, an alarm perhaps: some readers want properties first.
    size_t place = m_begin + 1;
    while (place < m_end && m_lines[place].own)
        ++place;
    m_lines.insert(m_lines.begin() + static_cast<std::ptrdiff_t>(place),
                   {QByteArray(line).replace("\r\n", m_lineEnd) + m_lineEnd, nameOf(line), true});
    ++m_end;
}

void Sheet::follow(const QByteArray& lines)
{
    m_lines.insert(m_lines.begin() + static_cast<std::ptrdiff_t>(m_end) + 1,
                   {QByteArray(lines).replace("\r\n", m_lineEnd), {}, false});
}

QString carried(const QString& text)
{
    const QString whole = QString::fromUtf8(text.toUtf8()); // half characters become U+FFFD
    QString result;
    result.reserve(whole.size());
    for (qsizetype i = 0; i < whole.size(); ++i) {
        const char16_t c = whole.at(i).unicode();
        if (c == u'\r') {
            if (i + 1 >= whole.size() || whole.at(i + 1) != QLatin1Char('\n'))
                result += QLatin1Char('\n');
        } else if ((c >= 0x20 || c == u'\n' || c == u'\t') && c != 0xFFFE && c != 0xFFFF && c != 0x7F) {
            result += QChar(c);
        }
    }
    return result;
}

QByteArray textLine(const QByteArray& head, const QString& text)
{
    QString escaped = carried(text);
    escaped.replace(QLatin1Char('\\'), QLatin1String("\\\\"))
        .replace(QLatin1Char(';'), QLatin1String("\\;"))
        .replace(QLatin1Char(','), QLatin1String("\\,"))
        .replace(QLatin1Char('\n'), QLatin1String("\\n"));
    return folded(head + ':' + escaped.toUtf8());
}

} // namespace vorzimmer::cloud::caldav
