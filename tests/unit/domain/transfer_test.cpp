#include "vorzimmer/domain/transfer.h"

#include <catch2/catch.hpp>

using namespace vorzimmer::domain;

namespace {

Person person(const char* name, std::initializer_list<const char*> numbers)
{
    Person one;
    one.id = PersonId(QUuid::createUuid());
    one.name = QString::fromLatin1(name);
    for (const char* number : numbers)
        one.numbers.push_back({QStringLiteral("line"), PhoneNumber::fromE164(QString::fromLatin1(number))});
    return one;
}

QStringList numbersOf(const std::vector<RingStep>& chain)
{
    QStringList numbers;
    for (const RingStep& step : chain)
        numbers << step.number.number.e164();
    return numbers;
}

} // namespace

TEST_CASE("A ring chain starts with the chosen number and goes on to the deputies", "[transfer]")
{
    Person chief = person("Vogt", {"+49301", "+49302"});
    Person deputy = person("Kerner", {"+49303", "+49302"});
    Person second = person("Ott", {"+49304"});
    chief.deputy = deputy.id;
    deputy.deputy = second.id;
    second.deputy = chief.id; // a circle ends where it began
    const std::vector<Person> people{chief, deputy, second};

    CHECK(numbersOf(ringChain(people, chief.id, PhoneNumber::fromE164(QStringLiteral("+49302")), {}))
          == QStringList{QStringLiteral("+49302"), QStringLiteral("+49301"), QStringLiteral("+49303"), QStringLiteral("+49304")});
    CHECK(ringChain(people, chief.id, {}, {}).front().name == QStringLiteral("Vogt"));
    CHECK(ringChain(people, chief.id, {}, {})[2].name == QStringLiteral("Kerner"));
}

TEST_CASE("A ring chain leaves out what would ring here again", "[transfer]")
{
    const Person chief = person("Vogt", {"+493023125010", "+49302"});
    const auto back = PhoneNumber::fromE164(QStringLiteral("+493023125010"));
    CHECK(numbersOf(ringChain({chief}, chief.id, back, {back})) == QStringList{QStringLiteral("+49302")});
    CHECK(ringChain({chief}, PersonId(QUuid::createUuid()), back, {}).empty());
}
