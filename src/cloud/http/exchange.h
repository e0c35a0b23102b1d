#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <chrono>
#include <optional>
#include <vector>

namespace vorzimmer::cloud::http {

enum class Method { Get, Put, Post, Delete, Options, Propfind, Report };

/// How a request says who asks.
struct Credentials {
    QByteArray bearer;   ///< a token; or
    QByteArray user;     ///< an account, sent as Basic, with
    QByteArray password; ///< its password
};

struct Header {
    QByteArray name;
    QByteArray value;
};

/// One request. Put, Post and Delete are writes: they leave on a connection of their own and are never sent a second time.
struct Request {
    Method method = Method::Get;
    QUrl url;
    Credentials credentials; ///< never logged; nor is the URL's query, where some services want the secret
    std::vector<Header> headers;
    QByteArray body;
    QByteArray contentType = "application/json";                   ///< of the body
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
    QByteArray etag;
    QByteArray server; ///< what the other side says it is
    QByteArray location; ///< where it sends us instead
    QByteArray dav;    ///< the DAV header: what WebDAV extensions it knows
    QByteArray body;
    std::optional<std::chrono::seconds> retryAfter;
    QString problem;
    bool needsPerson = false; ///< waiting will not help: address or certificate is wrong
};

} // namespace vorzimmer::cloud::http
