#pragma once

#include "vorzimmer/domain/call.h"
#include "vorzimmer/domain/caller.h"
#include "vorzimmer/domain/expected_call.h"
#include "vorzimmer/domain/knowledge.h"
#include "vorzimmer/domain/note.h"
#include "vorzimmer/domain/person.h"
#include "vorzimmer/domain/rule.h"
#include "vorzimmer/domain/tenant.h"
#include "vorzimmer/domain/topic.h"
#include "vorzimmer/exchange/moment.h"

#include <QHash>
#include <QString>
#include <QTime>

#include <array>
#include <optional>
#include <vector>

/// One tenant as docs/exchange-format.md describes it: what stands in the file, not yet resolved. Numbers are as written,
/// people and callers are named by their keys, moments may be relative.
namespace vorzimmer::exchange {

struct NumberEntry {
    QString label;
    QString number; ///< as written
    friend bool operator==(const NumberEntry&, const NumberEntry&) = default;
};

struct ClosedEntry {
    Moment from;
    Moment until;
    QString reason;
    friend bool operator==(const ClosedEntry&, const ClosedEntry&) = default;
};

struct NoticeEntry {
    QString text;
    std::optional<Moment> from;
    std::optional<Moment> until;
    friend bool operator==(const NoticeEntry&, const NoticeEntry&) = default;
};

struct PresenceEntry {
    domain::PresenceState state = domain::PresenceState::Available;
    std::optional<Moment> until;
    QString note;
    std::optional<Moment> confirmed;
    friend bool operator==(const PresenceEntry&, const PresenceEntry&) = default;
};

struct PersonEntry {
    QString key;
    domain::PersonId id; ///< null = derived from the key
    QString name;
    QString role;
    QString responsibilities;
    std::vector<NumberEntry> numbers;
    QString email;
    PresenceEntry presence;
    QString deputy; ///< key; empty = nobody
    friend bool operator==(const PersonEntry&, const PersonEntry&) = default;
};

struct CallerEntry {
    QString key;
    domain::CallerId id; ///< null = derived from the key
    QString name;
    QString company;
    std::vector<NumberEntry> numbers;
    QString email;
    domain::Relation relation = domain::Relation::Customer;
    QString language;
    QString specialInstruction;
    QString remark;
    friend bool operator==(const CallerEntry&, const CallerEntry&) = default;
};

/// What an export knows of a note beyond the entry it belongs to. An empty optional is worked out from the entry.
struct NoteEntry {
    domain::NoteId id;
    std::optional<QString> caller;
    std::optional<QString> company;
    std::optional<QString> callback;
    std::optional<QString> concern;
    std::optional<QString> author; ///< login
    std::optional<QString> authorName;
    std::optional<Moment> created;
    std::optional<Moment> changed;
    std::optional<Moment> finished;
    friend bool operator==(const NoteEntry&, const NoteEntry&) = default;
};

/// One past call with its note, or (withoutCall) a note alone.
struct HistoryItem {
    domain::CallId id; ///< null = derived
    bool withoutCall = false;
    Moment at;
    std::optional<Moment> answered;
    std::optional<Moment> ended;
    int seconds = 0; ///< from answer to end
    QString caller; ///< key; empty = unknown
    QString number; ///< as written; empty = the caller's first, or withheld
    std::optional<QString> presented;
    std::optional<bool> anonymous;
    std::optional<QString> dialled; ///< as written; nothing = the tenant's first number
    std::optional<domain::EndReason> end;
    domain::Disposition disposition = domain::Disposition::None;
    QString detail;
    QString concern;
    QString forPerson; ///< key; empty = the house
    QString forName;   ///< empty = that person's name
    QString text;      ///< empty = no note, unless note says so
    std::vector<domain::Answer> answers;
    domain::NoteFlags flags;
    QString by;     ///< login
    QString byName; ///< empty = the user's name
    domain::TopicState topic = domain::TopicState::Done;
    int instructionVersion = 0;
    QString recommendation;
    int ruleVersion = 0;
    QString deviation;
    std::optional<NoteEntry> note;
    friend bool operator==(const HistoryItem&, const HistoryItem&) = default;
};

/// One released time, or a weekly series of them.
struct SlotEntry {
    domain::SlotId id; ///< single times only; null = derived
    std::optional<Moment> at; ///< nothing = a series
    int weekday = 0;
    std::vector<QTime> times;
    int weeks = 0;
    int minutes = 0;
    QString kind;
    QString person; ///< key; empty = nobody in particular
    QString releasedBy;
    QString onBehalfOf;
    QString concern;
    int preparation = 0; ///< minutes
    int followUp = 0;    ///< minutes
    std::optional<Moment> expires;
    friend bool operator==(const SlotEntry&, const SlotEntry&) = default;
};

/// A message for somebody who is going to ring.
struct ExpectedEntry {
    domain::ExpectedCallId id; ///< null = derived
    QString caller; ///< key; empty = whoever has the number
    QString number; ///< as written
    QString message;
    Moment validUntil;
    QString enteredBy;
    friend bool operator==(const ExpectedEntry&, const ExpectedEntry&) = default;
};

/// A kind of appointment.
struct KindEntry {
    QString name;
    int minutes = 0;
    int preparation = 0;
    int followUp = 0;
    QString person; ///< key; empty = nobody in particular
    QString concern;
    friend bool operator==(const KindEntry&, const KindEntry&) = default;
};

struct TenantFile {
    QString key;
    domain::TenantId id; ///< null = derived from the key
    QString name;
    QString answerAs;
    QString trade;
    QString accent;
    QString language;
    QString region;
    QString timeZone;
    std::vector<QString> numbers;
    std::vector<domain::Greeting> greetings;
    std::array<std::vector<domain::DayInterval>, 7> week;
    std::optional<std::vector<domain::DayInterval>> holidays; ///< nothing = as on any other day
    QString holidayRegion; ///< empty = the country's, where holidays are spoken of
    std::vector<ClosedEntry> closed;
    std::vector<QString> instructions;
    std::vector<NoticeEntry> notices;
    std::vector<domain::Concern> concerns;
    std::vector<PersonEntry> people;
    std::vector<CallerEntry> callers;
    std::vector<HistoryItem> history;
    std::optional<domain::RuleSet> rules; ///< people and callers are placeholders, see ruleNames; nothing = the file says nothing
    QHash<QUuid, QString> ruleNames;      ///< keys, by the placeholders that stand for them in the rules
    std::vector<ExpectedEntry> expected;
    std::optional<std::vector<domain::KnowledgeEntry>> knowledge; ///< ids are keys; nothing = the file says nothing
    std::vector<KindEntry> kinds;
    std::vector<SlotEntry> slotEntries; ///< `slots` is a word of Qt's
    friend bool operator==(const TenantFile&, const TenantFile&) = default;
};

} // namespace vorzimmer::exchange
