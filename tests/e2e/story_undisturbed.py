"""Calls come and go while a note is being written; neither the focus nor a word of it moves."""

import re
import threading

import story
from story import PRAXIS, Story, wait_until

QUAY, QUAY_NUMBER, LINDGREN = "Harbour & Quay LLP", "+442079460070", "+442079460701"


class Undisturbed(Story):
    def test_a_caller_gives_up_while_an_earlier_note_is_half_written(self):
        seat = self.start_reception("anna")
        first = self.call(hangs_up_after=0.5)
        self.wait_for_row(seat, "Waiting", PRAXIS)
        seat.press("F2")
        first.finish()
        seat.see("Put away", "push button")
        seat.press("F6")
        field = seat.see("Text", "text", "focused")

        text = "Bittet um Rückruf. " * 30
        typing = threading.Thread(target=seat.type, args=(text, 0.012))
        typing.start()
        self.addCleanup(typing.join)
        second = self.call(QUAY_NUMBER, LINDGREN, gives_up_after=1.5)
        self.wait_for_row(seat, "Waiting", QUAY)
        second.wait_for("CANCEL")
        second.finish()
        wait_until(lambda: not self.rows(seat, "Waiting"), "nobody waits any more")
        self.assertTrue(typing.is_alive(), "the call came and went after the typing: type more")
        typing.join()

        seat.wait_text("Text", text)
        self.assertEqual(seat.focused().path, field.path)
        self.assertIn(PRAXIS, seat.titles()[0])
        self.wait_for_row(seat, "Today", f"{QUAY}, Rang off before the answer")
        self.assertIn("Note unfinished", self.wait_for_row(seat, "My calls", PRAXIS))
        seat.kill()

    def test_another_call_is_taken_and_the_note_waits(self):
        seat = self.start_reception("anna")
        first = self.call(hangs_up_after=0.3)
        self.wait_for_row(seat, "Waiting", PRAXIS)
        seat.press("F2")
        seat.see("Message", "push button")
        seat.press("F6")
        seat.see("Text", "text", "focused")
        text = "Fragt nach dem Ergebnis; will heute noch"
        seat.type(text)
        seat.wait_text("Text", text)
        first.finish()

        second = self.call(QUAY_NUMBER, LINDGREN, hangs_up_after=1.5)
        self.wait_for_row(seat, "Waiting", QUAY)
        seat.press("F2")
        wait_until(lambda: QUAY in seat.titles()[0], "the second call is on the desk")
        self.assertIn("Note unfinished", self.wait_for_row(seat, "My calls", PRAXIS))
        second.finish()
        seat.see("Put away", "push button")
        seat.press("ctrl+w")

        seat.press("alt+m")
        seat.see("My calls", "list", "focused")
        seat.press("Home", "Return")
        wait_until(lambda: PRAXIS in seat.titles()[0], lambda: f"the first note is on the desk again:\n{seat.describe()}")
        seat.wait_text("Text", text)
        seat.press("ctrl+w")
        self.assert_said(seat, "The note is not finished.")
        seat.focus(seat.field("Text"))
        seat.press("ctrl+End")
        seat.type(" Bescheid.")
        seat.press("ctrl+Return")
        seat.see(re.compile("Outcome: Message taken"))
        wait_until(lambda: self.bureau.query_cabinet(PRAXIS, "SELECT text FROM note ORDER BY number DESC LIMIT 1")[0][0]
                   == text + " Bescheid.", "the whole note is on file")
        seat.quit()


if __name__ == "__main__":
    story.main()
