#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <chrono>
#include <optional>
#include <vector>

namespace vorzimmer::cloud::http {

enum class Method { Get, Put };

struct Header {
    QByteArray name;
    QByteArray value;
};

/// One request. Anything but Get is a write: it leaves on a connection of its own and is never sent a second time.
struct Request {
    Method method = Method::Get;
    QUrl url;
    QByteArray token; ///< sent as a bearer token; never logged
    std::vector<Header> headers;
    QByteArray body;                                               ///< JSON
    std::chrono::milliseconds patience = std::chrono::seconds(60); ///< until the whole reply is there
    std::chrono::seconds silence = std::chrono::seconds(20);       ///< the longest time without a byte in either direction
};

/// What became of a request.
enum class Fate {
    Answered,
    NotSent, ///< it never left the house
    Lost,    ///< it left, or may have; whether the other side acted on it is unknown
};

/// What came back. Without an answer, problem says why in words that hold no address, secret or content.
struct Reply {
    Fate fate = Fate::Lost;
    int status = 0;
    QByteArray contentType;
    QByteArray body;
    std::optional<std::chrono::seconds> retryAfter;
    QString problem;
    bool needsPerson = false; ///< waiting will not help: address or certificate is wrong
};

} // namespace vorzimmer::cloud::http
