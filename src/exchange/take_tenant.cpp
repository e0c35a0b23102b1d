#include "vorzimmer/exchange/tenant_filing.h"

#include "rule_json.h"

#include "vorzimmer/ports/appointment_book.h"
#include "vorzimmer/ports/knowledge_book.h"
#include "vorzimmer/ports/rule_book.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <limits>

namespace vorzimmer::exchange {

using domain::failure;
using domain::Result;

namespace {

/// Reads one cabinet into a file. Everything is in an order of its own, so that equal content gives equal files.
class Taking {
public:
    Taking(const domain::TenantProfile& profile, const std::vector<domain::User>& users) : m_zone(profile.entry.zone)
    {
        for (const domain::User& user : users)
            m_users.insert(user.id, user);
        m_file.id = profile.entry.id;
        m_file.name = profile.entry.name;
        m_file.answerAs = profile.entry.answerAs;
        m_file.trade = profile.trade;
        m_file.accent = profile.entry.accent;
        m_file.language = profile.entry.language;
        m_file.region = profile.entry.region;
        m_file.timeZone = QString::fromUtf8(profile.entry.zone.id());
        for (const domain::PhoneNumber& number : profile.entry.numbers)
            m_file.numbers.push_back(number.e164());
        m_file.greetings = profile.greetings;
        m_file.week = profile.hours.week;
        m_file.holidays = profile.hours.holidays;
        m_file.holidayRegion = profile.hours.holidayRegion;
        for (const domain::ClosedPeriod& closed : profile.hours.closed)
            m_file.closed.push_back({Moment::fromDay(closed.from), Moment::fromDay(closed.until), closed.reason});
        m_file.instructions = profile.instructions;
        for (const domain::Notice& notice : profile.notices)
            m_file.notices.push_back({notice.text, dayIfAny(notice.from), dayIfAny(notice.until)});
        m_file.concerns = profile.concerns;
    }

    void people(const std::vector<domain::Person>& people)
    {
        for (const domain::Person& person : people)
            m_keys.insert(person.id.uuid(), freshKey(person.name));
        for (const domain::Person& person : people) {
            PersonEntry entry;
            entry.key = m_keys.value(person.id.uuid());
            entry.id = person.id;
            entry.name = person.name;
            entry.role = person.role;
            entry.responsibilities = person.responsibilities;
            entry.numbers = numbersOf(person.numbers);
            entry.email = person.email;
            entry.presence = {person.presence.state, instantIfAny(person.presence.until), person.presence.note,
                              instantIfAny(person.presence.confirmedAt)};
            entry.deputy = m_keys.value(person.deputy.uuid());
            m_personNames.insert(person.id.uuid(), person.name);
            m_file.people.push_back(std::move(entry));
        }
    }

    void callers(std::vector<domain::Caller> callers)
    {
        std::sort(callers.begin(), callers.end(), [](const domain::Caller& a, const domain::Caller& b) {
            return std::tie(a.name, a.company, a.id) < std::tie(b.name, b.company, b.id);
        });
        m_taken.clear(); // people and callers have keys of their own
        for (const domain::Caller& caller : callers) {
            CallerEntry entry;
            entry.key = freshKey(caller.name.isEmpty() ? caller.company : caller.name);
            m_keys.insert(caller.id.uuid(), entry.key);
            entry.id = caller.id;
            entry.name = caller.name;
            entry.company = caller.company;
            entry.numbers = numbersOf(caller.numbers);
            entry.email = caller.email;
            entry.relation = caller.relation;
            entry.language = caller.language;
            entry.specialInstruction = caller.specialInstruction;
            entry.remark = caller.remark;
            m_file.callers.push_back(std::move(entry));
        }
    }

    void history(const std::vector<domain::CallRecord>& calls, const std::vector<ports::ReviewEntry>& notes)
    {
        QHash<domain::CallId, const ports::ReviewEntry*> noteOfCall;
        for (const ports::ReviewEntry& entry : notes) {
            if (entry.call && !noteOfCall.contains(entry.call->id))
                noteOfCall.insert(entry.call->id, &entry);
            else
                m_file.history.push_back(noteAlone(entry));
        }
        for (const domain::CallRecord& call : calls) {
            HistoryItem item = courseOf(call);
            if (const ports::ReviewEntry* entry = noteOfCall.value(call.id))
                addNote(item, *entry);
            m_file.history.push_back(std::move(item));
        }
        const QDate any(2000, 1, 1); // exported moments are fixed
        std::sort(m_file.history.begin(), m_file.history.end(), [&](const HistoryItem& a, const HistoryItem& b) {
            return std::pair(a.at.instant(m_zone, any), a.id) < std::pair(b.at.instant(m_zone, any), b.id);
        });
    }

