"""Callers are put through by keyboard on a real line: what the console says and does is heard by real SIP telephones."""

import json
import re

import story
from sip_caller import SipTarget
from story import PRAXIS, PRAXIS_NUMBER, Story, wait_until

QUAY, QUAY_NUMBER, LINDGREN = "Harbour & Quay LLP", "+442079460070", "+442079460701"
TYPED, DIALLED = "030 27879100", "+493027879100"


class PutThroughBySip(Story):
    def start_talking(self, target=None, **plan):
        """A seat that speaks with Mrs Albers; calls of its own go to `target`."""
        if target:
            self.target = SipTarget(self.desktop, target)
            self.addCleanup(self.target.stop)
            self.ctl("--data", self.bureau.folder, "set", "sip-peer", self.target.place())
        seat = self.start_reception()
        caller = self.call(**plan)
        self.wait_for_row(seat, "Waiting", PRAXIS)
        seat.press("F2")
        self.wait_for_row(seat, "My calls", "in conversation")
        seat.see("Put through", "push button")
        return seat, caller

    def type_number(self, seat):
        seat.press("F5")
        seat.see("Put through to", "list", "focused")
        seat.press("alt+b")
        seat.see("Another number", "text", "focused")
        seat.type(TYPED)

    def last_call(self):
        return self.bureau.query_cabinet(
            PRAXIS, "SELECT disposition, attempts, end_reason FROM call ORDER BY offered_at DESC LIMIT 1")[0]

    def outcomes(self):
        return [attempt[5] for attempt in json.loads(self.last_call()[1])]

    def hang_up(self, seat, caller):
        seat.press("F4")
        caller.finish()
        seat.see("Put away", "push button")
        seat.press("ctrl+w")
        seat.quit()

    def test_at_once(self):
        seat, caller = self.start_talking(referred=["100 Trying", "180 Ringing", "200 OK"])
        self.type_number(seat)
        seat.press("Return")
        seat.see(re.compile("Outcome: Put through"))
        caller.finish()
        self.assertIn(f"Refer-To: <sip:{DIALLED}@", caller.trace())
        wait_until(lambda: self.last_call()[0] == "put-through", lambda: f"the outcome is on file: {self.last_call()}")
        self.assertEqual(self.last_call()[2], "transferred")
        seat.press("ctrl+w")
        seat.quit()

    def test_at_once_and_busy_there(self):
        seat, caller = self.start_talking(referred=["100 Trying", "486 Busy Here"])
        self.type_number(seat)
        seat.press("Return")
        seat.see(re.compile("Nobody took it .busy"))
        self.wait_for_row(seat, "My calls", "in conversation")
        wait_until(lambda: self.outcomes() == ["busy"], lambda: f"the attempt is on file: {self.last_call()}")
        self.hang_up(seat, caller)

    def test_announced_and_connected(self):
        seat, caller = self.start_talking("called_one_waits_for_bye", changes=1, referred=["200 OK"])
        self.type_number(seat)
        seat.press("ctrl+Return")
        seat.see(re.compile("You speak with"))
        self.wait_for_row(seat, "My calls", "on hold")
        self.assertEqual([uri.split("@")[0] for uri in self.target.called()][:1], [f"sip:{DIALLED}"])
        seat.press("ctrl+Return")
        seat.see(re.compile("Outcome: Put through"))
        caller.finish()
        self.assertRegex(caller.trace(), r"Refer-To: <sip:called@[^>]*[?]Replaces=")
        wait_until(lambda: self.outcomes() == ["connected"], lambda: f"the attempt is on file: {self.last_call()}")
        seat.quit()

    def test_announced_refused_and_back_with_the_note_intact(self):
        seat, caller = self.start_talking("called_one_is_busy", changes=2)
        seat.press("F6")
        seat.see("Text", "text", "focused")
        text = "Möchte Dr. Feld selbst sprechen"
        seat.type(text)
        self.type_number(seat)
        seat.press("ctrl+Return")
        seat.see(re.compile("Nobody took it .busy"))
        self.wait_for_row(seat, "My calls", "in conversation")
        self.assertEqual(self.outcomes(), ["busy"])
        seat.press("F6")
        seat.see("Text", "text", "focused")
        seat.wait_text("Text", text)
        seat.press("ctrl+Return")
        seat.see(re.compile("Outcome: Message taken"))
        self.hang_up(seat, caller)

    def test_two_calls_are_juggled(self):
        seat, first = self.start_talking(changes=2)
        second = self.call(QUAY_NUMBER, LINDGREN, changes=1)
        self.wait_for_row(seat, "Waiting", QUAY)
        self.assertIn(PRAXIS, seat.titles()[0], "a waiting call does not disturb the one being spoken with")
        seat.press("F2")
        wait_until(lambda: QUAY in seat.titles()[0], "the second call is on the desk")
        self.assertIn("on hold", self.wait_for_row(seat, "My calls", PRAXIS))
        self.assertIn("in conversation", self.wait_for_row(seat, "My calls", QUAY))
        seat.press("alt+m")
        seat.see("My calls", "list", "focused")
        seat.press("Home", "Return")
        wait_until(lambda: PRAXIS in seat.titles()[0], "the first call is on the desk again")
        seat.press("F3")
        wait_until(lambda: any("in conversation" in row for row in self.rows(seat, "My calls") if PRAXIS in row), "the first speaks")
        wait_until(lambda: any("on hold" in row for row in self.rows(seat, "My calls") if QUAY in row), "the second waits")
        seat.press("F4")
        first.finish()
        seat.press("ctrl+w", "alt+m")
        seat.press("Home", "Return")
        wait_until(lambda: QUAY in seat.titles()[0], "the second call is on the desk again")
        self.hang_up(seat, second)


if __name__ == "__main__":
    story.main()
