#include "tenant_content.h"

#include "identity.h"

#include <algorithm>

namespace vorzimmer::exchange {

namespace {

/// One entry's way from the file to call and note.
class HistoryWork {
public:
    HistoryWork(Workings& work, size_t index)
        : m_work(work), m_item(work.file.history[index]), m_pointer(QStringLiteral("/history/%1").arg(index))
    {
    }

    [[nodiscard]] PastCall result(const domain::CallId& id)
    {
        findPeople();
        domain::CallRecord call = courseOf(id);
        outcomeOf(call);
        PastCall past;
        past.topic = m_item.topic;
        if (!m_item.text.isEmpty() || !m_item.answers.empty() || m_item.note || m_item.withoutCall)
            past.note = noteOf(call);
        if (!m_item.withoutCall)
            past.call = std::move(call);
        return past;
    }

private:
    [[nodiscard]] QString pointer(const char* field) const { return m_pointer + u'/' + QLatin1String(field); }

    void findPeople()
    {
        m_person = m_work.person(m_item.forPerson, pointer("for"));
        if (m_item.caller.isEmpty())
            return;
        const auto found = m_work.callerByKey.constFind(m_item.caller);
        if (found != m_work.callerByKey.constEnd())
            m_caller = &m_work.content.callers[*found];
        else
            m_work.flaw(pointer("caller"), QStringLiteral("no caller has this key"));
    }

    domain::CallRecord courseOf(const domain::CallId& id)
    {
        domain::CallRecord call;
        call.id = id;
        if (m_caller)
            call.caller = m_caller->id;
        if (!m_item.number.isEmpty())
            call.number = m_work.number(m_item.number, pointer("number"));
        else if (m_caller && !m_caller->numbers.empty() && !m_item.anonymous.value_or(false))
            call.number = m_caller->numbers.front().number;
        call.presented = m_item.presented.value_or(call.number.e164());
        call.anonymous = m_item.anonymous.value_or(call.number.isEmpty());
        if (!m_item.dialled && !m_work.content.profile.entry.numbers.empty())
            call.dialled = m_work.content.profile.entry.numbers.front();
        else if (m_item.dialled && !m_item.dialled->isEmpty())
            call.dialled = m_work.number(*m_item.dialled, pointer("dialled"));
        timesOf(call);
        return call;
    }

    void timesOf(domain::CallRecord& call)
    {
        // Some seconds of ringing, another number for each call and always the same for one.
        const qint64 ringing = 3 + call.id.uuid().data1 % 6;
        const bool answered = m_item.disposition != domain::Disposition::Abandoned &&
                              !(m_item.disposition == domain::Disposition::Refused && m_item.seconds == 0);
        call.offeredAt = m_work.instant(m_item.at);
        if (m_item.answered)
            call.answeredAt = m_work.instant(*m_item.answered);
        else if (answered && !m_item.ended)
            call.answeredAt = call.offeredAt.addSecs(ringing);
        if (m_item.ended)
            call.endedAt = m_work.instant(*m_item.ended);
        else if (call.answeredAt.isValid())
            call.endedAt = call.answeredAt.addSecs(m_item.seconds);
        else
            call.endedAt = call.offeredAt.addSecs(std::max<qint64>(ringing, m_item.seconds));

        if (call.answeredAt.isValid() && call.answeredAt < call.offeredAt)
            m_work.flaw(pointer("answered"), QStringLiteral("before the call came in"));
        if (call.endedAt < (call.answeredAt.isValid() ? call.answeredAt : call.offeredAt))
            m_work.flaw(pointer("ended"), QStringLiteral("before the call began"));
        if (call.offeredAt > m_work.now)
            m_work.flaw(pointer("at"), QStringLiteral("lies in the future"));
    }

    void outcomeOf(domain::CallRecord& call)
    {
        call.disposition = m_item.disposition;
        call.dispositionDetail = m_item.detail;
        call.concern = m_item.concern;
        call.endReason = m_item.end.value_or(likelyEnd(call));
        call.instructionVersion = m_item.instructionVersion;
        call.recommendation = m_item.recommendation;
        call.ruleVersion = m_item.ruleVersion;
        call.deviation = m_item.deviation;
        const Named handler = named(m_item.by, m_item.byName);
        call.handledBy = handler.id;
        call.handledByName = handler.name;
    }

