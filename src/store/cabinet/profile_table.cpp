#include "cabinet/profile_table.h"

#include "cabinet/list_text.h"

#include <algorithm>

namespace vorzimmer::store {

using domain::Fault;
using domain::Outcome;
using domain::Result;
using domain::TenantProfile;

namespace {

constexpr const char* selectProfile = "SELECT name, answer_as, accent, language, region, zone, numbers, trade, greetings, "
                                      "hours, instructions, instruction_version, "
                                      "notices, concerns FROM profile WHERE one = 1";

template <class List>
List list(Row& row)
{
    auto parsed = listFrom<List>(row.text());
    if (!parsed)
        row.spoil();
    return std::move(parsed).value_or(List());
}

TenantProfile readProfile(Row& row)
{
    TenantProfile profile;
    profile.entry.name = row.text();
    profile.entry.answerAs = row.text();
    profile.entry.accent = row.text();
    profile.entry.language = row.text();
    profile.entry.region = row.text();
    profile.entry.zone = QTimeZone(row.text().toUtf8());
    profile.entry.numbers = list<std::vector<domain::PhoneNumber>>(row);
    profile.trade = row.text();
    profile.greetings = list<std::vector<domain::Greeting>>(row);
    profile.hours = list<domain::OpeningHours>(row);
    profile.instructions = list<std::vector<QString>>(row);
    profile.instructionVersion = row.number();
    profile.notices = list<std::vector<domain::Notice>>(row);
    profile.concerns = list<std::vector<domain::Concern>>(row);
    return profile;
}

constexpr const char* replaceProfile =
    "INSERT INTO profile (one, name, answer_as, accent, language, region, zone, numbers, trade, greetings, hours, "
    "instructions, "
    "instruction_version, notices, concerns) VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (one) DO "
    "UPDATE SET "
    "name = excluded.name, answer_as = excluded.answer_as, accent = excluded.accent, language = excluded.language, "
    "region = excluded.region, zone = excluded.zone, numbers = excluded.numbers, trade = excluded.trade, "
    "greetings = excluded.greetings, hours = excluded.hours, instructions = excluded.instructions, "
    "instruction_version = excluded.instruction_version, notices = excluded.notices, concerns = excluded.concerns";

constexpr const char* insertVersion = "INSERT INTO instruction_history (version, since, greetings, instructions) VALUES (?, "
                                      "?, ?, ?) ON CONFLICT (version) DO NOTHING";

} // namespace

Result<TenantProfile> ProfileTable::profile(const domain::TenantId& tenant)
{
    auto profile = m_database.query(selectProfile).first(&readProfile);
    if (!profile)
        return domain::failure(profile.error());
    if (!*profile)
        return domain::failure(Fault::NotFound, QStringLiteral("the cabinet has no profile yet"), m_database.fileName());
    (*profile)->entry.id = tenant;
    return std::move(**profile);
}

Outcome ProfileTable::save(const TenantProfile& profile, const QDateTime& now)
{
    const auto stored = m_database.query(selectProfile).first(&readProfile);
    if (!stored)
        return domain::failure(stored.error());
    int version = std::max(1, profile.instructionVersion);
    bool isNewVersion = true;
    if (*stored) {
        isNewVersion = (*stored)->greetings != profile.greetings || (*stored)->instructions != profile.instructions;
        version = (*stored)->instructionVersion + (isNewVersion ? 1 : 0);
    }
    const domain::TenantEntry& entry = profile.entry;
    const QString greetings = listText(profile.greetings);
    const QString instructions = listText(profile.instructions);
    auto saved =
        m_database.query(replaceProfile)
            .run(entry.name, entry.answerAs, entry.accent, entry.language, entry.region, QString::fromUtf8(entry.zone.id()),
                 listText(entry.numbers), profile.trade, greetings, listText(profile.hours), instructions, version,
                 listText(profile.notices), listText(profile.concerns));
    if (!saved || !isNewVersion)
        return saved;
    return m_database.query(insertVersion).run(version, now, greetings, instructions);
}

} // namespace vorzimmer::store
