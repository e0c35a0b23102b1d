#include "vorzimmer/desk/reception.h"

#include <QLoggingCategory>

#include <algorithm>

namespace vorzimmer::desk {

using domain::CallRecord;
using domain::Disposition;
using domain::EndReason;
using domain::Fault;
using domain::Outcome;
using domain::Result;
using ports::CallOffer;
using ports::CallRef;
using ports::CallState;
using ports::Capability;

namespace {

Q_LOGGING_CATEGORY(log, "vorzimmer.desk", QtWarningMsg)

constexpr int daysToResume = 14;

/// What the dialled number could be, best first, each readable candidate once.
std::vector<domain::PhoneNumber> dialledNumbers(const Office& office, const CallOffer& offer)
{
    std::vector<domain::PhoneNumber> numbers;
    for (const ports::DialledCandidate& candidate : offer.dialled) {
        const auto number = office.numbers.parse(candidate.number, office.region);
        if (number && std::find(numbers.begin(), numbers.end(), *number) == numbers.end())
            numbers.push_back(*number);
    }
    return numbers;
}

struct Dialled {
    std::optional<domain::TenantEntry> tenant;
    domain::PhoneNumber number;
};

/// On the store lane: the first candidate that means a tenant.
Result<Dialled> lookUp(ports::Directory& directory, const std::vector<domain::PhoneNumber>& candidates)
{
    for (const domain::PhoneNumber& number : candidates) {
        auto tenant = directory.tenantForNumber(number);
        if (!tenant)
            return domain::failure(tenant.error());
        if (*tenant)
            return Dialled{std::move(*tenant), number};
    }
    return Dialled{std::nullopt, candidates.empty() ? domain::PhoneNumber() : candidates.front()};
}

/// What an earlier session left of a call.
struct LeftBehind {
    CallRecord call;
    bool hasDraft = false;
};

Result<LeftBehind> leftBehind(ports::Cabinet& cabinet, const domain::CallId& id)
{
    auto call = cabinet.call(id);
    if (!call)
        return domain::failure(call.error());
    const auto drafts = cabinet.drafts();
    if (!drafts)
        return domain::failure(drafts.error());
    const bool hasDraft = std::any_of(drafts->begin(), drafts->end(), [&](const domain::Note& draft) { return draft.call == id; });
    return LeftBehind{std::move(*call), hasDraft};
}

} // namespace

Reception::Reception(Office& office, Gatekeeper& gatekeeper, ports::CallFeed& feed, QObject* parent)
    : QObject(parent), m_office(office), m_gatekeeper(gatekeeper), m_feed(feed), m_journal(office, gatekeeper.user().id)
{
    connect(&feed, &ports::CallFeed::callOffered, this, &Reception::onOffered);
    connect(&feed, &ports::CallFeed::callStateChanged, this, &Reception::onStateChanged);
    connect(&feed, &ports::CallFeed::callEnded, this, &Reception::onEnded);
    connect(&feed, &ports::CallFeed::commandFinished, this, [this](ports::CommandId, const Outcome& outcome) {
        if (!outcome)
            Q_EMIT commandFailed(outcome.error());
    });
    connect(&m_journal, &DayJournal::failed, this, &Reception::commandFailed);
}

Reception::~Reception() = default;

std::vector<CaseFile*> Reception::cases() const
{
    std::vector<CaseFile*> files;
    for (const auto& file : m_cases)
        files.push_back(file.get());
    return files;
}

// ---------------------------------------------------------------------------------------------- arriving and leaving

CaseFile* Reception::add(CallRecord call, const Occasion& occasion)
{
    m_cases.push_back(std::make_unique<CaseFile>(m_office, m_gatekeeper.user(), std::move(call), occasion));
    CaseFile* file = m_cases.back().get();
    connect(file, &CaseFile::changed, this, &Reception::casesChanged);
    connect(file, &CaseFile::opened, this, [this, file] {
        if (file == m_current)
            Q_EMIT currentChanged(file);
    });
    connect(file, &CaseFile::settled, this, [this, file] { m_journal.enter(*file); });
    connect(file, &CaseFile::mailWritten, this, [this, file] { Q_EMIT mailWritten(file->tenant()->id); });
    connect(file, &CaseFile::noteFinished, this, [this, file] { Q_EMIT noteFinished(file->tenant()->id); });
    return file;
}

void Reception::onOffered(const CallOffer& offer)
{
    CallRecord call;
    call.id = m_office.ids.fresh<domain::CallId>();
    call.presented = offer.callerNumber.isEmpty() ? offer.callerDisplay : offer.callerNumber;
    call.anonymous = offer.anonymous;
    call.offeredAt = m_office.clock.nowUtc();
    qCInfo(log) << "call offered" << call.id.text();

    const Occasion occasion = Occasion::call(call.id);
    CaseFile* file = add(std::move(call), occasion);
    file->take(offer);
    resolveTenant(file, offer);
    Q_EMIT casesChanged();
    Q_EMIT callArrived(file);
}

void Reception::resolveTenant(CaseFile* file, const CallOffer& offer)
{
    m_office.storeLane.ask(
        file, [&directory = m_office.directory, numbers = dialledNumbers(m_office, offer)] { return lookUp(directory, numbers); },
        [this, file](const Result<Dialled>& dialled) {
            if (!dialled) {
                file->m_problem = dialled.error();
                file->setScreen(CaseScreen::Broken);
                offerScreen(file);
                return;
            }
            file->m_call.dialled = dialled->number;
            if (!dialled->tenant) {
                file->setScreen(CaseScreen::NoTenant);
                m_journal.enter(*file);
                offerScreen(file);
                removeIfIdle(file);
                return;
            }
            admit(file, *dialled->tenant);
        });
}

void Reception::admit(CaseFile* file, const domain::TenantEntry& tenant)
{
    file->setTenant(tenant);
    if (file->occasion().kind() == Occasion::Kind::Call)
        m_gatekeeper.callArrived(file->call().id, tenant.id);
    m_gatekeeper.open(tenant.id, file->occasion(), file, [this, file](Result<CabinetHandle> cabinet) {
        file->setCabinet(std::move(cabinet));
        // The screen first: reading is queued ahead of the durable writes.
        offerScreen(file);
        if (!file->isVisit()) {
            file->saveCall();
            m_journal.enter(*file);
        }
        // The caller may have given up while the cabinet was being opened.
        removeIfIdle(file);
    });
}

void Reception::offerScreen(CaseFile* file)
{
    if (file == m_current) {
        file->open();
        return;
    }
    const bool wrapUp = m_current && m_current->call().answeredAt.isValid() && !m_current->isSettled();
    const bool busy = m_current && (m_current->line() || m_current->isBeingPutThrough() || m_current->hasUnfinishedNote() || m_current->isVisit() || wrapUp);
    if (!busy)
        setCurrent(file);
}

void Reception::onStateChanged(CallRef line, CallState state)
{
    CaseFile* file = byLine(line);
    if (!file)
        return;
    const bool answered = file->isWaiting() && state == CallState::Active;
    file->setCallState(state, m_office.clock.nowUtc());
    if (answered) {
        m_journal.enter(*file);
        show(file);
    }
}

void Reception::onEnded(CallRef line, EndReason reason)
{
    CaseFile* file = byLine(line);
    if (!file)
        return;
    const QString redirected = m_redirects.take(line.value);
    if (!redirected.isEmpty() && reason == EndReason::Transferred)
        file->settle(Disposition::PutThrough, redirected);
    qCInfo(log) << "call ended" << file->call().id.text();
    file->endCall(reason, m_office.clock.nowUtc());
    m_journal.enter(*file);
    Q_EMIT casesChanged();
    // Nobody spoke with the caller and nothing was written: there is nothing to wrap up. What is on the screen stays.
    if (file->isResolved())
        removeIfIdle(file);
}

void Reception::removeIfIdle(CaseFile* file)
{
    if (file == m_current || file->isVisit() || !file->canBePutAway() || !file->isSettled())
        return;
    remove(file);
}

void Reception::remove(CaseFile* file)
{
    const auto found = std::find_if(m_cases.begin(), m_cases.end(), [file](const auto& held) { return held.get() == file; });
    if (found == m_cases.end())
        return;
    m_gatekeeper.callLeft(file->call().id);
    // A signal of this very case may be on the stack.
    found->release()->deleteLater();
    m_cases.erase(found);
    file->disconnect(this);
    // Only now: the screen that comes next lists the cases, and a key for that list may be waiting already.
    if (file == m_current)
        setCurrent(nullptr);
    Q_EMIT casesChanged();
}

void Reception::setCurrent(CaseFile* file)
{
    if (m_current == file)
        return;
    CaseFile* previous = m_current;
    m_current = file;
    // The old screen goes first: nothing of one tenant may be visible while the next one loads.
    Q_EMIT currentChanged(file);
    if (file)
        file->open();
    if (previous) {
        previous->close();
        removeIfIdle(previous);
    }
    Q_EMIT casesChanged();
}

// ------------------------------------------------------------------------------------------------- what the user does

void Reception::show(CaseFile* file)
{
    setCurrent(file);
}

bool Reception::putAway()
{
    CaseFile* file = m_current;
    if (!file || !file->canBePutAway())
        return false;
    if (!file->isSettled() && !file->isVisit())
        file->settle(Disposition::Settled, {});
    remove(file);
    if (CaseFile* next = longestWaiting())
        setCurrent(next);
    return true;
}

void Reception::answer()
{
    CaseFile* file = m_current && m_current->isWaiting() ? m_current : longestWaiting();
    if (file)
        answer(file);
    else if (m_current && m_current->callState() == CallState::HeldByUs)
        holdOrResume();
}

void Reception::answer(CaseFile* file)
{
    if (!file || !file->isWaiting())
        return;
    if (const auto busy = speakingWith()) {
        if (!capabilities().testFlag(Capability::Hold)) {
            Q_EMIT commandFailed(domain::Error{Fault::Unsupported, QStringLiteral("hold"), QStringLiteral("answer")});
            return;
        }
        m_feed.hold(*busy);
    }
    m_feed.answer(*file->line());
}

void Reception::reject()
{
    CaseFile* file = m_current && m_current->isWaiting() ? m_current : longestWaiting();
    if (file)
        m_feed.reject(*file->line(), ports::RejectReason::Busy);
}

void Reception::hangUp()
{
    if (m_current && m_current->isBeingPutThrough() && m_current->transfer()->stage() != TransferStage::WithCaller
        && m_current->transfer()->manner() == TransferManner::Announced)
        m_current->transfer()->giveUp();
    else if (m_current && m_current->isWaiting())
        m_feed.reject(*m_current->line(), ports::RejectReason::Declined);
    else if (m_current && m_current->line())
        m_feed.hangUp(*m_current->line());
    else if (const auto busy = speakingWith())
        m_feed.hangUp(*busy);
}

void Reception::holdOrResume()
{
    if (!m_current || !m_current->line())
        return;
    const auto busy = speakingWith();
    if (m_current->isBeingPutThrough()) {
        Transfer* transfer = m_current->transfer();
        if (busy && busy != m_current->line() && busy != transfer->consultation())
            m_feed.hold(*busy);
        transfer->swap();
    } else if (m_current->callState() == CallState::HeldByUs) {
        if (busy)
            m_feed.hold(*busy);
        m_feed.resume(*m_current->line());
    } else if (m_current->callState() == CallState::Active) {
        m_feed.hold(*m_current->line());
    }
}

bool Reception::canPutThrough(TransferManner manner) const
{
    using ports::Capabilities;
    if (!m_current || !m_current->line() || m_current->isBeingPutThrough())
        return false;
    const Capabilities announced = Capability::Hold | Capability::Dial | Capability::AttendedTransfer;
    if (m_current->isWaiting())
        return manner == TransferManner::Blind && capabilities().testFlag(Capability::Redirect);
    return manner == TransferManner::Blind ? capabilities().testFlag(Capability::BlindTransfer)
                                           : capabilities().testFlags(announced);
}

QString Reception::targetText(const CaseFile& file, const domain::RingStep& step) const
{
    QStringList parts{m_office.numbers.display(step.number.number, file.tenant()->region)};
    if (!step.name.isEmpty())
        parts.prepend(step.name);
    return parts.join(QStringLiteral(" · "));
}

void Reception::putThrough(std::vector<domain::RingStep> steps, TransferManner manner)
{
    CaseFile* file = m_current;
    if (!file || file->screen() != CaseScreen::Desk || steps.empty() || file->isBeingPutThrough())
        return;
    const auto leadingBack = file->leadingBack();
    const auto leadsBack = [&](const domain::RingStep& step) {
        return std::find(leadingBack.begin(), leadingBack.end(), step.number.number) != leadingBack.end();
    };
    if (std::any_of(steps.begin(), steps.end(), leadsBack)) {
        Q_EMIT commandFailed(domain::Error{Fault::Invalid, QStringLiteral("the number leads back to this desk"), QStringLiteral("target")});
        return;
    }
    if (!canPutThrough(manner)) {
        file->settle(Disposition::PutThrough, targetText(*file, steps.front()));
        return;
    }
    if (file->isWaiting()) {
        m_redirects.insert(file->line()->value, targetText(*file, steps.front()));
        m_feed.redirect(*file->line(), steps.front().number.number.e164());
        return;
    }
    auto* transfer = new Transfer(m_feed, m_office.clock, *file->line(), manner, std::move(steps), file->dialOrigin());
    file->begin(transfer);
    connect(transfer, &Transfer::over, this, [this, file] { onTransferOver(file); });
    transfer->start(file->callState());
}

void Reception::onTransferOver(CaseFile* file)
{
    if (file->transfer()->stage() == TransferStage::Succeeded)
        file->settle(Disposition::PutThrough, targetText(*file, file->transfer()->step()));
    removeIfIdle(file);
}

void Reception::toggleMute()
{
    if (!m_current || !m_current->line() || !capabilities().testFlag(Capability::Mute))
        return;
    const bool muted = !m_current->isMuted();
    m_feed.setMuted(*m_current->line(), muted);
    m_current->setMuted(muted);
}

bool Reception::canSendKeys() const
{
    return capabilities().testFlag(Capability::Dtmf) && speakingWith();
}

void Reception::sendKeys(const QString& keys)
{
    if (const auto call = speakingWith())
        m_feed.sendDtmf(*call, keys);
}

void Reception::redirectToEmail(const QString& address, const QString& concern, const domain::Mail& toCaller)
{
    CaseFile* file = m_current;
    if (!file || file->screen() != CaseScreen::Desk)
        return;
    file->setConcern(concern);
    file->redirect(address, toCaller);
}

void Reception::setReady(bool ready)
{
    m_ready = ready;
    m_feed.setAvailable(ready);
}

void Reception::openNotes(const CaseFile* file, QObject* receiver, Gatekeeper::Answer answer)
{
    if (file->tenant())
        m_gatekeeper.open(file->tenant()->id, file->occasion(), receiver, std::move(answer));
}

void Reception::visit(const domain::TenantEntry& tenant, const QString& reason)
{
    CallRecord none;
    none.id = m_office.ids.fresh<domain::CallId>();
    CaseFile* file = add(std::move(none), Occasion::visit(reason));
    admit(file, tenant);
    setCurrent(file);
}

// ------------------------------------------------------------------------------------------------------ on the record

CaseFile* Reception::byLine(CallRef line) const
{
    const auto found = std::find_if(m_cases.begin(), m_cases.end(), [line](const auto& file) { return file->line() == line; });
    return found == m_cases.end() ? nullptr : found->get();
}

CaseFile* Reception::longestWaiting() const
{
    const auto found = std::find_if(m_cases.begin(), m_cases.end(), [](const auto& file) { return file->isWaiting(); });
    return found == m_cases.end() ? nullptr : found->get();
}

std::optional<CallRef> Reception::speakingWith() const
{
    for (const auto& file : m_cases) {
        if (file->line() && file->callState() == CallState::Active)
            return file->line();
        if (file->isBeingPutThrough() && file->transfer()->isConsulting())
            return file->transfer()->consultation();
    }
    return {};
}

void Reception::resumeUnfinished()
{
    const QDateTime since = m_office.clock.nowUtc().addDays(-daysToResume);
    struct Begun {
        ports::JournalRow row;
        domain::TenantEntry tenant;
    };
    m_office.storeLane.ask(
        this,
        [&directory = m_office.directory, since, user = m_gatekeeper.user().id]() -> Result<std::vector<Begun>> {
            const auto rows = directory.journalSince(since);
            if (!rows)
                return domain::failure(rows.error());
            const auto tenants = directory.tenants();
            if (!tenants)
                return domain::failure(tenants.error());
            std::vector<Begun> begun;
            for (const ports::JournalRow& row : *rows) {
                if (row.user != user || row.disposition != Disposition::None)
                    continue;
                const auto tenant = std::find_if(tenants->begin(), tenants->end(),
                                                 [&](const domain::TenantEntry& entry) { return entry.id == row.tenant; });
                if (tenant != tenants->end())
                    begun.push_back({row, *tenant});
            }
            return begun;
        },
        [this](const Result<std::vector<Begun>>& begun) {
            if (!begun)
                return;
            for (const Begun& one : *begun) {
                const bool here = std::any_of(m_cases.begin(), m_cases.end(),
                                              [&](const auto& file) { return file->call().id == one.row.call; });
                if (!here)
                    resumeCall(one.row.call, one.tenant);
            }
        });
}

void Reception::resumeCall(const domain::CallId& id, const domain::TenantEntry& tenant)
{
    CallRecord placeholder;
    placeholder.id = id;
    placeholder.offeredAt = m_office.clock.nowUtc();
    CaseFile* file = add(std::move(placeholder), Occasion::unfinishedNote(id));
    file->setTenant(tenant);
    m_gatekeeper.open(tenant.id, file->occasion(), file, [this, file, id](Result<CabinetHandle> cabinet) {
        if (!cabinet) {
            file->setCabinet(std::move(cabinet));
            return;
        }
        cabinet->read(file, [id](ports::Cabinet& store) { return leftBehind(store, id); },
                      [this, file](const Result<LeftBehind>& left) {
                          if (!left) {
                              remove(file);
                              return;
                          }
                          file->takeRecord(left->call, left->hasDraft);
                          // The console itself went away while the call was on.
                          if (!left->call.endedAt.isValid())
                              file->endCall(EndReason::BackendLost, m_office.clock.nowUtc());
                          Q_EMIT casesChanged();
                      });
        file->setCabinet(std::move(cabinet));
    });
}

} // namespace vorzimmer::desk
