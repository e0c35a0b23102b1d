#include "vorzimmer/desk/topic_desk.h"

namespace vorzimmer::desk {

using domain::Outcome;
using domain::Result;

TopicDesk::TopicDesk(Office& office, CabinetHandle cabinet, domain::User user, QObject* parent)
    : QObject(parent), m_office(office), m_cabinet(std::move(cabinet)), m_user(std::move(user))
{
}

ports::Signature TopicDesk::signature() const
{
    return {m_user.name, m_office.clock.nowUtc()};
}

// ------------------------------------------------------------------------------------------------------------ reading

void TopicDesk::load(const ports::TopicQuery& query)
{
    m_query = query;
    const quint64 asked = ++m_listAsked;
    struct Papers {
        std::vector<ports::TopicEntry> entries;
        std::vector<QString> people;
        std::optional<ports::TopicEntry> followed;
    };
    m_cabinet.read(
        this,
        [query, followed = m_followedId](ports::Cabinet& cabinet) -> Result<Papers> {
            auto entries = cabinet.topicList().entries(query);
            if (!entries)
                return domain::failure(entries.error());
            const auto people = cabinet.people();
            if (!people)
                return domain::failure(people.error());
            Papers papers{std::move(*entries), {}, {}};
            if (!followed.isNull()) {
                if (auto entry = cabinet.topicList().entry(followed))
                    papers.followed = std::move(*entry);
            }
            for (const domain::Person& person : *people)
                papers.people.push_back(person.name);
            return papers;
        },
        [this, asked](Result<Papers> papers) {
            if (asked != m_listAsked)
                return;
            if (!papers) {
                Q_EMIT failed(papers.error());
                return;
            }
            m_entries = std::move(papers->entries);
            m_people = std::move(papers->people);
            m_followed = std::move(papers->followed);
            Q_EMIT loaded();
        });
}

void TopicDesk::loadHistory(const domain::TopicId& topic)
{
    const quint64 asked = ++m_historyAsked;
    m_cabinet.read(
        this, [topic](ports::Cabinet& cabinet) { return cabinet.topicList().history(topic); },
        [this, asked, topic](const Result<std::vector<ports::TopicEvent>>& events) {
            if (asked != m_historyAsked)
                return;
            if (events)
                Q_EMIT historyLoaded(topic, *events);
            else
                Q_EMIT failed(events.error());
        });
}

void TopicDesk::loadOutbox()
{
    m_outboxWanted = true;
    const quint64 asked = ++m_outboxAsked;
    m_cabinet.read(
        this, [](ports::Cabinet& cabinet) { return cabinet.topicList().outbox(); },
        [this, asked](Result<std::vector<ports::OutboxOperation>> outbox) {
            if (asked != m_outboxAsked)
                return;
            if (!outbox) {
                Q_EMIT failed(outbox.error());
                return;
            }
            m_outbox = std::move(*outbox);
            Q_EMIT outboxLoaded();
        });
}

// ----------------------------------------------------------------------------------------------------------- changing

template <class Job>
void TopicDesk::change(Job job)
{
    // What was asked before does not know of this change yet; the list is read again behind it.
    ++m_listAsked;
    m_cabinet.write(
        this, [job = std::move(job)](ports::Cabinet& cabinet) { return job(cabinet); },
        [this](const Outcome& outcome) {
            if (!outcome)
                Q_EMIT failed(outcome.error());
            else
                Q_EMIT changed();
            reload();
            if (m_outboxWanted)
                loadOutbox();
        });
    // Now and not with the answer: whoever asked may be gone by then, and the lane keeps the order.
    Q_EMIT outboxFilled(tenant());
}

domain::TopicId TopicDesk::add(domain::Topic draft)
{
    draft.id = m_office.ids.fresh<domain::TopicId>();
    draft.createdAt = m_office.clock.nowUtc();
    draft.createdBy = m_user.name;
    const auto operation = m_office.ids.fresh<domain::OperationId>();
    change([draft, operation](ports::Cabinet& cabinet) { return cabinet.topicList().add(draft, operation); });
    return draft.id;
}

void TopicDesk::edit(const domain::Topic& wanted, domain::TopicFields fields)
{
    if (!fields)
        return;
    const auto operation = m_office.ids.fresh<domain::OperationId>();
    change([wanted, fields, operation, by = signature()](ports::Cabinet& cabinet) {
        return cabinet.topicList().edit(wanted, fields, operation, by);
    });
}

void TopicDesk::remove(const domain::TopicId& topic)
{
    const auto operation = m_office.ids.fresh<domain::OperationId>();
    change([topic, operation, by = signature()](ports::Cabinet& cabinet) {
        return cabinet.topicList().remove(topic, operation, by);
    });
}

void TopicDesk::comment(const domain::TopicId& topic, const QString& text)
{
    if (text.trimmed().isEmpty())
        return;
    const domain::Comment comment{m_office.ids.fresh<domain::CommentId>(), m_user.name, text.trimmed(),
                                  m_office.clock.nowUtc()};
    const auto operation = m_office.ids.fresh<domain::OperationId>();
    change([topic, comment, operation](ports::Cabinet& cabinet) { return cabinet.addComment(topic, comment, operation); });
}

void TopicDesk::decide(const domain::TopicId& topic, domain::TopicField field, ports::ConflictChoice choice)
{
    const auto operation = m_office.ids.fresh<domain::OperationId>();
    change([topic, field, choice, operation, by = signature()](ports::Cabinet& cabinet) {
        return cabinet.topicList().decide(topic, field, choice, operation, by);
    });
}

void TopicDesk::undoDecision(const domain::TopicId& topic, domain::TopicField field)
{
    const auto operation = m_office.ids.fresh<domain::OperationId>();
    change([topic, field, operation, by = signature()](ports::Cabinet& cabinet) {
        return cabinet.topicList().undoDecision(topic, field, operation, by);
    });
}

void TopicDesk::retry(const domain::OperationId& operation)
{
    change([operation](ports::Cabinet& cabinet) { return cabinet.topicList().retry(operation); });
}

void TopicDesk::giveUp(const domain::OperationId& operation)
{
    change([operation, by = signature()](ports::Cabinet& cabinet) { return cabinet.topicList().giveUp(operation, by); });
}

} // namespace vorzimmer::desk
