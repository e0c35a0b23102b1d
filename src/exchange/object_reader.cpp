#include "object_reader.h"

namespace vorzimmer::exchange {

using nlohmann::json;

ObjectReader::ObjectReader(const json& object, QString pointer, std::vector<Flaw>& flaws)
    : m_object(object), m_pointer(std::move(pointer)), m_flaws(flaws), m_sound(object.is_object())
{
    if (!m_sound)
        m_flaws.push_back({0, m_pointer, QStringLiteral("an object is expected here")});
}

bool ObjectReader::has(const char* field) const
{
    return m_sound && m_object.contains(field);
}

const json* ObjectReader::find(const char* field, json::value_t type, const char* expected)
{
    m_asked.insert(field);
    if (!has(field))
        return nullptr;
    const json& value = m_object[field];
    if (value.type() == type)
        return &value;
    flaw(field, QLatin1String(expected) + QStringLiteral(" is expected here"));
    return nullptr;
}

QString ObjectReader::checked(const json& value, const QString& pointer, qsizetype longest)
{
    const QString text = QString::fromStdString(value.get_ref<const std::string&>());
    if (text.size() > longest)
        m_flaws.push_back({0, pointer, QStringLiteral("longer than %1 characters").arg(longest)});
    if (text.contains(QChar::Null))
        m_flaws.push_back({0, pointer, QStringLiteral("contains a NUL character")});
    return text;
}

QString ObjectReader::text(const char* field, Need need, qsizetype longest)
{
    const json* value = find(field, json::value_t::string, "a text");
    const QString text = value ? checked(*value, pointerTo(field), longest) : QString();
    // A field of the wrong type has its flaw already.
    if (m_sound && need == Need::Required && text.trimmed().isEmpty() && (value || !has(field)))
        flaw(field, QStringLiteral("is missing"));
    return text;
}

std::optional<QString> ObjectReader::textIfAny(const char* field)
{
    if (!has(field))
        return std::nullopt;
    return text(field);
}

QString ObjectReader::element(const json& value, const QString& pointer)
{
    if (value.is_string())
        return checked(value, pointer, longestText);
    m_flaws.push_back({0, pointer, QStringLiteral("a text is expected here")});
    return {};
}

std::vector<QString> ObjectReader::texts(const char* field)
{
    std::vector<QString> list;
    each(field, [&](const json& value, const QString& pointer) { list.push_back(element(value, pointer)); });
    return list;
}

int ObjectReader::number(const char* field, int least, int most, int otherwise, Need need)
{
    m_asked.insert(field);
    if (!has(field)) {
        if (m_sound && need == Need::Required)
            flaw(field, QStringLiteral("is missing"));
        return otherwise;
    }
    const json& value = m_object[field];
    // A number too large for 64 bits is a float to the parser.
    if (value.is_number_integer() && value <= most && value >= least)
        return value.get<int>();
    flaw(field, QStringLiteral("a whole number from %1 to %2 is expected here").arg(least).arg(most));
    return otherwise;
}

std::optional<bool> ObjectReader::flag(const char* field)
{
    const json* value = find(field, json::value_t::boolean, "true or false");
    return value ? std::optional<bool>(value->get<bool>()) : std::nullopt;
}

QTime ObjectReader::time(const QString& text, const QString& pointer)
{
    const QTime time = text == u"24:00" ? QTime(0, 0) : QTime::fromString(text, QStringLiteral("HH:mm"));
    if (!time.isValid())
        m_flaws.push_back({0, pointer, QStringLiteral("a time such as 08:30 is expected here")});
    return time;
}

std::optional<Moment> ObjectReader::moment(const char* field, Wanted wanted, Need need)
{
    const QString written = text(field, need);
    if (written.isEmpty())
        return std::nullopt;
    const auto moment = Moment::parse(written);
    if (!moment) {
        flaw(field, QStringLiteral("not a moment; write 2026-11-23T10:42, \"w-3 tue 10:42\" or \"d-1 16:20\""));
        return std::nullopt;
    }
    if (moment->hasTime() != (wanted == Wanted::Instant)) {
        flaw(field, wanted == Wanted::Instant ? QStringLiteral("the time of day is missing")
                                              : QStringLiteral("a day without time is expected here"));
        return std::nullopt;
    }
    return moment;
}

void ObjectReader::finish()
{
    if (!m_sound)
        return;
    for (const auto& item : m_object.items()) {
        if (!m_asked.contains(item.key()))
            m_flaws.push_back({0, m_pointer + QLatin1Char('/') + QString::fromStdString(item.key()), QStringLiteral("unknown field")});
    }
}

} // namespace vorzimmer::exchange
