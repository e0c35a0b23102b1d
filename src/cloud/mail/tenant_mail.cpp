#include "mail/tenant_mail.h"

#include "log.h"
#include "mail/letter.h"

#include <algorithm>

namespace vorzimmer::cloud::mail {

using domain::Outcome;
using domain::Result;
using ports::MailErrand;
using ports::MailFate;
using ports::MailPostState;
using ports::MailSummary;
using ports::MailVerdict;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds longestRest = std::chrono::hours(1); ///< the clock may have been put right meanwhile
constexpr milliseconds storePause = std::chrono::seconds(30);

} // namespace

TenantMail::TenantMail(const domain::TenantId& tenant, ports::MailAccess access, lane::Lane& storeLane,
                       std::shared_ptr<ports::MailOutbox> outbox, const ports::Clock& clock, const MailOptions& options,
                       Lifeline& lifeline)
    : m_tenant(tenant), m_access(std::move(access)), m_lane(storeLane), m_outbox(std::move(outbox)), m_clock(clock),
      m_options(options), m_lifeline(lifeline)
{
    m_next.setSingleShot(true);
    m_pause.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &TenantMail::goOn);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        m_forPerson.clear();
        goOn();
    });
}

TenantMail::~TenantMail()
{
    // The outbox's last reference is given up on the lane.
    m_lane.post([outbox = std::move(m_outbox)]() mutable { outbox.reset(); });
}

template <class Job, class Deliver>
void TenantMail::askOutbox(Job job, Deliver deliver)
{
    m_lane.ask(
        this, [outbox = m_outbox, job = std::move(job)]() mutable { return job(*outbox); }, std::move(deliver));
}

void TenantMail::start()
{
    m_busy = true;
    askOutbox([now = m_clock.nowUtc(), allowed = m_options.unclearAllowed](
                  ports::MailOutbox& outbox) { return outbox.recover(now, allowed); },
              [this](const Outcome& recovered) {
                  m_busy = false;
                  m_begun = recovered.has_value();
                  if (recovered)
                      goOn();
                  else
                      failStore(recovered.error());
              });
}

void TenantMail::push()
{
    if (m_busy)
        m_wanted = true;
    else if (m_begun)
        goOn();
}

void TenantMail::retryNow()
{
    m_pause.stop();
    m_forPerson.clear();
    m_silences = 0;
    askOutbox([now = m_clock.nowUtc()](ports::MailOutbox& outbox) { return outbox.hurry(now); },
              [this](const Outcome& hurried) {
                  if (!hurried)
                      failStore(hurried.error());
                  else if (m_begun)
                      push();
                  else if (!m_busy)
                      start();
              });
}

void TenantMail::goOn()
{
    if (m_busy)
        return;
    if (m_pause.isActive()) {
        rest();
        return;
    }
    m_busy = true;
    m_wanted = false;
    askOutbox([now = m_clock.nowUtc()](ports::MailOutbox& outbox) { return outbox.take(now); },
              [this](const Result<std::optional<MailErrand>>& taken) {
                  m_busy = false;
                  if (!taken)
                      failStore(taken.error());
                  else if (*taken)
                      carry(**taken);
                  else if (m_wanted)
                      goOn();
                  else
                      rest();
              });
}

void TenantMail::carry(const MailErrand& errand)
{
    m_busy = true;
    const auto bytes = letter(errand.mail, m_access);
    if (!bytes) {
        HandedOver impossible;
        impossible.fate = bytes.error().where == u"sender" ? MailFate::Untouched : MailFate::Refused;
        impossible.answer = bytes.error().detail;
        conclude(errand, impossible);
        return;
    }
    Q_EMIT outboxChanged(); // in flight
    m_underWay = std::make_unique<HandOver>(m_access, errand.to().address, *bytes, m_options, m_lifeline);
    m_multi.add(m_underWay->handle(), [this, errand](CURLcode code) {
        const auto done = std::move(m_underWay);
        conclude(errand, done->outcome(code));
    });
}

