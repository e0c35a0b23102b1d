#pragma once

#include "vorzimmer/domain/call.h"
#include "vorzimmer/domain/result.h"
#include "vorzimmer/ports/line_status.h"

#include <QFlags>
#include <QMetaType>
#include <QObject>
#include <QString>

#include <chrono>
#include <vector>

namespace vorzimmer::ports {

/// Names a call within one CallFeed, for as long as the feed lives. Never reused.
struct CallRef {
    quint64 value = 0;
    friend bool operator==(const CallRef&, const CallRef&) = default;
    friend bool operator<(const CallRef& a, const CallRef& b) { return a.value < b.value; }
};

/// Names one command given to a feed; its commandFinished carries it.
struct CommandId {
    quint64 value = 0;
    friend bool operator==(const CommandId&, const CommandId&) = default;
};

/// Where a dialled number was read from.
enum class DialledSource { CalledPartyId, RequestUri, HistoryInfo, Diversion, To, DialPlan, Account };

struct DialledCandidate {
    QString number; ///< user part as sent, unescaped
    DialledSource source = DialledSource::RequestUri;
    friend bool operator==(const DialledCandidate&, const DialledCandidate&) = default;
};

/// A call that wants to be answered. Never changed by a later offer.
struct CallOffer {
    CallRef call;
    QString callerNumber;  ///< user part as sent; empty when the caller asked for privacy
    QString callerDisplay; ///< without quotes; empty when the caller asked for privacy
    bool anonymous = false;
    bool networkAsserted = false; ///< callerNumber stands in P-Asserted-Identity
    std::vector<DialledCandidate> dialled; ///< best first
    QString redirectedBy; ///< who forwarded the call here, if said
    QString line; ///< name of the line it came in on; empty = straight to this machine's address
    QString networkCallId;
    std::chrono::steady_clock::time_point receivedAt; ///< when the first byte of it was handled here
};

enum class CallState { Offered, OutgoingRinging, Active, HeldByUs, HeldByPeer, Transferring, Ended };
enum class TransferStep { Accepted, Trying, Ringing, Succeeded, Failed };
enum class BackendState { Down, Starting, Up, Degraded };
enum class RejectReason { Busy, Declined };

enum class Capability {
    Answer = 1,
    Reject = 2,
    Hold = 4,
    BlindTransfer = 8,
    AttendedTransfer = 16,
    Dial = 32,
    Dtmf = 64,
    Mute = 128,
    Redirect = 256,
    OwnAudio = 512,
};
Q_DECLARE_FLAGS(Capabilities, Capability)
Q_DECLARE_OPERATORS_FOR_FLAGS(Capabilities)

/// As whom a call of our own goes out.
struct DialOrigin {
    QString line;     ///< name of the line; empty = the one that calls come in on
    QString callerId; ///< the number to show, E.164; empty = the line's own
};

/// A live call as the feed sees it.
struct CallSnapshot {
    CallRef call;
    CallState state = CallState::Offered;
};

/// Telephony as the desk sees it: a simulator, a SIP leg, later a PBX. Lives on the thread it was made on; every
/// command returns at once and is answered by exactly one commandFinished. Laws (tests/unit/telephony holds every
/// feed to them):
/// - callEnded comes exactly once and last; losing the backend ends each live call with BackendLost.
/// - Giving up before the answer is CallerGaveUp, not CallerHungUp.
/// - A second offer never changes the first. Whoever was held is Active for a moment before the end.
/// - An unknown call is refused with NotFound, one in another state with Conflict, a command without its capability or
///   one that the other side declines with Unsupported; the call stays as it was.
/// - A transfer that fails leaves the call alive: it is back in the state that it had before, and then the failure told.
/// - A consultation that fails leaves the held call held.
class CallFeed : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void start() = 0;
    /// Ends every live call and goes Down.
    virtual void stop() = 0;
    /// Whether lines register here at all.
    [[nodiscard]] virtual bool registersLines() const { return false; }
    /// Asks the other side of a line at once, or of every line with a null id; lineStateChanged tells what it said. Nothing
    /// happens where lines do not register.
    virtual void registerNow(const domain::LineId& line) { Q_UNUSED(line) }

    [[nodiscard]] virtual Capabilities capabilities() const = 0;
    [[nodiscard]] virtual BackendState backendState() const = 0;
    [[nodiscard]] virtual std::vector<CallSnapshot> snapshot() const = 0;

    virtual CommandId answer(CallRef call) = 0;
    virtual CommandId reject(CallRef call, RejectReason reason) = 0;
    /// Sends an offered call elsewhere without answering it.
    virtual CommandId redirect(CallRef call, const QString& target) = 0;
    virtual CommandId hangUp(CallRef call) = 0;
    virtual CommandId hold(CallRef call) = 0;
    virtual CommandId resume(CallRef call) = 0;
    /// Finished once it was asked for; what becomes of it is told by transferProgressed and callEnded. The same holds for
    /// completeTransfer(). Targets are numbers, or addresses such as "sip:anna@pbx.example".
    virtual CommandId blindTransfer(CallRef call, const QString& target) = 0;
    /// Rings @p target; as a consultation when @p consultFor names a held call. callStarted names the call that comes of it.
    virtual CommandId dial(const QString& target, const DialOrigin& origin, CallRef consultFor) = 0;
    /// Joins a held call with an active consultation and leaves both. A failure leaves both as they were.
    virtual CommandId completeTransfer(CallRef held, CallRef consultation) = 0;
    virtual CommandId sendDtmf(CallRef call, const QString& digits) = 0;
    virtual CommandId setMuted(CallRef call, bool muted) = 0;
    virtual CommandId setAvailable(bool available) = 0;

Q_SIGNALS:
    void backendStateChanged(vorzimmer::ports::BackendState state, const QString& reason);
    /// Told for each line when it starts and whenever its state or reason changes.
    void lineStateChanged(const vorzimmer::ports::LineStatus& line);
    void callOffered(const vorzimmer::ports::CallOffer& offer);
    /// A call of our own has gone out; @p dial is the command that asked for it. It is OutgoingRinging next, then Active or
    /// ended with what the other side said (PeerBusy, PeerDeclined, NoAnswer, Unreachable). An answered one ends as PeerHungUp.
    void callStarted(vorzimmer::ports::CallRef call, vorzimmer::ports::CommandId dial);
    void callStateChanged(vorzimmer::ports::CallRef call, vorzimmer::ports::CallState state);
    void transferProgressed(vorzimmer::ports::CallRef call, vorzimmer::ports::TransferStep step, const QString& detail);
    void callEnded(vorzimmer::ports::CallRef call, vorzimmer::domain::EndReason reason);
    void commandFinished(vorzimmer::ports::CommandId command, const vorzimmer::domain::Outcome& outcome);
};

} // namespace vorzimmer::ports

Q_DECLARE_METATYPE(vorzimmer::ports::CallRef)
Q_DECLARE_METATYPE(vorzimmer::ports::CallOffer)