    static domain::EndReason likelyEnd(const domain::CallRecord& call)
    {
        switch (call.disposition) {
        case domain::Disposition::PutThrough: return domain::EndReason::Transferred;
        case domain::Disposition::Abandoned: return domain::EndReason::CallerGaveUp;
        case domain::Disposition::Refused:
            return call.answeredAt.isValid() ? domain::EndReason::WeHungUp : domain::EndReason::Rejected;
        default: return domain::EndReason::CallerHungUp;
        }
    }

    struct Named {
        domain::UserId id;
        QString name;
    };

    /// The user of that login. One who is not known yet gets the identity that a bureau file will give them.
    [[nodiscard]] Named named(const QString& login, const QString& name) const
    {
        if (login.isEmpty())
            return {{}, name};
        const auto user = std::find_if(m_work.users.begin(), m_work.users.end(),
                                       [&](const domain::User& one) { return one.login.compare(login, Qt::CaseInsensitive) == 0; });
        const bool known = user != m_work.users.end();
        const QString knownName = known ? user->name : login;
        return {known ? user->id : derivedUserId(login), name.isEmpty() ? knownName : name};
    }

    domain::Note noteOf(const domain::CallRecord& call)
    {
        const NoteEntry entry = m_item.note.value_or(NoteEntry());
        domain::Note note;
        note.id = entry.id.isNull() ? derivedNoteId(call.id) : entry.id;
        if (!m_item.withoutCall)
            note.call = call.id;
        note.state = domain::NoteState::Finished;
        note.callerName = entry.caller.value_or(m_caller ? m_caller->name : QString());
        note.company = entry.company.value_or(m_caller ? m_caller->company : QString());
        note.callbackNumber =
            entry.callback.value_or(call.number.isEmpty() ? QString() : m_work.numbers.display(call.number, m_work.file.region));
        note.concern = entry.concern.value_or(m_item.concern);
        note.forPerson = m_person ? m_person->id : domain::PersonId();
        note.forName = m_item.forName.isEmpty() && m_person ? m_person->name : m_item.forName;
        note.text = m_item.text;
        note.answers = m_item.answers;
        note.flags = m_item.flags;
        const Named author = named(entry.author.value_or(m_item.by), entry.authorName.value_or(m_item.byName));
        note.author = author.id;
        note.authorName = author.name;
        note.instructionVersion = m_item.instructionVersion;
        note.recommendation = m_item.recommendation;
        const auto momentOr = [&](const std::optional<Moment>& moment, const QDateTime& otherwise) {
            return moment ? m_work.instant(*moment) : otherwise;
        };
        note.createdAt = momentOr(entry.created, call.answeredAt.isValid() ? call.answeredAt : call.offeredAt);
        const QDateTime writtenUp = std::min(call.endedAt.addSecs(15 + call.id.uuid().data2 % 45), m_work.now);
        note.finishedAt = momentOr(entry.finished, std::max(writtenUp, note.createdAt));
        note.changedAt = momentOr(entry.changed, note.finishedAt);
        return note;
    }

    Workings& m_work;
    const HistoryItem& m_item;
    QString m_pointer;
    const domain::Caller* m_caller = nullptr;
    const domain::Person* m_person = nullptr;
};

} // namespace

void workOutHistory(Workings& work)
{
    QHash<QString, int> sameMoment;
    QSet<domain::CallId> seen;
    for (size_t i = 0; i < work.file.history.size(); ++i) {
        const HistoryItem& item = work.file.history[i];
        // As written and not as resolved: next week's import of the same file must meet the same calls.
        const QString who = item.at.text() + u'/' + item.caller + u'/' + item.number;
        const QString name = who + u'/' + QString::number(sameMoment[who]++);
        const domain::CallId id = item.id.isNull() ? domain::CallId(derivedId(work.tenant, QStringLiteral("call"), name)) : item.id;
        if (item.at.isRelative() && work.instant(item.at) > work.now)
            continue; // a later hour of today
        if (seen.contains(id))
            work.flaw(QStringLiteral("/history/%1/id").arg(i), QStringLiteral("the same id stands above"));
        seen.insert(id);
        work.content.history.push_back(HistoryWork(work, i).result(id));
    }
    const auto moment = [](const PastCall& past) { return past.call ? past.call->offeredAt : past.note->createdAt; };
    std::stable_sort(work.content.history.begin(), work.content.history.end(),
                     [&](const PastCall& a, const PastCall& b) { return moment(a) < moment(b); });
}

} // namespace vorzimmer::exchange
