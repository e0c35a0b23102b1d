"""Each kind of caller has a screen of its own, and no screen tells anything of another client."""

import contextlib
import json
import pathlib
import re
import sqlite3

import clipboard
import story
from story import PRAXIS, PRAXIS_NUMBER, Story, wait_until

KOWALSKI = "+4917604069001"
LEHMANNS = "+493023125101"
QUAY, QUAY_NUMBER, LINDGREN = "Harbour & Quay LLP", "+442079460070", "+442079460701"
HANSEN, HANSEN_NUMBER = "Bedachungen Hansen & Sohn", "+494066969520"
DEMO = pathlib.Path(__file__).resolve().parents[2] / "resources/demo/tenants"


def secrets_of(key):
    """What nobody may read while another client is on the screen: people, callers, addresses, numbers, instructions."""
    demo = json.loads((DEMO / f"{key}.json").read_text(encoding="utf-8"))
    told = {demo["greetings"][0]["text"].split("{secretary}")[0].strip()}
    for person in demo["people"] + demo["callers"]:
        told |= {person["name"], person.get("company", ""), person.get("email", ""), person.get("specialInstruction", "")}
    for text in demo["instructions"]:
        told.add(text.split("**")[-1].strip())
    told |= {entry.get("text", "")[:60] for entry in demo["history"]}
    return {words for words in told if len(words) > 7}


