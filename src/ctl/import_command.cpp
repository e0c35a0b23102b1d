#include "command.h"

#include "vorzimmer/exchange/contact_filing.h"
#include "vorzimmer/exchange/csv_contacts.h"
#include "vorzimmer/exchange/json_files.h"
#include "vorzimmer/exchange/tenant_filing.h"
#include "vorzimmer/exchange/text_decoding.h"
#include "vorzimmer/exchange/vcard_contacts.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace vorzimmer::ctl {

using exchange::BureauFile;
using exchange::CsvContacts;
using exchange::TenantFile;

namespace {

constexpr qint64 largestFile = 256 * 1024 * 1024;

/// A file that was read and understood.
struct Parcel {
    QString name; ///< without folders, for messages
    std::variant<TenantFile, CsvContacts, BureauFile> content;
};

exchange::Taken<QString> readText(const QString& path, const QString& encoding)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return exchange::refuse({exchange::Flaw{0, QString(), QStringLiteral("the file cannot be read: ") + file.errorString()}});
    if (file.size() > largestFile)
        return exchange::refuse({exchange::Flaw{0, QString(), QStringLiteral("the file is larger than 256 MB")}});
    return exchange::decode(file.readAll(), encoding);
}

enum class Kind { Json, Vcard, Csv };

/// By what stands in it; its name decides nothing.
Kind kindOf(const QString& text)
{
    const QString begin = text.left(1000).trimmed();
    if (begin.startsWith(u'{') || begin.startsWith(u'['))
        return Kind::Json;
    return begin.startsWith(QStringLiteral("BEGIN:VCARD"), Qt::CaseInsensitive) ? Kind::Vcard : Kind::Csv;
}

exchange::Taken<Parcel> read(const QString& path, const QString& encoding, const exchange::ColumnMap& map)
{
    const auto text = readText(path, encoding);
    if (!text)
        return tl::unexpected(text.error());
    const QString name = QFileInfo(path).fileName();
    switch (kindOf(*text)) {
    case Kind::Json: {
        const auto json = exchange::readJson(*text);
        if (!json)
            return tl::unexpected(json.error());
        return std::visit([&](const auto& content) { return Parcel{name, content}; }, *json);
    }
    case Kind::Vcard: {
        auto contacts = exchange::readVcards(*text);
        if (!contacts)
            return tl::unexpected(contacts.error());
        return Parcel{name, CsvContacts{std::move(*contacts), {}}};
    }
    case Kind::Csv: break;
    }
    auto contacts = exchange::readCsv(*text, map);
    if (!contacts)
        return tl::unexpected(contacts.error());
    return Parcel{name, std::move(*contacts)};
}

QString notTaken(const QString& name)
{
    return name + QStringLiteral(" was not imported");
}

/// Files parcels one after the other and says what became of each.
class Importing {
public:
    Importing(const Call& call, Premises& premises, std::vector<domain::User> expectedUsers)
        : m_call(call), m_premises(premises), m_expectedUsers(std::move(expectedUsers))
    {
    }

    bool file(const Parcel& parcel)
    {
        m_name = parcel.name;
        return std::visit([this](const auto& content) { return take(content); }, parcel.content);
    }

private:
    [[nodiscard]] exchange::Archive archive() const
    {
        exchange::Archive archive = m_premises.archive(progressLine(m_name));
        archive.expectedUsers = m_expectedUsers;
        return archive;
    }

    bool refused(const exchange::Refusal& refusal) const
    {
        fail(notTaken(m_name), refusal, QStringLiteral("Nothing of it was taken; everything is as it was."));
        return false;
    }

    bool take(const TenantFile& file) const
    {
        const auto tally = exchange::fileTenant(archive(), file);
        if (!tally)
            return refused(tally.error());
        say(QStringLiteral("%1: %2 with %3 people, %4 callers, %5 calls, %6 notes and %7 open times")
                .arg(m_name, file.name)
                .arg(tally->people)
                .arg(tally->callers)
                .arg(tally->calls)
                .arg(tally->notes)
                .arg(tally->openTimes));
        return true;
    }

