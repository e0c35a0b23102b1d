"""What the house wants to be answered: found while one types during the call, links followed, written by supervisor and client."""

import re

import story
from story import PRAXIS, Story, wait_until


class Knowledge(Story):
    def answer_call(self, seat):
        self.call()
        self.wait_for_row(seat, "Waiting", PRAXIS)
        seat.press("F2")
        self.wait_for_row(seat, "My calls", "in conversation")
        seat.see("Message", "push button")

    def test_an_answer_is_found_while_one_types_and_its_link_followed(self):
        seat = self.start_reception("anna")
        self.answer_call(seat)
        seat.press("ctrl+i")
        seat.see("Search questions and answers", "text", "focused")
        seat.type("parken")
        self.wait_for_row(seat, "Questions", "Kann man bei Ihnen parken?")
        self.assert_said(seat, "Im Hof")
        seat.press("alt+l")
        seat.see("See also", "list", "focused")
        seat.press("Return")
        self.assert_said(seat, "U-Bahn")
        self.assertFalse(seat.has("New", "push button"), "a secretary only reads")
        seat.press("Escape", "Escape")
        seat.see("Message", "push button")
        seat.press("F4", "ctrl+w")
        seat.quit()

    def test_the_client_writes_an_answer_and_the_secretary_finds_it(self):
        feld = self.start_seat("feld")
        feld.see("Call notes", "page tab")
        feld.press("ctrl+i")
        feld.see("Search questions and answers", "text", "focused")
        feld.press("ctrl+n")
        feld.see("Question or heading", "text", "focused")
        feld.type("Nehmen Sie neue Patienten auf?")
        feld.press("Tab")
        feld.type("Erst wieder ab Februar.")
        feld.press("ctrl+Return")
        self.wait_for_row(feld, "Questions", "Nehmen Sie neue Patienten auf?")
        feld.quit()

        seat = self.start_reception("anna")
        self.answer_call(seat)
        seat.press("ctrl+i")
        seat.see("Search questions and answers", "text", "focused")
        seat.type("neue patienten")
        self.wait_for_row(seat, "Questions", "Nehmen Sie neue Patienten auf?")
        self.assert_said(seat, "Erst wieder ab Februar.")
        seat.kill()


if __name__ == "__main__":
    story.main()
