#include "vorzimmer/desk/draft_keeper.h"

#include "vorzimmer/ports/mail_outbox.h"

namespace vorzimmer::desk {

using domain::Note;
using domain::NoteState;
using domain::Outcome;

namespace {

/// On the store lane, within one transaction.
Outcome fileWithCopies(ports::Cabinet& cabinet, const Note& finished, const domain::OperationId& operation, const NoteCopies& copies)
{
    if (auto filed = cabinet.finishNote(finished, operation); !filed)
        return filed;
    ports::MailOutbox& outbox = cabinet.mailOutbox();
    if (copies.delivery == domain::NoteDelivery::None || copies.mail.recipients.empty())
        return {};
    if (copies.delivery == domain::NoteDelivery::AtOnce)
        return outbox.add(copies.mail);
    for (const domain::Recipient& one : copies.mail.recipients) {
        if (auto added = outbox.addToDigest(finished.id, finished.finishedAt, one); !added)
            return added;
    }
    return {};
}

} // namespace

DraftKeeper::DraftKeeper(Office& office, const CabinetHandle& cabinet, Note note, QObject* parent)
    : QObject(parent), m_office(office), m_cabinet(cabinet), m_note(std::move(note))
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &DraftKeeper::save);
}

void DraftKeeper::prefill(const Note& note)
{
    if (!m_begun)
        m_note = note;
}

void DraftKeeper::restore(const Note& note)
{
    m_note = note;
    m_begun = true;
}

void DraftKeeper::edit(const Note& note)
{
    if (m_finishing || m_finished)
        return;
    m_note = note;
    m_note.state = NoteState::Draft;
    m_begun = true;
    m_dirty = true;
    // Not restarted by the next keystroke: a steady typist must not postpone the save.
    if (!m_timer.isActive() && !m_saving)
        m_timer.start(saveInterval);
}

void DraftKeeper::save()
{
    m_dirty = false;
    m_saving = true;
    m_note.changedAt = m_office.clock.nowUtc();
    m_cabinet.write(this, [note = m_note](ports::Cabinet& cabinet) { return cabinet.saveDraft(note); },
                    [this, at = m_note.changedAt](const Outcome& outcome) {
                        m_saving = false;
                        if (outcome) {
                            Q_EMIT saved(at);
                        } else {
                            m_dirty = true;
                            Q_EMIT saveFailed(outcome.error());
                        }
                        if (m_dirty && !m_finishing && !m_timer.isActive())
                            m_timer.start(outcome ? saveInterval : retryInterval);
                    },
                    // On a slow disk a call's other writes may queue up: what is being typed goes before them.
                    lane::Turn::Next);
}

void DraftKeeper::finish(const Note& note, const domain::OperationId& operation, const NoteCopies& copies)
{
    if (m_finishing || m_finished)
        return;
    m_note = note;
    m_begun = true;
    m_finishing = true;
    m_timer.stop();
    Note finished = note;
    finished.state = NoteState::Finished;
    finished.finishedAt = m_office.clock.nowUtc();
    finished.changedAt = finished.finishedAt;
    m_cabinet.write(this,
                    [finished, operation, copies](ports::Cabinet& cabinet) {
                        return cabinet.atomically([&] { return fileWithCopies(cabinet, finished, operation, copies); });
                    },
                    [this, finished](const Outcome& outcome) {
                        m_finishing = false;
                        if (outcome) {
                            m_note = finished;
                            m_finished = true;
                            Q_EMIT this->finished(m_note);
                            return;
                        }
                        // It stays a draft, and as a draft it goes on being saved.
                        Q_EMIT finishFailed(outcome.error());
                        m_dirty = true;
                        m_timer.start(retryInterval);
                    });
}

} // namespace vorzimmer::desk
