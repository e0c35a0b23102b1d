#pragma once

#include "problem.h"

#include <nlohmann/json.hpp>

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vorzimmer::topicserver {

/// Reads the fields of one JSON object and keeps the first problem it meets; what is read after that is empty.
class FieldReader {
public:
    /// 400 when @p body is not JSON, 422 when it is no object.
    explicit FieldReader(const std::string& body);

    /// A string of @p least to @p most Unicode characters without NUL.
    [[nodiscard]] std::string text(const char* name, std::size_t least, std::size_t most);
    /// As text(), and empty when the field is absent.
    [[nodiscard]] std::string optionalText(const char* name, std::size_t most);
    [[nodiscard]] std::string oneOf(const char* name, std::initializer_list<std::string_view> values);
    /// `YYYY-MM-DD` or null.
    [[nodiscard]] std::optional<std::string> date(const char* name);
    /// RFC 3339 in UTC.
    [[nodiscard]] std::string instant(const char* name);
    /// May be absent; when present it is @p expected.
    void sameId(const char* name, const std::string& expected);

    /// The first problem; call last, because it also finds fields that nobody has read.
    [[nodiscard]] std::optional<Problem> problem();

private:
    [[nodiscard]] const nlohmann::json* field(const char* name);
    [[nodiscard]] const std::string* string(const char* name);
    void refuse(const char* name, std::string detail);

    nlohmann::json m_object;
    std::vector<std::string> m_read;
    std::optional<Problem> m_problem;
};

} // namespace vorzimmer::topicserver
