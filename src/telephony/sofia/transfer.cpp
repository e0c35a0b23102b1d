#include "sofia/transfer.h"

#include "sofia/call_leg.h"
#include "sofia/sip_engine.h"

#include <sofia-sip/nua_tag.h>
#include <sofia-sip/sip_header.h>
#include <sofia-sip/sip_status.h>
#include <sofia-sip/sip_tag.h>

#include <QByteArrayView>

#include <utility>

namespace vorzimmer::telephony::sofia {

using domain::EndReason;
using ports::CallRef;
using ports::TransferStep;

namespace {

constexpr int firstRinging = 180;
constexpr int finalStatus = 200;
constexpr int failingStatus = 300;
constexpr int nobodyAnswered = 408;
constexpr int nothingMoreToTell = 480;

/// The status that a piece of SIP ("SIP/2.0 486 Busy Here") begins with; 0 when it is none.
int statusOf(const sip_t& notify)
{
    const sip_payload_t* body = notify.sip_payload;
    const char* type = notify.sip_content_type ? notify.sip_content_type->c_type : nullptr;
    if (!body || !body->pl_data || !type || qstrnicmp(type, "message/sipfrag", 15) != 0)
        return 0;
    const QByteArrayView text(body->pl_data, qsizetype(body->pl_len));
    constexpr QByteArrayView version("SIP/2.0 ");
    constexpr qsizetype digits = 3;
    if (!text.startsWith(version) || text.size() < version.size() + digits)
        return 0;
    const int status = text.sliced(version.size(), digits).toByteArray().toInt();
    constexpr int lowest = 100;
    constexpr int highest = 699;
    return status >= lowest && status <= highest ? status : 0;
}

} // namespace

Transfer::Transfer(CallLeg& leg) : m_leg(leg)
{
    m_patience.setSingleShot(true);
    QObject::connect(&m_patience, &QTimer::timeout, &m_patience, [this] { fail(nobodyAnswered); });
}

void Transfer::begin(const QByteArray& address, CallRef consultation)
{
    m_underWay = true;
    m_accepted = false;
    m_consultation = consultation;
    m_leg.tellState();
    m_patience.start(m_leg.engine().config().transferTimeout);
    nua_refer(m_leg.handle(), SIPTAG_REFER_TO_STR(('<' + address + '>').constData()), TAG_END());
}

void Transfer::onResponse(int status)
{
    if (!m_underWay || status < finalStatus)
        return;
    if (status >= failingStatus)
        return fail(status);
    m_accepted = true;
    tell(TransferStep::Accepted);
}

void Transfer::onNotify(const SipEvent& event)
{
    if (!m_underWay || !event.sip)
        return;
    const int status = statusOf(*event.sip);
    int substate = nua_substate_active;
    tl_gets(event.tags, NUTAG_SUBSTATE_REF(substate), TAG_END());
    if (substate == nua_substate_terminated && status < finalStatus)
        return fail(nothingMoreToTell);
    follow(status);
}

void Transfer::follow(int status)
{
    if (status >= failingStatus)
        fail(status);
    else if (status >= finalStatus)
        succeed();
    else if (status >= firstRinging)
        tell(TransferStep::Ringing);
    else if (status > 0)
        tell(TransferStep::Trying);
}

void Transfer::succeed()
{
    m_underWay = false;
    tell(TransferStep::Succeeded);
    // Whoever was told may have stopped everything.
    CallLegs& calls = m_leg.engine().calls();
    const CallRef call = m_leg.call();
    if (const CallRef consultation = m_consultation; consultation != CallRef{})
        calls.end(consultation, EndReason::Transferred);
    calls.end(call, EndReason::Transferred);
}

void Transfer::fail(int status)
{
    m_underWay = false;
    m_patience.stop();
    m_leg.tellState();
    tell(TransferStep::Failed, status);
}

bool Transfer::isDoneByBye()
{
    if (!m_underWay || !m_accepted)
        return false;
    m_underWay = false;
    tell(TransferStep::Succeeded);
    return true;
}

void Transfer::tell(TransferStep step, int status)
{
    if (SipListener* listener = m_leg.engine().listener())
        listener->transferWent(m_leg.call(), step, status ? QString::number(status) : QString());
}

} // namespace vorzimmer::telephony::sofia
