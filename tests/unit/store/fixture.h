#pragma once

#include "vorzimmer/store/sqlite_store.h"

#include <QTemporaryDir>

#include <catch2/catch.hpp>

#include <random>

namespace vorzimmer::store {

/// The seed that STORE_SEED names, so that a failure can be had again; else a fresh one.
inline unsigned storeSeed()
{
    const bool given = qEnvironmentVariableIsSet("STORE_SEED");
    return given ? qEnvironmentVariable("STORE_SEED").toUInt() : std::random_device()();
}

/// Stands still until a test moves it.
class StillClock final : public ports::Clock {
public:
    [[nodiscard]] QDateTime nowUtc() const override { return now; }
    QDateTime now = QDateTime(QDate(2026, 9, 14), QTime(8, 30), Qt::UTC);
};

/// The same ids in every run.
class CountedIds final : public ports::IdSource {
public:
    [[nodiscard]] QUuid next() override
    {
        QByteArray bytes(16, '\0');
        for (char& byte : bytes)
            byte = static_cast<char>(m_random());
        return QUuid::fromRfc4122(bytes);
    }

private:
    std::mt19937 m_random{20260914};
};

/// The value of a result that must be there.
template <class Value>
Value must(domain::Result<Value> result)
{
    if (!result)
        FAIL(result.error().detail.toStdString() << " [" << result.error().where.toStdString() << "]");
    return std::move(*result);
}

inline void must(const domain::Outcome& outcome)
{
    if (!outcome)
        FAIL(outcome.error().detail.toStdString() << " [" << outcome.error().where.toStdString() << "]");
}

template <class Value>
domain::Fault faultOf(const domain::Result<Value>& result)
{
    REQUIRE_FALSE(result.has_value());
    return result.error().fault;
}

/// An empty data folder, and what is needed to fill a cabinet.
class FolderFixture {
public:
    FolderFixture() { REQUIRE(folder.isValid()); }

    /// A note as the desk writes it.
    domain::Note someNote()
    {
        domain::Note note;
        note.id = ids.fresh<domain::NoteId>();
        note.call = ids.fresh<domain::CallId>();
        note.callerName = QStringLiteral("T. Albers");
        note.company = QStringLiteral("Albers & Söhne");
        note.callbackNumber = QStringLiteral("0152 28817386");
        note.concern = QStringLiteral("Befund");
        note.forPerson = ids.fresh<domain::PersonId>();
        note.forName = QStringLiteral("Dr. Hanna Feld");
        note.text = QStringLiteral("Fragt nach dem Blutbild von Montag.");
        note.flags = domain::NoteFlag::PleaseCallBack | domain::NoteFlag::Urgent;
        note.author = ids.fresh<domain::UserId>();
        note.authorName = QStringLiteral("Anna Brandt");
        note.instructionVersion = 3;
        note.recommendation = QStringLiteral("customer-open");
        note.createdAt = clock.now;
        note.changedAt = clock.now.addSecs(20);
        return note;
    }

    domain::Note finishedNote()
    {
        domain::Note note = someNote();
        note.state = domain::NoteState::Finished;
        note.finishedAt = clock.now.addSecs(30);
        return note;
    }

    domain::CallRecord someCall()
    {
        domain::CallRecord call;
        call.id = ids.fresh<domain::CallId>();
        call.number = domain::PhoneNumber::fromE164(QStringLiteral("+4915228817386"));
        call.presented = QStringLiteral("015228817386");
        call.dialled = domain::PhoneNumber::fromE164(QStringLiteral("+493023125010"));
        call.offeredAt = clock.now;
        call.answeredAt = clock.now.addSecs(4);
        call.endedAt = clock.now.addSecs(99);
        call.endReason = domain::EndReason::CallerHungUp;
        call.disposition = domain::Disposition::MessageTaken;
        call.dispositionDetail = QStringLiteral("Dr. Hanna Feld");
        call.concern = QStringLiteral("Befund");
        call.handledBy = ids.fresh<domain::UserId>();
        call.handledByName = QStringLiteral("Anna Brandt");
        call.instructionVersion = 3;
        call.recommendation = QStringLiteral("customer-open");
        return call;
    }

