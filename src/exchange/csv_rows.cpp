#include "csv_rows.h"

#include <csv.h>

#include <algorithm>

namespace vorzimmer::exchange {

namespace {

constexpr int mostFields = 1000;

/// The one of ; , and tab that stands most often outside of quotation marks in @p heading.
char separatorOf(const QByteArray& heading)
{
    constexpr std::array<char, 3> candidates = {';', ',', '\t'};
    std::array<int, 3> counts = {};
    bool quoted = false;
    for (const char c : heading) {
        quoted = quoted != (c == '"');
        for (size_t i = 0; i < candidates.size() && !quoted; ++i)
            counts[i] += c == candidates[i] ? 1 : 0;
    }
    return candidates[static_cast<size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin())];
}

/// libcsv's parser with the rows it has found so far.
class Rows {
public:
    explicit Rows(char separator)
    {
        csv_init(&m_parser, CSV_STRICT | CSV_STRICT_FINI);
        csv_set_delim(&m_parser, static_cast<unsigned char>(separator));
    }
    ~Rows() { csv_free(&m_parser); }
    Rows(const Rows&) = delete;
    Rows& operator=(const Rows&) = delete;

    /// False when the line cannot be.
    bool feed(QByteArrayView line, int number)
    {
        if (m_atRowStart)
            m_row.line = number;
        m_atRowStart = m_atRowStart && line.trimmed().isEmpty();
        return csv_parse(&m_parser, line.data(), static_cast<size_t>(line.size()), onField, onRow, this) ==
               static_cast<size_t>(line.size());
    }
    bool finish() { return csv_fini(&m_parser, onField, onRow, this) == 0; }

    [[nodiscard]] int rowStart() const { return m_row.line; }
    [[nodiscard]] std::vector<CsvRow> take() { return std::move(m_rows); }

private:
    static void onField(void* bytes, size_t size, void* self)
    {
        auto& row = static_cast<Rows*>(self)->m_row;
        if (row.fields.size() < mostFields)
            row.fields << QString::fromUtf8(static_cast<const char*>(bytes), static_cast<qsizetype>(size));
    }

    static void onRow(int, void* self) { static_cast<Rows*>(self)->endRow(); }

    void endRow()
    {
        const bool filled = std::any_of(m_row.fields.begin(), m_row.fields.end(), [](const QString& field) { return !field.isEmpty(); });
        if (filled)
            m_rows.push_back(m_row);
        m_row.fields.clear();
        m_atRowStart = true;
    }

    csv_parser m_parser = {};
    CsvRow m_row;
    bool m_atRowStart = true;
    std::vector<CsvRow> m_rows;
};

} // namespace

Taken<std::vector<CsvRow>> readCsvRows(const QString& text)
{
    const QByteArray bytes = text.toUtf8();
    QByteArrayView rest(bytes);
    int line = 1;
    const auto takeLine = [&rest] {
        const qsizetype feed = rest.indexOf('\n');
        const QByteArrayView taken = rest.first(feed < 0 ? rest.size() : feed + 1);
        rest = rest.sliced(taken.size());
        return taken;
    };

    char separator = separatorOf(bytes.left(bytes.indexOf('\n')));
    if (bytes.startsWith("sep=") && bytes.size() > 4) {
        separator = bytes[4];
        takeLine();
        ++line;
    }
    Rows rows(separator);
    for (; !rest.isEmpty(); ++line) {
        if (!rows.feed(takeLine(), line)) {
            return refuse({Flaw{line, QString(),
                                QStringLiteral("a quotation mark within a field; such a field must stand in quotation marks, and those "
                                               "within it must be doubled")}});
        }
    }
    if (!rows.finish())
        return refuse({Flaw{rows.rowStart(), QString(), QStringLiteral("a quotation mark is opened in this record and never closed")}});
    return rows.take();
}

} // namespace vorzimmer::exchange
