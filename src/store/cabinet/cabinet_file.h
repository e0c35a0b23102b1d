#pragma once

#include "cabinet/arbitration.h"
#include "cabinet/booking_table.h"
#include "cabinet/calendar_table.h"
#include "cabinet/call_table.h"
#include "cabinet/caller_table.h"
#include "cabinet/change_table.h"
#include "cabinet/comment_table.h"
#include "cabinet/digest_table.h"
#include "cabinet/draft_table.h"
#include "cabinet/expected_call_table.h"
#include "cabinet/kind_table.h"
#include "cabinet/mail_table.h"
#include "cabinet/knowledge_table.h"
#include "cabinet/mark_table.h"
#include "cabinet/note_search.h"
#include "cabinet/note_table.h"
#include "cabinet/operation_ends.h"
#include "cabinet/outbox_table.h"
#include "cabinet/person_table.h"
#include "cabinet/profile_table.h"
#include "cabinet/review_table.h"
#include "cabinet/rule_version_table.h"
#include "cabinet/slot_table.h"
#include "cabinet/topic_book.h"
#include "cabinet/topic_catalogue.h"
#include "cabinet/topic_intake.h"
#include "cabinet/topic_table.h"
#include "sqlite/database.h"

#include "vorzimmer/domain/id.h"

namespace vorzimmer::store {

/// One tenant's open file with its tables.
class CabinetFile {
public:
    /// StorageBroken when the file is another tenant's.
    [[nodiscard]] static domain::Result<std::unique_ptr<CabinetFile>>
    open(const QString& path, const domain::TenantId& tenant, OpenMode mode, std::chrono::milliseconds patience);

    /// Puts @p note and its topic on file and forgets the draft; false when it was on file already. Run it in a transaction.
    [[nodiscard]] domain::Result<bool> fileNote(const domain::Note& note, domain::TopicState state);

    /// What is wrong in here; empty for a sound file.
    [[nodiscard]] domain::Result<std::vector<QString>> flaws();

    // The parts stand in the order in which they need each other.
    std::unique_ptr<Database> database;
    ProfileTable profile{*database};
    PersonTable people{*database};
    CallerTable callers{*database};
    CallTable calls{*database};
    DraftTable drafts{*database};
    NoteTable notes{*database};
    NoteSearch search{notes};
    SlotTable slots{*database};
    RuleVersionTable ruleVersions{*database};
    ExpectedCallTable expectedCalls{*database};
    KindTable kinds{*database};
    KnowledgeTable knowledge{*database};
    ChangeTable changes{*database};
    BookingTable bookings{*database};
    CalendarTable calendars{*database};
    MailTable mails{*database};
    DigestTable digests{*database};
    TopicTable topics{*database};
    CommentTable comments{*database};
    OutboxTable outbox{*database};
    MarkTable marks{*database};
    ReviewTable reviews{*database, calls, comments, search};
    ConflictTable conflicts{*database};
    DecisionTable decisions{*database};
    EventTable events{*database};
    TopicBook book{papers()};
    Arbitration arbitration{papers()};
    TopicIntake intake{papers()};
    OperationEnds ends{papers(), intake};
    TopicCatalogue catalogue{*database, papers()};

private:
    [[nodiscard]] TopicPapers papers() { return {topics, comments, outbox, marks, conflicts, decisions, events}; }
    explicit CabinetFile(std::unique_ptr<Database> opened) : database(std::move(opened)) {}
    [[nodiscard]] domain::Outcome checkOwner(const domain::TenantId& tenant, OpenMode mode);
};

} // namespace vorzimmer::store
