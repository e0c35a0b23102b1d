#include "fixture.h"

#include <map>

using namespace vorzimmer;
using namespace vorzimmer::store;
using domain::Fault;
using domain::NoteId;
using domain::NoteState;

namespace {

/// What a cabinet should hold, kept the simple way.
class Desk {
public:
    explicit Desk(unsigned seed) : m_random(seed) {}

    void step()
    {
        switch (pick(8)) {
        case 0:
        case 1:
        case 2:
            type();
            break;
        case 3:
            finish();
            break;
        case 4:
            discard();
            break;
        case 5:
            sync();
            break;
        case 6:
            changeState();
            break;
        case 7:
            reopen();
            break;
        }
    }

    void check()
    {
        size_t drafts = 0;
        size_t finished = 0;
        for (const auto& [id, note] : m_notes) {
            CHECK(must(f.cabinet->note(id)) == note);
            drafts += note.state == NoteState::Draft;
            finished += note.state == NoteState::Finished;
        }
        CHECK(must(f.cabinet->drafts()).size() == drafts);
        CHECK(must(f.cabinet->topics()).size() == finished);
        CHECK(must(f.cabinet->review({})).size() == finished);
        for (const auto& topic : must(f.cabinet->topics()))
            CHECK(topic.topic.state == m_states[topic.topic.id.uuid()]);
        CHECK(must(f.cabinet->flaws()).empty());
    }

    /// Sends everything and checks that the other side got each topic once, in its last state.
    void sendAll()
    {
        for (int i = 0; must(f.cabinet->ledger().outbox()).waiting > 0; ++i) {
            REQUIRE(i < 10'000);
            sync();
        }
        CHECK(m_remote == m_states);
    }

private:
    int pick(int below) { return static_cast<int>(m_random() % static_cast<unsigned>(below)); }

    domain::Note& someone()
    {
        if (m_notes.empty() || pick(3) == 0) {
            domain::Note note = f.someNote();
            m_notes.emplace(note.id, note);
            must(f.cabinet->saveDraft(note));
            return m_notes[note.id];
        }
        return std::next(m_notes.begin(), pick(static_cast<int>(m_notes.size())))->second;
    }

    void type()
    {
        domain::Note& note = someone();
        domain::Note typed = note;
        typed.text += QChar(u'a' + pick(26));
        const auto saved = f.cabinet->saveDraft(typed);
        CHECK(saved.has_value() == (note.state == NoteState::Draft));
        if (saved)
            note = typed;
        else
            CHECK(saved.error().fault == Fault::Conflict);
    }

    void finish()
    {
        domain::Note& note = someone();
        domain::Note finished = note;
        finished.state = NoteState::Finished;
        finished.finishedAt = f.clock.now;
        const auto done = f.cabinet->finishNote(finished, f.ids.fresh<domain::OperationId>());
        CHECK(done.has_value() == (note.state != NoteState::Discarded));
        if (note.state == NoteState::Draft) {
            note = finished;
            m_states[note.id.uuid()] = domain::TopicState::Open;
        }
    }

    void discard()
    {
        domain::Note& note = someone();
        f.clock.now = f.clock.now.addSecs(1);
        const auto done = f.cabinet->discardDraft(note.id, f.clock.now);
        CHECK(done.has_value() == (note.state != NoteState::Finished));
        if (note.state == NoteState::Draft) {
            note.state = NoteState::Discarded;
            note.changedAt = f.clock.now;
        }
    }

    void changeState()
    {
        if (m_states.empty())
            return;
        auto& [id, state] = *std::next(m_states.begin(), pick(static_cast<int>(m_states.size())));
        state = static_cast<domain::TopicState>(pick(4));
        must(f.cabinet->setTopicState(domain::TopicId(id), state, f.ids.fresh<domain::OperationId>(), f.clock.now));
    }

    /// One operation, which may fail on its way.
    void sync()
    {
        ports::TopicLedger& ledger = f.cabinet->ledger();
        const auto next = must(ledger.nextOperation(f.clock.now));
        if (!next)
            return;
        if (pick(4) == 0)
            changeState(); // between reading and sending
        must(ledger.markInFlight(next->id));
        if (pick(4) == 0) {
            must(ledger.reviveInFlight());
            return;
        }
        if (next->kind == ports::OperationKind::CreateTopic)
            CHECK(m_remote.count(next->topic.id.uuid()) == 0);
        m_remote[next->topic.id.uuid()] = next->topic.state;
        must(ledger.confirm(next->id, {next->topic, QStringLiteral("1"), {}, {}}));
    }

    void reopen()
    {
        f.room = makeCabinetRoom(f.location, f.clock, f.ids);
        f.cabinet = must(f.room->open(f.tenant));
    }

    CabinetFixture f;
    std::mt19937 m_random;
    std::map<NoteId, domain::Note> m_notes;
    std::map<QUuid, domain::TopicState> m_states;
    std::map<QUuid, domain::TopicState> m_remote;
};

} // namespace

TEST_CASE("Whatever is typed, finished, discarded and sent in whatever order, nothing is lost or doubled",
          "[store][property]")
{
    const unsigned seed = storeSeed();
    INFO("STORE_SEED=" << seed);
    Desk desk(seed);
    for (int i = 0; i < 150; ++i) {
        desk.step();
        if (i % 30 == 29)
            desk.check();
    }
    desk.sendAll();
    desk.check();
}
