#pragma once

#include "vorzimmer/desk/office.h"
#include "vorzimmer/desk/throttle.h"
#include "vorzimmer/domain/result.h"
#include "vorzimmer/domain/service_level.h"

#include <QObject>

#include <map>
#include <vector>

namespace vorzimmer::desk {

class CaseFile;

/// One line of today's list: what came in at this bureau, without names.
struct TodayEntry {
    ports::JournalRow row;
    QString tenant; ///< the tenant's name; empty for an unknown dialled number
};

/// The bureau's journal of calls as this seat writes and reads it. Lives on the GUI thread.
class DayJournal : public QObject {
    Q_OBJECT

public:
    /// @p office must outlive it.
    DayJournal(Office& office, const domain::UserId& user, QObject* parent = nullptr);

    /// Enters how @p file stands; once that is on file it is one of today's.
    void enter(const CaseFile& file);
    /// Reads the day (local, since midnight) from the file.
    void refresh();

    /// In order of arrival.
    [[nodiscard]] const std::vector<TodayEntry>& today() const { return m_today; }
    /// Today's, by client's name; calls to unknown numbers under an empty one.
    [[nodiscard]] std::map<QString, domain::ServiceLevel> serviceLevels() const;

Q_SIGNALS:
    void todayChanged();
    /// An entry could not be written.
    void failed(const vorzimmer::domain::Error& error);

private:
    [[nodiscard]] QDateTime midnight() const;
    void keep(const TodayEntry& entry);

    Office& m_office;
    domain::UserId m_user;
    std::vector<TodayEntry> m_today;
    Throttle m_telling;
};

} // namespace vorzimmer::desk
