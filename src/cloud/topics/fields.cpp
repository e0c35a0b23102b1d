#include "topics/fields.h"

#include <QStringList>

namespace vorzimmer::cloud::topics {

using domain::Topic;
using ports::TopicField;
using ports::TopicFields;

namespace {

/// What can be done with each changeable field, once for all of them.
struct Access {
    TopicField field;
    const char* name;
    bool (*same)(const Topic&, const Topic&);
    void (*take)(Topic&, const Topic&);
};

template <auto member>
constexpr Access access(TopicField field, const char* name)
{
    return {field, name, [](const Topic& a, const Topic& b) { return a.*member == b.*member; },
            [](Topic& to, const Topic& from) { to.*member = from.*member; }};
}

constexpr Access all[] = {
    access<&Topic::title>(TopicField::Title, "title"), access<&Topic::text>(TopicField::Text, "text"),
    access<&Topic::state>(TopicField::State, "state"), access<&Topic::person>(TopicField::Person, "person"),
    access<&Topic::due>(TopicField::Due, "due"),       access<&Topic::priority>(TopicField::Priority, "priority"),
};

} // namespace

TopicFields differing(const Topic& one, const Topic& other)
{
    TopicFields found;
    for (const Access& field : all)
        found.setFlag(field.field, !field.same(one, other));
    return found;
}

Topic withFields(Topic base, const Topic& ours, TopicFields fields)
{
    for (const Access& field : all) {
        if (fields.testFlag(field.field))
            field.take(base, ours);
    }
    return base;
}

QString names(TopicFields fields)
{
    QStringList found;
    for (const Access& field : all) {
        if (fields.testFlag(field.field))
            found << QLatin1String(field.name);
    }
    return found.join(QStringLiteral(", "));
}

} // namespace vorzimmer::cloud::topics
