"""The main job, for real: a SIP call in, the right desk, a note, the shared list, the client's answer."""

import re
import unittest

import story
from story import PRAXIS, Story, tell, wait_until


class MainJob(Story):
    def test_from_invite_to_the_clients_answer(self):
        server = self.start_topic_server()
        token = self.bureau.token(PRAXIS)
        anna = self.start_reception("anna")

        caller = self.call(name="T. Albers")
        ringing = self.wait_for_row(anna, "Waiting", PRAXIS)
        self.assertIn("rings for", ringing)
        self.assertIn("01522 8817386", ringing)
        self.desk_is_complete(anna)

        anna.press("F2")
        caller.wait_for("SIP/2.0 200")
        caller.wait_for("ACK")
        self.wait_for_row(anna, "My calls", "in conversation")

        anna.press("F6")
        anna.see("Text", "text", "focused")
        self.assertEqual(anna.field_text("Name"), "T. Albers")
        words = "Bittet um den Befund vom Montag - Grüße an Frau Kroll, täglich ab 16 Uhr erreichbar."
        anna.type(words)
        anna.wait_text("Text", words)
        anna.see(re.compile("Draft saved"))
        anna.press("ctrl+Return")
        anna.see(re.compile("Outcome: Message taken"))

        topic = server.wait_for_topic(token, "Befund vom Montag")
        status, read = server.topic(token, topic["id"])
        self.assertEqual((status, read["text"], read["state"]), (200, topic["text"], "open"))
        self.assertEqual(read["created_by"], "Anna Brandt")
        other = self.bureau.token("Harbour & Quay LLP")
        self.assertEqual(server.topic(other, topic["id"])[0], 404)
        self.assertEqual(server.topic(None, topic["id"])[0], 401)
        self.assertEqual([t for t in server.topics(other) if t["id"] == topic["id"]], [])

        anna.press("F4")
        caller.wait_for("BYE")
        caller.finish()
        anna.see("Put away", "push button")
        self.assertEqual(self.bureau.query_cabinet(PRAXIS, "SELECT disposition, end_reason, handled_by_name FROM call ORDER BY offered_at DESC")[0][2],
                         "Anna Brandt")
        anna.quit()

        self.client_reads_and_answers(server, token, topic["id"], words)

    def desk_is_complete(self, anna):
        anna.see(re.compile("^" + re.escape(PRAXIS)))
        wait_until(lambda: PRAXIS in anna.titles()[0], "the desk's title")
        self.assert_said(anna, "Guten Tag, Praxis am Lindenplatz, mein Name ist Anna Brandt – was kann ich für Sie tun?")
        self.assert_said(anna, "Brustschmerz, Atemnot, Lähmung")
        people = self.wait_for_row(anna, "People", "Dr. Hanna Feld")
        self.assertIn("030 23125011", people)
        self.assertTrue(self.rows(anna, "Bookable dates"), "no free slots of the next 14 days")
        self.assert_said(anna, "T. Albers")
        self.assert_said(anna, "Befund liegt vor – bei Rückfrage an die Praxisleitung durchstellen.")
        self.assertTrue(self.rows(anna, "Call history"), "no history")
        anna.see(re.compile("^Recommended: .+"))
        reason = anna.description(anna.see(re.compile("^Recommended: ")))
        self.assertRegex(reason, "because: .+")

    def client_reads_and_answers(self, server, token, topic, words):
        feld = self.start_seat("feld")
        row = self.wait_for_row(feld, "Call notes", "T. Albers")
        self.assertRegex(row, "^(new|seen), ")
        feld.see("Call notes", "list", "focused")
        self.assertEqual(feld.text(feld.see("Note", "text")), words)
        for hidden in ("Waiting", "My calls", "Today"):
            self.assertFalse(feld.has(hidden), f"the client sees {hidden}")

        feld.click("Done")
        feld.see("Reopen", "push button")
        comment = feld.field("Your comment")
        feld.focus(comment)
        feld.type("Erledigt, Befund ist raus.")
        feld.press("Return")
        self.assert_said(feld, "Erledigt, Befund ist raus.")

        story.wait_until(lambda: self.is_answered(server.topic(token, topic)), lambda: f"the answer is at the server: {server.topic(token, topic)}", 30)
        feld.quit()

    @staticmethod
    def is_answered(answer):
        status, topic = answer
        return status == 200 and topic["state"] == "done" and [c["text"] for c in topic["comments"]] == ["Erledigt, Befund ist raus."]


if __name__ == "__main__":
    story.main()
