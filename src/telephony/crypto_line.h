#pragma once

#include "vorzimmer/ports/call_sound.h"

#include <QByteArray>

#include <optional>

namespace vorzimmer::telephony {

/// One "a=crypto" of a session description (SDES, RFC 4568). Holds a secret.
struct CryptoLine {
    int tag = 1;
    ports::SrtpKey key;
    friend bool operator==(const CryptoLine&, const CryptoLine&) = default;

    /// @p value without "crypto:". Nothing for whatever we could not keep to in every word: other suites, several keys, a
    /// master key identifier, session parameters.
    [[nodiscard]] static std::optional<CryptoLine> read(const QByteArray& value);
    /// With a key from the system's random numbers.
    [[nodiscard]] static CryptoLine fresh(int tag, ports::SrtpSuite suite);

    /// The line's value, without "crypto:".
    [[nodiscard]] QByteArray text() const;
};

} // namespace vorzimmer::telephony
