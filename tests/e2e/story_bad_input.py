"""What is broken gets a clear answer, and the console goes on working."""

import contextlib
import re
import sqlite3

import clipboard
import sip_caller
import story
from story import PRAXIS, Story, wait_until

LONGEST = 100_000
BROKEN_PACKETS = (
    b"INVITE\r\n\r\n",
    b"\x00\xff\xfe" * 200,
    b"INVITE sip:+493023125010@127.0.0.1 SIP/2.0\r\nContent-Length: 99999999\r\n\r\n",
    b"INVITE sip:" + b"A" * 60_000 + b" SIP/2.0\r\n\r\n",
    b"INVITE sip:%zz@[::::] SIP/2.0\r\nVia: SIP/2.0/UDP x;branch=\r\nFrom: <sip:\"\r\nTo: ;;;\r\nCall-ID:\r\nCSeq: -1 X\r\n\r\n",
    b"SIP/2.0 999 No such thing\r\n\r\n",
)


class BadInput(Story):
    def test_broken_packets_and_then_a_good_call(self):
        seat = self.start_reception("anna")
        for packet in BROKEN_PACKETS:
            sip_caller.send_raw(self.sip_port, packet)
        caller = self.call(hangs_up_after=0.3)
        self.wait_for_row(seat, "Waiting", PRAXIS)
        seat.press("F2")
        caller.finish()
        self.assertEqual(len(self.bureau.query("SELECT * FROM journal WHERE offered_at > (strftime('%s', 'now') - 600) * 1000")), 1)
        seat.quit()

    def test_a_note_of_a_hundred_thousand_characters_and_one_more(self):
        seat = self.start_reception("anna")
        caller = self.call(hangs_up_after=0.3)
        self.wait_for_row(seat, "Waiting", PRAXIS)
        seat.press("F2")
        seat.see("Message", "push button")
        seat.press("F6")
        caller.finish()
        seat.see("Text", "text", "focused")
        longest = ("Äußerst lang. " * (LONGEST // 14 + 1))[:LONGEST]
        with clipboard.Offer(self.desktop.env, longest):
            seat.press("ctrl+v")
            wait_until(lambda: len(seat.field_text("Text")) == LONGEST, "everything is pasted", 60)
        seat.press("ctrl+End")
        seat.type("x")
        seat.press("ctrl+Return")
        self.assert_said(seat, "The text is longer than 100,000 characters.")
        self.assertEqual(len(seat.field_text("Text")), LONGEST + 1, "something was cut off")
        wait_until(lambda: self.bureau.query_cabinet(PRAXIS, "SELECT length(text) FROM draft") == [(LONGEST + 1,)],
                   "the whole draft is kept", 30)
        seat.focus(seat.field("Text"))
        seat.press("ctrl+End", "BackSpace", "ctrl+Return")
        seat.see(re.compile("Outcome: Message taken"), patience=60)
        wait_until(lambda: self.bureau.query_cabinet(PRAXIS, "SELECT text FROM note ORDER BY number DESC LIMIT 1")[0][0] == longest,
                   "the longest note is on file", 30)
        seat.quit()

    def test_a_cabinet_that_cannot_be_read(self):
        cabinet = self.bureau.cabinet(PRAXIS)
        for leftover in cabinet.parent.glob(cabinet.name + "-*"):
            leftover.unlink()
        cabinet.write_bytes(b"This is no database. " * 1000)
        seat = self.start_reception("anna")
        broken = self.call()
        seat.see(f"The file of {PRAXIS} cannot be read", patience=30)
        self.assert_said(seat, "The client's file cannot be read or written.")
        seat.press("F2")
        broken.wait_for("ACK")
        seat.press("F4")
        broken.finish()
        self.assertEqual(cabinet.read_bytes()[:20], b"This is no database.", "the broken file was changed")

        good = self.call("+442079460070", "+442079460701", hangs_up_after=0.3)
        self.wait_for_row(seat, "Waiting", "Harbour & Quay LLP")
        seat.press("F2")
        self.assert_said(seat, "Annika Lindgren")
        good.finish()
        seat.quit()

    def test_a_bureau_that_cannot_be_opened(self):
        bureau = self.bureau.folder / "bureau.db"
        with self.subTest("no folder"):
            seat = self.start_console(data=self.desktop.folder / "nowhere")
            seat.see("There is no bureau here yet")
            self.assert_said(seat, "vorzimmer-ctl init")
            self.assertFalse((self.desktop.folder / "nowhere").exists(), "the folder was made")
            seat.quit()
        with self.subTest("a newer version"):
            with contextlib.closing(sqlite3.connect(bureau)) as database:
                database.execute("PRAGMA user_version = 9999")
            seat = self.start_console()
            seat.see("The bureau cannot be opened")
            self.assert_said(seat, "newer Vorzimmer")
            seat.quit()
        with self.subTest("garbage"):
            for leftover in bureau.parent.glob("bureau.db-*"):
                leftover.unlink()
            bureau.write_bytes(b"garbage" * 5000)
            seat = self.start_console()
            seat.see("The bureau cannot be opened")
            self.assertTrue(seat.child.is_running())
            seat.quit()
            self.assertEqual(bureau.read_bytes(), b"garbage" * 5000, "the broken file was changed")

    def test_a_wrong_password_is_told_and_the_right_one_lets_in(self):
        seat = self.start_seat_without_signing_in()
        seat.sign_in("anna", "wrong")
        seat.see("Name or password is wrong. Please try again.")
        self.assertEqual(seat.field_text("Name"), "anna")
        seat.sign_in("anna")
        seat.see("Ready for the next call")
        events = [row[0] for row in self.bureau.query("SELECT event FROM audit ORDER BY number")]
        self.assertIn("sign-in-failed", events)
        seat.quit()

    def start_seat_without_signing_in(self):
        return self.start_console("--sip", f"127.0.0.1:{sip_caller.free_port()}")


if __name__ == "__main__":
    story.main()
