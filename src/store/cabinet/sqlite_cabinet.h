#pragma once

#include "cabinet/shelf.h"
#include "cabinet/sqlite_appointment_book.h"
#include "cabinet/sqlite_calendar_ledger.h"
#include "cabinet/sqlite_knowledge_book.h"
#include "cabinet/sqlite_ledger.h"
#include "cabinet/sqlite_mail_outbox.h"
#include "cabinet/sqlite_rule_book.h"
#include "cabinet/sqlite_topic_list.h"

#include "vorzimmer/ports/cabinet.h"
#include "vorzimmer/ports/clock.h"
#include "vorzimmer/ports/id_source.h"

#include <memory>

namespace vorzimmer::store {

/// One tenant's file behind ports::Cabinet. Holds no connection of its own: each call takes the file from the shelf, which
/// opens it again when it was closed meanwhile. May be destroyed on any thread.
class SqliteCabinet final : public ports::Cabinet {
public:
    SqliteCabinet(std::shared_ptr<Shelf> shelf, const domain::TenantId& tenant, ports::Clock& clock, ports::IdSource& ids)
        : m_shelf(std::move(shelf)), m_tenant(tenant), m_clock(clock), m_ids(ids), m_ledger(m_shelf, tenant, clock, ids),
          m_topicList(m_shelf, tenant, clock, ids), m_appointments(m_shelf, tenant), m_calendarLedger(m_shelf, tenant),
          m_ruleBook(m_shelf, tenant, clock), m_mailOutbox(m_shelf, tenant), m_knowledgeBook(m_shelf, tenant, clock)
    {
    }

    domain::Result<ports::PopSheet> popSheet(const ports::PopQuery& query) override;

    domain::Result<domain::TenantProfile> profile() override;
    domain::Outcome saveProfile(const domain::TenantProfile& profile) override;
    domain::Result<std::vector<domain::Person>> people() override;
    domain::Outcome savePerson(const domain::Person& person, int position) override;
    domain::Outcome readNews(const domain::UserId& user, qint64 number) override;
    domain::Outcome setPresence(const domain::PersonId& person, const domain::Presence& presence) override;
    domain::Result<std::vector<domain::Caller>> callers() override;
    domain::Outcome saveCaller(const domain::Caller& caller) override;
    domain::Outcome attachNumber(const domain::CallerId& caller, const domain::LabelledNumber& number) override;
    domain::Result<std::vector<ports::HistoryEntry>> historyOf(const domain::CallerId& caller, int limit) override;

    domain::Outcome saveCall(const domain::CallRecord& call) override;
    domain::Result<domain::CallRecord> call(const domain::CallId& id) override;
    domain::Result<std::vector<domain::CallRecord>> calls(int limit) override;

    domain::Outcome saveDraft(const domain::Note& note) override;
    domain::Result<std::vector<domain::Note>> drafts() override;
    domain::Result<domain::Note> note(const domain::NoteId& id) override;
    domain::Outcome finishNote(const domain::Note& note, const domain::OperationId& operation) override;
    domain::Outcome discardDraft(const domain::NoteId& id, const QDateTime& at) override;
    domain::Outcome fileNote(const domain::Note& note, domain::TopicState state) override;

    domain::Result<std::vector<domain::Slot>> freeSlots(const QDateTime& from, const QDateTime& until) override;
    domain::Outcome saveSlot(const domain::Slot& slot) override;

    domain::Result<std::vector<ports::ReviewEntry>> review(const ports::ReviewQuery& query) override;
    domain::Outcome setSeen(const domain::NoteId& id, bool seen, const domain::UserId& by, const QDateTime& at) override;
    domain::Outcome addComment(const domain::TopicId& topic, const domain::Comment& comment,
                               const domain::OperationId& operation) override;
    domain::Outcome setTopicState(const domain::TopicId& topic, domain::TopicState state,
                                  const domain::OperationId& operation, const QDateTime& at) override;
    domain::Result<std::vector<ports::RemoteTopic>> topics() override;

    ports::TopicLedger& ledger() override { return m_ledger; }
    ports::TopicList& topicList() override { return m_topicList; }
    ports::AppointmentBook& appointments() override { return m_appointments; }
    ports::CalendarLedger& calendarLedger() override { return m_calendarLedger; }
    ports::RuleBook& ruleBook() override { return m_ruleBook; }
    ports::MailOutbox& mailOutbox() override { return m_mailOutbox; }
    ports::KnowledgeBook& knowledgeBook() override { return m_knowledgeBook; }
    domain::Outcome atomically(const std::function<domain::Outcome()>& many) override;
    domain::Result<std::vector<QString>> flaws() override;

private:
    template <class Work>
    auto one(Work work);
    template <class Work>
    auto reading(Work work);
    template <class Work>
    auto writing(Work work);

    std::shared_ptr<Shelf> m_shelf;
    domain::TenantId m_tenant;
    ports::Clock& m_clock;
    ports::IdSource& m_ids;
    SqliteLedger m_ledger;
    SqliteTopicList m_topicList;
    SqliteAppointmentBook m_appointments;
    SqliteCalendarLedger m_calendarLedger;
    SqliteRuleBook m_ruleBook;
    SqliteMailOutbox m_mailOutbox;
    SqliteKnowledgeBook m_knowledgeBook;
};

} // namespace vorzimmer::store
