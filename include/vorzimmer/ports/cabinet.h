#pragma once

#include "vorzimmer/domain/call.h"
#include "vorzimmer/domain/caller.h"
#include "vorzimmer/domain/expected_call.h"
#include "vorzimmer/domain/house_change.h"
#include "vorzimmer/domain/note.h"
#include "vorzimmer/domain/person.h"
#include "vorzimmer/domain/result.h"
#include "vorzimmer/domain/rule.h"
#include "vorzimmer/domain/slot.h"
#include "vorzimmer/domain/tenant.h"
#include "vorzimmer/domain/topic.h"
#include "vorzimmer/ports/topic_ledger.h"
#include "vorzimmer/ports/topic_list.h"

#include <functional>
#include <optional>
#include <vector>

namespace vorzimmer::ports {

class AppointmentBook;
class CalendarLedger;
class MailOutbox;
class KnowledgeBook;
class RuleBook;

/// One line of a caller's history: a past call with what was noted and what became of it.
struct HistoryEntry {
    domain::CallRecord call;
    domain::NoteId note; ///< null = none was taken
    QString noteText;
    QString forName;
    domain::NoteFlags flags;
    std::optional<domain::TopicState> topicState;
    friend bool operator==(const HistoryEntry&, const HistoryEntry&) = default;
};

struct PopQuery {
    domain::PhoneNumber number; ///< empty = withheld or unreadable
    QDateTime now;              ///< UTC
    int slotDays = 14;
    int historyLimit = 20;
    domain::UserId user{}; ///< who answers, for PopSheet::news; null = nobody in particular
};

/// What of the house became another thing since somebody last read that.
struct HouseNews {
    std::vector<domain::HouseChange> changes; ///< newest first, up to a limit
    qint64 latest = 0;      ///< number of the newest change there is
    bool everRead = false;  ///< whoever has never read any has no news: everything is new
    friend bool operator==(const HouseNews&, const HouseNews&) = default;
};

/// All that the desk shows when a call arrives, read in one transaction.
struct PopSheet {
    domain::TenantProfile profile;
    std::vector<domain::Person> people;   ///< in the tenant's order
    std::vector<domain::Caller> callers;  ///< all who share the number; empty = unknown
    std::vector<HistoryEntry> history;    ///< newest first; of the one caller, else of the number
    std::vector<domain::Slot> slots;      ///< free ones, by start
    domain::RuleSet rules{};              ///< those in force
    std::vector<domain::ExpectedCall> expected{}; ///< those not yet told and still valid, of all callers
    HouseNews news{};                             ///< for PopQuery::user
};

/// A finished note as the client reviews it.
struct ReviewEntry {
    domain::Note note;
    std::optional<domain::CallRecord> call;
    domain::TopicState topicState = domain::TopicState::Open;
    bool seen = false;
    bool onSharedList = false; ///< confirmed by the other side
    std::vector<domain::Comment> comments; ///< oldest first
};

struct ReviewQuery {
    QString search;          ///< every word must be found (umlaut-safe, anywhere in a word); empty = all
    bool unseenOnly = false;
    bool openOnly = false;   ///< not yet Done
    int limit = 200;
};

/// One tenant's store. Every method is one transaction and durable when it returns; call on the store lane only.
/// Only desk::Gatekeeper hands one out; see CabinetRoom.
class Cabinet {
public:
    virtual ~Cabinet() = default;

    [[nodiscard]] virtual domain::Result<PopSheet> popSheet(const PopQuery& query) = 0;

    /// @p user has read what changed up to @p number; never back.
    [[nodiscard]] virtual domain::Outcome readNews(const domain::UserId& user, qint64 number) = 0;

