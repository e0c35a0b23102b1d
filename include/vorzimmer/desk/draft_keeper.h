#pragma once

#include "vorzimmer/desk/cabinet_handle.h"
#include "vorzimmer/desk/office.h"
#include "vorzimmer/domain/mail.h"
#include "vorzimmer/domain/note.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>

namespace vorzimmer::desk {

/// To whom a finished note goes by e-mail, beside the list.
struct NoteCopies {
    domain::NoteDelivery delivery = domain::NoteDelivery::None;
    domain::Mail mail{}; ///< whole for AtOnce; for DailyDigest its recipients are looked at; without any nothing is sent
};

/// Saves one note as it is typed: at most `saveInterval` after a keystroke it is on its way to disk, so that a crash loses
/// less than a quarter of a second of typing. A failed save is reported and tried again until it succeeds.
class DraftKeeper : public QObject {
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds saveInterval{60};
    static constexpr std::chrono::milliseconds retryInterval{2000};

    /// @p cabinet must outlive this object; both belong to one CaseFile.
    DraftKeeper(Office& office, const CabinetHandle& cabinet, domain::Note note, QObject* parent);

    [[nodiscard]] const domain::Note& note() const { return m_note; }
    /// Something the user typed has ever been kept, or waits to be.
    [[nodiscard]] bool isBegun() const { return m_begun; }
    [[nodiscard]] bool isFinished() const { return m_finished; }

    /// The user changed the note. Nothing happens once finishing has begun.
    void edit(const domain::Note& note);

    /// Finishes the note, which puts it on the shared list and, where @p copies say so, on its way by e-mail: all of it or
    /// nothing. Twice is once. When that fails it stays a draft.
    void finish(const domain::Note& note, const domain::OperationId& operation, const NoteCopies& copies = {});

    /// Changes what the empty form starts with; nothing happens once the user has typed.
    void prefill(const domain::Note& note);

    /// Takes a note of an earlier session up again.
    void restore(const domain::Note& note);

Q_SIGNALS:
    void saved(const QDateTime& at);
    void saveFailed(const vorzimmer::domain::Error& error);
    void finished(const vorzimmer::domain::Note& note);
    void finishFailed(const vorzimmer::domain::Error& error);

private:
    void save();

    Office& m_office;
    const CabinetHandle& m_cabinet;
    domain::Note m_note;
    QTimer m_timer;
    bool m_begun = false;
    bool m_dirty = false;
    bool m_saving = false;
    bool m_finishing = false;
    bool m_finished = false;
};

} // namespace vorzimmer::desk
