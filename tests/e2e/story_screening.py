"""Who calls, when and about what decides what the desk advises; from ringing to the outcome on file, by keyboard."""

import json
import pathlib
import re

import story
from story import ALBERS, PRAXIS, PRAXIS_NUMBER, Story, wait_until

DEMO = pathlib.Path(__file__).resolve().parents[2] / "resources/demo/tenants/praxis-lindenplatz.json"
SOLICITOR, VIP, UNKNOWN = "+493023125151", "+493023125130", "+4915112345678"

EMERGENCY = {
    "id": "emergency",
    "when": {"concerns": ["Akute Beschwerden"]},
    "then": {"action": "putthrough", "people": ["leitung"], "onCallFirst": True, "remark": "Sofort durchstellen"},
}
REST = [
    {"id": "blocked", "priority": 100, "when": {"relations": ["blocked", "solicitor"]}, "then": {"action": "decline"}},
    {"id": "expected", "when": {"expected": True}, "then": {"action": "putthrough"}},
    {"id": "vip", "when": {"relations": ["vip"]}, "then": {"action": "putthrough"}},
    {"id": "closed", "when": {"house": "closed"}, "then": {"action": "message"}},
    {"id": "call-back-overdue", "when": {"callBackOverdue": True}, "then": {"action": "putthrough"}},
    {"id": "unknown", "when": {"relations": ["unknown", "anonymous"]}, "then": {"action": "message"}},
    {"id": "rest", "then": {"action": "message"}},
]


