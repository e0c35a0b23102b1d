#include "topics/trello/wire.h"

#include <catch2/catch.hpp>

using namespace vorzimmer::cloud::topics::trello;

namespace {

const QString board = QStringLiteral("0123456789abcdef01234567");

std::optional<TokenSheet> tokenWith(const char* permissions)
{
    return tokenFrom(QByteArray("{\"idMember\": \"89abcdef0123456701234567\", \"permissions\": ") + permissions + '}',
                     board);
}

} // namespace

TEST_CASE("a token may write when it says so for this board or for all")
{
    const auto writes = [](const char* permissions) {
        const auto sheet = tokenWith(permissions);
        REQUIRE(sheet.has_value());
        return sheet->writes;
    };
    CHECK(writes(
        R"([{"idModel": "*", "modelType": "board", "read": true, "write": true}])")); // as Trello's description has it
    CHECK(writes(R"([{"idModel": "*", "modelType": "Board", "read": true, "write": true}])"));
    CHECK(writes(R"([{"idModel": "0123456789abcdef01234567", "modelType": "board", "read": true, "write": true}])"));
    CHECK_FALSE(writes(R"([{"idModel": "fedcba9876543210fedcba98", "modelType": "board", "read": true, "write": true}])"));
    CHECK_FALSE(writes(R"([{"idModel": "*", "modelType": "board", "read": true, "write": false}])"));
    CHECK_FALSE(writes(R"([{"idModel": "*", "modelType": "member", "read": true, "write": true}])"));
    CHECK_FALSE(writes("[]"));
    CHECK_FALSE(tokenWith("{}").has_value());
}