milliseconds TenantMail::pause(int failures) const
{
    constexpr int enough = 20; // 2^20 minutes is beyond every longest pause
    return std::min(m_options.longestPause, m_options.firstPause * (1 << std::clamp(failures - 1, 0, enough)));
}

MailVerdict TenantMail::verdict(const domain::Recipient& to, const HandedOver& done) const
{
    const QDateTime now = m_clock.nowUtc();
    MailVerdict verdict;
    verdict.fate = done.fate;
    verdict.answer = done.answer;
    const auto wait = done.fate == MailFate::Untouched ? m_options.accountProbe : pause(to.attempts);
    verdict.nextTry = now.addMSecs(wait.count());
    if (done.fate == MailFate::Later)
        verdict.giveUp = to.since.msecsTo(verdict.nextTry) > m_options.patience.count();
    if (done.fate == MailFate::Unclear)
        verdict.giveUp = to.unclear + 1 > m_options.unclearAllowed;
    return verdict;
}

void TenantMail::conclude(const MailErrand& errand, const HandedOver& done)
{
    const MailVerdict given = verdict(errand.to(), done);
    if (done.fate == MailFate::Untouched) {
        m_forPerson = done.answer;
        m_pause.start(m_options.accountProbe);
    } else if (done.silent) {
        m_pause.start(pause(++m_silences)); // the others would only wait for the same silence
    } else {
        m_silences = 0;
    }
    settle(errand.mail.id, static_cast<int>(errand.recipient), given);
}

/// Until it is written down nothing else is sent: what the server has taken would go out again after a restart.
void TenantMail::settle(const domain::MailId& mail, int recipient, const MailVerdict& given)
{
    askOutbox([mail, recipient, given](ports::MailOutbox& outbox) { return outbox.settle(mail, recipient, given); },
              [this, mail, recipient, given](const Outcome& settled) {
                  if (!settled) {
                      warn(settled.error());
                      QTimer::singleShot(storePause, this, [this, mail, recipient, given] { settle(mail, recipient, given); });
                      return;
                  }
                  m_busy = false;
                  Q_EMIT outboxChanged();
                  if (given.fate == MailFate::Refused || given.giveUp)
                      Q_EMIT troubled();
                  goOn();
              });
}

void TenantMail::warn(const domain::Error& error) const
{
    qCWarning(log) << "the mail outbox of" << m_tenant.text() << "cannot be used:" << error.detail;
}

void TenantMail::failStore(const domain::Error& error)
{
    warn(error);
    m_next.start(storePause);
}

void TenantMail::rest()
{
    struct Standing {
        MailSummary summary;
        std::optional<QDateTime> nextTry;
    };
    askOutbox(
        [](ports::MailOutbox& outbox) -> Result<Standing> {
            const auto summary = outbox.summary();
            if (!summary)
                return domain::failure(summary.error());
            const auto next = outbox.nextTry();
            if (!next)
                return domain::failure(next.error());
            return Standing{*summary, *next};
        },
        [this](const Result<Standing>& standing) {
            if (!standing) {
                failStore(standing.error());
                return;
            }
            if (standing->nextTry && !m_pause.isActive()) {
                const milliseconds until(std::max<qint64>(0, m_clock.nowUtc().msecsTo(*standing->nextTry)));
                m_next.start(std::min(until, longestRest));
            }
            publish(standing->summary, standing->nextTry);
        });
}

void TenantMail::publish(const MailSummary& summary, const std::optional<QDateTime>& nextTry)
{
    ports::MailStatus status;
    status.tenant = m_tenant;
    status.summary = summary;
    status.problem = m_forPerson;
    if (!m_forPerson.isEmpty())
        status.state = MailPostState::Blocked;
    else
        status.state = summary.waiting > 0 ? MailPostState::Waiting : MailPostState::Idle;
    if (m_pause.isActive())
        status.nextTry = m_clock.nowUtc().addMSecs(m_pause.remainingTime());
    else if (nextTry)
        status.nextTry = *nextTry;
    if (m_published == status)
        return;
    m_published = status;
    Q_EMIT statusChanged(status);
}

} // namespace vorzimmer::cloud::mail