    [[nodiscard]] virtual domain::Result<domain::TenantProfile> profile() = 0;
    /// Counts instructionVersion up when greetings or instructions differ from what is stored.
    [[nodiscard]] virtual domain::Outcome saveProfile(const domain::TenantProfile& profile) = 0;
    [[nodiscard]] virtual domain::Result<std::vector<domain::Person>> people() = 0;
    /// @p position orders people on the desk.
    [[nodiscard]] virtual domain::Outcome savePerson(const domain::Person& person, int position) = 0;
    /// NotFound when there is no such person.
    [[nodiscard]] virtual domain::Outcome setPresence(const domain::PersonId& person, const domain::Presence& presence) = 0;
    [[nodiscard]] virtual domain::Result<std::vector<domain::Caller>> callers() = 0;
    [[nodiscard]] virtual domain::Outcome saveCaller(const domain::Caller& caller) = 0;
    /// Adds @p number to the caller's numbers; adding it twice changes nothing.
    [[nodiscard]] virtual domain::Outcome attachNumber(const domain::CallerId& caller, const domain::LabelledNumber& number) = 0;
    [[nodiscard]] virtual domain::Result<std::vector<HistoryEntry>> historyOf(const domain::CallerId& caller, int limit) = 0;

    /// Inserts or replaces the call's row.
    [[nodiscard]] virtual domain::Outcome saveCall(const domain::CallRecord& call) = 0;
    [[nodiscard]] virtual domain::Result<domain::CallRecord> call(const domain::CallId& id) = 0;
    [[nodiscard]] virtual domain::Result<std::vector<domain::CallRecord>> calls(int limit) = 0;

    /// Inserts or replaces a draft; Conflict once the note is finished or discarded.
    [[nodiscard]] virtual domain::Outcome saveDraft(const domain::Note& note) = 0;
    [[nodiscard]] virtual domain::Result<std::vector<domain::Note>> drafts() = 0;
    [[nodiscard]] virtual domain::Result<domain::Note> note(const domain::NoteId& id) = 0;
    /// Finishes the note, makes its topic and the outbox row, all in one transaction. Finishing twice is once: the
    /// second time changes nothing and succeeds.
    [[nodiscard]] virtual domain::Outcome finishNote(const domain::Note& note, const domain::OperationId& operation) = 0;
    [[nodiscard]] virtual domain::Outcome discardDraft(const domain::NoteId& id, const QDateTime& at) = 0;

    /// Puts a note that was finished long ago on file, without outbox row (import).
    [[nodiscard]] virtual domain::Outcome fileNote(const domain::Note& note, domain::TopicState state) = 0;

    /// Released, not booked and clear of busy time; without regard to colleagues' holds.
    [[nodiscard]] virtual domain::Result<std::vector<domain::Slot>> freeSlots(const QDateTime& from, const QDateTime& until) = 0;
    [[nodiscard]] virtual domain::Outcome saveSlot(const domain::Slot& slot) = 0;

    [[nodiscard]] virtual domain::Result<std::vector<ReviewEntry>> review(const ReviewQuery& query) = 0;
    [[nodiscard]] virtual domain::Outcome setSeen(const domain::NoteId& id, bool seen, const domain::UserId& by, const QDateTime& at) = 0;
    /// Adds the comment and its outbox row.
    [[nodiscard]] virtual domain::Outcome addComment(const domain::TopicId& topic, const domain::Comment& comment,
                                                  const domain::OperationId& operation) = 0;
    /// Changes the topic's state and adds the outbox row; setting the state it has changes nothing.
    [[nodiscard]] virtual domain::Outcome setTopicState(const domain::TopicId& topic, domain::TopicState state,
                                                     const domain::OperationId& operation, const QDateTime& at) = 0;
    [[nodiscard]] virtual domain::Result<std::vector<RemoteTopic>> topics() = 0;

    [[nodiscard]] virtual TopicLedger& ledger() = 0;
    [[nodiscard]] virtual TopicList& topicList() = 0;
    [[nodiscard]] virtual AppointmentBook& appointments() = 0;
    [[nodiscard]] virtual CalendarLedger& calendarLedger() = 0;
    [[nodiscard]] virtual RuleBook& ruleBook() = 0;
    [[nodiscard]] virtual MailOutbox& mailOutbox() = 0;
    [[nodiscard]] virtual KnowledgeBook& knowledgeBook() = 0;

    /// Runs @p many saves in one transaction: all or none (import).
    [[nodiscard]] virtual domain::Outcome atomically(const std::function<domain::Outcome()>& many) = 0;

    /// Integrity of the file: an empty list is a sound cabinet.
    [[nodiscard]] virtual domain::Result<std::vector<QString>> flaws() = 0;
};

} // namespace vorzimmer::ports
