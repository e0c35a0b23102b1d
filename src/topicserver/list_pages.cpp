#include "list_pages.h"

#include "request_conditions.h"

#include <QUuid>

#include <algorithm>

namespace vorzimmer::topicserver {

namespace {

using nlohmann::json;

constexpr int usualLimit = 100;
constexpr int largestLimit = 500;
constexpr std::size_t epochDigits = 16;
constexpr std::size_t sequenceDigits = 18;

bool allOf(std::string_view text, std::string_view characters)
{
    return text.find_first_not_of(characters) == std::string_view::npos;
}

} // namespace

Parsed<int> limitOf(const httplib::Request& request)
{
    return numberParameter(request, "limit", 1, largestLimit, usualLimit);
}

Parsed<domain::TopicId> afterOf(const httplib::Request& request)
{
    if (!request.has_param("after"))
        return domain::TopicId();
    const std::string text = request.get_param_value("after");
    const auto id = domain::TopicId::parse(QString::fromStdString(text));
    if (id.isNull() || text.size() != static_cast<std::size_t>(id.text().size()))
        return tl::unexpected(
            Problem{.status = 400, .code = "bad_parameter", .detail = "This parameter is not a UUID.", .where = "after"});
    return id;
}

Parsed<Cursor> sinceOf(const httplib::Request& request)
{
    const std::string text = request.get_param_value("since");
    if (text.empty())
        return Cursor{};
    const std::size_t dot = text.find('.');
    const std::string epoch = text.substr(0, dot);
    const std::string sequence = dot == std::string::npos ? std::string() : text.substr(dot + 1);
    if (epoch.size() != epochDigits || !allOf(epoch, "0123456789abcdef") || sequence.empty() ||
        sequence.size() > sequenceDigits || !allOf(sequence, "0123456789"))
        return tl::unexpected(Problem{.status = 400,
                                      .code = "bad_parameter",
                                      .detail = "This parameter is not a cursor of this server.",
                                      .where = "since"});
    return Cursor{epoch, std::stoll(sequence)}; // 18 digits always fit
}

std::string textOf(const Cursor& cursor)
{
    return cursor.epoch + '.' + std::to_string(cursor.sequence);
}

json topicPage(const TopicPage& page, const std::string& epoch)
{
    json topics = json::array();
    for (const TopicRecord& topic : page.topics)
        topics.push_back(jsonOf(topic));
    return {{"topics", std::move(topics)},
            {"next", page.more ? json(page.topics.back().id.text().toStdString()) : json(nullptr)},
            {"cursor", textOf({epoch, page.sequence})}};
}

json changePage(const TopicPage& page, const Cursor& since)
{
    json changes = json::array();
    for (const TopicRecord& topic : page.topics)
        changes.push_back(jsonOf(topic));
    const std::int64_t reached = page.topics.empty() ? since.sequence : page.topics.back().sequence;
    return {{"changes", std::move(changes)}, {"next", textOf({since.epoch, reached})}, {"more", page.more}};
}

std::string dumped(const json& value)
{
    return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

} // namespace vorzimmer::topicserver
