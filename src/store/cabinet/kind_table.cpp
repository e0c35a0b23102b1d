#include "cabinet/kind_table.h"

namespace vorzimmer::store {

using domain::AppointmentKind;
using domain::Outcome;
using domain::Result;

namespace {

constexpr const char* selectKinds =
    "SELECT name, minutes, preparation, follow_up, person, concern FROM appointment_kind ORDER BY name";
constexpr const char* replaceKind =
    "INSERT INTO appointment_kind (name, minutes, preparation, follow_up, person, concern) VALUES (?, ?, ?, ?, ?, ?) "
    "ON CONFLICT (name) DO UPDATE SET minutes = excluded.minutes, preparation = excluded.preparation, "
    "follow_up = excluded.follow_up, person = excluded.person, concern = excluded.concern";

AppointmentKind readKind(Row& row)
{
    AppointmentKind kind;
    kind.name = row.text();
    kind.minutes = row.number();
    kind.preparation = row.number();
    kind.followUp = row.number();
    kind.person = row.id<domain::PersonId>();
    kind.concern = row.text();
    return kind;
}

constexpr const char* deleteKind = "DELETE FROM appointment_kind WHERE name = ?";

} // namespace

Result<std::vector<AppointmentKind>> KindTable::kinds()
{
    return m_database.query(selectKinds).all(&readKind);
}

Outcome KindTable::save(const AppointmentKind& kind)
{
    return m_database.query(replaceKind)
        .run(kind.name, kind.minutes, kind.preparation, kind.followUp, kind.person, kind.concern);
}

Outcome KindTable::remove(const QString& name)
{
    return m_database.query(deleteKind).run(name);
}

} // namespace vorzimmer::store
