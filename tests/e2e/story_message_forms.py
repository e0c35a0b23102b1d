"""What the house wants to know about a concern: set up by the supervisor, asked in the call, kept with note and topic."""

import json
import re

import console
import story
from story import PRAXIS, Story, wait_until


class MessageForms(Story):
    def answer_call(self, seat):
        caller = self.call()
        self.wait_for_row(seat, "Waiting", PRAXIS)
        seat.press("F2")
        self.wait_for_row(seat, "My calls", "in conversation")
        seat.see("Message", "push button")
        return caller

    def choose_concern(self, seat, name):
        seat.press("alt+o")
        seat.type(name)
        seat.press("Return")
        console.pause(0.5)  # the list of concerns has gone; X may tell of its going late, and Qt then gives the focus back

    def test_a_message_is_finished_when_the_house_knows_what_it_wants_to_know(self):
        seat = self.start_reception("anna")
        self.answer_call(seat)
        self.choose_concern(seat, "Hausbesuch")
        seat.press("F6")
        seat.see("Wie eilig? (must be answered)", "combo box", "focused")
        seat.press("ctrl+Return")
        self.assert_said(seat, "The house wants to know this.")
        seat.press("Down")
        seat.press("Tab")
        seat.see("Adresse und Etage (must be answered)", "text", "focused")
        seat.type("Lindenplatz 4, 3. Stock")
        seat.press("Tab")
        seat.see("Seit wann krank?", "text", "focused")
        seat.type("neulich")
        seat.press("ctrl+Return")
        self.assert_said(seat, "This is no day.")
        seat.press("ctrl+a")
        seat.type("2026-11-29")
        seat.press("ctrl+Return")
        seat.see(re.compile("Outcome: Message taken"))
        rows = wait_until(lambda: self.bureau.query_cabinet(PRAXIS, "SELECT answers FROM note WHERE concern = 'Hausbesuch' AND answers <> '[]'"),
                          "the note is on file")
        self.assertEqual(json.loads(rows[0][0]), [["Wie eilig?", "heute noch"], ["Adresse und Etage", "Lindenplatz 4, 3. Stock"],
                                                  ["Seit wann krank?", "2026-11-29"]])
        text = self.bureau.query_cabinet(PRAXIS, "SELECT t.text FROM topic t JOIN note n ON n.id = t.id WHERE n.answers <> '[]'")[0][0]
        self.assertIn("Wie eilig? heute noch\nAdresse und Etage: Lindenplatz 4, 3. Stock", text)
        seat.press("F4", "ctrl+w")
        seat.quit()

    def test_a_supervisor_adds_a_question_and_the_next_message_asks_it(self):
        petra = self.start_reception("petra")
        self.answer_call(petra)
        petra.press("ctrl+shift+f")
        petra.see("Message forms")
        petra.see("Concerns", "list", "focused")
        petra.press("Down")  # Termin
        petra.press("ctrl+n")
        petra.see("Question", "text", "focused")
        petra.press("ctrl+Return")
        self.assert_said(petra, "A question has no words yet")
        petra.press("alt+e")
        petra.type("Bei wem?")
        petra.press("alt+b")
        self.wait_for_row(petra, "Questions", "Bei wem?, Text, must be answered")
        petra.press("ctrl+Return")
        petra.see(re.compile("^Saved"))
        petra.press("Escape")
        petra.see("Message", "push button")  # the desk, read anew
        self.choose_concern(petra, "Termin")
        petra.press("F6")
        petra.see("Bei wem? (must be answered)", "text", "focused")
        petra.kill()


if __name__ == "__main__":
    story.main()