    void kinds(const std::vector<domain::AppointmentKind>& kinds)
    {
        for (const domain::AppointmentKind& kind : kinds)
            m_file.kinds.push_back({kind.name, kind.minutes, kind.preparation, kind.followUp, m_keys.value(kind.person.uuid()), kind.concern});
    }

    void openTimes(std::vector<domain::Slot> openTimes)
    {
        std::sort(openTimes.begin(), openTimes.end(),
                  [](const domain::Slot& a, const domain::Slot& b) { return std::tie(a.start, a.id) < std::tie(b.start, b.id); });
        for (const domain::Slot& open : openTimes) {
            if (open.terms.fromCalendar) // comes again from there
                continue;
            SlotEntry entry;
            entry.id = open.id;
            entry.at = Moment::fromInstant(open.start, m_zone);
            entry.minutes = open.minutes;
            entry.kind = open.kind;
            entry.person = m_keys.value(open.person.uuid());
            entry.releasedBy = open.releasedBy;
            entry.onBehalfOf = open.terms.onBehalfOf;
            entry.concern = open.terms.concern;
            entry.preparation = open.terms.preparation;
            entry.followUp = open.terms.followUp;
            if (open.terms.expires.isValid())
                entry.expires = Moment::fromInstant(open.terms.expires, m_zone);
            m_file.slotEntries.push_back(std::move(entry));
        }
    }

    /// Built-in rules are none of the tenant's own.
    void screening(domain::RuleSet rules)
    {
        if (rules.version == 0)
            return;
        rules.version = 0;
        rules.savedAt = {};
        rules.savedBy.clear();
        rules.change.clear();
        const auto name = [this](auto& id, const QString&) {
            const QString key = m_keys.value(id.uuid(), id.text());
            id = std::decay_t<decltype(id)>(placeholder(key));
            m_file.ruleNames.insert(id.uuid(), key);
        };
        eachPerson(rules, name);
        eachCaller(rules, name);
        m_file.rules = std::move(rules);
    }

    void expected(const std::vector<domain::ExpectedCall>& calls)
    {
        for (const domain::ExpectedCall& call : calls)
            m_file.expected.push_back({call.id, m_keys.value(call.caller.uuid()), call.number.e164(), call.message,
                                       Moment::fromInstant(call.validUntil, m_zone), call.enteredBy});
    }

    [[nodiscard]] TenantFile take(const QString& key)
    {
        m_file.key = key;
        return std::move(m_file);
    }

private:
    [[nodiscard]] static std::optional<Moment> dayIfAny(QDate day)
    {
        return day.isValid() ? std::optional(Moment::fromDay(day)) : std::nullopt;
    }

    [[nodiscard]] std::optional<Moment> instantIfAny(const QDateTime& at) const
    {
        return at.isValid() ? std::optional(Moment::fromInstant(at, m_zone)) : std::nullopt;
    }

    /// A readable key made of @p name that nobody has yet.
    QString freshKey(const QString& name)
    {
        static const QRegularExpression between(QStringLiteral("[^a-z0-9]+"));
        QString plain;
        for (const QChar c : name.toCaseFolded().normalized(QString::NormalizationForm_KD)) {
            if (!c.isMark())
                plain += c;
        }
        const QString base = plain.replace(between, QStringLiteral(" ")).trimmed().replace(u' ', u'-').left(40);
        const QString stem = base.isEmpty() ? QStringLiteral("nameless") : base;
        QString key = stem;
        for (int i = 2; m_taken.contains(key); ++i)
            key = QStringLiteral("%1-%2").arg(stem).arg(i);
        m_taken.insert(key);
        return key;
    }

    [[nodiscard]] static std::vector<NumberEntry> numbersOf(const std::vector<domain::LabelledNumber>& numbers)
    {
        std::vector<NumberEntry> entries;
        for (const domain::LabelledNumber& number : numbers)
            entries.push_back({number.label, number.number.e164()});
        return entries;
    }

    /// The user's login; empty for somebody who is not in the directory any more.
    [[nodiscard]] QString loginOf(const domain::UserId& user) const { return m_users.value(user).login; }

