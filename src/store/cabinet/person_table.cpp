#include "cabinet/person_table.h"

#include "cabinet/list_text.h"

namespace vorzimmer::store {

using domain::Outcome;
using domain::Person;
using domain::Result;

namespace {

constexpr const char* selectPeople = "SELECT id, name, role, responsibilities, numbers, email, presence, presence_until, "
                                     "presence_note, presence_confirmed, deputy "
                                     "FROM person ORDER BY position, id";

Person readPerson(Row& row)
{
    Person person;
    person.id = row.id<domain::PersonId>();
    person.name = row.text();
    person.role = row.text();
    person.responsibilities = row.text();
    if (auto numbers = listFrom<std::vector<domain::LabelledNumber>>(row.text()))
        person.numbers = std::move(*numbers);
    else
        row.spoil();
    person.email = row.text();
    person.presence.state = row.code<domain::PresenceState>();
    person.presence.until = row.moment();
    person.presence.note = row.text();
    person.presence.confirmedAt = row.moment();
    person.deputy = row.id<domain::PersonId>();
    return person;
}

constexpr const char* replacePerson =
    "INSERT INTO person (id, position, name, role, responsibilities, numbers, email, presence, presence_until, "
    "presence_note, "
    "presence_confirmed, deputy) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
    "position = excluded.position, name = excluded.name, role = excluded.role, responsibilities = "
    "excluded.responsibilities, "
    "numbers = excluded.numbers, email = excluded.email, presence = excluded.presence, presence_until = "
    "excluded.presence_until, "
    "presence_note = excluded.presence_note, presence_confirmed = excluded.presence_confirmed, deputy = excluded.deputy";

constexpr const char* updatePresence =
    "UPDATE person SET presence = ?, presence_until = ?, presence_note = ?, presence_confirmed = ? WHERE id = ?";

} // namespace

Result<std::vector<Person>> PersonTable::people()
{
    return m_database.query(selectPeople).all(&readPerson);
}

Outcome PersonTable::save(const Person& person, int position)
{
    return m_database.query(replacePerson)
        .run(person.id, position, person.name, person.role, person.responsibilities, listText(person.numbers), person.email,
             person.presence.state, person.presence.until, person.presence.note, person.presence.confirmedAt, person.deputy);
}

Outcome PersonTable::setPresence(const domain::PersonId& person, const domain::Presence& presence)
{
    const auto touched = m_database.query(updatePresence)
                             .change(presence.state, presence.until, presence.note, presence.confirmedAt, person);
    if (!touched)
        return domain::failure(touched.error());
    if (*touched == 0)
        return domain::failure(domain::Fault::NotFound, QStringLiteral("no such person"), person.text());
    return {};
}

} // namespace vorzimmer::store
