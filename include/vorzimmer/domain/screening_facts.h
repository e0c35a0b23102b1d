#pragma once

#include "vorzimmer/domain/call.h"
#include "vorzimmer/domain/caller.h"
#include "vorzimmer/domain/person.h"

#include <QDateTime>
#include <QString>

#include <vector>

namespace vorzimmer::domain {

/// What is on file of a caller, without the call in question.
struct HistoryFacts {
    std::vector<QDateTime> calls;                    ///< UTC, newest first
    Disposition lastDisposition = Disposition::None; ///< of the last call that had one
    QDateTime callBackPromised;      ///< UTC; the oldest promise that is still open; invalid = none
    std::vector<QString> openTopics; ///< the concerns of topics that are not done; an empty one for a topic without
    friend bool operator==(const HistoryFacts&, const HistoryFacts&) = default;
};

/// What is so at the moment of a screening decision. No clock: the instant is a fact, too.
struct ScreeningFacts {
    QDateTime now; ///< UTC
    Relation relation = Relation::Unknown;
    CallerId caller; ///< null = not known
    bool sharedNumber = false; ///< several callers have the number: nothing about one of them counts
    QString language;           ///< BCP 47
    QString specialInstruction;
    QString oneTimeMessage; ///< for this caller, who is expected
    QString concern;        ///< as chosen or typed; empty = not yet known
    HistoryFacts history;
    std::vector<Person> people;    ///< in the tenant's order
    std::vector<PersonId> engaged; ///< whose line is busy
};

} // namespace vorzimmer::domain
