#include "sofia/sip_stack.h"

#include "sofia/call_leg.h"
#include "sofia/port_probe.h"
#include "sofia/sip_address.h"
#include "sofia/sip_engine.h"

#include <QAbstractEventDispatcher>

namespace vorzimmer::telephony::sofia {

using domain::Fault;
using domain::Outcome;
using domain::Result;
using ports::CallRef;
using ports::CommandId;

namespace {

tl::unexpected<domain::Error> gone()
{
    return domain::failure(Fault::NotFound, QStringLiteral("the call has ended"));
}

} // namespace

SipStack::SipStack() = default;
SipStack::~SipStack() = default;

Result<SipStack*> SipStack::open(const SipConfig& config, SipListener& listener, ports::CallSounds* sounds)
{
    const QAbstractEventDispatcher* dispatcher = QAbstractEventDispatcher::instance();
    if (!dispatcher || !dispatcher->inherits("QEventDispatcherGlib"))
        return domain::failure(Fault::Unsupported,
                               QStringLiteral("Qt runs without GLib's event loop here (is QT_NO_GLIB set?), and "
                                              "the SIP leg needs it"));
    auto gate = PeerGate::from(config.allowedPeers);
    if (!gate)
        return domain::failure(gate.error());
    if (Outcome free = probePort(config.host == u"*" ? QStringLiteral("0.0.0.0") : config.host, config.port); !free)
        return domain::failure(free.error());
    std::unique_ptr<SipStack> stack(new SipStack);
    stack->m_engine = std::make_unique<SipEngine>(config, std::move(*gate), listener, sounds);
    if (Outcome started = stack->m_engine->start(); !started)
        return domain::failure(started.error());
    return stack.release();
}

void SipStack::retire()
{
    m_engine->muzzle();
    // Queued and not deleteLater(), which waits for an event loop to end.
    if (m_engine->isInCallback())
        QMetaObject::invokeMethod(
            this, [this] { delete this; }, Qt::QueuedConnection);
    else
        delete this;
}

quint64 SipStack::heard() const
{
    return m_engine->heard();
}

void SipStack::registerNow(const domain::LineId& line)
{
    m_engine->registrations().askNow(line);
}

void SipStack::ring(CallRef call)
{
    if (CallLeg* leg = m_engine->calls().find(call))
        leg->ring();
}

void SipStack::answer(CommandId command, CallRef call)
{
    if (CallLeg* leg = m_engine->calls().find(call))
        leg->answer(command);
    else
        m_engine->listener()->finished(command, gone());
}

void SipStack::end(CallRef call, int code, const char* phrase)
{
    CallLeg* leg = m_engine->calls().find(call);
    if (!leg)
        return;
    leg->refuse(code, phrase);
    m_engine->calls().forget(call);
}

Outcome SipStack::redirect(CallRef call, const QString& target)
{
    CallLeg* leg = m_engine->calls().find(call);
    if (!leg)
        return gone();
    const Result<QByteArray> address = addressOf(target, leg->peerDomain());
    if (!address)
        return domain::failure(address.error());
    leg->redirect(*address);
    m_engine->calls().forget(call);
    return {};
}

void SipStack::setHeld(CommandId command, CallRef call, bool held)
{
    if (CallLeg* leg = m_engine->calls().find(call))
        leg->setHeld(command, held);
    else
        m_engine->listener()->finished(command, gone());
}

void SipStack::sendKeys(CommandId command, CallRef call, const QString& keys)
{
    if (CallLeg* leg = m_engine->calls().find(call))
        leg->sendKeys(command, keys);
    else
        m_engine->listener()->finished(command, gone());
}

void SipStack::setMuted(CallRef call, bool muted)
{
    if (CallLeg* leg = m_engine->calls().find(call))
        leg->talk().setMuted(muted);
}

void SipStack::dial(CallRef call, const OutgoingCall& order)
{
    m_engine->calls().dial(call, order);
}

Outcome SipStack::transfer(CallRef call, const QString& target)
{
    CallLeg* leg = m_engine->calls().find(call);
    if (!leg)
        return gone();
    const Result<QByteArray> address = addressOf(target, leg->peerDomain());
    if (!address)
        return domain::failure(address.error());
    leg->transferTo(*address);
    return {};
}

void SipStack::join(CallRef held, CallRef consultation)
{
    CallLeg* leg = m_engine->calls().find(held);
    CallLeg* other = m_engine->calls().find(consultation);
    if (leg && other)
        leg->transferInto(*other);
}

} // namespace vorzimmer::telephony::sofia
