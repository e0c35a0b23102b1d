#include "vocabulary.h"

#include "vorzimmer/exchange/bureau_file.h"

namespace vorzimmer::exchange {

std::span<const Word<domain::Relation>> words(domain::Relation)
{
    using enum domain::Relation;
    static constexpr Word<domain::Relation> table[] = {
        {Customer, "customer"},   {Prospect, "prospect"}, {Supplier, "supplier"},   {Vip, "vip"},         {Family, "family"},
        {Authority, "authority"}, {Press, "press"},       {Solicitor, "solicitor"}, {Blocked, "blocked"},
    };
    return table;
}

std::span<const Word<domain::Disposition>> words(domain::Disposition)
{
    using enum domain::Disposition;
    static constexpr Word<domain::Disposition> table[] = {
        {MessageTaken, "message"},        {PutThrough, "putthrough"}, {RedirectedToEmail, "email"},
        {AppointmentMade, "appointment"}, {Settled, "settled"},       {Abandoned, "abandoned"},
        {Refused, "refused"},             {None, "none"},
    };
    return table;
}

std::span<const Word<domain::EndReason>> words(domain::EndReason)
{
    using enum domain::EndReason;
    static constexpr Word<domain::EndReason> table[] = {
        {None, "none"},           {CallerGaveUp, "callergaveup"}, {CallerHungUp, "callerhungup"},
        {WeHungUp, "wehungup"},   {Rejected, "rejected"},         {Transferred, "transferred"},
        {PeerLost, "peerlost"},   {BackendLost, "backendlost"},   {AnsweredElsewhere, "answeredelsewhere"},
        {NetworkFailure, "networkfailure"}, {PeerBusy, "peerbusy"}, {PeerDeclined, "peerdeclined"},
        {NoAnswer, "noanswer"},   {Unreachable, "unreachable"},       {PeerHungUp, "peerhungup"},
    };
    return table;
}

std::span<const Word<domain::PresenceState>> words(domain::PresenceState)
{
    using enum domain::PresenceState;
    static constexpr Word<domain::PresenceState> table[] = {{Available, "available"}, {Busy, "busy"}, {Absent, "absent"}};
    return table;
}

std::span<const Word<domain::TopicState>> words(domain::TopicState)
{
    using enum domain::TopicState;
    static constexpr Word<domain::TopicState> table[] = {
        {Open, "open"}, {InProgress, "inprogress"}, {Waiting, "waiting"}, {Done, "done"}};
    return table;
}

std::span<const Word<domain::NoteFlag>> words(domain::NoteFlag)
{
    using enum domain::NoteFlag;
    static constexpr Word<domain::NoteFlag> table[] = {
        {Urgent, "urgent"}, {PleaseCallBack, "callback"}, {WillCallAgain, "callsagain"}, {ForInformation, "information"}};
    return table;
}

std::span<const Word<domain::Role>> words(domain::Role)
{
    using enum domain::Role;
    static constexpr Word<domain::Role> table[] = {{Secretary, "secretary"}, {Supervisor, "supervisor"}, {Client, "client"}};
    return table;
}

std::span<const Word<domain::Action>> words(domain::Action)
{
    using enum domain::Action;
    static constexpr Word<domain::Action> table[] = {{PutThrough, "putthrough"},
                                                     {TakeMessage, "message"},
                                                     {RedirectToEmail, "email"},
                                                     {OfferAppointment, "appointment"},
                                                     {Decline, "decline"}};
    return table;
}

std::span<const Word<domain::HouseIs>> words(domain::HouseIs)
{
    using enum domain::HouseIs;
    static constexpr Word<domain::HouseIs> table[] = {{Open, "open"}, {Closed, "closed"}, {OnHoliday, "holiday"}};
    return table;
}

std::span<const Word<domain::TransferManner>> words(domain::TransferManner)
{
    using enum domain::TransferManner;
    static constexpr Word<domain::TransferManner> table[] = {{Blind, "blind"}, {Announced, "announced"}};
    return table;
}

std::span<const Word<domain::QuestionKind>> words(domain::QuestionKind)
{
    using enum domain::QuestionKind;
    static constexpr Word<domain::QuestionKind> table[] = {{Text, "text"},     {Number, "number"}, {Date, "date"},
                                                           {Choice, "choice"}, {Phone, "phone"},   {Email, "email"}};
    return table;
}

QString wordFor(domain::Role role)
{
    return toWord(role);
}

} // namespace vorzimmer::exchange
