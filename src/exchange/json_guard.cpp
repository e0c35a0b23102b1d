#include "json_guard.h"

#include <algorithm>
#include <set>

namespace vorzimmer::exchange {

using nlohmann::json;

namespace {

constexpr size_t deepestNesting = 16;

/// Runs over the text's events once, before anything is built from them.
class Guard final : public json::json_sax_t {
public:
    [[nodiscard]] const QString& objection() const { return m_objection; }
    [[nodiscard]] const QString& pointer() const { return m_pointer; }
    [[nodiscard]] size_t position() const { return m_position; }

    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, const string_t&) override { return true; }
    bool string(string_t&) override { return true; }
    bool binary(binary_t&) override { return true; }
    bool start_object(std::size_t) override { return enter(); }
    bool end_object() override { return leave(); }
    bool start_array(std::size_t) override { return enter(); }
    bool end_array() override { return leave(); }

    bool key(string_t& name) override
    {
        if (m_names.back().insert(name).second)
            return true;
        m_objection = QStringLiteral("this name stands twice in the same object");
        m_pointer = QString::fromStdString(name);
        return false;
    }

    bool parse_error(std::size_t position, const std::string&, const json::exception&) override
    {
        m_objection = QStringLiteral("no valid JSON from here on; is a comma, bracket or quotation mark missing or too many?");
        m_position = position;
        return false;
    }

private:
    bool enter()
    {
        m_names.emplace_back();
        if (m_names.size() <= deepestNesting)
            return true;
        m_objection = QStringLiteral("nested deeper than any file of this format");
        return false;
    }

    bool leave()
    {
        m_names.pop_back();
        return true;
    }

    std::vector<std::set<std::string>> m_names;
    QString m_objection;
    QString m_pointer;
    size_t m_position = 0;
};

} // namespace

Taken<json> parseGuarded(const std::string& text)
{
    Guard guard;
    if (!json::sax_parse(text, &guard)) {
        int line = 0;
        if (guard.position() > 0) {
            const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min(guard.position() - 1, text.size()));
            line = static_cast<int>(std::count(text.begin(), end, '\n')) + 1;
        }
        return refuse({Flaw{line, guard.pointer(), guard.objection()}});
    }
    return json::parse(text, nullptr, false);
}

} // namespace vorzimmer::exchange
