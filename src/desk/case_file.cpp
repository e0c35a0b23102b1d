#include "vorzimmer/desk/case_file.h"

#include "history_facts.h"

#include "vorzimmer/ports/mail_outbox.h"
#include "vorzimmer/ports/rule_book.h"

#include <algorithm>

namespace vorzimmer::desk {

using domain::Disposition;
using domain::Outcome;
using domain::Relation;
using domain::Result;
using ports::CallState;
using ports::PopSheet;

CaseFile::CaseFile(Office& office, const domain::User& user, domain::CallRecord call, Occasion occasion)
    : m_office(office), m_user(user), m_call(std::move(call)), m_occasion(std::move(occasion))
{
}

void CaseFile::take(const ports::CallOffer& offer)
{
    m_line = offer.call;
    m_callState = CallState::Offered;
    m_stateSince = m_call.offeredAt;
    m_dialledText = offer.dialled.empty() ? QString() : offer.dialled.front().number;
    m_redirectedBy = offer.redirectedBy;
    m_lineName = offer.line;
    wordNumber();
}

void CaseFile::takeRecord(domain::CallRecord call, bool hasDraft)
{
    m_call = std::move(call);
    m_draftOnFile = hasDraft;
    wordNumber();
}

void CaseFile::wordNumber()
{
    if (m_tenant && !m_call.number.isEmpty())
        m_shownNumber = m_office.numbers.display(m_call.number, m_tenant->region);
    else
        m_shownNumber = m_call.anonymous ? QString() : m_call.presented;
}

std::vector<domain::PhoneNumber> CaseFile::leadingBack() const
{
    if (!m_tenant)
        return {};
    std::vector<domain::PhoneNumber> numbers = m_tenant->numbers;
    numbers.push_back(m_call.dialled);
    if (const auto redirecting = m_office.numbers.parse(m_redirectedBy, m_tenant->region))
        numbers.push_back(*redirecting);
    return numbers;
}

void CaseFile::begin(Transfer* transfer)
{
    if (m_transfer)
        m_transfer->deleteLater();
    m_earlierAttempts = m_call.attempts;
    m_transfer = transfer;
    transfer->setParent(this);
    connect(transfer, &Transfer::changed, this, &CaseFile::transferChanged);
    connect(transfer, &Transfer::attemptsChanged, this, [this] {
        m_call.attempts = m_earlierAttempts;
        m_call.attempts.insert(m_call.attempts.end(), m_transfer->attempts().begin(), m_transfer->attempts().end());
        saveCall();
        const bool busy = !m_call.attempts.empty() && m_call.attempts.back().outcome == domain::AttemptOutcome::Busy;
        if (busy && m_sheet && !isSettled())
            screenAgain();
    });
}

void CaseFile::setMuted(bool muted)
{
    m_muted = muted;
    Q_EMIT changed();
}

void CaseFile::setTenant(const domain::TenantEntry& tenant)
{
    m_tenant = tenant;
    // Only now is it known how this tenant's neighbours write their numbers.
    if (m_call.number.isEmpty() && !m_call.anonymous)
        m_call.number = m_office.numbers.parse(m_call.presented, tenant.region).value_or(domain::PhoneNumber());
    wordNumber();
    Q_EMIT changed();
}

void CaseFile::setScreen(CaseScreen screen)
{
    m_screen = screen;
    Q_EMIT changed();
    Q_EMIT opened();
}

void CaseFile::close()
{
    m_sheet.reset();
    if (m_screen == CaseScreen::Desk)
        m_screen = CaseScreen::Resolving;
}

void CaseFile::setCabinet(Result<CabinetHandle> cabinet)
{
    if (!cabinet) {
        m_problem = cabinet.error();
        setScreen(cabinet.error().fault == domain::Fault::Refused ? CaseScreen::Refused : CaseScreen::Broken);
        return;
    }
    m_cabinet = std::make_unique<CabinetHandle>(std::move(*cabinet));
}

void CaseFile::open()
{
    if (!m_cabinet)
        return;
    ports::PopQuery query{m_call.number, m_office.clock.nowUtc()};
    query.user = m_user.id;
    struct Papers {
        PopSheet sheet;
        std::vector<domain::Note> drafts;
    };
    m_cabinet->read(
        this,
        [query](ports::Cabinet& cabinet) -> Result<Papers> {
            auto sheet = cabinet.popSheet(query);
            if (!sheet)
                return domain::failure(sheet.error());
            auto drafts = cabinet.drafts();
            if (!drafts)
                return domain::failure(drafts.error());
            return Papers{std::move(*sheet), std::move(*drafts)};
        },
        [this](Result<Papers> papers) {
            if (!papers) {
                m_problem = papers.error();
                setScreen(CaseScreen::Broken);
                return;
            }
            fill(std::move(papers->sheet));
            restoreDraft(papers->drafts);
            setScreen(CaseScreen::Desk);
        });
}

void CaseFile::fill(PopSheet sheet)
{
    m_problem.reset();
    m_sheet = std::move(sheet);
    takeHistory(std::move(m_sheet->history));
    m_call.instructionVersion = m_sheet->profile.instructionVersion;
    m_rules.emplace(m_sheet->rules, m_sheet->profile.hours, m_sheet->profile.entry.zone, m_sheet->profile.concerns);
    if (m_call.caller.isNull() && m_sheet->callers.size() == 1)
        m_call.caller = m_sheet->callers.front().id;
    screenAgain();
    if (!m_drafts)
        startNote();
}

void CaseFile::takeHistory(std::vector<ports::HistoryEntry> history)
{
    // This very call is no history yet.
    std::erase_if(history, [this](const ports::HistoryEntry& entry) { return entry.call.id == m_call.id; });
    m_history = historyFacts(history);
    m_sheet->history = std::move(history);
}

void CaseFile::startNote()
{
    domain::Note note;
    note.id = m_office.ids.fresh<domain::NoteId>();
    note.call = isVisit() ? domain::CallId() : m_call.id;
    note.author = m_user.id;
    note.authorName = m_user.name;
    note.createdAt = m_office.clock.nowUtc();
    note.instructionVersion = m_call.instructionVersion;
    note.recommendation = recommendation().rule;
    if (const domain::Caller* known = caller()) {
        note.callerName = known->name;
        note.company = known->company;
    }
    if (!m_call.number.isEmpty())
        note.callbackNumber = m_shownNumber;
    m_drafts = new DraftKeeper(m_office, *m_cabinet, note, this);
    connect(m_drafts, &DraftKeeper::saved, this, [this](const QDateTime& at) {
        m_noteSavedAt = at;
        Q_EMIT noteSaved(at);
    });
    connect(m_drafts, &DraftKeeper::saveFailed, this, &CaseFile::saveFailed);
    connect(m_drafts, &DraftKeeper::finishFailed, this, &CaseFile::finishFailed);
    connect(m_drafts, &DraftKeeper::finished, this, [this] {
        settle(Disposition::MessageTaken, m_drafts->note().forName);
        Q_EMIT noteFinished();
        Q_EMIT mailWritten();
    });
}

void CaseFile::restoreDraft(const std::vector<domain::Note>& drafts)
{
    if (m_drafts->isBegun())
        return;
    const auto mine = std::find_if(drafts.begin(), drafts.end(), [this](const domain::Note& draft) {
        return draft.call == m_drafts->note().call && draft.author == m_user.id;
    });
    if (mine != drafts.end()) {
        m_drafts->restore(*mine);
        m_noteSavedAt = mine->changedAt;
    }
}

const domain::Caller* CaseFile::caller() const
{
    if (!m_sheet || m_call.caller.isNull())
        return nullptr;
    const auto found = std::find_if(m_sheet->callers.begin(), m_sheet->callers.end(),
                                    [this](const domain::Caller& caller) { return caller.id == m_call.caller; });
    return found == m_sheet->callers.end() ? nullptr : &*found;
}

void CaseFile::chooseCaller(const domain::CallerId& chosen)
{
    if (!m_sheet || m_call.caller == chosen)
        return;
    m_call.caller = chosen;
    saveCall();
    screenAgain();
    const domain::Caller* known = caller();
    if (known && !m_drafts->isBegun()) {
        domain::Note note = m_drafts->note();
        note.callerName = known->name;
        note.company = known->company;
        m_drafts->prefill(note);
    }
    m_cabinet->read(this, [chosen](ports::Cabinet& cabinet) { return cabinet.historyOf(chosen, ports::PopQuery().historyLimit); },
                    [this](Result<std::vector<ports::HistoryEntry>> history) {
                        if (!history || !m_sheet)
                            return;
                        takeHistory(std::move(*history));
                        screenAgain();
                        Q_EMIT callerChanged();
                    });
}

void CaseFile::setConcern(const QString& text)
{
    const domain::Concern* known = m_sheet ? domain::concernNamed(m_sheet->profile.concerns, text) : nullptr;
    const QString& concern = known ? known->name : text;
    if (m_call.concern == concern)
        return;
    m_call.concern = concern;
    saveCall();
    screenAgain();
}

const domain::ExpectedCall* CaseFile::expectedCall() const
{
    const auto meant = [this](const domain::ExpectedCall& expected) {
        const bool isCaller = !expected.caller.isNull() && expected.caller == m_call.caller;
        return isCaller || (expected.caller.isNull() && !expected.number.isEmpty() && expected.number == m_call.number);
    };
    const auto found = std::find_if(m_sheet->expected.begin(), m_sheet->expected.end(), meant);
    return found == m_sheet->expected.end() ? nullptr : &*found;
}

std::vector<domain::PersonId> CaseFile::engaged() const
{
    std::vector<domain::PersonId> people;
    for (const domain::Person& person : m_sheet->people) {
        const auto last = std::find_if(m_call.attempts.rbegin(), m_call.attempts.rend(), [&](const domain::TransferAttempt& attempt) {
            return std::any_of(person.numbers.begin(), person.numbers.end(),
                               [&](const domain::LabelledNumber& number) { return number.number == attempt.number.number; });
        });
        if (last != m_call.attempts.rend() && last->outcome == domain::AttemptOutcome::Busy)
            people.push_back(person.id);
    }
    return people;
}

domain::ScreeningFacts CaseFile::facts() const
{
    domain::ScreeningFacts facts;
    facts.now = m_office.clock.nowUtc();
    if (m_call.anonymous)
        facts.relation = Relation::Anonymous;
    if (const domain::Caller* known = caller()) {
        facts.relation = known->relation;
        facts.caller = known->id;
        facts.language = known->language;
        facts.specialInstruction = known->specialInstruction;
    } else {
        facts.sharedNumber = m_sheet->callers.size() > 1;
    }
    if (const domain::ExpectedCall* expected = expectedCall())
        facts.oneTimeMessage = expected->message;
    facts.concern = m_call.concern;
    facts.history = m_history;
    facts.people = m_sheet->people;
    facts.engaged = engaged();
    return facts;
}

void CaseFile::screenAgain()
{
    m_decision = domain::screen(*m_rules, facts());
    m_call.recommendation = recommendation().rule;
    m_call.ruleVersion = m_decision.version;
    Q_EMIT recommendationChanged();
}

void CaseFile::tellExpected()
{
    const domain::ExpectedCall* expected = m_sheet ? expectedCall() : nullptr;
    if (!expected || !m_call.answeredAt.isValid())
        return;
    m_cabinet->write(this,
                     [id = expected->id, call = m_call.id, at = m_office.clock.nowUtc()](ports::Cabinet& cabinet) {
                         return cabinet.ruleBook().tell(id, call, at);
                     },
                     [this](const Outcome& outcome) {
                         if (!outcome && outcome.error().fault != domain::Fault::Conflict)
                             Q_EMIT saveFailed(outcome.error());
                     });
}

bool CaseFile::owesReason() const
{
    if (!m_sheet || !m_sheet->rules.askWhy || !m_call.deviation.isEmpty())
        return false;
    switch (m_call.disposition) {
    case Disposition::PutThrough: return recommendation().action != domain::Action::PutThrough;
    case Disposition::MessageTaken: return recommendation().action != domain::Action::TakeMessage;
    case Disposition::RedirectedToEmail: return recommendation().action != domain::Action::RedirectToEmail;
    case Disposition::AppointmentMade: return recommendation().action != domain::Action::OfferAppointment;
    case Disposition::Refused: return recommendation().action != domain::Action::Decline;
    case Disposition::None:
    case Disposition::Settled:
    case Disposition::Abandoned: break;
    }
    return false;
}

void CaseFile::giveReason(const QString& words)
{
    m_call.deviation = words.trimmed();
    saveCall();
}

void CaseFile::editNote(const domain::Note& note)
{
    const bool first = !hasUnfinishedNote();
    m_drafts->edit(note);
    if (first)
        Q_EMIT changed();
}

void CaseFile::finishNote(const domain::Note& note, NoteCopies copies)
{
    copies.mail.reason = domain::MailReason::Message;
    sign(copies.mail);
    m_drafts->finish(note, m_office.ids.fresh<domain::OperationId>(), copies);
}

void CaseFile::discardNote()
{
    if (!hasUnfinishedNote())
        return;
    m_cabinet->write(this,
                     [id = note().id, at = m_office.clock.nowUtc()](ports::Cabinet& cabinet) { return cabinet.discardDraft(id, at); },
                     [this](const Outcome& outcome) {
                         if (!outcome && outcome.error().fault != domain::Fault::NotFound) {
                             Q_EMIT saveFailed(outcome.error());
                             return;
                         }
                         m_drafts->deleteLater();
                         startNote();
                         Q_EMIT changed();
                         Q_EMIT opened();
                     });
}

void CaseFile::settle(Disposition disposition, const QString& detail)
{
    if (isSettled() && disposition == Disposition::Settled)
        return;
    concludeWith(disposition, detail);
    saveCall();
    tellExpected();
    Q_EMIT settled();
    Q_EMIT changed();
}

void CaseFile::concludeWith(Disposition disposition, const QString& detail)
{
    m_call.disposition = disposition;
    m_call.dispositionDetail = detail;
}

void CaseFile::sign(domain::Mail& mail) const
{
    mail.id = m_office.ids.fresh<domain::MailId>();
    mail.call = isVisit() ? domain::CallId() : m_call.id;
    mail.writtenAt = m_office.clock.nowUtc();
    mail.writtenBy = m_user.name;
}

void CaseFile::redirect(const QString& address, domain::Mail toCaller)
{
    if (toCaller.recipients.empty()) {
        settle(Disposition::RedirectedToEmail, address);
        return;
    }
    toCaller.reason = domain::MailReason::Redirect;
    sign(toCaller);
    concludeWith(Disposition::RedirectedToEmail, address);
    saveCallWith(toCaller);
    tellExpected();
    Q_EMIT settled();
    Q_EMIT changed();
}

void CaseFile::saveCallWith(const domain::Mail& mail)
{
    if (!m_cabinet)
        return;
    m_mailIsKept = false;
    m_cabinet->write(this,
                     [call = m_call, mail, visit = isVisit()](ports::Cabinet& cabinet) {
                         return cabinet.atomically([&]() -> Outcome {
                             if (auto saved = visit ? Outcome() : cabinet.saveCall(call); !saved)
                                 return saved;
                             return cabinet.mailOutbox().add(mail);
                         });
                     },
                     [this, mail](const Outcome& outcome) {
                         m_mailIsKept = outcome || outcome.error().fault == domain::Fault::Invalid;
                         if (outcome) {
                             Q_EMIT changed();
                             return;
                         }
                         Q_EMIT saveFailed(outcome.error());
                         if (m_mailIsKept)
                             saveCall(); // no second try will send this mail, but what became of the call is kept
                         else
                             QTimer::singleShot(DraftKeeper::retryInterval, this, [this, mail] { saveCallWith(mail); });
                     });
    Q_EMIT mailWritten(); // now and not with the answer: the lane keeps the order
}

void CaseFile::setCallState(CallState state, const QDateTime& now)
{
    m_callState = state;
    m_stateSince = now;
    if (state == CallState::Active && !m_call.answeredAt.isValid()) {
        m_call.answeredAt = now;
        m_call.handledBy = m_user.id;
        m_call.handledByName = m_user.name;
        saveCall();
        // From her first answer on there is something to compare with.
        if (m_sheet && !m_sheet->news.everRead)
            readNews();
    }
    Q_EMIT changed();
}

void CaseFile::endCall(domain::EndReason reason, const QDateTime& now)
{
    m_line.reset();
    m_muted = false;
    m_callState = CallState::Ended;
    m_stateSince = now;
    m_call.endedAt = now;
    m_call.endReason = reason;
    if (!m_call.answeredAt.isValid() && !isSettled())
        m_call.disposition = reason == domain::EndReason::Rejected ? Disposition::Refused : Disposition::Abandoned;
    saveCall();
    Q_EMIT changed();
}

void CaseFile::saveCall()
{
    if (!m_cabinet || isVisit())
        return;
    m_cabinet->write(this, [call = m_call](ports::Cabinet& cabinet) { return cabinet.saveCall(call); },
                     [this](const Outcome& outcome) {
                         if (outcome)
                             return;
                         Q_EMIT saveFailed(outcome.error());
                         QTimer::singleShot(DraftKeeper::retryInterval, this, &CaseFile::saveCall);
                     });
}

} // namespace vorzimmer::desk
