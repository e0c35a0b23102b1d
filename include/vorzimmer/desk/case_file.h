#pragma once

#include "vorzimmer/desk/draft_keeper.h"
#include "vorzimmer/desk/gatekeeper.h"
#include "vorzimmer/desk/office.h"
#include "vorzimmer/desk/transfer.h"
#include "vorzimmer/desk/words_begun.h"
#include "vorzimmer/domain/call.h"
#include "vorzimmer/domain/screening.h"
#include "vorzimmer/domain/user.h"
#include "vorzimmer/ports/call_feed.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace vorzimmer::desk {

/// Which screen a case calls for.
enum class CaseScreen {
    Resolving, ///< the tenant is being looked up
    Desk,      ///< the cabinet is open and sheet() is filled
    NoTenant,  ///< the dialled number belongs to nobody
    Refused,   ///< this seat may not see that tenant
    Broken,    ///< the cabinet cannot be read; problem() says why
};

/// Everything about one call on the desk, from the first ring until it is put away: the facts, the tenant's sheet, the
/// recommendation, the note. A supervisor's visit and an unfinished note of an earlier session are cases without a live
/// call. Belongs to Reception; lives on the GUI thread.
class CaseFile : public QObject {
    Q_OBJECT

public:
    CaseFile(Office& office, const domain::User& user, domain::CallRecord call, Occasion occasion);

    // ---- the call
    [[nodiscard]] const domain::CallRecord& call() const { return m_call; }
    /// The caller's, as the tenant's neighbours write it; as it was presented while that is not known; empty when withheld.
    [[nodiscard]] const QString& shownNumber() const { return m_shownNumber; }
    [[nodiscard]] std::optional<ports::CallRef> line() const { return m_line; } ///< nothing once the call has ended
    [[nodiscard]] ports::CallState callState() const { return m_callState; }
    [[nodiscard]] const QDateTime& stateSince() const { return m_stateSince; } ///< UTC
    [[nodiscard]] bool isWaiting() const { return m_line && m_callState == ports::CallState::Offered; }
    [[nodiscard]] bool isVisit() const { return m_occasion.kind() == Occasion::Kind::Visit; }
    /// Why this seat may see the tenant's cabinet.
    [[nodiscard]] const Occasion& occasion() const { return m_occasion; }
    [[nodiscard]] const QString& dialledText() const { return m_dialledText; }
    [[nodiscard]] bool isMuted() const { return m_muted; }

    // ---- putting through
    /// The last attempt to put the caller through, running or over; null before the first.
    [[nodiscard]] Transfer* transfer() const { return m_transfer; }
    [[nodiscard]] bool isBeingPutThrough() const { return m_transfer && !m_transfer->isOver(); }
    /// As whom somebody is rung for this caller.
    [[nodiscard]] ports::DialOrigin dialOrigin() const { return {m_lineName, m_call.dialled.e164()}; }
    /// Numbers that would ring here again: the tenant's own forwarded ones.
    [[nodiscard]] std::vector<domain::PhoneNumber> leadingBack() const;

    // ---- the tenant
    [[nodiscard]] CaseScreen screen() const { return m_screen; }
    [[nodiscard]] const std::optional<domain::TenantEntry>& tenant() const { return m_tenant; }
    [[nodiscard]] const std::optional<ports::PopSheet>& sheet() const { return m_sheet; }
    [[nodiscard]] const std::optional<domain::Error>& problem() const { return m_problem; }
    /// It is known whom the call is for and whether this seat may see the file.
    [[nodiscard]] bool isResolved() const { return m_cabinet || m_screen != CaseScreen::Resolving; }
    /// Only with CaseScreen::Desk.
    [[nodiscard]] const CabinetHandle& cabinet() const { return *m_cabinet; }
    /// Reads the sheet afresh and emits opened() when it is there.
    void open();

    // ---- screening
    [[nodiscard]] const domain::Recommendation& recommendation() const { return m_decision.advice.front(); }
    /// All of the advice, and which rules spoke for it.
    [[nodiscard]] const domain::Decision& decision() const { return m_decision; }
    /// The caller in question: the only one with this number, or the one chosen among several.
    [[nodiscard]] const domain::Caller* caller() const;
    void chooseCaller(const domain::CallerId& caller);
    /// By its name or a synonym.
    void setConcern(const QString& concern);

    // ---- what is laid down about the caller during the call; the screen is read afresh, saveFailed() when it could not be kept
    /// Nobody with this number on file becomes somebody.
    void setRelation(domain::Relation relation);
    void setInstruction(const QString& instruction);
    /// The number is one more of @p owner's.
    void attachNumberTo(const domain::CallerId& owner);
    /// It is clear who the caller is, or that nobody has the number yet.
    [[nodiscard]] bool canBeKnown() const
    {
        return caller() || (m_sheet && m_sheet->callers.empty() && !m_call.number.isEmpty());
    }
    /// This user has read what changed of the house.
    void readNews();
    /// Counts at once, for every seat.
    void setPresence(const domain::PersonId& person, const domain::Presence& presence);
    /// Every caller of the tenant, for choosing one.
    void listCallers(QObject* receiver, std::function<void(domain::Result<std::vector<domain::Caller>>)> deliver);

