#include "vorzimmer/domain/topic_fields.h"

#include <QStringList>

namespace vorzimmer::domain {

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
    if (fields.testFlag(TopicField::Deletion))
        base.deleted = ours.deleted;
    return base;
}

QString names(TopicFields fields)
{
    QStringList found;
    for (const Access& field : all) {
        if (fields.testFlag(field.field))
            found << QLatin1String(field.name);
    }
    if (fields.testFlag(TopicField::Deletion))
        found << QStringLiteral("deletion");
    return found.join(QStringLiteral(", "));
}

} // namespace vorzimmer::domain
