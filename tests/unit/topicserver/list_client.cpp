#include "list_client.h"

#include "exchange_book.h"

#include <QUuid>

#include <sstream>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

namespace vorzimmer::topicserver::test {

namespace {

/// The header lines of @p stream up to the empty one.
httplib::Headers headersIn(std::istringstream& stream)
{
    httplib::Headers headers;
    std::string line;
    while (std::getline(stream, line) && line.size() > 1) {
        const auto colon = line.find(": ");
        if (colon != std::string::npos)
            headers.emplace(line.substr(0, colon), line.substr(colon + 2, line.size() - colon - 3));
    }
    return headers;
}

/// The first of the replies in @p bytes.
httplib::Response firstReply(const std::string& bytes)
{
    std::istringstream stream(bytes);
    httplib::Response response;
    std::string line;
    stream >> response.version >> response.status;
    std::getline(stream, line);
    response.headers = headersIn(stream);
    response.body.assign(std::istreambuf_iterator<char>(stream), {});
    response.body.resize(std::min(response.body.size(), response.get_header_value<std::size_t>("Content-Length")));
    return response;
}

/// @p bytes may be anything; what is no request line stands as "-".
void writeDownRaw(const std::string& bytes, const httplib::Response& response)
{
    std::istringstream stream(bytes);
    std::string line;
    std::getline(stream, line);
    std::istringstream words(line);
    std::string method;
    std::string target;
    std::string version;
    if (!(words >> method >> target >> version) || !version.starts_with("HTTP/"))
        method = target = "-";
    const httplib::Headers headers = headersIn(stream);
    writeDown(method, target, headers, {std::istreambuf_iterator<char>(stream), {}}, response);
}

} // namespace

std::string Answer::header(const char* name) const
{
    const auto found = headers.find(name);
    return found == headers.end() ? std::string() : found->second;
}

ListClient::ListClient(int port, std::string token) : m_http("127.0.0.1", port), m_token(std::move(token))
{
    m_http.set_read_timeout(60);
    m_http.set_keep_alive(true);
    m_http.set_tcp_nodelay(true); // head and body leave in two writes
}

httplib::Headers ListClient::with(httplib::Headers conditions) const
{
    if (!m_token.empty())
        conditions.emplace("Authorization", "Bearer " + m_token);
    return conditions;
}

Answer ListClient::answerOf(const std::string& method, const std::string& target, const httplib::Headers& headers,
                            const std::string& body, const httplib::Result& result)
{
    if (!result)
        return {};
    writeDown(method, target, headers, body, *result);
    return {result->status, result->headers, json::parse(result->body, nullptr, false)};
}

Answer ListClient::get(const std::string& target)
{
    const auto headers = with({});
    return answerOf("GET", target, headers, {}, m_http.Get(target, headers));
}

Answer ListClient::put(const std::string& target, const std::string& body, httplib::Headers conditions)
{
    const auto headers = with(std::move(conditions));
    return answerOf("PUT", target, headers, body, m_http.Put(target, headers, body, "application/json"));
}

Answer ListClient::remove(const std::string& target, httplib::Headers conditions)
{
    const auto headers = with(std::move(conditions));
    return answerOf("DELETE", target, headers, {}, m_http.Delete(target, headers));
}

Answer ListClient::send(const std::string& method, const std::string& target, const httplib::Headers& headers)
{
    httplib::Request request;
    request.method = method;
    request.path = target;
    request.headers = headers;
    return answerOf(method, target, headers, {}, m_http.send(request));
}

Answer ListClient::create(const std::string& id, const json& topic)
{
    return put("/v1/topics/" + id, topic.dump(), {{"If-None-Match", "*"}});
}

Answer ListClient::update(const std::string& id, const json& topic, const std::string& etag)
{
    return put("/v1/topics/" + id, topic.dump(), {{"If-Match", etag}});
}

Answer ListClient::comment(const std::string& topic, const std::string& id, const json& comment)
{
    return put("/v1/topics/" + topic + "/comments/" + id, comment.dump(), {});
}

std::string newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
}

json someTopic(const std::string& title)
{
    return {{"title", title},
            {"text", "Bitte um Rückruf wegen des Angebots."},
            {"state", "open"},
            {"person", "Frau Brandt"},
            {"due", "2025-03-14"},
            {"priority", "normal"},
            {"origin", "call"},
            {"created_at", "2025-03-01T08:15:30.250Z"},
            {"created_by", "Jana Winter"}};
}

json someComment(const std::string& text)
{
    return {{"author", "Herr Albers"}, {"text", text}, {"at", "2025-03-02T10:00:00Z"}};
}

Answer rawPut(int port, const std::string& target, const std::string& headerLines, const std::string& body)
{
    const httplib::Response response =
        firstReply(rawExchange(port, "PUT " + target + " HTTP/1.1\r\nHost: x\r\n" + headerLines + "\r\n" + body));
    return {response.status, response.headers, json::parse(response.body, nullptr, false)};
}

std::string rawExchange(int port, const std::string& bytes)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    std::string all;
    const timeval patience{60, 0};
    ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    if (::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) {
        for (std::size_t sent = 0; sent < bytes.size();) {
            const ssize_t count = ::send(socket, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
            if (count <= 0)
                break; // the server has had enough; what it said is still to be read
            sent += static_cast<std::size_t>(count);
        }
        ::shutdown(socket, SHUT_WR);
        char part[4096];
        for (ssize_t count = 0; (count = ::recv(socket, part, sizeof part, 0)) > 0;)
            all.append(part, static_cast<std::size_t>(count));
    }
    ::close(socket);
    if (!all.empty())
        writeDownRaw(bytes, firstReply(all));
    return all;
}

} // namespace vorzimmer::topicserver::test
