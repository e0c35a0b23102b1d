"""The topics: a call becomes one, both sides edit it, and a person decides where they disagree."""

import re

import story
from story import PRAXIS, Story, wait_until


class Topics(Story):
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

    def open_topic(self, seat, words):
        """F9, and the one topic that says `words`."""
        seat.press("F9")
        seat.see("Topics", "list", "focused")
        seat.press("ctrl+f")
        seat.see("Search topics", None, "focused")
        seat.type(words)
        wait_until(lambda: len(self.topic_rows(seat)) == 1, lambda: f"one topic:\n{seat.describe()}")
        seat.press("Return")
        seat.see("Topics", "list", "focused")

    def topic_rows(self, seat):
        return [row for row in self.rows(seat, "Topics") if "," in row]

    def rename(self, seat, title):
        seat.press("Return")
        seat.see("Title", None, "focused")
        seat.press("ctrl+a")
        seat.type(title)
        seat.press("ctrl+Return")
        seat.see("Topics", "list", "focused")

    def wait_title(self, server, token, topic, title, patience=60):
        wait_until(lambda: server.topic(token, topic["id"])[1].get("title") == title,
                   lambda: f"{title!r} at the server: {server.topic(token, topic['id'])}", patience)

    def test_both_sides_edit_and_a_person_decides(self):
        server = self.start_topic_server()
        token = self.bureau.token(PRAXIS)
        seat = self.start_reception("anna")
        self.finish_a_note(seat, "Fragt nach Impfpass")
        topic = server.wait_for_topic(token, "Fragt nach Impfpass")
        self.open_topic(seat, "Impfpass")
        self.rename(seat, "Impfpass ist da")
        self.wait_title(server, token, topic, "Impfpass ist da")

        # The line goes down, we rename it here; before it is back, so has the other side.
        server.stop()
        self.rename(seat, "Impfpass liegt bereit")
        seat.see(re.compile("Topic list: not reachable, 1 change"), patience=60)
        with server.unseen():
            server.change(token, topic["id"], title="Impfpass nicht gefunden")
        server.start()
        seat.see(re.compile("Topic list: .*1 conflict"), patience=120)
        self.wait_for_row(seat, "Topics", "1 conflict")
        seat.press("ctrl+d")
        seat.see(re.compile("^Both sides changed 1 field differently since they last agreed"))
        self.assert_said(seat, "new words: liegt bereit")
        self.assert_said(seat, "new words: nicht gefunden")
        seat.press("ctrl+1")
        self.assert_said(seat, "Decided: ours kept")
        self.wait_title(server, token, topic, "Impfpass liegt bereit")
        seat.press("Escape", "Escape")
        seat.quit()

        feld = self.start_seat("feld")
        self.wait_for_row(feld, "Call notes", "Impfpass", 60)
        self.open_topic(feld, "Impfpass")
        self.rename(feld, "Impfpass wird abgeholt")
        self.wait_title(server, token, topic, "Impfpass wird abgeholt")
        feld.quit()

    def test_the_outbox_tells_whose_move_it_is(self):
        server = self.start_topic_server()
        seat = self.start_reception("anna")
        seat.see(re.compile("Topic list: synced"), patience=60)
        server.stop()
        self.finish_a_note(seat, "Wartet auf den Server")
        seat.see(re.compile("Topic list: not reachable, 1 change"), patience=60)
        seat.press("ctrl+shift+o")
        self.wait_for_row(seat, "Topic lists", f"{PRAXIS}, 1 waiting, The other side's move")
        self.wait_for_row(seat, "Not yet confirmed", "New topic")
        server.start()
        seat.press("ctrl+r")
        self.wait_for_row(seat, "Topic lists", f"{PRAXIS}, nothing waits, Nobody's move", 90)
        seat.press("Escape")
        seat.quit()


if __name__ == "__main__":
    story.main()
