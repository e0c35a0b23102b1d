#include "fixture.h"

#include "vorzimmer/ports/knowledge_book.h"

using namespace vorzimmer;
using namespace vorzimmer::store;

TEST_CASE("knowledge is kept as a whole, counts up, and who comes second is told", "[store][knowledge]")
{
    CabinetFixture f;
    ports::KnowledgeBook& book = f.cabinet->knowledgeBook();
    domain::Knowledge knowledge = must(book.knowledge());
    CHECK(knowledge.version == 0);
    CHECK(knowledge.entries.empty());
    knowledge.savedBy = QStringLiteral("Petra");
    knowledge.entries = {{QStringLiteral("a"), {}, QStringLiteral("„Anfahrt“?"), QStringLiteral("Zeile 1\nZeile 2"), {QStringLiteral("Weg")}, {QStringLiteral("b")}},
                         {QStringLiteral("b"), QStringLiteral("a"), QStringLiteral("Bus"), {}}};
    CHECK(must(book.save(knowledge)) == 1);
    domain::Knowledge kept = must(book.knowledge());
    CHECK(kept.entries == knowledge.entries);
    CHECK(kept.savedBy == QStringLiteral("Petra"));
    CHECK(kept.savedAt == f.clock.now);
    CHECK(book.save(knowledge).error().fault == domain::Fault::Conflict);
    kept.entries[0].below = QStringLiteral("b");
    CHECK(book.save(kept).error().fault == domain::Fault::Invalid);
    CHECK(must(book.knowledge()).version == 1);
}
