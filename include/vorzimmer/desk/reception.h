#pragma once

#include "vorzimmer/desk/case_file.h"
#include "vorzimmer/desk/day_journal.h"
#include "vorzimmer/desk/gatekeeper.h"
#include "vorzimmer/desk/office.h"
#include "vorzimmer/ports/call_feed.h"

#include <QHash>
#include <QObject>

#include <memory>
#include <vector>

namespace vorzimmer::desk {

/// The seat's calls: takes what the feed offers, finds out whom it is for, opens the right case and carries out what the
/// secretary decides. Exactly one case is current (on the screen) or none. Lives on the GUI thread.
class Reception : public QObject {
    Q_OBJECT

public:
    Reception(Office& office, Gatekeeper& gatekeeper, ports::CallFeed& feed, QObject* parent = nullptr);
    ~Reception() override;

    [[nodiscard]] std::vector<CaseFile*> cases() const; ///< in order of arrival
    [[nodiscard]] CaseFile* current() const { return m_current; }
    [[nodiscard]] DayJournal& journal() { return m_journal; }
    [[nodiscard]] ports::Capabilities capabilities() const { return m_feed.capabilities(); }
    [[nodiscard]] const domain::User& user() const { return m_gatekeeper.user(); }

    /// Answers the current case if it rings, else the call that has waited longest. An active call is held first where the
    /// feed can, else the answer is refused (commandFailed).
    void answer();
    void answer(CaseFile* file);
    void reject();
    /// Ends what is being said on the current call: a consultation first, then the call itself.
    void hangUp();
    /// In a consultation: swaps caller and target.
    void holdOrResume();
    /// Puts the current call through to the first of @p steps that takes it: by a Transfer, or by redirecting a call that still
    /// rings. Where the feed can do neither, records the first as the target. A number that leads back here is refused.
    void putThrough(std::vector<domain::RingStep> steps, TransferManner manner);
    /// Whether the current call could be put through in that manner now.
    [[nodiscard]] bool canPutThrough(TransferManner manner) const;
    /// Mutes or unmutes the microphone for the current call.
    void toggleMute();
    /// Whether sendKeys() would reach anybody.
    [[nodiscard]] bool canSendKeys() const;
    /// Sends keys (0-9, *, #) to whom we speak with.
    void sendKeys(const QString& keys);
    /// @p toCaller: what the caller gets in writing; without recipients nothing.
    void redirectToEmail(const QString& address, const QString& concern, const domain::Mail& toCaller = {});

    /// Brings a case on the screen. A finished one that nothing is owed to leaves it.
    void show(CaseFile* file);
    /// Takes the current case off the desk, as settled if nothing else was done. Refused (false) while its call lives or
    /// its note is unfinished.
    bool putAway();

    /// A supervisor looks at @p tenant without a call.
    void visit(const domain::TenantEntry& tenant, const QString& reason);

    /// A second handle to the cabinet of @p file, on the same occasion, for its notes and topics.
    void openNotes(const CaseFile* file, QObject* receiver, Gatekeeper::Answer answer);

    /// Whether this seat takes new calls.
    void setReady(bool ready);
    [[nodiscard]] bool isReady() const { return m_ready; }

    /// Puts the notes this user left unfinished, in this or an earlier session, back on the desk as cases.
    void resumeUnfinished();

Q_SIGNALS:
    /// A case came, went or changed its standing: redraw the lists.
    void casesChanged();
    /// A call rings that was not there before.
    void callArrived(vorzimmer::desk::CaseFile* file);
    /// Another case, or none, is on the screen, or the current one's sheet is new: rebuild.
    void currentChanged(vorzimmer::desk::CaseFile* file);
    void commandFailed(const vorzimmer::domain::Error& error);
    /// A note became a topic: its tenant's list has something to send.
    void noteFinished(const vorzimmer::domain::TenantId& tenant);
    /// The tenant's mail outbox has something to send.
    void mailWritten(const vorzimmer::domain::TenantId& tenant);

private:
    void onOffered(const ports::CallOffer& offer);
    void onStateChanged(ports::CallRef line, ports::CallState state);
    void onEnded(ports::CallRef line, domain::EndReason reason);

    CaseFile* add(domain::CallRecord call, const Occasion& occasion);
    void resolveTenant(CaseFile* file, const ports::CallOffer& offer);
    void admit(CaseFile* file, const domain::TenantEntry& tenant);
    /// Shows @p file by itself when nobody is being served on the screen.
    void offerScreen(CaseFile* file);
    void remove(CaseFile* file);
    void removeIfIdle(CaseFile* file);
    void setCurrent(CaseFile* file);
    void resumeCall(const domain::CallId& id, const domain::TenantEntry& tenant);
    [[nodiscard]] CaseFile* byLine(ports::CallRef line) const;
    [[nodiscard]] CaseFile* longestWaiting() const;
    /// Whom we speak with now, caller or consulted; nothing when nobody.
    [[nodiscard]] std::optional<ports::CallRef> speakingWith() const;
    [[nodiscard]] QString targetText(const CaseFile& file, const domain::RingStep& step) const;
    void onTransferOver(CaseFile* file);

    Office& m_office;
    Gatekeeper& m_gatekeeper;
    ports::CallFeed& m_feed;
    DayJournal m_journal;
    std::vector<std::unique_ptr<CaseFile>> m_cases;
    CaseFile* m_current = nullptr;
    bool m_ready = true;
    QHash<quint64, QString> m_redirects; ///< by line of a call that was sent on unanswered: to whom
};

} // namespace vorzimmer::desk
