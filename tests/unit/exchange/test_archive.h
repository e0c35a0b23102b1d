#pragma once

#include "vorzimmer/exchange/archive.h"
#include "vorzimmer/exchange/tenant_filing.h"
#include "vorzimmer/numbers/libphonenumber_plan.h"
#include "vorzimmer/store/sqlite_store.h"
#include "vorzimmer/system/random_ids.h"

#include <QTemporaryDir>

namespace vorzimmer::test {

/// A clock that stands where it is put.
class StoppedClock final : public ports::Clock {
public:
    [[nodiscard]] QDateTime nowUtc() const override { return now; }
    QDateTime now = QDateTime(QDate(2026, 11, 25), QTime(9, 30), Qt::UTC); ///< a Wednesday; 10:30 in Berlin
};

/// An archive on real files in a folder that goes with it.
struct TestArchive {
    QTemporaryDir folder;
    StoppedClock clock;
    system::RandomIds ids;
    numbers::LibPhoneNumberPlan numbers;
    std::unique_ptr<ports::Directory> directory = store::makeDirectory({folder.path()}, store::Missing::Create);
    std::unique_ptr<ports::CabinetRoom> room = store::makeCabinetRoom({folder.path()}, clock, ids);

    [[nodiscard]] exchange::Archive archive() { return {*directory, *room, numbers, clock.now, {}, {}}; }
    /// Files the tenant in @p json.
    [[nodiscard]] exchange::Taken<exchange::Tally> file(const QString& json);
    /// What an export of that tenant writes.
    [[nodiscard]] QByteArray exported(const domain::TenantId& tenant);
    [[nodiscard]] std::shared_ptr<ports::Cabinet> cabinet(const domain::TenantId& tenant);
    /// Every file in the folder with its size, to see whether something was left behind.
    [[nodiscard]] QStringList cabinetFiles() const;
};

/// A small tenant file; @p more is put in after the obligatory fields.
[[nodiscard]] QString tenantJson(const QString& more = {});

/// All flaws as lines of text.
template <class T>
[[nodiscard]] QStringList flawsOf(const exchange::Taken<T>& taken)
{
    QStringList lines;
    if (taken)
        return lines;
    for (const exchange::Flaw& flaw : taken.error().flaws)
        lines << exchange::toText(flaw);
    return lines;
}

[[nodiscard]] QByteArray sample(const QString& name);

} // namespace vorzimmer::test

namespace Catch {
template <class Tag>
struct StringMaker<vorzimmer::domain::Id<Tag>> {
    static std::string convert(const vorzimmer::domain::Id<Tag>& id) { return id.text().toStdString(); }
};
template <>
struct StringMaker<QString> {
    static std::string convert(const QString& text) { return text.toStdString(); }
};
template <>
struct StringMaker<QStringList> {
    static std::string convert(const QStringList& list) { return list.join(u'\n').toStdString(); }
};
} // namespace Catch
