#include "field_reader.h"

#include <QDate>
#include <QDateTime>
#include <QUuid>

#include <algorithm>

namespace vorzimmer::topicserver {

namespace {

using nlohmann::json;

/// Unicode characters in valid UTF-8.
std::size_t length(std::string_view utf8)
{
    return static_cast<std::size_t>(
        std::count_if(utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

/// True when @p text has a digit wherever @p shape has a 0, and the same character everywhere else.
bool hasShape(std::string_view text, std::string_view shape)
{
    return text.size() == shape.size() && std::equal(text.begin(), text.end(), shape.begin(), [](char c, char s) {
               return s == '0' ? c >= '0' && c <= '9' : c == s;
           });
}

bool isDate(std::string_view text)
{
    return hasShape(text, "0000-00-00") &&
           QDate::fromString(QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size())), Qt::ISODate).isValid();
}

bool isInstant(std::string_view text)
{
    constexpr std::string_view toSeconds = "0000-00-00T00:00:00";
    if (text.size() <= toSeconds.size() || text.back() != 'Z' || !hasShape(text.substr(0, toSeconds.size()), toSeconds))
        return false;
    const std::string_view fraction = text.substr(toSeconds.size(), text.size() - toSeconds.size() - 1);
    const std::string_view shape = std::string_view(".000000").substr(0, fraction.size());
    if (fraction.size() == 1 || !hasShape(fraction, shape))
        return false;
    const auto seconds = QString::fromLatin1(text.data(), static_cast<qsizetype>(toSeconds.size()));
    // Qt takes 24:00:00 for the next midnight, RFC 3339 does not know it.
    return text.substr(11, 2) != "24" && QDateTime::fromString(seconds, Qt::ISODate).isValid();
}

} // namespace

FieldReader::FieldReader(const std::string& body) : m_object(json::parse(body, nullptr, false))
{
    if (m_object.is_discarded())
        m_problem = Problem{.status = 400, .code = "malformed_json", .detail = "The body is not JSON in UTF-8."};
    else if (!m_object.is_object())
        m_problem = Problem{.status = 422, .code = "bad_field", .detail = "The body is not an object.", .where = "body"};
}

const json* FieldReader::field(const char* name)
{
    if (m_problem)
        return nullptr;
    m_read.emplace_back(name);
    const auto entry = m_object.find(name);
    if (entry == m_object.end()) {
        m_problem = Problem{.status = 422, .code = "missing_field", .detail = "This field is missing.", .where = name};
        return nullptr;
    }
    return &*entry;
}

const std::string* FieldReader::string(const char* name)
{
    const json* value = field(name);
    if (!value)
        return nullptr;
    if (!value->is_string()) {
        refuse(name, "This field is not a string.");
        return nullptr;
    }
    return value->get_ptr<const std::string*>();
}

void FieldReader::refuse(const char* name, std::string detail)
{
    m_problem = Problem{.status = 422, .code = "bad_field", .detail = std::move(detail), .where = name};
}

std::string FieldReader::text(const char* name, std::size_t least, std::size_t most)
{
    const std::string* value = string(name);
    if (!value)
        return {};
    const std::size_t characters = length(*value);
    if (characters < least || characters > most)
        refuse(name, "This field needs " + std::to_string(least) + " to " + std::to_string(most) + " characters.");
    else if (value->find('\0') != std::string::npos)
        refuse(name, "This field holds a NUL character.");
    return *value;
}

std::string FieldReader::optionalText(const char* name, std::size_t most)
{
    return m_object.is_object() && m_object.contains(name) ? text(name, 0, most) : std::string();
}

std::string FieldReader::oneOf(const char* name, std::initializer_list<std::string_view> values)
{
    const std::string* value = string(name);
    if (!value)
        return {};
    if (std::find(values.begin(), values.end(), *value) == values.end()) {
        std::string known;
        for (const std::string_view each : values)
            known.append(known.empty() ? "" : ", ").append(each);
        refuse(name, "This field must be one of: " + known + ".");
    }
    return *value;
}

std::optional<std::string> FieldReader::date(const char* name)
{
    const json* value = field(name);
    if (!value || value->is_null())
        return std::nullopt;
    if (!value->is_string() || !isDate(value->get_ref<const std::string&>())) {
        refuse(name, "This field must be a date (YYYY-MM-DD) or null.");
        return std::nullopt;
    }
    return value->get<std::string>();
}

std::string FieldReader::instant(const char* name)
{
    const std::string* value = string(name);
    if (!value)
        return {};
    if (!isInstant(*value))
        refuse(name, "This field must be a time in UTC (YYYY-MM-DDThh:mm:ss[.ffffff]Z).");
    return *value;
}

void FieldReader::sameId(const char* name, const std::string& expected)
{
    if (m_problem || !m_object.contains(name))
        return;
    const std::string* value = string(name);
    if (!value)
        return;
    const QUuid sent = value->size() == expected.size() ? QUuid::fromString(QString::fromStdString(*value)) : QUuid();
    if (sent.isNull() || sent != QUuid::fromString(QString::fromStdString(expected)))
        refuse(name, "This field differs from the id in the path.");
}

std::optional<Problem> FieldReader::problem()
{
    if (m_problem)
        return m_problem;
    for (const auto& [name, value] : m_object.items()) {
        if (std::find(m_read.begin(), m_read.end(), name) == m_read.end())
            // The name is the client's own, so it goes back cut short.
            m_problem = Problem{
                .status = 422, .code = "unknown_field", .detail = "This field is unknown.", .where = name.substr(0, 40)};
    }
    return m_problem;
}

} // namespace vorzimmer::topicserver
