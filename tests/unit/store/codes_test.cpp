#include "sqlite/codes.h"

#include <catch2/catch.hpp>

#include <set>

using namespace vorzimmer;
using namespace vorzimmer::store;

namespace {

/// Every value from the first to @p last has a word of its own that leads back to it.
template <Coded Enum>
void checkCodes(Enum last)
{
    std::set<QString> words;
    for (int value = 0; value <= static_cast<int>(last); ++value) {
        const QLatin1String word = wordOf(static_cast<Enum>(value));
        CHECK_FALSE(word.isEmpty());
        CHECK(valueOf<Enum>(word) == static_cast<Enum>(value));
        words.insert(word);
    }
    CHECK(words.size() == codes<Enum>.size());
    CHECK(words.size() == static_cast<size_t>(last) + 1);
    CHECK_FALSE(valueOf<Enum>(QLatin1String("no such word")));
}

} // namespace

TEST_CASE("Every stored enumeration has one word for each value", "[store][codes]")
{
    checkCodes(domain::Relation::Blocked);
    checkCodes(domain::PresenceState::Absent);
    checkCodes(domain::Disposition::Refused);
    checkCodes(domain::EndReason::Unreachable);
    checkCodes(domain::AttemptOutcome::GivenUp);
    checkCodes(domain::Action::Decline);
    checkCodes(domain::HouseIs::OnHoliday);
    checkCodes(domain::QuestionKind::Email);
    checkCodes(domain::ChangeKind::AnswerChanged);
    checkCodes(domain::TransferManner::Announced);
    checkCodes(domain::NoteState::Discarded);
    checkCodes(domain::BookingState::Cancelled);
    checkCodes(domain::MailReason::Trial);
    checkCodes(domain::MailState::Dismissed);
    checkCodes(ports::CalendarRole::Busy);
    checkCodes(domain::TopicState::Done);
    checkCodes(domain::TopicPriority::High);
    checkCodes(domain::TopicOrigin::Client);
    checkCodes(domain::Role::Client);
    checkCodes(ports::OperationKind::DeleteTopic);
    checkCodes(ports::ConflictChoice::Both);
    checkCodes(ports::TopicEventKind::DecisionUndone);
    checkCodes(ports::OperationState::Blocked);
    std::set<QString> fields; // which are flags
    for (int flag = 1; flag <= static_cast<int>(domain::TopicField::Deletion); flag *= 2)
        fields.insert(wordOf(static_cast<domain::TopicField>(flag)));
    CHECK(fields.size() == codes<domain::TopicField>.size());
}