    domain::Caller someCaller(const QString& name, const std::vector<QString>& numbers)
    {
        domain::Caller caller;
        caller.id = ids.fresh<domain::CallerId>();
        caller.name = name;
        caller.company = QStringLiteral("Albers & Söhne");
        for (const QString& number : numbers)
            caller.numbers.push_back({QStringLiteral("mobil"), domain::PhoneNumber::fromE164(number)});
        caller.email = QStringLiteral("albers@example.org");
        caller.relation = domain::Relation::Vip;
        caller.language = QStringLiteral("de");
        caller.specialInstruction = QStringLiteral("Befund liegt vor: durchstellen");
        caller.remark = QStringLiteral("spricht leise");
        return caller;
    }

    domain::TenantProfile someProfile()
    {
        domain::TenantProfile profile;
        profile.entry.id = tenant;
        profile.entry.name = QStringLiteral("Hausarztpraxis am Lindenplatz");
        profile.entry.answerAs = QStringLiteral("Praxis am Lindenplatz");
        profile.entry.accent = QStringLiteral("#0f766e");
        profile.entry.language = QStringLiteral("de");
        profile.entry.region = QStringLiteral("DE");
        profile.entry.zone = QTimeZone("Europe/Berlin");
        profile.entry.numbers = {domain::PhoneNumber::fromE164(QStringLiteral("+493023125010"))};
        profile.trade = QStringLiteral("Hausarztpraxis");
        profile.greetings = {{QStringLiteral("de"), QStringLiteral("Guten Tag, \"{secretary}\" am Apparat")}};
        profile.hours.week[0] = {{QTime(8, 0), QTime(12, 30)}, {QTime(15, 0), QTime(18, 0)}};
        profile.hours.week[4] = {{QTime(20, 0), QTime(2, 0)}};
        profile.hours.holidays = {{QTime(10, 0), QTime(12, 0)}};
        profile.hours.holidayRegion = QStringLiteral("DE-BE");
        profile.hours.closed = {{QDate(2026, 12, 24), QDate(2027, 1, 1), QStringLiteral("Praxisurlaub")}};
        profile.instructions = {QStringLiteral("Akut: **sofort durchstellen**"), QStringLiteral("Sonst 112")};
        profile.notices = {{QStringLiteral("Labor nicht erreichbar"), QDate(2026, 9, 14), QDate()}};
        profile.concerns = {{QStringLiteral("Rezept"), QStringLiteral("rezept@example.org"), QString()}};
        return profile;
    }

    domain::Person somePerson(const QString& name)
    {
        domain::Person person;
        person.id = ids.fresh<domain::PersonId>();
        person.name = name;
        person.role = QStringLiteral("Praxisleitung");
        person.responsibilities = QStringLiteral("alle Anliegen");
        person.numbers = {{QStringLiteral("Durchwahl 11"), domain::PhoneNumber::fromE164(QStringLiteral("+493023125011"))}};
        person.email = QStringLiteral("feld@example.org");
        person.presence = {domain::PresenceState::Busy, clock.now.addSecs(900), QStringLiteral("in Behandlung"), clock.now};
        return person;
    }

    domain::Slot someSlot(const QDateTime& start)
    {
        return {ids.fresh<domain::SlotId>(), start, 20, QStringLiteral("Blutabnahme"), {}, QStringLiteral("Dr. Hanna Feld")};
    }

    QTemporaryDir folder;
    StillClock clock;
    CountedIds ids;
    Location location{folder.path()};
    domain::TenantId tenant = ids.fresh<domain::TenantId>();
};

/// The same with one empty cabinet in it.
class CabinetFixture : public FolderFixture {
public:
    std::unique_ptr<ports::CabinetRoom> room = makeCabinetRoom(location, clock, ids);
    std::shared_ptr<ports::Cabinet> cabinet = must(room->create(tenant));
};

} // namespace vorzimmer::store
