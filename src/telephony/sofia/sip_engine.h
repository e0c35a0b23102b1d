#pragma once

#include "sofia/call_legs.h"
#include "sofia/peer_gate.h"
#include "sofia/registrations.h"
#include "sofia/sip_handle.h"
#include "sofia/sip_listener.h"

#include "vorzimmer/ports/call_sound.h"
#include "vorzimmer/telephony/sip_config.h"

#include <QTemporaryDir>

typedef struct _GSource GSource;

namespace vorzimmer::telephony::sofia {

/// The library itself: opens the port, runs on Qt's loop, and hands each event to whom its handle belongs. Requests outside
/// of any dialogue are looked at here first: whoever may not call never gets further.
class SipEngine {
public:
    /// @p listener outlives it, or is forgotten by muzzle(). @p sounds outlives it, or is null: signalling only.
    SipEngine(const SipConfig& config, PeerGate gate, SipListener& listener, ports::CallSounds* sounds);
    ~SipEngine();
    SipEngine(const SipEngine&) = delete;
    SipEngine& operator=(const SipEngine&) = delete;

    [[nodiscard]] domain::Outcome start();
    /// Tells nobody anything any more.
    void muzzle() { m_listener = nullptr; }
    /// Whether one of the library's callbacks is on the stack.
    [[nodiscard]] bool isInCallback() const { return m_depth > 0; }

    /// How much was heard of the library so far.
    [[nodiscard]] quint64 heard() const { return m_heard; }
    [[nodiscard]] nua_t* nua() const { return m_nua; }
    [[nodiscard]] const SipConfig& config() const { return m_config; }
    /// Null once nobody listens.
    [[nodiscard]] SipListener* listener() const { return m_listener; }
    /// Null without sound of our own.
    [[nodiscard]] ports::CallSounds* sounds() const { return m_sounds; }
    /// Where our session descriptions point.
    [[nodiscard]] const QByteArray& address() const { return m_address; }
    [[nodiscard]] CallLegs& calls() { return m_calls; }
    /// Once it has started.
    [[nodiscard]] Registrations& registrations() { return *m_registrations; }
    /// Answers a request that nobody of ours takes.
    void sendAway(nua_handle_t* handle, int status, const char* phrase);

private:
    static void onEvent(nua_event_t kind, int status, const char* phrase, nua_t* nua, void* engine, nua_handle_t* handle,
                        void* owner, const sip_t* sip, tagi_t tags[]);
    void onRequest(nua_handle_t* handle, const SipEvent& event, std::chrono::steady_clock::time_point since);
    void onContact(tagi_t tags[]);
    [[nodiscard]] bool usesTls() const;
    [[nodiscard]] bool peerMayCall() const;

    SipConfig m_config;
    PeerGate m_gate;
    SipListener* m_listener;
    ports::CallSounds* m_sounds;
    QByteArray m_address;
    su_root_t* m_root = nullptr;
    GSource* m_source = nullptr;
    nua_t* m_nua = nullptr;
    QTemporaryDir m_certificates;
    CallLegs m_calls;
    std::unique_ptr<Registrations> m_registrations;
    int m_depth = 0;
    quint64 m_heard = 0;
    bool m_shutDown = false;
};

} // namespace vorzimmer::telephony::sofia
