"""Callers are put through by keyboard: at once, announced, refused and back again; two calls are juggled."""

import json
import re

import story
from story import ALBERS, PRAXIS, PRAXIS_NUMBER, Story, wait_until

QUAY, QUAY_NUMBER, LINDGREN = "Harbour & Quay LLP", "+442079460070", "+442079460701"


def scripted(transfer="succeeds", after=0.2, dialled=PRAXIS_NUMBER, number=ALBERS, **more):
    return {"afterSeconds": after, "caller": {"number": number}, "dialled": dialled, "ringsForSeconds": 120, "transfer": transfer, **more}


class PutThrough(Story):
    def start_simulated(self, *calls):
        scenario = self.desktop.folder / f"calls-{self.id()}.json"
        scenario.write_text(json.dumps({"format": "vorzimmer/calls", "version": 1, "repeat": False, "calls": calls}), encoding="utf-8")
        seat = self.start_console("--simulate", scenario)
        seat.sign_in("anna")
        self.wait_for_row(seat, "Waiting", PRAXIS)
        seat.press("F2")
        self.wait_for_row(seat, "My calls", "in conversation")
        seat.see("Put through", "push button")
        return seat

    def last_call(self):
        rows = self.bureau.query_cabinet(
            PRAXIS, "SELECT disposition, disposition_detail, attempts, end_reason FROM call ORDER BY offered_at DESC LIMIT 1")
        return rows[0]

    def outcomes(self):
        return [attempt[5] for attempt in json.loads(self.last_call()[2])]

    def test_at_once(self):
        seat = self.start_simulated(scripted())
        seat.press("F5")
        seat.see("Put through to", "list", "focused")
        seat.press("Return")
        seat.see(re.compile("It rings there"))
        seat.see(re.compile("Outcome: Put through"))
        wait_until(lambda: self.last_call()[0] == "put-through", lambda: f"the outcome is on file: {self.last_call()}")
        self.assertEqual(self.outcomes(), ["connected"])
        self.assertEqual(self.last_call()[3], "transferred")
        seat.press("ctrl+w")
        seat.quit()

    def test_announced_and_connected(self):
        seat = self.start_simulated(scripted())
        seat.press("F5")
        seat.see("Put through to", "list", "focused")
        seat.press("ctrl+Return")
        seat.see(re.compile("It rings there; the caller waits"))
        self.wait_for_row(seat, "My calls", "on hold")
        seat.see(re.compile("You speak with the house"))
        seat.press("F3")
        seat.see(re.compile("You speak with the caller; the house waits"))
        self.wait_for_row(seat, "My calls", "in conversation")
        seat.press("F3")
        seat.see(re.compile("You speak with the house"))
        seat.press("ctrl+Return")
        seat.see(re.compile("Outcome: Put through"))
        wait_until(lambda: self.outcomes() == ["connected"], lambda: f"the attempt is on file: {self.last_call()}")
        seat.quit()

    def test_announced_refused_and_back_with_the_note_intact(self):
        seat = self.start_simulated(scripted("refused"))
        seat.press("F6")
        seat.see("Text", "text", "focused")
        text = "Möchte Dr. Feld selbst sprechen"
        seat.type(text)
        seat.press("F5")
        seat.see("Put through to", "list", "focused")
        seat.press("ctrl+Return")
        seat.see(re.compile("Nobody took it .busy"), patience=60)
        self.wait_for_row(seat, "My calls", "in conversation")
        tried = self.outcomes()
        self.assertGreater(len(tried), 1, "further numbers and deputies were tried")
        self.assertEqual(set(tried), {"busy"})
        self.assertEqual(self.last_call()[0], "none")
        seat.press("F6")
        seat.see("Text", "text", "focused")
        seat.wait_text("Text", text)
        seat.press("ctrl+Return")
        seat.see(re.compile("Outcome: Message taken"))
        seat.press("F4", "ctrl+w")
        seat.quit()

    def test_the_target_does_not_want_the_call(self):
        seat = self.start_simulated(scripted())
        seat.press("F5", "ctrl+Return")
        seat.see(re.compile("You speak with the house"))
        seat.press("F4")
        seat.see(re.compile("You are back with the caller"))
        self.wait_for_row(seat, "My calls", "in conversation")
        wait_until(lambda: self.outcomes() == ["spoken"], lambda: f"the attempt is on file: {self.last_call()}")
        seat.press("F4")
        seat.see("Put away", "push button")
        seat.press("ctrl+w")
        seat.quit()

    def test_two_calls_are_juggled(self):
        seat = self.start_simulated(scripted(), scripted(after=0.5, dialled=QUAY_NUMBER, number=LINDGREN))
        self.wait_for_row(seat, "Waiting", QUAY)
        self.assertIn(PRAXIS, seat.titles()[0], "a waiting call does not disturb the one being spoken with")
        seat.press("F2")
        wait_until(lambda: QUAY in seat.titles()[0], "the second call is on the desk")
        self.assertIn("on hold", self.wait_for_row(seat, "My calls", PRAXIS))
        self.assertIn("in conversation", self.wait_for_row(seat, "My calls", QUAY))
        # Back to the first, which is retrieved; the second waits meanwhile.
        seat.press("alt+m")
        seat.see("My calls", "list", "focused")
        seat.press("Home", "Return")
        wait_until(lambda: PRAXIS in seat.titles()[0], "the first call is on the desk again")
        seat.press("F3")
        wait_until(lambda: any("in conversation" in row for row in self.rows(seat, "My calls") if PRAXIS in row), "the first speaks")
        wait_until(lambda: any("on hold" in row for row in self.rows(seat, "My calls") if QUAY in row), "the second waits")
        # The first is put through while the second waits.
        seat.press("F5", "Return")
        seat.see(re.compile("Outcome: Put through"))
        self.assertTrue(any("on hold" in row for row in self.rows(seat, "My calls") if QUAY in row))
        seat.press("ctrl+w")
        seat.press("alt+m")
        seat.press("Home", "Return")
        wait_until(lambda: QUAY in seat.titles()[0], "the second call is on the desk again")
        seat.press("F3")
        wait_until(lambda: any("in conversation" in row for row in self.rows(seat, "My calls") if QUAY in row), "the second speaks")
        seat.press("F4", "ctrl+w")
        seat.quit()


if __name__ == "__main__":
    story.main()
