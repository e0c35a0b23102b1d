#pragma once

// Sofia-SIP's C headers stay within this folder.
#include <sofia-sip/nua.h>
#include <sofia-sip/sip.h>

#include <utility>

namespace vorzimmer::telephony::sofia {

/// One event of the library, valid during its callback.
struct SipEvent {
    nua_event_t kind = nua_i_none;
    int status = 0;             ///< SIP's, or the library's own from 900 on
    const sip_t* sip = nullptr; ///< null for what the library says by itself
    tagi_t* tags = nullptr;
};

/// Whom a handle of the library belongs to: what its magic points at. May give up itself while it hears an event.
class HandleOwner {
public:
    virtual ~HandleOwner() = default;
    virtual void onEvent(const SipEvent& event) = 0;
};

/// Holds a handle of the library. Giving it up lets the library end what it stands for (BYE, CANCEL, 480); nothing more is
/// heard of it.
class SipHandle {
public:
    SipHandle() = default;
    SipHandle(nua_handle_t* handle, HandleOwner* owner) : m_handle(handle) { nua_handle_bind(handle, owner); }
    SipHandle(SipHandle&& other) noexcept : m_handle(std::exchange(other.m_handle, nullptr)) {}
    SipHandle& operator=(SipHandle&& other) noexcept
    {
        if (this != &other) {
            giveUp();
            m_handle = std::exchange(other.m_handle, nullptr);
        }
        return *this;
    }
    ~SipHandle() { giveUp(); }

    [[nodiscard]] nua_handle_t* get() const { return m_handle; }
    void giveUp()
    {
        if (nua_handle_t* handle = std::exchange(m_handle, nullptr)) {
            nua_handle_bind(handle, nullptr);
            nua_handle_destroy(handle);
        }
    }

private:
    nua_handle_t* m_handle = nullptr;
};

} // namespace vorzimmer::telephony::sofia
