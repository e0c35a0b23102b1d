"""Who is there, and until when: set by secretary and client in two keys; absences and expected callers entered at the desk."""

import json

import story
from story import PRAXIS, PRAXIS_NUMBER, Story, wait_until

UNKNOWN = "+4915112345678"
WORDS = "Die Bescheinigung liegt an der Anmeldung."


class People(Story):
    def start_with_calls(self, *numbers):
        calls = [{"afterSeconds": 0.2 if i == 0 else 1, "caller": {"number": number}, "dialled": PRAXIS_NUMBER, "ringsForSeconds": 120,
                  "transfer": "succeeds"} for i, number in enumerate(numbers)]
        scenario = self.desktop.folder / f"calls-{self.id()}.json"
        scenario.write_text(json.dumps({"format": "vorzimmer/calls", "version": 1, "repeat": False, "calls": calls}), encoding="utf-8")
        seat = self.start_console("--simulate", scenario)
        seat.sign_in("anna")
        self.wait_for_row(seat, "Waiting", PRAXIS)
        return seat

    def states(self):
        return dict(self.bureau.query_cabinet(PRAXIS, "SELECT name, presence FROM person"))

    def test_the_secretary_sets_a_state_in_two_keys_during_the_call(self):
        seat = self.start_with_calls(story.ALBERS)
        seat.press("F2")
        self.wait_for_row(seat, "My calls", "in conversation")
        seat.press("F11", "m")  # absent until Monday
        self.wait_for_row(seat, "People", "Dr. Hanna Feld")
        wait_until(lambda: self.states()["Dr. Hanna Feld"] == "absent", lambda: f"the state is on file: {self.states()}")
        wait_until(lambda: any("Feld" in row and "absent until" in row for row in self.rows(seat, "People")), "the pane shows it")
        seat.press("F11", "h")
        wait_until(lambda: self.states()["Dr. Hanna Feld"] == "available", "she is back")
        seat.press("F4", "ctrl+w")
        seat.quit()

    def test_what_a_caller_is_to_be_told_is_entered_at_the_desk_and_told(self):
        seat = self.start_with_calls(story.ALBERS, UNKNOWN)
        seat.press("F2")
        self.wait_for_row(seat, "My calls", "in conversation")
        seat.press("ctrl+shift+p")
        seat.see("People and plan")
        seat.see("People", "list", "focused")
        seat.press("alt+k", "End")
        seat.press("alt+o")
        seat.type("0151 12345678")
        seat.press("alt+u")
        seat.type("tomorrow 18:00")
        seat.press("alt+e")
        seat.type(WORDS)
        seat.press("ctrl+Return")
        self.wait_for_row(seat, "Plan", WORDS)
        seat.press("Escape", "Escape", "F4")
        self.wait_for_row(seat, "Waiting", PRAXIS)
        seat.press("ctrl+w", "F2")
        self.assert_said(seat, WORDS)
        seat.kill()

    def test_the_client_enters_its_own_absence_and_the_desk_follows(self):
        feld = self.start_seat("feld")
        feld.see("Call notes", "page tab")
        feld.press("ctrl+shift+p")
        feld.see("People", "list", "focused")
        feld.press("alt+n")
        feld.type("Kongress in Lissabon")
        feld.press("ctrl+Return")
        self.wait_for_row(feld, "Plan", "Kongress in Lissabon")
        feld.press("alt+p", "F11", "b")
        wait_until(lambda: any("busy until" in row for row in self.rows(feld, "People")), "she is busy")
        feld.quit()

        seat = self.start_with_calls(story.ALBERS)
        seat.press("F2")
        self.wait_for_row(seat, "My calls", "in conversation")
        wait_until(lambda: any("Feld" in row and "busy until" in row for row in self.rows(seat, "People")), "the desk shows it")
        seat.press("ctrl+shift+p")
        self.wait_for_row(seat, "Plan", "Kongress in Lissabon")
        seat.press("alt+l", "Delete")
        wait_until(lambda: not any("Lissabon" in row for row in self.rows(seat, "Plan")), "it is taken away")
        seat.kill()


if __name__ == "__main__":
    story.main()
