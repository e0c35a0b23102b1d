#pragma once

#include "test_bureau.h"

#include "vorzimmer/desk/reception.h"

#include <catch2/catch.hpp>

namespace vorzimmer::test {

/// A secretary at her seat in the test bureau.
struct SeatedAnna {
    explicit SeatedAnna(TestBureau& home) : bureau(home), gatekeeper(home.office(), home.room(), home.anna), reception(home.office(), gatekeeper, feed)
    {
    }

    desk::CaseFile* current() { return reception.current(); }
    bool showsDesk(const domain::TenantEntry& tenant)
    {
        return turnUntil([&] {
            return current() && current()->screen() == desk::CaseScreen::Desk && current()->sheet() && current()->tenant()->id == tenant.id;
        });
    }
    bool shows(desk::CaseScreen screen)
    {
        return turnUntil([&] { return current() && current()->screen() == screen; });
    }
    /// Rings, answers, and waits for the desk.
    ports::CallRef talk(const QString& caller, const domain::TenantEntry& tenant)
    {
        const ports::CallRef line = feed.ring(caller, tenant.numbers.front().e164());
        REQUIRE(showsDesk(tenant));
        reception.answer();
        Q_EMIT feed.callStateChanged(line, ports::CallState::Active);
        return line;
    }
    domain::Note typed(const QString& text)
    {
        domain::Note note = current()->note();
        note.text = text;
        current()->editNote(note);
        return note;
    }

    TestBureau& bureau;
    desk::Gatekeeper gatekeeper;
    HandFeed feed;
    desk::Reception reception;
};

} // namespace vorzimmer::test
