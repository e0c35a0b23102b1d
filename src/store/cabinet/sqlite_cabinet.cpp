#include "cabinet/sqlite_cabinet.h"

#include "cabinet/session.h"

#include <algorithm>

namespace vorzimmer::store {

using domain::Fault;
using domain::NoteState;
using domain::Outcome;
using domain::Result;

namespace {

/// The value, or NotFound in its place.
template <class Value>
Result<Value> existing(Result<std::optional<Value>> found, const QString& what, const QString& id)
{
    if (!found)
        return domain::failure(found.error());
    if (!*found)
        return domain::failure(Fault::NotFound, QStringLiteral("no such ") + what, id);
    return std::move(**found);
}

/// Copies a successful @p part into @p place.
template <class Value>
Outcome into(Value& place, Result<Value> part)
{
    if (!part)
        return domain::failure(part.error());
    place = std::move(*part);
    return {};
}

constexpr int newsListed = 50;

Result<ports::HouseNews> newsFor(CabinetFile& file, const domain::UserId& user)
{
    const auto latest = file.changes.latest();
    if (!latest)
        return domain::failure(latest.error());
    const auto read = file.changes.readUpTo(user);
    if (!read)
        return domain::failure(read.error());
    ports::HouseNews news{{}, *latest, read->has_value()};
    if (!news.everRead || **read >= *latest)
        return news;
    auto changes = file.changes.after(**read, newsListed);
    if (!changes)
        return domain::failure(changes.error());
    news.changes = std::move(*changes);
    return news;
}

} // namespace

template <class Work>
auto SqliteCabinet::one(Work work)
{
    return inFile(*m_shelf, m_tenant, std::move(work));
}

template <class Work>
auto SqliteCabinet::reading(Work work)
{
    return inTransaction(*m_shelf, m_tenant, Access::Read, std::move(work));
}

template <class Work>
auto SqliteCabinet::writing(Work work)
{
    return inTransaction(*m_shelf, m_tenant, Access::Write, std::move(work));
}

Result<ports::PopSheet> SqliteCabinet::popSheet(const ports::PopQuery& query)
{
    return reading([&](CabinetFile& file) -> Result<ports::PopSheet> {
        ports::PopSheet sheet;
        auto read = into(sheet.profile, file.profile.profile(m_tenant));
        if (read)
            read = into(sheet.people, file.people.people());
        if (read && !query.number.isEmpty())
            read = into(sheet.callers, file.callers.callersAt(query.number));
        if (read && sheet.callers.size() == 1)
            read = into(sheet.history, file.calls.historyOf(sheet.callers.front().id, query.historyLimit));
        else if (read && !query.number.isEmpty())
            read = into(sheet.history, file.calls.historyOf(query.number, query.historyLimit));
        if (read)
            read = into(sheet.slots, file.slots.freeSlots(query.now, query.now.addDays(query.slotDays)));
        if (read)
            read = into(sheet.rules, file.ruleVersions.inForce());
        if (read)
            read = into(sheet.expected, file.expectedCalls.open(query.now));
        if (read && !query.user.isNull())
            read = into(sheet.news, newsFor(file, query.user));
        if (!read)
            return domain::failure(read.error());
        return sheet;
    });
}

Result<domain::TenantProfile> SqliteCabinet::profile()
{
    return one([&](CabinetFile& file) { return file.profile.profile(m_tenant); });
}

Outcome SqliteCabinet::saveProfile(const domain::TenantProfile& profile)
{
    if (profile.entry.id != m_tenant)
        return domain::failure(Fault::Invalid, QStringLiteral("another tenant's profile"), profile.entry.id.text());
    return writing([&](CabinetFile& file) -> Outcome {
        const auto before = file.profile.profile(m_tenant);
        if (!before && before.error().fault != Fault::NotFound)
            return domain::failure(before.error());
        if (auto saved = file.profile.save(profile, m_clock.nowUtc()); !saved || !before)
            return saved;
        return file.changes.add(domain::changesBetween(*before, profile), m_clock.nowUtc());
    });
}

Result<std::vector<domain::Person>> SqliteCabinet::people()
{
    return one([](CabinetFile& file) { return file.people.people(); });
}

Outcome SqliteCabinet::savePerson(const domain::Person& person, int position)
{
    return writing([&](CabinetFile& file) -> Outcome {
        const auto people = file.people.people();
        if (!people)
            return domain::failure(people.error());
        if (auto saved = file.people.save(person, position); !saved)
            return saved;
        const auto before = std::find_if(people->begin(), people->end(), [&](const domain::Person& one) { return one.id == person.id; });
        const std::vector<domain::HouseChange> fresh{{0, {}, domain::ChangeKind::PersonNew, person.name}};
        return file.changes.add(before == people->end() ? fresh : domain::changesBetween(*before, person), m_clock.nowUtc());
    });
}

Outcome SqliteCabinet::readNews(const domain::UserId& user, qint64 number)
{
    return one([&](CabinetFile& file) { return file.changes.setReadUpTo(user, number); });
}

Outcome SqliteCabinet::setPresence(const domain::PersonId& person, const domain::Presence& presence)
{
    return one([&](CabinetFile& file) { return file.people.setPresence(person, presence); });
}

Result<std::vector<domain::Caller>> SqliteCabinet::callers()
{
    return reading([](CabinetFile& file) { return file.callers.callers(); });
}

Outcome SqliteCabinet::saveCaller(const domain::Caller& caller)
{
    return writing([&](CabinetFile& file) { return file.callers.save(caller); });
}

Outcome SqliteCabinet::attachNumber(const domain::CallerId& caller, const domain::LabelledNumber& number)
{
    return writing([&](CabinetFile& file) { return file.callers.attachNumber(caller, number); });
}

Result<std::vector<ports::HistoryEntry>> SqliteCabinet::historyOf(const domain::CallerId& caller, int limit)
{
    return one([&](CabinetFile& file) { return file.calls.historyOf(caller, limit); });
}

Outcome SqliteCabinet::saveCall(const domain::CallRecord& call)
{
    return one([&](CabinetFile& file) { return file.calls.save(call); });
}

Result<domain::CallRecord> SqliteCabinet::call(const domain::CallId& id)
{
    return one([&](CabinetFile& file) { return existing(file.calls.call(id), QStringLiteral("call"), id.text()); });
}

Result<std::vector<domain::CallRecord>> SqliteCabinet::calls(int limit)
{
    return one([&](CabinetFile& file) { return file.calls.calls(limit); });
}

Outcome SqliteCabinet::saveDraft(const domain::Note& note)
{
    return one([&](CabinetFile& file) { return file.drafts.save(note); });
}

Result<std::vector<domain::Note>> SqliteCabinet::drafts()
{
    return one([](CabinetFile& file) { return file.drafts.drafts(); });
}

Result<domain::Note> SqliteCabinet::note(const domain::NoteId& id)
{
    return reading([&](CabinetFile& file) {
        auto note = file.notes.note(id);
        if (note && !*note)
            note = file.drafts.draft(id);
        return existing(std::move(note), QStringLiteral("note"), id.text());
    });
}

Outcome SqliteCabinet::finishNote(const domain::Note& note, const domain::OperationId& operation)
{
    domain::Note finished = note;
    if (!finished.finishedAt.isValid())
        finished.finishedAt = m_clock.nowUtc();
    return writing([&](CabinetFile& file) -> Outcome {
        const auto draft = file.drafts.draft(note.id);
        if (!draft)
            return domain::failure(draft.error());
        if (*draft && (*draft)->state == NoteState::Discarded)
            return domain::failure(Fault::Conflict, QStringLiteral("the note was discarded"), note.id.text());
        const auto filed = file.fileNote(finished, domain::TopicState::Open);
        if (!filed)
            return domain::failure(filed.error());
        if (!*filed)
            return {};
        return file.outbox.add(operation, ports::OperationKind::CreateTopic, domain::topicFromNote(finished), {});
    });
}

Outcome SqliteCabinet::discardDraft(const domain::NoteId& id, const QDateTime& at)
{
    return writing([&](CabinetFile& file) -> Outcome {
        const auto discarded = file.drafts.discard(id, at);
        if (!discarded)
            return domain::failure(discarded.error());
        if (*discarded)
            return {};
        const auto filed = file.notes.note(id);
        if (!filed)
            return domain::failure(filed.error());
        if (*filed)
            return domain::failure(Fault::Conflict, QStringLiteral("the note is finished"), id.text());
        const auto draft = existing(file.drafts.draft(id), QStringLiteral("draft"), id.text());
        return draft ? Outcome() : domain::failure(draft.error());
    });
}

Outcome SqliteCabinet::fileNote(const domain::Note& note, domain::TopicState state)
{
    return writing([&](CabinetFile& file) -> Outcome {
        const auto filed = file.fileNote(note, state);
        return filed ? Outcome() : domain::failure(filed.error());
    });
}

Result<std::vector<domain::Slot>> SqliteCabinet::freeSlots(const QDateTime& from, const QDateTime& until)
{
    return one([&](CabinetFile& file) { return file.slots.freeSlots(from, until); });
}

Outcome SqliteCabinet::saveSlot(const domain::Slot& slot)
{
    return one([&](CabinetFile& file) { return file.slots.save(slot); });
}

Result<std::vector<ports::ReviewEntry>> SqliteCabinet::review(const ports::ReviewQuery& query)
{
    return reading([&](CabinetFile& file) { return file.reviews.review(query); });
}

Outcome SqliteCabinet::setSeen(const domain::NoteId& id, bool seen, const domain::UserId& by, const QDateTime& at)
{
    return writing([&](CabinetFile& file) -> Outcome {
        const auto note = existing(file.notes.note(id), QStringLiteral("note"), id.text());
        if (!note)
            return domain::failure(note.error());
        return file.reviews.setSeen(id, seen, by, at);
    });
}

Outcome SqliteCabinet::addComment(const domain::TopicId& topic, const domain::Comment& comment,
                                  const domain::OperationId& operation)
{
    return writing([&](CabinetFile& file) {
        return file.book.addComment(topic, comment, operation, {m_clock.nowUtc(), m_ids});
    });
}

Outcome SqliteCabinet::setTopicState(const domain::TopicId& topic, domain::TopicState state,
                                     const domain::OperationId& operation, const QDateTime& at)
{
    domain::Topic wanted;
    wanted.id = topic;
    wanted.state = state;
    return m_topicList.edit(wanted, domain::TopicField::State, operation, {QString(), at});
}

Result<std::vector<ports::RemoteTopic>> SqliteCabinet::topics()
{
    using Topics = Result<std::vector<ports::RemoteTopic>>;
    return reading([](CabinetFile& file) -> Topics {
        auto topics = file.topics.topics();
        if (!topics)
            return topics;
        for (ports::RemoteTopic& topic : *topics) {
            auto comments = file.comments.of(topic.topic.id);
            if (!comments)
                return domain::failure(comments.error());
            topic.comments = std::move(*comments);
        }
        return topics;
    });
}

Outcome SqliteCabinet::atomically(const std::function<Outcome()>& many)
{
    return writing([&](CabinetFile&) { return many(); });
}

Result<std::vector<QString>> SqliteCabinet::flaws()
{
    return reading([](CabinetFile& file) { return file.flaws(); });
}

} // namespace vorzimmer::store
