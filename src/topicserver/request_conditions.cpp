#include "request_conditions.h"

#include <QStringDecoder>

#include <algorithm>
#include <cctype>
#include <charconv>

namespace vorzimmer::topicserver {

namespace {

/// The whole of @p text as a number without sign.
template <class Number>
std::optional<Number> numberIn(std::string_view text)
{
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || text.empty() || text.front() == '-')
        return std::nullopt;
    return number;
}

tl::unexpected<Problem> badHeader(const char* name, const char* detail)
{
    return tl::unexpected(Problem{.status = 400, .code = "bad_header", .detail = detail, .where = name});
}

std::optional<std::int64_t> revisionIn(std::string_view etag)
{
    if (etag.starts_with("W/")) // a proxy that compresses weakens every ETag; the revision is exact all the same
        etag.remove_prefix(2);
    if (etag.size() < 3 || etag.front() != '"' || etag.back() != '"')
        return std::nullopt;
    const auto revision = numberIn<std::int64_t>(etag.substr(1, etag.size() - 2));
    return revision && *revision > 0 ? revision : std::nullopt;
}

bool isPlainJson(const httplib::Request& request)
{
    std::string type = request.get_header_value("Content-Type");
    type = type.substr(0, type.find(';'));
    type.erase(std::remove(type.begin(), type.end(), ' '), type.end());
    std::transform(type.begin(), type.end(), type.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return type == "application/json" && !request.has_header("Content-Encoding");
}

} // namespace

Parsed<Condition> conditionOf(const httplib::Request& request)
{
    const bool match = request.has_header("If-Match");
    const bool noneMatch = request.has_header("If-None-Match");
    if (match && noneMatch)
        return badHeader("If-Match", "If-Match and If-None-Match exclude each other.");
    if (noneMatch) {
        if (request.get_header_value("If-None-Match") != "*")
            return badHeader("If-None-Match", "Only If-None-Match: * is understood.");
        return Condition{.isNew = true};
    }
    const std::string etag = request.get_header_value("If-Match");
    if (!match || etag == "*")
        return tl::unexpected(
            Problem{.status = 428,
                    .code = "condition_missing",
                    .detail = "Name the revision you have seen in If-Match, or If-None-Match: * to create.",
                    .where = "If-Match"});
    const auto revision = revisionIn(etag);
    if (!revision)
        return badHeader("If-Match", "If-Match must hold one ETag of this server.");
    return Condition{.revision = *revision};
}

Parsed<std::string> changedByOf(const httplib::Request& request)
{
    if (request.get_header_value_count("Changed-By") > 1)
        return badHeader("Changed-By", "Changed-By may be sent once.");
    // The library has taken the percent-encoding off, as it does with every header.
    std::string name = request.get_header_value("Changed-By");
    QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = utf8(QByteArrayView(name.data(), static_cast<qsizetype>(name.size())));
    if (utf8.hasError())
        return badHeader("Changed-By", "Changed-By must be percent-encoded UTF-8.");
    if (text.toUcs4().size() > static_cast<qsizetype>(longestName))
        return badHeader("Changed-By", "Changed-By may have 200 characters.");
    return name;
}

Parsed<std::optional<std::size_t>> knownCommentsOf(const httplib::Request& request)
{
    const std::size_t times = request.get_header_value_count("Known-Comments");
    if (times == 0)
        return std::nullopt;
    const auto number = numberIn<std::size_t>(request.get_header_value("Known-Comments"));
    if (times > 1 || !number)
        return badHeader("Known-Comments", "Known-Comments must be one whole number.");
    return number;
}

Parsed<int> numberParameter(const httplib::Request& request, const char* name, int least, int most, int fallback)
{
    if (!request.has_param(name))
        return fallback;
    const auto number = numberIn<int>(request.get_param_value(name));
    if (!number || *number < least || *number > most)
        return tl::unexpected(Problem{.status = 400,
                                      .code = "bad_parameter",
                                      .detail = "This parameter must be a whole number from " + std::to_string(least) +
                                                " to " + std::to_string(most) + ".",
                                      .where = name});
    return *number;
}

std::optional<Problem> problemOfHead(const httplib::Request& request, std::size_t largestBody)
{
    if (request.has_header("Transfer-Encoding"))
        return Problem{.status = 411,
                       .code = "length_required",
                       .detail = "Send Content-Length instead.",
                       .where = "Transfer-Encoding"};
    const bool takesBody = request.method == "PUT";
    const std::size_t lengths = request.get_header_value_count("Content-Length");
    const auto length = numberIn<std::uint64_t>(request.get_header_value("Content-Length"));
    if (lengths > 1 || (lengths == 1 && !length))
        return Problem{
            .status = 400, .code = "bad_header", .detail = "Content-Length is not one number.", .where = "Content-Length"};
    if (!takesBody) {
        if (length.value_or(0) == 0)
            return std::nullopt;
        return Problem{
            .status = 400, .code = "bad_header", .detail = "This request takes no body.", .where = "Content-Length"};
    }
    if (!length)
        return Problem{
            .status = 411, .code = "length_required", .detail = "Send Content-Length.", .where = "Content-Length"};
    if (*length > largestBody)
        return Problem{.status = 413,
                       .code = "too_large",
                       .detail = "The body exceeds " + std::to_string(largestBody) + " bytes.",
                       .where = "body"};
    if (!isPlainJson(request))
        return Problem{.status = 415,
                       .code = "not_json",
                       .detail = "Send application/json without Content-Encoding.",
                       .where = "Content-Type"};
    return std::nullopt;
}

std::size_t bodyLength(const httplib::Request& request)
{
    return numberIn<std::size_t>(request.get_header_value("Content-Length")).value_or(0);
}

} // namespace vorzimmer::topicserver
