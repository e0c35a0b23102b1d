#pragma once

#include "vorzimmer/domain/appointment.h"
#include "vorzimmer/domain/call.h"
#include "vorzimmer/domain/caller.h"
#include "vorzimmer/domain/house_change.h"
#include "vorzimmer/domain/mail.h"
#include "vorzimmer/domain/person.h"
#include "vorzimmer/domain/phone_line.h"
#include "vorzimmer/domain/question.h"
#include "vorzimmer/domain/rule.h"
#include "vorzimmer/domain/topic.h"
#include "vorzimmer/domain/user.h"
#include "vorzimmer/ports/calendar_ledger.h"
#include "vorzimmer/ports/topic_ledger.h"
#include "vorzimmer/ports/topic_list.h"

#include <QLatin1String>

#include <array>
#include <optional>
#include <type_traits>

namespace vorzimmer::store {

/// How one enumerator is written in a file.
template <class Enum>
struct Code {
    Enum value;
    QLatin1String word;
};

/// The words of each enumeration that is stored. They are part of the file format: never change one.
template <class Enum>
inline constexpr std::nullptr_t codes = nullptr;

template <>
inline constexpr auto codes<domain::Relation> = std::to_array<Code<domain::Relation>>({
    {domain::Relation::Unknown, QLatin1String("unknown")},
    {domain::Relation::Anonymous, QLatin1String("anonymous")},
    {domain::Relation::Customer, QLatin1String("customer")},
    {domain::Relation::Prospect, QLatin1String("prospect")},
    {domain::Relation::Supplier, QLatin1String("supplier")},
    {domain::Relation::Vip, QLatin1String("vip")},
    {domain::Relation::Family, QLatin1String("family")},
    {domain::Relation::Authority, QLatin1String("authority")},
    {domain::Relation::Press, QLatin1String("press")},
    {domain::Relation::Solicitor, QLatin1String("solicitor")},
    {domain::Relation::Blocked, QLatin1String("blocked")},
});

template <>
inline constexpr auto codes<domain::PresenceState> = std::to_array<Code<domain::PresenceState>>({
    {domain::PresenceState::Available, QLatin1String("available")},
    {domain::PresenceState::Busy, QLatin1String("busy")},
    {domain::PresenceState::Absent, QLatin1String("absent")},
});

template <>
inline constexpr auto codes<domain::Disposition> = std::to_array<Code<domain::Disposition>>({
    {domain::Disposition::None, QLatin1String("none")},
    {domain::Disposition::PutThrough, QLatin1String("put-through")},
    {domain::Disposition::MessageTaken, QLatin1String("message")},
    {domain::Disposition::RedirectedToEmail, QLatin1String("email")},
    {domain::Disposition::AppointmentMade, QLatin1String("appointment")},
    {domain::Disposition::Settled, QLatin1String("settled")},
    {domain::Disposition::Abandoned, QLatin1String("abandoned")},
    {domain::Disposition::Refused, QLatin1String("refused")},
});

template <>
inline constexpr auto codes<domain::EndReason> = std::to_array<Code<domain::EndReason>>({
    {domain::EndReason::None, QLatin1String("none")},
    {domain::EndReason::CallerGaveUp, QLatin1String("caller-gave-up")},
    {domain::EndReason::CallerHungUp, QLatin1String("caller-hung-up")},
    {domain::EndReason::WeHungUp, QLatin1String("we-hung-up")},
    {domain::EndReason::Rejected, QLatin1String("rejected")},
    {domain::EndReason::Transferred, QLatin1String("transferred")},
    {domain::EndReason::AnsweredElsewhere, QLatin1String("answered-elsewhere")},
    {domain::EndReason::PeerLost, QLatin1String("peer-lost")},
    {domain::EndReason::BackendLost, QLatin1String("backend-lost")},
    {domain::EndReason::NetworkFailure, QLatin1String("network-failure")},
    {domain::EndReason::PeerHungUp, QLatin1String("peer-hung-up")},
    {domain::EndReason::PeerBusy, QLatin1String("peer-busy")},
    {domain::EndReason::PeerDeclined, QLatin1String("peer-declined")},
    {domain::EndReason::NoAnswer, QLatin1String("no-answer")},
    {domain::EndReason::Unreachable, QLatin1String("unreachable")},
});

template <>
inline constexpr auto codes<domain::AttemptOutcome> = std::to_array<Code<domain::AttemptOutcome>>({
    {domain::AttemptOutcome::Open, QLatin1String("open")},
    {domain::AttemptOutcome::Connected, QLatin1String("connected")},
    {domain::AttemptOutcome::Spoken, QLatin1String("spoken")},
    {domain::AttemptOutcome::Busy, QLatin1String("busy")},
    {domain::AttemptOutcome::NoAnswer, QLatin1String("no-answer")},
    {domain::AttemptOutcome::Declined, QLatin1String("declined")},
    {domain::AttemptOutcome::Unreachable, QLatin1String("unreachable")},
    {domain::AttemptOutcome::Failed, QLatin1String("failed")},
    {domain::AttemptOutcome::GivenUp, QLatin1String("given-up")},
});

template <>
inline constexpr auto codes<domain::Action> = std::to_array<Code<domain::Action>>({
    {domain::Action::PutThrough, QLatin1String("put-through")},
    {domain::Action::TakeMessage, QLatin1String("message")},
    {domain::Action::RedirectToEmail, QLatin1String("email")},
    {domain::Action::OfferAppointment, QLatin1String("appointment")},
    {domain::Action::Decline, QLatin1String("decline")},
});

template <>
inline constexpr auto codes<domain::HouseIs> = std::to_array<Code<domain::HouseIs>>({
    {domain::HouseIs::Open, QLatin1String("open")},
    {domain::HouseIs::Closed, QLatin1String("closed")},
    {domain::HouseIs::OnHoliday, QLatin1String("holiday")},
});

template <>
inline constexpr auto codes<domain::ChangeKind> = std::to_array<Code<domain::ChangeKind>>({
    {domain::ChangeKind::InstructionNew, QLatin1String("instruction-new")},
    {domain::ChangeKind::InstructionGone, QLatin1String("instruction-gone")},
    {domain::ChangeKind::GreetingChanged, QLatin1String("greeting-changed")},
    {domain::ChangeKind::HoursChanged, QLatin1String("hours-changed")},
    {domain::ChangeKind::NoticeNew, QLatin1String("notice-new")},
    {domain::ChangeKind::ConcernNew, QLatin1String("concern-new")},
    {domain::ChangeKind::ConcernGone, QLatin1String("concern-gone")},
    {domain::ChangeKind::ConcernChanged, QLatin1String("concern-changed")},
    {domain::ChangeKind::FormChanged, QLatin1String("form-changed")},
    {domain::ChangeKind::PersonNew, QLatin1String("person-new")},
    {domain::ChangeKind::PersonChanged, QLatin1String("person-changed")},
    {domain::ChangeKind::AbsenceNew, QLatin1String("absence-new")},
    {domain::ChangeKind::AbsenceGone, QLatin1String("absence-gone")},
    {domain::ChangeKind::DutyNew, QLatin1String("duty-new")},
    {domain::ChangeKind::DutyGone, QLatin1String("duty-gone")},
    {domain::ChangeKind::RuleNew, QLatin1String("rule-new")},
    {domain::ChangeKind::RuleGone, QLatin1String("rule-gone")},
    {domain::ChangeKind::RuleChanged, QLatin1String("rule-changed")},
    {domain::ChangeKind::AnswerNew, QLatin1String("answer-new")},
    {domain::ChangeKind::AnswerGone, QLatin1String("answer-gone")},
    {domain::ChangeKind::AnswerChanged, QLatin1String("answer-changed")},
});

template <>
inline constexpr auto codes<domain::QuestionKind> = std::to_array<Code<domain::QuestionKind>>({
    {domain::QuestionKind::Text, QLatin1String("text")},
    {domain::QuestionKind::Number, QLatin1String("number")},
    {domain::QuestionKind::Date, QLatin1String("date")},
    {domain::QuestionKind::Choice, QLatin1String("choice")},
    {domain::QuestionKind::Phone, QLatin1String("phone")},
    {domain::QuestionKind::Email, QLatin1String("email")},
});

template <>
inline constexpr auto codes<domain::TransferManner> = std::to_array<Code<domain::TransferManner>>({
    {domain::TransferManner::Blind, QLatin1String("blind")},
    {domain::TransferManner::Announced, QLatin1String("announced")},
});

template <>
inline constexpr auto codes<domain::NoteState> = std::to_array<Code<domain::NoteState>>({
    {domain::NoteState::Draft, QLatin1String("draft")},
    {domain::NoteState::Finished, QLatin1String("finished")},
    {domain::NoteState::Discarded, QLatin1String("discarded")},
});

template <>
inline constexpr auto codes<domain::BookingState> = std::to_array<Code<domain::BookingState>>({
    {domain::BookingState::Noted, QLatin1String("noted")},
    {domain::BookingState::Confirmed, QLatin1String("confirmed")},
    {domain::BookingState::Lost, QLatin1String("lost")},
    {domain::BookingState::Cancelled, QLatin1String("cancelled")},
});

template <>
inline constexpr auto codes<domain::MailReason> = std::to_array<Code<domain::MailReason>>({
    {domain::MailReason::Redirect, QLatin1String("redirect")},
    {domain::MailReason::Message, QLatin1String("message")},
    {domain::MailReason::Digest, QLatin1String("digest")},
    {domain::MailReason::Appointment, QLatin1String("appointment")},
    {domain::MailReason::Cancellation, QLatin1String("cancellation")},
    {domain::MailReason::Trial, QLatin1String("trial")},
});

template <>
inline constexpr auto codes<domain::MailState> = std::to_array<Code<domain::MailState>>({
    {domain::MailState::Held, QLatin1String("held")},
    {domain::MailState::Waiting, QLatin1String("waiting")},
    {domain::MailState::InFlight, QLatin1String("in-flight")},
    {domain::MailState::Delivered, QLatin1String("delivered")},
    {domain::MailState::Failed, QLatin1String("failed")},
    {domain::MailState::Unclear, QLatin1String("unclear")},
    {domain::MailState::Dismissed, QLatin1String("dismissed")},
});

template <>
inline constexpr auto codes<ports::CalendarRole> = std::to_array<Code<ports::CalendarRole>>({
    {ports::CalendarRole::Slots, QLatin1String("slots")},
    {ports::CalendarRole::Busy, QLatin1String("busy")},
});

template <>
inline constexpr auto codes<domain::TopicState> = std::to_array<Code<domain::TopicState>>({
    {domain::TopicState::Open, QLatin1String("open")},
    {domain::TopicState::InProgress, QLatin1String("in-progress")},
    {domain::TopicState::Waiting, QLatin1String("waiting")},
    {domain::TopicState::Done, QLatin1String("done")},
});

template <>
inline constexpr auto codes<domain::TopicPriority> = std::to_array<Code<domain::TopicPriority>>({
    {domain::TopicPriority::Low, QLatin1String("low")},
    {domain::TopicPriority::Normal, QLatin1String("normal")},
    {domain::TopicPriority::High, QLatin1String("high")},
});

template <>
inline constexpr auto codes<domain::TopicOrigin> = std::to_array<Code<domain::TopicOrigin>>({
    {domain::TopicOrigin::Call, QLatin1String("call")},
    {domain::TopicOrigin::Meeting, QLatin1String("meeting")},
    {domain::TopicOrigin::Client, QLatin1String("client")},
});

template <>
inline constexpr auto codes<domain::Role> = std::to_array<Code<domain::Role>>({
    {domain::Role::Secretary, QLatin1String("secretary")},
    {domain::Role::Supervisor, QLatin1String("supervisor")},
    {domain::Role::Client, QLatin1String("client")},
});

template <>
inline constexpr auto codes<domain::LineTransport> = std::to_array<Code<domain::LineTransport>>({
    {domain::LineTransport::Udp, QLatin1String("udp")},
    {domain::LineTransport::Tcp, QLatin1String("tcp")},
    {domain::LineTransport::Tls, QLatin1String("tls")},
});

template <>
inline constexpr auto codes<ports::OperationKind> = std::to_array<Code<ports::OperationKind>>({
    {ports::OperationKind::CreateTopic, QLatin1String("create-topic")},
    {ports::OperationKind::UpdateTopic, QLatin1String("update-topic")},
    {ports::OperationKind::AddComment, QLatin1String("add-comment")},
    {ports::OperationKind::DeleteTopic, QLatin1String("delete-topic")},
});

template <>
inline constexpr auto codes<ports::OperationState> = std::to_array<Code<ports::OperationState>>({
    {ports::OperationState::New, QLatin1String("new")},
    {ports::OperationState::InFlight, QLatin1String("in-flight")},
    {ports::OperationState::Unknown, QLatin1String("unknown")},
    {ports::OperationState::Blocked, QLatin1String("blocked")},
});

template <>
inline constexpr auto codes<domain::TopicField> = std::to_array<Code<domain::TopicField>>({
    {domain::TopicField::Title, QLatin1String("title")},
    {domain::TopicField::Text, QLatin1String("text")},
    {domain::TopicField::State, QLatin1String("state")},
    {domain::TopicField::Person, QLatin1String("person")},
    {domain::TopicField::Due, QLatin1String("due")},
    {domain::TopicField::Priority, QLatin1String("priority")},
    {domain::TopicField::Deletion, QLatin1String("deletion")},
});

template <>
inline constexpr auto codes<ports::ConflictChoice> = std::to_array<Code<ports::ConflictChoice>>({
    {ports::ConflictChoice::Ours, QLatin1String("ours")},
    {ports::ConflictChoice::Theirs, QLatin1String("theirs")},
    {ports::ConflictChoice::Both, QLatin1String("both")},
});

template <>
inline constexpr auto codes<ports::TopicEventKind> = std::to_array<Code<ports::TopicEventKind>>({
    {ports::TopicEventKind::Created, QLatin1String("created")},
    {ports::TopicEventKind::Changed, QLatin1String("changed")},
    {ports::TopicEventKind::Commented, QLatin1String("commented")},
    {ports::TopicEventKind::Deleted, QLatin1String("deleted")},
    {ports::TopicEventKind::Restored, QLatin1String("restored")},
    {ports::TopicEventKind::ConflictFound, QLatin1String("conflict-found")},
    {ports::TopicEventKind::ConflictDecided, QLatin1String("conflict-decided")},
    {ports::TopicEventKind::DecisionUndone, QLatin1String("decision-undone")},
});

template <class Enum>
concept Coded = std::is_enum_v<Enum> && !std::is_same_v<decltype(codes<Enum>), const std::nullptr_t>;

/// The word for @p value; empty for a value that has none.
template <Coded Enum>
[[nodiscard]] constexpr QLatin1String wordOf(Enum value)
{
    for (const auto& code : codes<Enum>) {
        if (code.value == value)
            return code.word;
    }
    return {};
}

/// The value that @p word stands for; nothing when no version of this program wrote it.
template <Coded Enum>
[[nodiscard]] constexpr std::optional<Enum> valueOf(QLatin1String word)
{
    for (const auto& code : codes<Enum>) {
        if (word == code.word)
            return code.value;
    }
    return std::nullopt;
}

} // namespace vorzimmer::store