class Screening(Story):
    def furnish(self, hours, **more):
        """The practice with these hours and rules of its own, everybody at their desks."""
        file = json.loads(DEMO.read_text(encoding="utf-8"))
        file["hours"] = {"text": hours}
        for person in file["people"]:
            person.pop("presence", None)
        file["screening"] = {"rules": [EMERGENCY, *REST], "duties": [{"person": "zweite"}]}
        for concern in file["concerns"]:
            if concern["name"] == "Akute Beschwerden":
                concern["synonyms"] = ["Notfall", "Herzinfarkt"]
        file.update(more)
        path = self.desktop.folder / f"praxis-{self.id()}.json"
        path.write_text(json.dumps(file), encoding="utf-8")
        self.ctl("--data", self.bureau.folder, "import", path)

    def start(self, *numbers):
        """A seat at which these numbers ring one after the other, each when the last one is gone."""
        calls = [{"afterSeconds": 0.2 if i == 0 else 1, "caller": {"number": number}, "dialled": PRAXIS_NUMBER, "ringsForSeconds": 120,
                  "transfer": "succeeds"} for i, number in enumerate(numbers)]
        scenario = self.desktop.folder / f"calls-{self.id()}.json"
        scenario.write_text(json.dumps({"format": "vorzimmer/calls", "version": 1, "repeat": False, "calls": calls}), encoding="utf-8")
        seat = self.start_console("--simulate", scenario)
        seat.sign_in("anna")
        self.wait_for_row(seat, "Waiting", PRAXIS)
        return seat

    def reason(self, seat, advice):
        return seat.description(seat.see(re.compile("^Recommended: " + advice)))

    def last_calls(self):
        """The newest first; another one may ring by now."""
        return self.bureau.query_cabinet(
            PRAXIS, "SELECT recommendation, rule_version, disposition, concern FROM call ORDER BY offered_at DESC LIMIT 2")

    def wait_for_call(self, rule, disposition, concern=""):
        wait_until(lambda: (rule, 1, disposition, concern) in self.last_calls(), lambda: f"the call is on file: {self.last_calls()}")

    def put_through(self, seat):
        seat.press("F5")
        seat.see("Put through to", "list", "focused")
        seat.press("Return")
        seat.see(re.compile("Outcome: Put through"))

    def test_a_blocked_solicitor_is_declined_at_any_hour(self):
        self.furnish("24/7")
        seat = self.start(SOLICITOR)
        self.assertIn("cold caller", self.reason(seat, "Decline politely"))
        seat.press("F4")
        self.wait_for_call("blocked", "refused")
        seat.quit()

    def test_a_vip_at_night_is_put_through(self):
        self.furnish("Mo-So geschlossen")
        seat = self.start(VIP)
        seat.press("F2")
        self.wait_for_row(seat, "My calls", "in conversation")
        reason = self.reason(seat, "Put through to Dr. Hanna Feld")
        self.assertIn("VIP", reason)
        self.assertIn("house closed", reason)
        self.put_through(seat)
        self.wait_for_call("vip", "put-through")
        seat.press("ctrl+w")
        seat.quit()

    def test_an_unknown_caller_with_an_emergency_gets_whoever_is_on_call(self):
        self.furnish("Mo-So geschlossen")
        seat = self.start(UNKNOWN)
        seat.press("F2")
        self.wait_for_row(seat, "My calls", "in conversation")
        self.reason(seat, "Take a message")
        seat.press("alt+o")
        seat.type("Herzinfarkt")
        seat.press("Return")
        reason = self.reason(seat, "Put through to Dr. Miriam Ayd")
        self.assertIn("is on call", reason)
        self.assertIn("Sofort durchstellen", reason)
        self.put_through(seat)
        self.wait_for_call("emergency", "put-through", "Akute Beschwerden")
        seat.press("ctrl+w")
        seat.quit()

    def test_a_promised_call_back_that_is_overdue_puts_the_caller_through(self):
        self.furnish("24/7", history=[{"at": "d-3 10:00", "caller": "kowalski", "seconds": 60, "disposition": "message", "text": "Bitte um Rückruf",
                                       "flags": ["callback"], "by": "anna", "topic": "open"}])
        seat = self.start("+4917604069001")
        seat.press("F2")
        self.wait_for_row(seat, "My calls", "in conversation")
        self.assertIn("call-back is overdue", self.reason(seat, "Put through to Dr. Hanna Feld"))
        self.put_through(seat)
        self.wait_for_call("call-back-overdue", "put-through")
        seat.press("ctrl+w")
        seat.quit()

    def test_an_expected_caller_is_told_once(self):
        words = "Die Bescheinigung liegt an der Anmeldung."
        self.furnish("24/7", expected=[{"number": UNKNOWN, "message": words, "validUntil": "d+2 18:00"}])
        seat = self.start(UNKNOWN, UNKNOWN)
        seat.press("F2")
        self.wait_for_row(seat, "My calls", "in conversation")
        reason = self.reason(seat, "Put through to Dr. Hanna Feld")
        self.assertIn(words, reason)
        self.assert_said(seat, words)
        seat.press("F6")
        seat.see("Text", "text", "focused")
        seat.type("Bescheid gesagt")
        seat.press("ctrl+Return")
        seat.see(re.compile("Outcome: Message taken"))
        self.wait_for_call("expected", "message")
        seat.press("F4", "ctrl+w")
        wait_until(lambda: self.bureau.query_cabinet(PRAXIS, "SELECT length(told_in) FROM expected_call")[0][0] == 16, "the message counts as told")
        self.wait_for_row(seat, "Waiting", PRAXIS)
        seat.press("F2")
        self.assertNotIn(words, self.reason(seat, "Take a message"))
        seat.kill()

    def test_a_supervisor_changes_hours_and_rules_and_the_next_call_follows(self):
        self.furnish("24/7")
        petra = self.start_reception("petra")
        petra.press("ctrl+t")
        petra.see("Open a client without a call", "dialog")
        petra.press("alt+l")
        petra.see(None, "combo box", "focused")
        for _ in range(20):
            if petra.nodes(PRAXIS, "combo box"):
                break
            petra.press("Down")
            story.console.pause(0.1)
        petra.focus(petra.field("Reason"))
        petra.press("ctrl+a")
        petra.type("Neue Regeln")
        petra.see("Open", "push button", "enabled")
        petra.press("Return")
        wait_until(lambda: PRAXIS in petra.titles()[0], "the practice is on the screen")
        petra.press("ctrl+shift+r")
        petra.see("Set-up: opening hours and rules")
        petra.see("Opening hours", "text", "focused")
        petra.press("ctrl+a")
        petra.type("Mo-Fr 8-25")
        self.assert_said(petra, "Character 9: There is no such time")
        petra.press("ctrl+a")
        petra.type("Mo-So 0-24; Feiertage geschlossen")
        self.assert_said(petra, "public holidays closed")
        self.wait_for_row(petra, "Rules", "the caller is: Unknown or Number withheld")
        petra.press("alt+r")
        petra.see("Rules", "list", "focused")
        petra.press("Home", "ctrl+e")
        self.wait_for_row(petra, "Rules", "switched off")
        petra.press("ctrl+r")
        wait_until(lambda: "decided anew" in petra.text(petra.see("What would have been otherwise", "text")), "the last calls are decided anew")
        petra.press("ctrl+Return")
        petra.see(re.compile("Saved as version 2"))
        petra.press("Escape")
        petra.kill()
        versions = self.bureau.query_cabinet(PRAXIS, "SELECT version, saved_by FROM rule_version ORDER BY version")
        self.assertEqual(versions, [(1, "import"), (2, "Petra Vogt")])

        seat = self.start(UNKNOWN)
        seat.press("F2")
        self.wait_for_row(seat, "My calls", "in conversation")
        seat.press("alt+o")
        seat.type("Notfall")
        seat.press("Return")
        self.reason(seat, "Take a message")
        seat.press("F10", "b")
        self.reason(seat, "Decline politely")
        seat.press("F4")
        wait_until(lambda: self.last_calls()[0][:2] == ("blocked", 2), lambda: f"the new version decides: {self.last_calls()}")
        seat.kill()


if __name__ == "__main__":
    story.main()
