#include "vorzimmer/domain/topic_fields.h"

#include <catch2/catch.hpp>

using namespace vorzimmer;
using domain::differing;
using domain::names;
using domain::TopicField;
using domain::TopicFields;
using domain::withFields;

namespace {

domain::Topic other()
{
    domain::Topic topic;
    topic.title = QStringLiteral("t");
    topic.text = QStringLiteral("x");
    topic.state = domain::TopicState::Done;
    topic.person = QStringLiteral("p");
    topic.due = QDate(2026, 1, 1);
    topic.priority = domain::TopicPriority::High;
    return topic;
}

} // namespace

TEST_CASE("each field is seen to differ, and is taken, by itself")
{
    const domain::Topic blank;
    for (const TopicField field : {TopicField::Title, TopicField::Text, TopicField::State, TopicField::Person,
                                   TopicField::Due, TopicField::Priority}) {
        const domain::Topic mixed = withFields(blank, other(), field);
        CHECK(differing(blank, mixed) == TopicFields(field));
        CHECK(differing(mixed, other()) == (differing(blank, other()) & ~TopicFields(field)));
        CHECK_FALSE(names(field).isEmpty());
    }
    CHECK(withFields(blank, other(), differing(blank, other())) == other());
    CHECK(names(TopicField::Title | TopicField::Due) == QLatin1String("title, due"));

    domain::Topic gone = other();
    gone.deleted = true;
    CHECK_FALSE(differing(other(), gone));
    CHECK(withFields(blank, gone, TopicField::Deletion).deleted);
    CHECK_FALSE(withFields(blank, gone, domain::editableFields).deleted);
    CHECK(names(TopicField::State | TopicField::Deletion) == QLatin1String("state, deletion"));
}