    [[nodiscard]] HistoryItem courseOf(const domain::CallRecord& call) const
    {
        HistoryItem item;
        item.id = call.id;
        item.at = Moment::fromInstant(call.offeredAt, m_zone);
        item.answered = instantIfAny(call.answeredAt);
        item.ended = instantIfAny(call.endedAt);
        item.caller = m_keys.value(call.caller.uuid());
        item.number = call.number.e164();
        item.presented = call.presented;
        item.anonymous = call.anonymous;
        item.dialled = call.dialled.e164();
        item.end = call.endReason;
        item.disposition = call.disposition;
        item.detail = call.dispositionDetail;
        item.concern = call.concern;
        item.by = loginOf(call.handledBy);
        item.byName = call.handledByName;
        item.instructionVersion = call.instructionVersion;
        item.recommendation = call.recommendation;
        item.ruleVersion = call.ruleVersion;
        item.deviation = call.deviation;
        return item;
    }

    void addNote(HistoryItem& item, const ports::ReviewEntry& entry) const
    {
        const domain::Note& note = entry.note;
        item.forPerson = m_keys.value(note.forPerson.uuid());
        item.forName = note.forName == m_personNames.value(note.forPerson.uuid()) ? QString() : note.forName;
        item.text = note.text;
        item.answers = note.answers;
        item.flags = note.flags;
        item.topic = entry.topicState;
        item.note = NoteEntry{note.id,
                              note.callerName,
                              note.company,
                              note.callbackNumber,
                              note.concern,
                              loginOf(note.author),
                              note.authorName,
                              instantIfAny(note.createdAt),
                              instantIfAny(note.changedAt),
                              instantIfAny(note.finishedAt)};
    }

    [[nodiscard]] HistoryItem noteAlone(const ports::ReviewEntry& entry) const
    {
        HistoryItem item;
        item.id = domain::CallId(entry.note.id.uuid());
        item.withoutCall = true;
        item.at = Moment::fromInstant(entry.note.createdAt, m_zone);
        item.instructionVersion = entry.note.instructionVersion;
        item.recommendation = entry.note.recommendation;
        addNote(item, entry);
        return item;
    }

    TenantFile m_file;
    QTimeZone m_zone;
    QHash<domain::UserId, domain::User> m_users;
    QHash<QUuid, QString> m_keys; ///< of people and callers; none for the null id
    QHash<QUuid, QString> m_personNames;
    QSet<QString> m_taken;
};

constexpr int all = std::numeric_limits<int>::max();

} // namespace

Result<TenantFile> takeTenant(const Archive& archive, const domain::TenantId& tenant)
{
    const auto users = archive.directory.users();
    if (!users)
        return failure(users.error());
    const auto key = keyOf(archive.directory, tenant);
    if (!key)
        return failure(key.error());
    const auto opened = archive.room.open(tenant);
    if (!opened)
        return failure(opened.error());
    ports::Cabinet& cabinet = **opened;

    TenantFile file;
    // One transaction, so that the file shows one moment even while the console writes.
    const auto read = cabinet.atomically([&]() -> domain::Outcome {
        const auto profile = cabinet.profile();
        const auto people = cabinet.people();
        const auto callers = cabinet.callers();
        const auto calls = cabinet.calls(all);
        ports::ReviewQuery everyNote;
        everyNote.limit = all;
        const auto notes = cabinet.review(everyNote);
        const auto openTimes = cabinet.appointments().released(archive.now, all);
        const auto kinds = cabinet.appointments().kinds();
        const auto rules = cabinet.ruleBook().rules();
        const auto expected = cabinet.ruleBook().expected(archive.now);
        const auto knowledge = cabinet.knowledgeBook().knowledge();
        for (const domain::Error* error : {profile ? nullptr : &profile.error(), people ? nullptr : &people.error(),
                                           callers ? nullptr : &callers.error(), calls ? nullptr : &calls.error(),
                                           notes ? nullptr : &notes.error(), openTimes ? nullptr : &openTimes.error(), kinds ? nullptr : &kinds.error(),
                                           rules ? nullptr : &rules.error(), expected ? nullptr : &expected.error(),
                                           knowledge ? nullptr : &knowledge.error()}) {
            if (error)
                return failure(*error);
        }
        Taking taking(*profile, *users);
        taking.people(*people);
        taking.callers(*callers);
        taking.history(*calls, *notes);
        taking.kinds(*kinds);
        taking.openTimes(*openTimes);
        taking.screening(*rules);
        taking.expected(*expected);
        file = taking.take(*key);
        if (knowledge->version > 0)
            file.knowledge = knowledge->entries;
        return {};
    });
    if (!read)
        return failure(read.error());
    return file;
}

} // namespace vorzimmer::exchange
