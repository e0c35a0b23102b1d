#include "exchange_book.h"

#include <QByteArray>
#include <QFile>

#include <nlohmann/json.hpp>

#include <mutex>

namespace vorzimmer::topicserver::test {

namespace {

constexpr std::size_t longestBody = 300'000;

QFile& book()
{
    static QFile file(qEnvironmentVariable("VZ_EXCHANGES"));
    if (!file.isOpen() && !file.fileName().isEmpty() && !file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        throw std::runtime_error("VZ_EXCHANGES names a file that cannot be written");
    return file;
}

nlohmann::json jsonOf(const httplib::Headers& headers)
{
    nlohmann::json object = nlohmann::json::object();
    for (const auto& [name, value] : headers)
        object[name] = value;
    return object;
}

} // namespace

void writeDown(const std::string& method, const std::string& target, const httplib::Headers& headers,
               const std::string& body, const httplib::Response& response)
{
    static std::mutex mutex;
    const std::lock_guard lock(mutex);
    if (book().fileName().isEmpty())
        return;
    const nlohmann::json line{
        {"method", method},
        {"target", target},
        {"request_headers", jsonOf(headers)},
        {"request_body", body.size() <= longestBody ? body : std::string()}, // refused for its length alone
        {"status", response.status},
        {"headers", jsonOf(response.headers)},
        {"body", response.body}};
    const std::string text = line.dump(-1, ' ', true, nlohmann::json::error_handler_t::replace) + '\n';
    if (book().write(text.data(), static_cast<qint64>(text.size())) != static_cast<qint64>(text.size()) || !book().flush())
        throw std::runtime_error("an exchange could not be written down");
}

} // namespace vorzimmer::topicserver::test