class Callers(Story):
    def ring(self, seat, *arguments, **plan):
        """A call that is on the desk when this returns."""
        caller = self.call(*arguments, **plan)
        wait_until(lambda: self.rows(seat, "Waiting"), lambda: f"a call waits:\n{seat.describe()}")
        return caller

    def hang_up(self, seat, caller):
        """Answers, hangs up, clears the desk."""
        seat.press("F2")
        caller.wait_for("ACK")
        self.wait_for_row(seat, "My calls", "in conversation")
        seat.press("F4")
        caller.finish()
        seat.see("Put away", "push button")
        seat.press("ctrl+w")
        seat.see("Ready for the next call")

    def test_each_kind_of_caller_has_its_screen(self):
        seat = self.start_reception("anna")
        with self.subTest("unknown caller"):
            caller = self.ring(seat, PRAXIS_NUMBER, "+4915112345678")
            self.assert_said(seat, "Unknown number")
            self.assert_said(seat, "01511 2345678")
            self.assert_said(seat, "Nobody on file has this number.")
            self.assertEqual(self.rows(seat, "Call history"), [])
            self.assert_said(seat, "unknown caller")
            self.hang_up(seat, caller)
        with self.subTest("anonymous caller"):
            caller = self.ring(seat, PRAXIS_NUMBER, None)
            self.assertIn("from withheld", self.rows(seat, "Waiting")[0])
            self.assert_said(seat, "Number withheld")
            self.assert_said(seat, "The caller shows no number.")
            self.hang_up(seat, caller)
        with self.subTest("a number that is none"):
            caller = self.ring(seat, PRAXIS_NUMBER, "abc-def")
            self.assert_said(seat, "The network sent something that is no telephone number.")
            self.hang_up(seat, caller)
        with self.subTest("any spelling of a number"):
            for spelling in ("0049 1522 8817386", "01522/8817386", "(01522) 88 17 386"):
                caller = self.ring(seat, "030-23125%20010", spelling.replace(" ", "%20"))
                self.assert_said(seat, "T. Albers")
                self.assertIn(PRAXIS, seat.titles()[0])
                self.hang_up(seat, caller)
        with self.subTest("nobody's number"):
            caller = self.ring(seat, "+493099999999", story.ALBERS)
            seat.see("Nobody’s number was dialled")
            self.assert_said(seat, "dialled: +493099999999")
            self.assertEqual(seat.titles(), ["Vorzimmer"])
            seat.press("F2")
            caller.wait_for("ACK")
            seat.press("F4")
            caller.finish()
        seat.quit()

    def test_one_of_several_who_share_a_number_is_chosen_by_keyboard(self):
        seat = self.start_reception("anna")
        self.ring(seat, PRAXIS_NUMBER, LEHMANNS)
        choice = seat.see(re.compile("Several callers share this number"), "list")
        self.assertEqual([row.split(",")[0] for row in self.rows(seat, choice.name)], ["Gerda Lehmann", "Karl-Heinz Lehmann"])
        self.assert_said(seat, "several callers share this number")
        seat.press("alt+c")
        seat.see(choice.name, "list", "focused")
        seat.press("Down", "Return")
        self.assert_said(seat, "chosen among 2")
        self.assert_said(seat, "Marcumar-Patient")
        self.assertTrue(self.rows(seat, "Call history"), "his history is not shown")
        seat.press("F6")
        seat.wait_text("Name", "Karl-Heinz Lehmann")
        seat.kill()

    def test_the_same_client_twice_in_a_row_is_read_afresh(self):
        seat = self.start_reception("anna")
        caller = self.ring(seat)
        self.assert_said(seat, "T. Albers")
        self.hang_up(seat, caller)
        with contextlib.closing(sqlite3.connect(self.bureau.cabinet(PRAXIS), timeout=10)) as database, database:
            database.execute("UPDATE person SET presence = 'absent', presence_note = 'bei einem Notfall', presence_until = NULL "
                             "WHERE name = 'Dr. Hanna Feld'")
        self.ring(seat, PRAXIS_NUMBER, KOWALSKI)
        self.assert_said(seat, "Piotr Kowalski")
        self.assertIn("bei einem Notfall", self.wait_for_row(seat, "People", "Dr. Hanna Feld"))
        said = "\n".join(seat.everything_said())
        self.assertNotIn("Albers", said)
        seat.press("F6")
        seat.wait_text("Name", "Piotr Kowalski")
        self.assertEqual(seat.field_text("Text"), "")
        seat.kill()

    def test_a_walled_client_is_refused(self):
        with contextlib.closing(sqlite3.connect(self.bureau.folder / "bureau.db")) as database, database:
            database.execute("INSERT INTO assignment (user, tenant) SELECT user.id, tenant.id FROM user, tenant "
                             "WHERE user.login = 'anna' AND tenant.name = ?", (HANSEN,))
        seat = self.start_reception("anna")
        self.ring(seat, HANSEN_NUMBER, "+494066969601")
        seat.see(f"{HANSEN} is not served at this seat")
        self.assert_said(seat, "answer as: Bedachungen Hansen")
        self.nothing_told(seat, secrets_of("bedachungen-hansen"))
        rows = self.bureau.query("SELECT reason FROM audit WHERE event = 'cabinet-refused' ORDER BY number DESC")
        self.assertIn("wall to a competitor", rows[0][0])
        seat.kill()

    def test_nothing_of_one_client_is_left_when_the_next_is_on_the_screen(self):
        seat = self.start_reception("anna")
        theirs = secrets_of("praxis-lindenplatz")
        first = self.ring(seat)
        seat.press("F2")
        seat.see("Message", "push button")
        seat.press("F6")
        seat.see("Text", "text", "focused")
        seat.type("Kanarienvogel Lindenplatz, vertraulich")
        seat.wait_text("Text", re.compile("vertraulich"))
        seat.press("ctrl+a", "ctrl+c")
        wait_until(lambda: "Kanarienvogel" in clipboard.read(self.desktop.env), "the note is on the clipboard")
        self.assertGreater(len(self.told(seat, theirs)), 5, "the search would find nothing anyway")
        first.wait_for("ACK")
        seat.press("F4")
        first.finish()

        self.ring(seat, QUAY_NUMBER, LINDGREN)
        seat.press("F2")
        wait_until(lambda: QUAY in seat.titles()[0], "the next client is on the desk")
        self.assert_said(seat, "Annika Lindgren")
        self.nothing_told(seat, theirs | {"Kanarienvogel"})
        seat.press("F6")
        seat.see("Text", "text", "focused")
        seat.press("ctrl+z", "ctrl+v")
        self.nothing_told(seat, theirs | {"Kanarienvogel"})
        for selection in ("CLIPBOARD", "PRIMARY"):
            self.assertNotIn("Kanarienvogel", clipboard.read(self.desktop.env, selection), selection)
        seat.kill()
        self.assertEqual([words for words in theirs | {"Kanarienvogel"} if words in seat.child.output()], [], "the log tells")

    def told(self, seat, secrets):
        said = "\n".join(seat.everything_said() + seat.titles())
        return sorted(words for words in secrets if words in said)

    def nothing_told(self, seat, secrets):
        # What leaves the screen may still be under way for a moment.
        wait_until(lambda: not self.told(seat, secrets), lambda: f"nothing is told; but: {self.told(seat, secrets)}", 5)


if __name__ == "__main__":
    story.main()
