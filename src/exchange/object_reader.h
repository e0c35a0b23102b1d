#pragma once

#include "vocabulary.h"

#include "vorzimmer/domain/id.h"
#include "vorzimmer/domain/note.h"
#include "vorzimmer/exchange/flaw.h"
#include "vorzimmer/exchange/moment.h"

#include <nlohmann/json.hpp>

#include <set>
#include <string>

namespace vorzimmer::exchange {

enum class Need { Optional, Required };

/// Reads the fields of one JSON object: collects every flaw with its JSON pointer, and refuses fields nobody asked for.
class ObjectReader {
public:
    ObjectReader(const nlohmann::json& object, QString pointer, std::vector<Flaw>& flaws);

    [[nodiscard]] bool has(const char* field) const;
    [[nodiscard]] QString text(const char* field, Need need = Need::Optional, qsizetype longest = longestText);
    [[nodiscard]] std::optional<QString> textIfAny(const char* field);
    [[nodiscard]] std::vector<QString> texts(const char* field);
    [[nodiscard]] int number(const char* field, int least, int most, int otherwise, Need need = Need::Optional);
    [[nodiscard]] std::optional<bool> flag(const char* field);
    [[nodiscard]] QTime time(const QString& text, const QString& pointer);

    enum class Wanted { Day, Instant };
    [[nodiscard]] std::optional<Moment> moment(const char* field, Wanted wanted, Need need = Need::Optional);

    template <class AnyId>
    [[nodiscard]] AnyId id(const char* field)
    {
        const QString written = text(field);
        const AnyId parsed = AnyId::parse(written);
        if (!written.isEmpty() && parsed.isNull())
            flaw(field, QStringLiteral("not a UUID"));
        return parsed;
    }

    template <class Enum>
    [[nodiscard]] std::optional<Enum> word(const char* field, Need need = Need::Optional)
    {
        const QString written = text(field, need);
        if (written.isEmpty())
            return std::nullopt;
        const auto value = fromWord<Enum>(written);
        if (!value)
            flaw(field, QStringLiteral("must be one of ") + allWords<Enum>());
        return value;
    }

    /// Calls @p use(element, pointer) for each element of the array; a missing array has none.
    template <class Use>
    void each(const char* field, Use use)
    {
        const nlohmann::json* array = find(field, nlohmann::json::value_t::array, "a list");
        for (size_t i = 0; array && i < array->size(); ++i)
            use((*array)[i], pointerTo(field) + QStringLiteral("/%1").arg(i));
    }

    /// Calls @p use(reader) for each object of the array, and finishes it.
    template <class Use>
    void eachObject(const char* field, Use use)
    {
        each(field, [&](const nlohmann::json& value, const QString& pointer) {
            ObjectReader reader(value, pointer, m_flaws);
            use(reader);
            reader.finish();
        });
    }

    /// Calls @p use(reader) for the object, if it is there, and finishes it.
    template <class Use>
    void object(const char* field, Use use)
    {
        if (const nlohmann::json* inner = find(field, nlohmann::json::value_t::object, "an object")) {
            ObjectReader reader(*inner, pointerTo(field), m_flaws);
            use(reader);
            reader.finish();
        }
    }

    [[nodiscard]] QString pointerTo(const char* field) const { return m_pointer + QLatin1Char('/') + QLatin1String(field); }
    void flaw(const char* field, const QString& reason) { m_flaws.push_back({0, pointerTo(field), reason}); }
    /// The text of one element of an array of texts.
    [[nodiscard]] QString element(const nlohmann::json& value, const QString& pointer);
    /// Refuses what nobody asked for.
    void finish();

    static constexpr qsizetype longestText = 10'000;

private:
    /// The field's value when it is there and of @p type; a flaw when it is something else.
    const nlohmann::json* find(const char* field, nlohmann::json::value_t type, const char* expected);
    QString checked(const nlohmann::json& value, const QString& pointer, qsizetype longest);

    const nlohmann::json& m_object;
    QString m_pointer;
    std::vector<Flaw>& m_flaws;
    std::set<std::string> m_asked;
    bool m_sound;
};

} // namespace vorzimmer::exchange
