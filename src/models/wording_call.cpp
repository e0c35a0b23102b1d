#include "vorzimmer/models/wording.h"

#include <QStringList>

#include <algorithm>

namespace vorzimmer::models {

namespace {

QString nameOf(const domain::PersonId& id, const std::vector<domain::Person>& people)
{
    const auto found = std::find_if(people.begin(), people.end(), [&](const domain::Person& person) { return person.id == id; });
    return id.isNull() || found == people.end() ? QString() : found->name;
}

} // namespace

QString Wording::recommendationTitle(const domain::Recommendation& advice, const std::vector<domain::Person>& people)
{
    const QString person = nameOf(advice.person, people);
    switch (advice.action) {
    case domain::Action::PutThrough: return person.isEmpty() ? tr("Put through") : tr("Put through to %1").arg(person);
    case domain::Action::TakeMessage: return person.isEmpty() ? tr("Take a message") : tr("Take a message for %1").arg(person);
    case domain::Action::RedirectToEmail: return advice.email.isEmpty() ? tr("Refer to e-mail") : tr("Refer to %1").arg(advice.email);
    case domain::Action::OfferAppointment:
        return advice.slotKind.isEmpty() ? tr("Offer an appointment") : tr("Offer an appointment: %1").arg(advice.slotKind);
    case domain::Action::Decline: return tr("Decline politely");
    }
    return {};
}

QString Wording::adviceNotes(const domain::Recommendation& advice)
{
    QStringList notes;
    if (!advice.remark.isEmpty())
        notes << tr("“%1”", "what is to be told or minded").arg(advice.remark);
    if (!advice.questions.empty())
        notes << tr("ask: %1").arg(QStringList(advice.questions.begin(), advice.questions.end()).join(QStringLiteral("; ")));
    return notes.join(QStringLiteral(" · "));
}

QString Wording::reasonSentence(const std::vector<domain::Reason>& reasons)
{
    QStringList parts;
    for (const domain::Reason& reason : reasons) {
        switch (reason.kind) {
        case domain::ReasonKind::CallerIsVip: parts << tr("VIP"); break;
        case domain::ReasonKind::CallerIsFamily: parts << tr("family"); break;
        case domain::ReasonKind::CallerIsBlocked: parts << tr("blocked by the house"); break;
        case domain::ReasonKind::CallerIsSolicitor: parts << tr("cold caller"); break;
        case domain::ReasonKind::CallerKnown: parts << tr("known caller"); break;
        case domain::ReasonKind::CallerUnknown: parts << tr("unknown caller"); break;
        case domain::ReasonKind::CallerAnonymous: parts << tr("number withheld"); break;
        case domain::ReasonKind::SeveralCallersShareNumber: parts << tr("several callers share this number"); break;
        case domain::ReasonKind::CallerExpected: parts << tr("expected: there is a message for this caller"); break;
        case domain::ReasonKind::SpecialInstruction: parts << tr("instruction for this caller"); break;
        case domain::ReasonKind::CallerSpeaks: parts << tr("speaks %1", "a language").arg(languageName(reason.argument)); break;
        case domain::ReasonKind::ConcernIs: parts << tr("it is about “%1”").arg(reason.argument); break;
        case domain::ReasonKind::CalledOften:
            parts << tr("call no. %1 within %n day(s)", nullptr, reason.days).arg(reason.number);
            break;
        case domain::ReasonKind::LastCallWas:
            parts << tr("last call: %1").arg(dispositionText(static_cast<domain::Disposition>(reason.number)));
            break;
        case domain::ReasonKind::CallBackOverdue: parts << tr("a promised call-back is overdue"); break;
        case domain::ReasonKind::OpenTopic:
            parts << (reason.argument.isEmpty() ? tr("a topic is still open") : tr("“%1” is still open").arg(reason.argument));
            break;
        case domain::ReasonKind::Hour: parts << tr("rule for this time"); break;
        case domain::ReasonKind::HouseOnHoliday: parts << tr("public holiday"); break;
        case domain::ReasonKind::PersonEngaged: parts << tr("%1 is on the telephone").arg(reason.argument); break;
        case domain::ReasonKind::OnCall: parts << tr("%1 is on call").arg(reason.argument); break;
        case domain::ReasonKind::NoAddress: parts << tr("there is no e-mail address for it"); break;
        case domain::ReasonKind::ConcernGoesByEmail: parts << tr("“%1” goes by e-mail").arg(reason.argument); break;
        case domain::ReasonKind::HouseOpen: parts << tr("house open"); break;
        case domain::ReasonKind::HouseClosed: parts << tr("house closed"); break;
        case domain::ReasonKind::PersonAvailable: parts << tr("%1 can be reached").arg(reason.argument); break;
        case domain::ReasonKind::DeputyAvailable: parts << tr("deputy %1 can be reached").arg(reason.argument); break;
        case domain::ReasonKind::NobodyAvailable: parts << tr("nobody can be reached"); break;
        }
    }
    return parts.isEmpty() ? QString() : tr("because: %1").arg(parts.join(QStringLiteral(" · ")));
}

QString Wording::ruleText(const QString& rule)
{
    return rule.isEmpty() ? QString() : tr("Rule %1").arg(rule);
}

QString Wording::dispositionText(domain::Disposition disposition)
{
    switch (disposition) {
    case domain::Disposition::None: return tr("Still open");
    case domain::Disposition::PutThrough: return tr("Put through", "what was done");
    case domain::Disposition::MessageTaken: return tr("Message taken");
    case domain::Disposition::RedirectedToEmail: return tr("Referred to e-mail");
    case domain::Disposition::AppointmentMade: return tr("Appointment made");
    case domain::Disposition::Settled: return tr("Settled on the spot");
    case domain::Disposition::Abandoned: return tr("Rang off before the answer");
    case domain::Disposition::Refused: return tr("Declined");
    }
    return {};
}

QString Wording::relationText(domain::Relation relation)
{
    switch (relation) {
    case domain::Relation::Unknown: return tr("Unknown");
    case domain::Relation::Anonymous: return tr("Number withheld");
    case domain::Relation::Customer: return tr("Customer");
    case domain::Relation::Prospect: return tr("Prospect");
    case domain::Relation::Supplier: return tr("Supplier");
    case domain::Relation::Vip: return tr("VIP");
    case domain::Relation::Family: return tr("Family");
    case domain::Relation::Authority: return tr("Authority");
    case domain::Relation::Press: return tr("Press");
    case domain::Relation::Solicitor: return tr("Cold caller");
    case domain::Relation::Blocked: return tr("Blocked");
    }
    return {};
}

QString Wording::endReasonText(domain::EndReason reason)
{
    switch (reason) {
    case domain::EndReason::None: return {};
    case domain::EndReason::CallerGaveUp: return tr("The caller gave up before the answer");
    case domain::EndReason::CallerHungUp: return tr("The caller hung up");
    case domain::EndReason::WeHungUp: return tr("Hung up here");
    case domain::EndReason::Rejected: return tr("Declined here");
    case domain::EndReason::Transferred: return tr("Put through", "what was done");
    case domain::EndReason::AnsweredElsewhere: return tr("Answered at another seat");
    case domain::EndReason::PeerLost: return tr("The other side fell silent");
    case domain::EndReason::BackendLost: return tr("The telephone line failed");
    case domain::EndReason::NetworkFailure: return tr("The network failed");
    case domain::EndReason::PeerHungUp: return tr("The other side hung up");
    case domain::EndReason::PeerBusy: return tr("Busy");
    case domain::EndReason::PeerDeclined: return tr("Declined there");
    case domain::EndReason::NoAnswer: return tr("No answer");
    case domain::EndReason::Unreachable: return tr("Cannot be reached");
    }
    return {};
}

QString Wording::callStateText(ports::CallState state)
{
    switch (state) {
    case ports::CallState::Offered: return tr("rings");
    case ports::CallState::OutgoingRinging: return tr("being called");
    case ports::CallState::Active: return tr("in conversation");
    case ports::CallState::HeldByUs: return tr("on hold");
    case ports::CallState::HeldByPeer: return tr("held by the caller");
    case ports::CallState::Transferring: return tr("being put through");
    case ports::CallState::Ended: return tr("ended");
    }
    return {};
}

QString Wording::transferText(const domain::TransferStatus& status)
{
    using domain::AttemptOutcome;
    using domain::TransferStage;
    const AttemptOutcome last = status.attempts.empty() ? AttemptOutcome::GivenUp : status.attempts.back().outcome;
    const bool ourWill = last == AttemptOutcome::GivenUp || last == AttemptOutcome::Spoken;
    switch (status.stage) {
    case TransferStage::Holding: return tr("The caller is put on hold …");
    case TransferStage::Ringing:
        if (status.manner == domain::TransferManner::Announced)
            return tr("It rings there; the caller waits and does not hear you.");
        return status.rings ? tr("It rings there …") : tr("Connecting …");
    case TransferStage::Consulting: return tr("You speak with the house; the caller waits and does not hear you.");
    case TransferStage::WithCaller: return tr("You speak with the caller; the house waits.");
    case TransferStage::CallerGone: return tr("The caller has hung up. You still speak with the house.");
    case TransferStage::Joining: return tr("Both are being connected …");
    case TransferStage::Succeeded: return tr("Put through.");
    case TransferStage::CameBack:
        return ourWill ? tr("You are back with the caller.")
                       : tr("Nobody took it (%1). The caller is still here: try another number or take a message.")
                             .arg(attemptOutcomeText(last));
    case TransferStage::Ended: return tr("The caller has hung up.");
    }
    return {};
}

QString Wording::attemptOutcomeText(domain::AttemptOutcome outcome)
{
    switch (outcome) {
    case domain::AttemptOutcome::Open: return tr("being rung");
    case domain::AttemptOutcome::Connected: return tr("put through", "what became of an attempt");
    case domain::AttemptOutcome::Spoken: return tr("spoken with");
    case domain::AttemptOutcome::Busy: return tr("busy", "a line");
    case domain::AttemptOutcome::NoAnswer: return tr("no answer");
    case domain::AttemptOutcome::Declined: return tr("declined");
    case domain::AttemptOutcome::Unreachable: return tr("cannot be reached");
    case domain::AttemptOutcome::Failed: return tr("could not be rung");
    case domain::AttemptOutcome::GivenUp: return tr("given up");
    }
    return {};
}

QString Wording::serviceLevelText(const domain::ServiceLevel& level)
{
    if (level.calls == 0)
        return {};
    const QString answered =
        tr("%1 of %2 answered within %3 s").arg(level.inTime).arg(level.calls).arg(domain::ServiceLevel::answerGoal.count());
    //: How many of the calls were put through, booked, redirected, dealt with or declined: the client need do nothing more.
    return level.settled == 0 ? answered : answered + QStringLiteral(" · ") + tr("%1 settled").arg(level.settled);
}

QString Wording::noteFlawText(domain::NoteFlaw flaw)
{
    switch (flaw) {
    case domain::NoteFlaw::None: return {};
    case domain::NoteFlaw::NothingSaid: return tr("Write what it is about, or choose a concern.");
    case domain::NoteFlaw::TextTooLong:
        return tr("The text is longer than %1 characters. Shorten it; nothing of it is lost meanwhile.")
            .arg(QLocale().toString(domain::maxNoteText));
    case domain::NoteFlaw::CallbackWithoutNumber: return tr("A call-back was promised: which number?");
    case domain::NoteFlaw::NumberUnreadable: return tr("This is no telephone number. Write it like 030 123456 or +49 30 123456.");
    }
    return {};
}

QString Wording::flagText(domain::NoteFlag flag)
{
    switch (flag) {
    case domain::NoteFlag::Urgent: return tr("Urgent");
    case domain::NoteFlag::PleaseCallBack: return tr("Please call back");
    case domain::NoteFlag::WillCallAgain: return tr("Will call again");
    case domain::NoteFlag::ForInformation: return tr("For information");
    }
    return {};
}

QString Wording::flagsText(domain::NoteFlags flags)
{
    QStringList words;
    for (const domain::NoteFlag flag : {domain::NoteFlag::Urgent, domain::NoteFlag::PleaseCallBack, domain::NoteFlag::WillCallAgain,
                                        domain::NoteFlag::ForInformation}) {
        if (flags.testFlag(flag))
            words << flagText(flag);
    }
    return words.join(QStringLiteral(", "));
}

QString Wording::topicStateText(domain::TopicState state)
{
    switch (state) {
    case domain::TopicState::Open: return tr("open");
    case domain::TopicState::InProgress: return tr("in progress");
    case domain::TopicState::Waiting: return tr("waiting");
    case domain::TopicState::Done: return tr("done");
    }
    return {};
}

} // namespace vorzimmer::models
