#pragma once

#include "vorzimmer/domain/id.h"

#include <QString>

#include <chrono>
#include <optional>

namespace vorzimmer::domain {

/// How the packets of a line travel.
enum class LineTransport { Udp, Tcp, Tls };

/// A machine as people write it: "sip.example.net", "192.0.2.7:5070", "[2001:db8::7]:5061".
struct ServerPlace {
    QString host; ///< a name in lower case, or an address without brackets
    int port = 0; ///< 0 = the usual one
    friend bool operator==(const ServerPlace&, const ServerPlace&) = default;
};

/// Nothing when @p written names no machine.
[[nodiscard]] std::optional<ServerPlace> serverPlace(const QString& written);
/// As people write it.
[[nodiscard]] QString toText(const ServerPlace& place);

/// An account at a telephone provider or PBX, where this desk registers to be called. Its password is not part of it: that is
/// kept in the key ring alone.
struct PhoneLine {
    static constexpr std::chrono::seconds usualExpiry{300};

    LineId id;
    QString name;   ///< what the bureau calls it; unique without case
    QString user;   ///< the part before the @ of its address
    QString server; ///< the part behind it; serverPlace() reads it
    LineTransport transport = LineTransport::Udp;
    QString login;  ///< who signs in, where that is somebody else than @ref user
    QString proxy;  ///< where everything is sent to instead of @ref server; empty = there
    QString number; ///< dialled to reach this line, for calls that do not say it themselves
    std::chrono::seconds expiry = usualExpiry; ///< how long one registration is asked to hold
    bool enabled = true;
    friend bool operator==(const PhoneLine&, const PhoneLine&) = default;
};

/// What is wrong with a line, first thing first.
enum class LineFlaw {
    None,
    NameMissing,
    NameTooLong,
    UserMissing,
    UserUnfit,
    ServerMissing,
    ServerUnfit,
    LoginUnfit,
    ProxyUnfit,
    NumberUnfit,
    ExpiryUnfit,
};

/// Takes away what nobody means (spaces around, capitals in a machine's name, "sip:" before an address) and says what is
/// wrong with the rest.
[[nodiscard]] LineFlaw tidy(PhoneLine& line);

/// "user@server", which no two lines may share.
[[nodiscard]] QString addressOf(const PhoneLine& line);

} // namespace vorzimmer::domain