    bool take(const BureauFile& file) const
    {
        const auto users = exchange::fileBureau(archive(), file);
        if (!users)
            return refused(users.error());
        say(QStringLiteral("%1: %2 users and %3 walls. New users sign in once they have a password: vorzimmer-ctl password LOGIN")
                .arg(m_name)
                .arg(*users)
                .arg(file.walls.size()));
        return true;
    }

    bool take(const CsvContacts& file) const
    {
        const auto tenant = exchange::findTenant(m_premises.directory(), m_call.options.value(QStringLiteral("tenant")));
        if (!tenant)
            return refused({{}, tenant.error()});
        const bool people = m_call.options.isSet(QStringLiteral("people"));
        const auto filed = exchange::fileContacts(archive(), *tenant, file.contacts,
                                                  people ? exchange::ContactsAre::People : exchange::ContactsAre::Callers);
        if (!filed)
            return refused(filed.error());
        say(QStringLiteral("%1: %2 %3 for %4").arg(m_name).arg(*filed).arg(people ? u"people"_qs : u"callers"_qs, tenant->name));
        if (!file.unusedHeadings.empty()) {
            const QStringList unused(file.unusedHeadings.begin(), file.unusedHeadings.end());
            complain(QStringLiteral("%1: not used were the columns %2").arg(m_name, unused.join(QStringLiteral(", "))));
        }
        return true;
    }

    const Call& m_call;
    Premises& m_premises;
    std::vector<domain::User> m_expectedUsers;
    QString m_name;
};

/// The users of all bureau files among @p parcels: the tenants' histories may name them already.
domain::Result<std::vector<domain::User>> expectedUsers(Premises& premises, const std::vector<Parcel>& parcels)
{
    std::vector<domain::User> all;
    for (const Parcel& parcel : parcels) {
        const BureauFile* bureau = std::get_if<BureauFile>(&parcel.content);
        if (!bureau)
            continue;
        const auto users = exchange::usersOf(premises.directory(), *bureau);
        if (!users)
            return domain::failure(users.error());
        all.insert(all.end(), users->begin(), users->end());
    }
    return all;
}

} // namespace

Ending importFiles(const Call& call)
{
    const auto map = exchange::ColumnMap::parse(call.options.value(QStringLiteral("map")));
    if (!map)
        return misuse(QStringLiteral("import --map: ") + exchange::toText(map.error().flaws.front()));
    Premises premises = call.premises();
    if (const auto there = premises.directory().tenants(); !there)
        return fail(QStringLiteral("nothing was imported"), there.error());

    bool allTaken = true;
    std::vector<Parcel> parcels;
    for (const QString& path : call.arguments) {
        auto parcel = read(path, call.options.value(QStringLiteral("encoding")), *map);
        if (parcel) {
            parcels.push_back(std::move(*parcel));
        } else {
            fail(notTaken(QFileInfo(path).fileName()), parcel.error(), QStringLiteral("Nothing of it was taken."));
            allTaken = false;
        }
    }
    const bool hasContacts = std::any_of(parcels.begin(), parcels.end(),
                                         [](const Parcel& parcel) { return std::holds_alternative<CsvContacts>(parcel.content); });
    if (hasContacts && !call.options.isSet(QStringLiteral("tenant")))
        return misuse(QStringLiteral("import: a CSV or vCard file needs --tenant; nothing was imported"));
    auto users = expectedUsers(premises, parcels);
    if (!users)
        return fail(QStringLiteral("nothing was imported"), users.error());

    // Tenants, then their callers, then who serves them: each kind names things of the one before.
    std::stable_sort(parcels.begin(), parcels.end(),
                     [](const Parcel& a, const Parcel& b) { return a.content.index() < b.content.index(); });
    Importing importing(call, premises, std::move(*users));
    for (const Parcel& parcel : parcels)
        allTaken = importing.file(parcel) && allTaken;
    return allTaken ? Ending::Done : Ending::Failed;
}

} // namespace vorzimmer::ctl
