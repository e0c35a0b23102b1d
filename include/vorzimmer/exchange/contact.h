#pragma once

#include "vorzimmer/domain/caller.h"
#include "vorzimmer/exchange/tenant_file.h"

#include <QString>

#include <optional>
#include <vector>

namespace vorzimmer::exchange {

/// A number on a card with the place it was read from.
struct ContactNumber {
    NumberEntry entry;
    QString where; ///< column heading or vCard property
    friend bool operator==(const ContactNumber&, const ContactNumber&) = default;
};

/// One card of an address book, from CSV or vCard. Empty means "the file does not say".
struct Contact {
    int line = 0;  ///< where it begins
    QString key;   ///< as in the JSON files
    QString uid;   ///< a vCard's own identity
    QString name;
    QString company;
    QString role;
    QString responsibilities;
    std::vector<ContactNumber> numbers;
    QString email;
    std::optional<domain::Relation> relation;
    QString language;
    QString specialInstruction;
    QString remark;
    friend bool operator==(const Contact&, const Contact&) = default;
};

} // namespace vorzimmer::exchange
