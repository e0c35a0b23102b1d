#include "vorzimmer/desk/review.h"

namespace vorzimmer::desk {

using domain::Outcome;
using domain::Result;

Review::Review(Office& office, CabinetHandle cabinet, domain::User user, QObject* parent)
    : QObject(parent), m_office(office), m_cabinet(std::move(cabinet)), m_user(std::move(user))
{
}

void Review::load(const ports::ReviewQuery& query)
{
    m_query = query;
    const quint64 generation = ++m_generation;
    struct Papers {
        domain::TenantProfile profile;
        std::vector<ports::ReviewEntry> entries;
    };
    m_cabinet.read(
        this,
        [query](ports::Cabinet& cabinet) -> Result<Papers> {
            auto profile = cabinet.profile();
            if (!profile)
                return domain::failure(profile.error());
            auto entries = cabinet.review(query);
            if (!entries)
                return domain::failure(entries.error());
            return Papers{std::move(*profile), std::move(*entries)};
        },
        [this, generation](Result<Papers> papers) {
            if (generation != m_generation)
                return;
            if (!papers) {
                Q_EMIT failed(papers.error());
                return;
            }
            m_profile = std::move(papers->profile);
            m_entries = std::move(papers->entries);
            Q_EMIT loaded();
        });
}

template <class Job>
void Review::change(Job job, bool forTheList)
{
    m_cabinet.write(this, std::move(job), [this, forTheList](const Outcome& outcome) {
        if (!outcome) {
            Q_EMIT failed(outcome.error());
            return;
        }
        if (forTheList)
            Q_EMIT outboxFilled(tenant());
        reload();
    });
}

void Review::setSeen(const domain::NoteId& note, bool seen)
{
    change([note, seen, user = m_user.id, at = m_office.clock.nowUtc()](
               ports::Cabinet& cabinet) { return cabinet.setSeen(note, seen, user, at); },
           false);
}

void Review::addComment(const domain::TopicId& topic, const QString& text)
{
    if (text.trimmed().isEmpty())
        return;
    const domain::Comment comment{m_office.ids.fresh<domain::CommentId>(), m_user.name, text.trimmed(), m_office.clock.nowUtc()};
    const auto operation = m_office.ids.fresh<domain::OperationId>();
    change([topic, comment, operation](ports::Cabinet& cabinet) { return cabinet.addComment(topic, comment, operation); }, true);
}

void Review::setState(const domain::TopicId& topic, domain::TopicState state)
{
    const auto operation = m_office.ids.fresh<domain::OperationId>();
    domain::Topic wanted;
    wanted.id = topic;
    wanted.state = state;
    change([wanted, operation, by = ports::Signature{m_user.name, m_office.clock.nowUtc()}](
               ports::Cabinet& cabinet) { return cabinet.topicList().edit(wanted, domain::TopicField::State, operation, by); },
           true);
}

} // namespace vorzimmer::desk
