#include "vorzimmer/numbers/libphonenumber_plan.h"

#include "written_number.h"

#include <phonenumbers/phonenumberutil.h>

namespace vorzimmer::numbers {

namespace {

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

/// A number that is merely possible must be this long, country code included: below are extensions and short codes, which
/// mean something else in every house. Assigned numbers may be shorter (Niue's are).
constexpr size_t fewestDigits = 8;

const PhoneNumberUtil& library()
{
    return *PhoneNumberUtil::GetInstance(); // safe from any thread
}

std::string e164Of(const PhoneNumber& number)
{
    std::string text;
    library().Format(number, PhoneNumberUtil::E164, &text);
    return text;
}

/// The library knows regions in capitals only; it takes an unknown one for "no region".
std::string regionCode(const QString& region)
{
    return region.trimmed().toUpper().toStdString();
}

} // namespace

std::optional<domain::PhoneNumber> LibPhoneNumberPlan::parse(const QString& text, const QString& region) const
{
    const std::optional<QString> bare = bareNumber(text);
    if (!bare)
        return std::nullopt;
    PhoneNumber number;
    if (library().Parse(bare->toStdString(), regionCode(region), &number) != PhoneNumberUtil::NO_PARSING_ERROR)
        return std::nullopt;
    if (library().IsPossibleNumberWithReason(number) != PhoneNumberUtil::IS_POSSIBLE)
        return std::nullopt;
    const std::string e164 = e164Of(number);
    const size_t digits = e164.size() - 1; // without the plus
    if (digits < fewestDigits && !library().IsValidNumber(number))
        return std::nullopt;
    return domain::PhoneNumber::fromE164(QString::fromStdString(e164));
}

QString LibPhoneNumberPlan::display(const domain::PhoneNumber& number, const QString& region) const
{
    PhoneNumber parsed;
    if (library().Parse(number.e164().toStdString(), "ZZ", &parsed) != PhoneNumberUtil::NO_PARSING_ERROR)
        return number.e164();
    const bool home = library().GetCountryCodeForRegion(regionCode(region)) == parsed.country_code();
    std::string text;
    library().Format(parsed, home ? PhoneNumberUtil::NATIONAL : PhoneNumberUtil::INTERNATIONAL, &text);
    return QString::fromStdString(text);
}

QString LibPhoneNumberPlan::region(const domain::PhoneNumber& number) const
{
    PhoneNumber parsed;
    if (library().Parse(number.e164().toStdString(), "ZZ", &parsed) != PhoneNumberUtil::NO_PARSING_ERROR)
        return {};
    std::string code;
    library().GetRegionCodeForNumber(parsed, &code);
    const bool isCountry = code.size() == 2 && code != "ZZ"; // "001" is the whole world
    return isCountry ? QString::fromStdString(code) : QString();
}

} // namespace vorzimmer::numbers
