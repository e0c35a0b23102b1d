#pragma once

#include "vorzimmer/domain/id.h"
#include "vorzimmer/domain/phone_number.h"

#include <QString>

#include <vector>

namespace vorzimmer::domain {

/// How close a caller stands to the tenant. Unknown and Anonymous are never stored with a caller.
enum class Relation {
    Unknown,
    Anonymous,
    Customer,
    Prospect,
    Supplier,
    Vip,
    Family,
    Authority,
    Press,
    Solicitor,
    Blocked,
};

/// Someone who rings this tenant, as this tenant knows them.
struct Caller {
    CallerId id;
    QString name;
    QString company;
    std::vector<LabelledNumber> numbers;
    QString email;
    Relation relation = Relation::Customer;
    QString language;           ///< BCP 47; empty = the house's
    QString specialInstruction; ///< "results are in - put through"
    QString remark;
    friend bool operator==(const Caller&, const Caller&) = default;
};

} // namespace vorzimmer::domain
