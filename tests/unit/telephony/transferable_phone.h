#pragma once

#include "vorzimmer/telephony/line_account.h"

#include <memory>

namespace vorzimmer::telephony {

/// Somebody else's telephone, which does what a REFER asks of it: calls whom it names, in whose place it is told to, and hangs
/// up the first call once the second one stands. Registers like a line, with the same account. Runs on GLib's loop, like ours.
class TransferablePhone {
public:
    explicit TransferablePhone(const LineAccount& account);
    ~TransferablePhone();
    TransferablePhone(const TransferablePhone&) = delete;
    TransferablePhone& operator=(const TransferablePhone&) = delete;

    void dial(const QString& address);

    [[nodiscard]] bool isRegistered() const;
    /// How many of its calls stand.
    [[nodiscard]] int talks() const;
    [[nodiscard]] bool wasPassedOn() const;

private:
    struct Engine;
    std::unique_ptr<Engine> m_engine;
};

} // namespace vorzimmer::telephony
