"""The shared list: a server that is down delays and never doubles; what the other side changes arrives."""

import datetime
import re

import story
from story import PRAXIS, Story, wait_until


class SharedList(Story):
    def finish_a_note(self, seat, words):
        caller = self.call(hangs_up_after=0.3)
        self.wait_for_row(seat, "Waiting", PRAXIS)
        seat.press("F2")
        caller.finish()
        seat.press("F6")
        seat.see("Text", "text", "focused")
        seat.type(words)
        seat.press("ctrl+Return")
        seat.see(re.compile("Outcome: Message taken"))

    def test_a_server_that_is_down_delays_and_never_doubles(self):
        server = self.start_topic_server()
        token = self.bureau.token(PRAXIS)
        server.stop()
        seat = self.start_reception("anna")
        self.finish_a_note(seat, "Wartet auf den Server")
        seat.see(re.compile(r"Topic list: not reachable, 1 change.* wait"))
        self.assertEqual(self.bureau.query_cabinet(PRAXIS, "SELECT count(*) FROM outbox")[0][0], 1)

        server.start()
        server.wait_for_topic(token, "Wartet auf den Server", patience=120)
        seat.see(re.compile("Topic list: synced"), patience=60)
        self.assertEqual(self.bureau.query_cabinet(PRAXIS, "SELECT count(*) FROM outbox")[0][0], 0)

        # Once more, this time asked for by hand, and the list has each note once.
        server.stop()
        seat.press("ctrl+w")
        with server.overloaded():
            self.finish_a_note(seat, "Jetzt gleich senden")
            seat.see(re.compile(r"Topic list: not reachable, 1 change.* wait"))
        server.start()
        seat.click("Send the topic list's waiting changes now")
        server.wait_for_topic(token, "Jetzt gleich senden")
        seat.see(re.compile("Topic list: synced"), patience=60)
        server.wait_for_topic(token, "Wartet auf den Server")
        seat.quit()

    def test_what_the_other_side_changes_arrives_in_the_clients_review(self):
        server = self.start_topic_server()
        token = self.bureau.token(PRAXIS)
        anna = self.start_reception("anna")
        self.finish_a_note(anna, "Rezept verlängern")
        topic = server.wait_for_topic(token, "Rezept verlängern")
        anna.quit()

        feld = self.start_seat("feld")
        self.wait_for_row(feld, "Call notes", "Rezept verlängern", 60)
        feld.see(re.compile("Topic list: synced"), patience=60)
        feld.see(re.compile("^open .*on the shared list"))
        now = datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
        server.comment(token, topic["id"], "Praxisleitung unterwegs", "Liegt ab morgen bereit", now)
        self.assert_said(feld, "Liegt ab morgen bereit", 90)
        server.change(token, topic["id"], state="done")
        feld.see("Reopen", "push button", patience=90)
        feld.see(re.compile("^done .*on the shared list"))
        feld.quit()


if __name__ == "__main__":
    story.main()
