#pragma once

#include "vorzimmer/exchange/contact.h"
#include "vorzimmer/exchange/flaw.h"

#include <QString>

namespace vorzimmer::exchange {

/// What a CSV file's columns mean: "Name=name,Firma=company,Telefon=number:Büro". An empty map recognises common headings.
class ColumnMap {
public:
    /// A flaw for a word that is no field, and for text that is no map.
    [[nodiscard]] static Taken<ColumnMap> parse(const QString& text);

    struct Column {
        QString heading;
        QString field; ///< "number:Büro" as "number"
        QString label; ///< of a number
    };
    [[nodiscard]] const std::vector<Column>& columns() const { return m_columns; }

private:
    std::vector<Column> m_columns;
};

struct CsvContacts {
    std::vector<Contact> contacts;
    std::vector<QString> unusedHeadings; ///< columns that nothing was taken from
};

/// Reads address books with a heading line; separator ; , or tab. Without @p map the headings of Outlook, Google Contacts and
/// common German and English ones are known.
[[nodiscard]] Taken<CsvContacts> readCsv(const QString& text, const ColumnMap& map);

} // namespace vorzimmer::exchange
