#include "http/transfer.h"

#include "curl/failure.h"
#include "http/endpoint.h"
#include "http/retry_after.h"

#include <algorithm>

namespace vorzimmer::cloud::http {

namespace {

struct Verb {
    const char* name;
    bool writes;     ///< must not be sent a second time
    bool alwaysBody; ///< an empty body is sent as such
};

Verb verbOf(Method method)
{
    switch (method) {
    case Method::Get:
        return {"GET", false, false};
    case Method::Put:
        return {"PUT", true, true};
    case Method::Post:
        return {"POST", true, true};
    case Method::Delete:
        return {"DELETE", true, false};
    case Method::Options:
        return {"OPTIONS", false, false};
    case Method::Propfind:
        return {"PROPFIND", false, false};
    case Method::Report:
        return {"REPORT", false, false};
    }
    return {"GET", false, false};
}

bool names(const std::vector<Header>& headers, const char* name)
{
    return std::any_of(headers.begin(), headers.end(),
                       [name](const Header& header) { return header.name.compare(name, Qt::CaseInsensitive) == 0; });
}

} // namespace

Transfer::Transfer(Request request, const Conduct& conduct, Done done)
    : m_request(std::move(request)), m_done(std::move(done)), m_maxReply(conduct.maxReply), m_url(m_request.url.toEncoded()),
      m_easy(curl_easy_init())
{
    setUpSafety(conduct);
    setUpRequest(conduct);
}

Transfer::~Transfer()
{
    curl_easy_cleanup(m_easy);
    curl_slist_free_all(m_headers);
}

void Transfer::setUpSafety(const Conduct& conduct)
{
    curl_easy_setopt(m_easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(m_easy, CURLOPT_QUICK_EXIT, 1L); // closing must not wait for a name server
    curl_easy_setopt(m_easy, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(m_easy, CURLOPT_FOLLOWLOCATION, 0L); // a token goes nowhere but to the address it was given for
    curl_easy_setopt(m_easy, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(m_easy, CURLOPT_SSL_VERIFYHOST, 2L);
    curl_easy_setopt(m_easy, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    if (!conduct.trustFile.isEmpty())
        curl_easy_setopt(m_easy, CURLOPT_CAINFO, conduct.trustFile.constData());
    if (isLoopback(m_request.url))
        curl_easy_setopt(m_easy, CURLOPT_PROXY, ""); // whatever the environment says
    // HTTP/2 lets curl repeat a request that the server's stream refused.
    curl_easy_setopt(m_easy, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
    curl_easy_setopt(m_easy, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(conduct.connectPatience.count()));
    curl_easy_setopt(m_easy, CURLOPT_TIMEOUT_MS, static_cast<long>(m_request.patience.count()));
    curl_easy_setopt(m_easy, CURLOPT_LOW_SPEED_LIMIT, 1L);
    curl_easy_setopt(m_easy, CURLOPT_LOW_SPEED_TIME, static_cast<long>(m_request.silence.count()));
}

void Transfer::setUpRequest(const Conduct& conduct)
{
    curl_easy_setopt(m_easy, CURLOPT_URL, m_url.constData());
    curl_easy_setopt(m_easy, CURLOPT_USERAGENT, conduct.agent.constData());
    curl_easy_setopt(m_easy, CURLOPT_PRIVATE, this);
    curl_easy_setopt(m_easy, CURLOPT_WRITEFUNCTION, &Transfer::takeBody);
    curl_easy_setopt(m_easy, CURLOPT_WRITEDATA, this);
    setUpCredentials();
    if (!names(m_request.headers, "Accept"))
        m_headers = curl_slist_append(m_headers, "Accept: application/json");
    const Verb verb = verbOf(m_request.method);
    if (verb.writes) {
        // On a used connection curl sends a request again when the reply does not come, and the server acts twice.
        curl_easy_setopt(m_easy, CURLOPT_FRESH_CONNECT, 1L);
        curl_easy_setopt(m_easy, CURLOPT_FORBID_REUSE, 1L); // no other write may use it, and reading has one of its own
    } else {
        curl_easy_setopt(m_easy, CURLOPT_TCP_KEEPALIVE, 1L);
    }
    if (m_request.method != Method::Get)
        curl_easy_setopt(m_easy, CURLOPT_CUSTOMREQUEST, verb.name);
    if (verb.alwaysBody || !m_request.body.isEmpty()) {
        curl_easy_setopt(m_easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(m_request.body.size()));
        curl_easy_setopt(m_easy, CURLOPT_POSTFIELDS, m_request.body.constData());
        m_headers = curl_slist_append(m_headers, ("Content-Type: " + m_request.contentType).constData());
        m_headers = curl_slist_append(m_headers, "Expect:");
    }
    for (const Header& header : m_request.headers)
        m_headers = curl_slist_append(m_headers, (header.name + ": " + header.value).constData());
    curl_easy_setopt(m_easy, CURLOPT_HTTPHEADER, m_headers);
}

void Transfer::setUpCredentials()
{
    const Credentials& credentials = m_request.credentials;
    if (!credentials.bearer.isEmpty()) {
        curl_easy_setopt(m_easy, CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BEARER));
        curl_easy_setopt(m_easy, CURLOPT_XOAUTH2_BEARER, credentials.bearer.constData());
    } else if (!credentials.user.isEmpty()) {
        curl_easy_setopt(m_easy, CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BASIC)); // sent at once, without being asked
        curl_easy_setopt(m_easy, CURLOPT_USERNAME, credentials.user.constData());
        curl_easy_setopt(m_easy, CURLOPT_PASSWORD, credentials.password.constData());
    }
}

size_t Transfer::takeBody(char* data, size_t size, size_t count, void* self)
{
    auto* transfer = static_cast<Transfer*>(self);
    const auto length = static_cast<qsizetype>(size * count);
    if (transfer->m_received.size() + length > transfer->m_maxReply) {
        transfer->m_tooLong = true;
        return CURL_WRITEFUNC_ERROR;
    }
    transfer->m_received.append(data, length);
    return size * count;
}

QByteArray Transfer::header(const char* name) const
{
    QByteArray joined;
    curl_header* found = nullptr;
    size_t count = 1;
    for (size_t i = 0; i < count && curl_easy_header(m_easy, name, i, CURLH_HEADER, -1, &found) == CURLHE_OK; ++i) {
        count = found->amount;
        joined += (i > 0 ? ", " : "") + QByteArray(found->value);
    }
    return joined;
}

void Transfer::finish(CURLcode code, const QDateTime& now)
{
    if (code != CURLE_OK) {
        long sent = 0;
        curl_easy_getinfo(m_easy, CURLINFO_REQUEST_SIZE, &sent);
        m_reply.fate = sent > 0 ? Fate::Lost : Fate::NotSent;
        m_reply.problem = m_tooLong ? QStringLiteral("the server's reply is too long to be a topic list") : curl::failureText(code);
        m_reply.needsPerson = curl::isForPerson(code);
        return;
    }
    long status = 0;
    curl_easy_getinfo(m_easy, CURLINFO_RESPONSE_CODE, &status);
    m_reply.fate = Fate::Answered;
    m_reply.status = static_cast<int>(status);
    m_reply.contentType = header("Content-Type");
    m_reply.etag = header("ETag");
    m_reply.server = header("Server");
    m_reply.location = header("Location");
    m_reply.dav = header("DAV");
    m_reply.retryAfter = retryAfter(header("Retry-After"), header("Date"), now);
    m_reply.body = std::move(m_received);
}

} // namespace vorzimmer::cloud::http