    // ---- the note and the outcome
    [[nodiscard]] const domain::Note& note() const { return m_drafts->note(); }
    [[nodiscard]] bool hasUnfinishedNote() const
    {
        return m_drafts ? m_drafts->isBegun() && !m_drafts->isFinished() : m_draftOnFile;
    }
    [[nodiscard]] bool isNoteFinished() const { return m_drafts && m_drafts->isFinished(); }
    [[nodiscard]] const QDateTime& noteSavedAt() const { return m_noteSavedAt; }
    void editNote(const domain::Note& note);
    /// @p copies: to whom it goes by e-mail; what says who writes it when and why is filled in here.
    void finishNote(const domain::Note& note, NoteCopies copies = {});
    /// Throws a draft away for good; the screen has asked before.
    void discardNote();
    [[nodiscard]] const std::shared_ptr<WordsBegun>& wordsBegun() const { return m_wordsBegun; }
    /// Ends the case with @p disposition, kept with the call.
    void settle(domain::Disposition disposition, const QString& detail);
    /// Ends the case as referred to @p address; @p toCaller is what the caller gets in writing, without recipients: nothing. Both
    /// are kept together or not at all.
    void redirect(const QString& address, domain::Mail toCaller = {});
    [[nodiscard]] bool isSettled() const { return m_call.disposition != domain::Disposition::None; }
    /// Something else was done than advised, and the house wants to know why.
    [[nodiscard]] bool owesReason() const;
    void giveReason(const QString& words);
    [[nodiscard]] bool canBePutAway() const { return !m_line && !hasUnfinishedNote() && !isBeingPutThrough() && m_mailIsKept; }

Q_SIGNALS:
    /// The call, its state or the tenant became known or changed.
    void changed();
    /// screen() is decided or sheet() is new: build the screen.
    void opened();
    void recommendationChanged();
    /// Another caller was chosen, and history is that caller's now.
    void callerChanged();
    /// sheet()->news is empty now.
    void newsRead();
    /// Somebody's state is another one.
    void peopleChanged();
    void noteSaved(const QDateTime& at);
    /// Nothing typed is lost: it stays on the screen and is tried again.
    void saveFailed(const vorzimmer::domain::Error& error);
    void noteFinished();
    /// There is something to send by e-mail.
    void mailWritten();
    /// The note is still a draft.
    void finishFailed(const vorzimmer::domain::Error& error);
    void settled();
    /// transfer() is another one or stands at another stage.
    void transferChanged();

private:
    friend class Reception;
    void take(const ports::CallOffer& offer);
    /// What an earlier session has left on file.
    void takeRecord(domain::CallRecord call, bool hasDraft);
    void begin(Transfer* transfer);
    void setMuted(bool muted);
    void setTenant(const domain::TenantEntry& tenant);
    void setCabinet(domain::Result<CabinetHandle> cabinet);
    void setScreen(CaseScreen screen);
    /// Forgets the sheet when the case leaves the screen; open() reads it anew.
    void close();
    void setCallState(ports::CallState state, const QDateTime& now);
    void endCall(domain::EndReason reason, const QDateTime& now);
    void saveCall();
    /// Fills in who writes @p mail, when and in which call.
    void sign(domain::Mail& mail) const;
    /// The same with a mail that belongs to it.
    void saveCallWith(const domain::Mail& mail);
    void concludeWith(domain::Disposition disposition, const QString& detail);
    void keepCaller(const domain::Caller& changed);
    /// The answer of the cabinet to what makes @p caller the one in question.
    void takeCaller(const domain::CallerId& caller, const domain::Outcome& kept);
    [[nodiscard]] domain::Caller callerToChange() const;

    void wordNumber();
    void fill(ports::PopSheet sheet);
    void takeHistory(std::vector<ports::HistoryEntry> history);
    void startNote();
    void restoreDraft(const std::vector<domain::Note>& drafts);
    void screenAgain();
    [[nodiscard]] domain::ScreeningFacts facts() const;
    /// What is to be told to this caller once; null = nothing.
    [[nodiscard]] const domain::ExpectedCall* expectedCall() const;
    /// People whose line was busy at the last attempt to reach them in this call.
    [[nodiscard]] std::vector<domain::PersonId> engaged() const;
    void tellExpected();

    Office& m_office;
    domain::User m_user;
    domain::CallRecord m_call;
    bool m_mailIsKept = true; ///< what is to go out in writing is on file
    Occasion m_occasion;
    std::optional<ports::CallRef> m_line;
    ports::CallState m_callState = ports::CallState::Ended;
    QDateTime m_stateSince;
    QString m_shownNumber;
    QString m_dialledText;
    QString m_redirectedBy;
    QString m_lineName; ///< of the line it came in on
    bool m_muted = false;
    Transfer* m_transfer = nullptr;                        ///< child
    std::vector<domain::TransferAttempt> m_earlierAttempts; ///< before transfer()
    CaseScreen m_screen = CaseScreen::Resolving;
    std::optional<domain::TenantEntry> m_tenant;
    std::unique_ptr<CabinetHandle> m_cabinet;
    std::optional<ports::PopSheet> m_sheet;
    std::optional<domain::Error> m_problem;
    std::optional<domain::CompiledRules> m_rules; ///< with the sheet
    domain::HistoryFacts m_history;               ///< of the sheet's history
    domain::Decision m_decision{{domain::Recommendation()}, {}, {}, 0};
    DraftKeeper* m_drafts = nullptr; ///< child; made with the first sheet
    bool m_draftOnFile = false;      ///< before that: an earlier session left one
    QDateTime m_noteSavedAt;
    std::shared_ptr<WordsBegun> m_wordsBegun = std::make_shared<WordsBegun>();
};

} // namespace vorzimmer::desk
