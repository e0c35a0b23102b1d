#include "command.h"

#include <QDir>
#include <QMap>

namespace vorzimmer::ctl {

using domain::TenantId;

namespace {

/// Collects what is wrong and says so at once.
class Findings {
public:
    void add(const QString& where, const QString& what)
    {
        complain(where + QStringLiteral(": ") + what);
        ++m_count;
    }

    void add(const QString& where, const domain::Result<std::vector<QString>>& flaws)
    {
        if (!flaws)
            add(where, flaws.error().detail);
        for (size_t i = 0; flaws && i < flaws->size(); ++i)
            add(where, (*flaws)[i]);
    }

    [[nodiscard]] int count() const { return m_count; }

private:
    int m_count = 0;
};

/// Every cabinet there is or ought to be, with the name to call it by.
QMap<TenantId, QString> cabinetsIn(Premises& premises, Findings& findings)
{
    QMap<TenantId, QString> cabinets;
    const QDir folder(premises.folder() + QStringLiteral("/tenants"));
    for (const QString& name : folder.entryList({QStringLiteral("*.db")}, QDir::Files)) {
        const TenantId id = TenantId::parse(name.chopped(3));
        if (!id.isNull())
            cabinets.insert(id, QStringLiteral("a tenant that the bureau does not know"));
    }
    const auto tenants = premises.directory().tenants();
    if (!tenants)
        findings.add(QStringLiteral("bureau.db"), tenants.error().detail);
    for (size_t i = 0; tenants && i < tenants->size(); ++i)
        cabinets.insert((*tenants)[i].id, (*tenants)[i].name);
    return cabinets;
}

void checkCredentials(Premises& premises, Findings& findings)
{
    const auto any = premises.keys().secret(QStringLiteral("check"));
    if (!any && any.error().fault != domain::Fault::NotFound)
        findings.add(any.error().where, any.error().detail);
}

} // namespace

Ending checkBureau(const Call& call)
{
    Premises premises = call.premises();
    Findings findings;
    const QMap<TenantId, QString> cabinets = cabinetsIn(premises, findings);
    if (findings.count() == 0)
        findings.add(QStringLiteral("bureau.db"), premises.directory().flaws());
    for (auto [id, name] : cabinets.asKeyValueRange()) {
        const QString where = QStringLiteral("tenants/%1.db (%2)").arg(id.text(), name);
        const auto cabinet = premises.room().open(id);
        if (cabinet)
            findings.add(where, (*cabinet)->flaws());
        else
            findings.add(where, cabinet.error().detail);
    }
    checkCredentials(premises, findings);
    if (findings.count() == 0) {
        say(QStringLiteral("The bureau, its audit trail and %1 cabinets are sound.").arg(cabinets.size()));
        return Ending::Done;
    }
    complain(QStringLiteral("%1 found. Nothing was changed. Keep a copy of the files named, then put them back from a backup; the other "
                            "cabinets can be used.")
                 .arg(findings.count() == 1 ? QStringLiteral("One fault was") : QStringLiteral("%1 faults were").arg(findings.count())));
    return Ending::Failed;
}

} // namespace vorzimmer::ctl
