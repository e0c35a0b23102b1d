#include "vorzimmer/desk/case_file.h"

// What is laid down during a call: about the caller, and about the people of the house.

namespace vorzimmer::desk {

using domain::Outcome;
using domain::Relation;
using domain::Result;

domain::Caller CaseFile::callerToChange() const
{
    if (const domain::Caller* known = caller())
        return *known;
    domain::Caller fresh;
    fresh.id = m_office.ids.fresh<domain::CallerId>();
    fresh.name = m_drafts && !m_drafts->note().callerName.isEmpty() ? m_drafts->note().callerName : m_shownNumber;
    if (m_drafts)
        fresh.company = m_drafts->note().company;
    fresh.numbers = {{QString(), m_call.number}};
    return fresh;
}

void CaseFile::keepCaller(const domain::Caller& changed)
{
    m_cabinet->write(this, [changed](ports::Cabinet& cabinet) { return cabinet.saveCaller(changed); },
                     [this, id = changed.id](const Outcome& outcome) { takeCaller(id, outcome); });
}

void CaseFile::takeCaller(const domain::CallerId& caller, const Outcome& kept)
{
    if (!kept) {
        Q_EMIT saveFailed(kept.error());
        return;
    }
    m_call.caller = caller;
    saveCall();
    open();
}

void CaseFile::setRelation(Relation relation)
{
    if (!m_sheet || !canBeKnown())
        return;
    domain::Caller changed = callerToChange();
    changed.relation = relation;
    keepCaller(changed);
}

void CaseFile::setInstruction(const QString& instruction)
{
    if (!m_sheet || !canBeKnown())
        return;
    domain::Caller changed = callerToChange();
    changed.specialInstruction = instruction.trimmed();
    keepCaller(changed);
}

void CaseFile::attachNumberTo(const domain::CallerId& owner)
{
    if (!m_sheet || caller() || !canBeKnown())
        return;
    m_cabinet->write(this,
                     [owner, number = m_call.number](ports::Cabinet& cabinet) { return cabinet.attachNumber(owner, {QString(), number}); },
                     [this, owner](const Outcome& outcome) { takeCaller(owner, outcome); });
}

void CaseFile::listCallers(QObject* receiver, std::function<void(Result<std::vector<domain::Caller>>)> deliver)
{
    if (m_cabinet)
        m_cabinet->read(receiver, [](ports::Cabinet& cabinet) { return cabinet.callers(); }, std::move(deliver));
}

void CaseFile::readNews()
{
    if (!m_cabinet || !m_sheet)
        return;
    m_cabinet->write(this, [user = m_user.id, latest = m_sheet->news.latest](ports::Cabinet& cabinet) { return cabinet.readNews(user, latest); },
                     [this](const Outcome& outcome) {
                         if (!outcome) {
                             Q_EMIT saveFailed(outcome.error());
                             return;
                         }
                         if (m_sheet) {
                             m_sheet->news.changes.clear();
                             m_sheet->news.everRead = true;
                         }
                         Q_EMIT newsRead();
                     });
}

void CaseFile::setPresence(const domain::PersonId& person, const domain::Presence& presence)
{
    if (!m_cabinet)
        return;
    m_cabinet->write(this, [person, presence](ports::Cabinet& cabinet) { return cabinet.setPresence(person, presence); },
                     [this, person, presence](const Outcome& outcome) {
                         if (!outcome) {
                             Q_EMIT saveFailed(outcome.error());
                             return;
                         }
                         if (!m_sheet)
                             return;
                         for (domain::Person& one : m_sheet->people) {
                             if (one.id == person)
                                 one.presence = presence;
                         }
                         screenAgain();
                         Q_EMIT peopleChanged();
                     });
}

} // namespace vorzimmer::desk
