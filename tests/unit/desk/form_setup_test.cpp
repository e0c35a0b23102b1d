#include "seated_anna.h"

#include "vorzimmer/desk/form_setup.h"
#include "vorzimmer/desk/screening_setup.h"

using namespace vorzimmer;
using desk::FormSetup;
using domain::Question;
using test::SeatedAnna;
using test::TestBureau;

namespace {

/// A supervisor at the practice's forms.
struct AtTheForms {
    explicit AtTheForms(TestBureau& home, std::shared_ptr<desk::WordsBegun> begun = std::make_shared<desk::WordsBegun>())
        : gatekeeper(home.office(), home.room(), home.petra), setup(open(home), std::move(begun))
    {
        QObject::connect(&setup, &FormSetup::saved, [this] { saved = true; });
        QObject::connect(&setup, &FormSetup::failed, [this](const domain::Error& error) { failed = error; });
        setup.load();
        REQUIRE(test::turnUntil([&] { return setup.isLoaded(); }));
    }
    desk::CabinetHandle open(TestBureau& home)
    {
        std::optional<domain::Result<desk::CabinetHandle>> handle;
        gatekeeper.open(home.practice.id, desk::Occasion::visit(QStringLiteral("message forms")), &receiver,
                        [&handle](domain::Result<desk::CabinetHandle> opened) { handle.emplace(std::move(opened)); });
        REQUIRE(test::turnUntil([&] { return handle.has_value(); }));
        REQUIRE(handle->has_value());
        return std::move(**handle);
    }

    QObject receiver;
    desk::Gatekeeper gatekeeper;
    FormSetup setup;
    bool saved = false;
    std::optional<domain::Error> failed;
};

const Question born{QStringLiteral("Wann geboren?"), domain::QuestionKind::Date, true};

} // namespace

TEST_CASE("a form that is saved stands at the next call, and its answers come back with the draft and the note")
{
    TestBureau bureau;
    AtTheForms petra(bureau);
    const size_t place = petra.setup.add(0);
    petra.setup.change(0, place, born);
    CHECK(petra.setup.isChanged());
    petra.setup.save();
    REQUIRE(test::turnUntil([&] { return petra.saved; }));
    CHECK_FALSE(petra.setup.isChanged());

    SeatedAnna anna(bureau);
    anna.talk(QStringLiteral("+4915228817386"), bureau.practice);
    CHECK(anna.current()->sheet()->profile.concerns.front().questions == std::vector<Question>{born});
    domain::Note note = anna.current()->note();
    note.concern = QStringLiteral("Rezept");
    note.answers = {{born.text, QStringLiteral("3.4.1961")}};
    anna.current()->editNote(note);
    const auto stored = [&] { return bureau.inCabinet(bureau.practice, [id = note.id](ports::Cabinet& cabinet) { return cabinet.note(id); }); };
    REQUIRE(test::turnUntil([&] { return anna.current()->noteSavedAt().isValid(); }));
    CHECK(stored()->answers == note.answers);
    bool finished = false;
    QObject::connect(anna.current(), &desk::CaseFile::noteFinished, [&] { finished = true; });
    anna.current()->finishNote(note);
    REQUIRE(test::turnUntil([&] { return finished; }));
    CHECK(stored()->state == domain::NoteState::Finished);
    CHECK(stored()->answers == note.answers);
    const auto found = bureau.inCabinet(bureau.practice, [](ports::Cabinet& cabinet) {
        return cabinet.review({QStringLiteral("3.4.1961"), false, false, 10});
    });
    CHECK(found->size() == 1);
}

TEST_CASE("questions are ordered and taken away; a flawed form is not kept")
{
    TestBureau bureau;
    AtTheForms petra(bureau);
    FormSetup& setup = petra.setup;
    setup.change(0, setup.add(0), born);
    setup.change(0, setup.add(0), {QStringLiteral("Welches Medikament?")});
    CHECK(setup.move(0, 1, -1));
    CHECK_FALSE(setup.move(0, 0, -1));
    CHECK(setup.concerns()[0].questions[1] == born);
    setup.add(0);
    CHECK(setup.flawed() == 0U);
    setup.save();
    REQUIRE(petra.failed.has_value());
    CHECK(petra.failed->fault == domain::Fault::Invalid);
    setup.remove(0, 2);
    CHECK_FALSE(setup.flawed().has_value());
    setup.remove(0, 0);
    CHECK(setup.concerns()[0].questions == std::vector<Question>{born});
}

TEST_CASE("questions that are not saved wait for the page to be opened again, unless somebody else was faster or they are given up")
{
    TestBureau bureau;
    const auto begun = std::make_shared<desk::WordsBegun>();
    const auto begin = [&] {
        AtTheForms petra(bureau, begun);
        petra.setup.change(0, petra.setup.add(0), born);
    };
    begin();
    {
        AtTheForms again(bureau, begun);
        CHECK(again.setup.isChanged());
        CHECK(again.setup.concerns()[0].questions == std::vector<Question>{born});
        again.setup.giveUp();
    }
    CHECK_FALSE(AtTheForms(bureau, begun).setup.isChanged());
    begin();
    {
        AtTheForms faster(bureau);
        faster.setup.change(0, faster.setup.add(0), {QStringLiteral("Welches Medikament?")});
        faster.setup.save();
        REQUIRE(test::turnUntil([&] { return faster.saved; }));
    }
    CHECK_FALSE(AtTheForms(bureau, begun).setup.isChanged());
}

TEST_CASE("hours and forms that are changed at the same time both stay")
{
    TestBureau bureau;
    AtTheForms petra(bureau);
    AtTheForms other(bureau);
    desk::ScreeningSetup hours(bureau.office(), petra.open(bureau), bureau.petra);
    bool loaded = false;
    bool saved = false;
    QObject::connect(&hours, &desk::ScreeningSetup::loaded, [&] { loaded = true; });
    QObject::connect(&hours, &desk::ScreeningSetup::saved, [&] { saved = true; });
    hours.load();
    REQUIRE(test::turnUntil([&] { return loaded; }));
    petra.setup.change(0, petra.setup.add(0), born);
    petra.setup.save();
    REQUIRE(test::turnUntil([&] { return petra.saved; }));
    CHECK_FALSE(hours.setHours(QStringLiteral("Mo-Fr 9-12")).has_value());
    hours.save({});
    REQUIRE(test::turnUntil([&] { return saved; }));
    const auto profile = bureau.inCabinet(bureau.practice, [](ports::Cabinet& cabinet) { return cabinet.profile(); });
    CHECK(profile->concerns.front().questions == std::vector<Question>{born});
    CHECK(profile->hours.week[0].front().until == QTime(12, 0));
}
