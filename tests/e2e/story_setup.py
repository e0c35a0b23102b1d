"""A supervisor connects a client's list in the set-up: tries it out, is told what is wrong, connects, takes it off again."""

import re

import story
from story import PRAXIS, Story, wait_until

FORGED = "nobody-knows-this-token"


class SetUp(Story):
    def open_set_up(self, seat):
        seat.press("ctrl+shift+s")
        seat.see("Set-up: shared topic lists")
        self.wait_for_row(seat, "Clients", PRAXIS)
        seat.see("Clients", "list", "focused")
        for _ in range(20):
            if seat.nodes(PRAXIS, "label"):
                return
            seat.press("Down")
            story.console.pause(0.1)
        self.fail(f"{PRAXIS} cannot be chosen:\n{seat.describe()}")

    def fill(self, seat, label, words):
        seat.focus(seat.field(label))
        seat.press("ctrl+a")
        seat.type(words)

    def wait_connected(self, seat, connected, patience=30):
        part = f"{PRAXIS}: Topic server" if connected else f"{PRAXIS}: No list"
        self.wait_for_row(seat, "Clients", part, patience)

    def test_a_list_is_tried_connected_and_taken_off(self):
        server = self.start_topic_server(connect=False)
        token = self.bureau.token(PRAXIS)
        self.forget_token()
        petra = self.start_reception("petra")
        self.open_set_up(petra)
        self.wait_connected(petra, False)

        self.fill(petra, "Address", "http://lists.example.com")
        self.fill(petra, "Token", token)
        petra.press("ctrl+r")
        petra.see(re.compile("^Over the network a list is reached by https:// only"))
        self.fill(petra, "Address", server.url)
        self.fill(petra, "Token", FORGED)
        petra.press("ctrl+r")
        petra.see(re.compile("^The list cannot be used"))
        petra.press("ctrl+Return")
        petra.see(re.compile("^The list cannot be used"))
        self.wait_connected(petra, False)

        self.fill(petra, "Token", token)
        petra.press("ctrl+r")
        petra.see(re.compile("^The list answers"))
        self.wait_for_row(petra, "What this list can and cannot do", "Writing: yes")
        self.wait_for_row(petra, "What this list can and cannot do", "News at once: yes")
        self.wait_connected(petra, False)
        petra.press("ctrl+Return")
        petra.see(re.compile("^Connected"))
        self.wait_connected(petra, True)
        self.assertEqual(petra.field_text("Token"), "", "the token stays on the screen")
        self.assertNotIn(token, "\n".join(petra.everything_said()))
        # What was still open here goes there without a further word.
        wait_until(lambda: server.topics(token), "this bureau's open topics at the server", 60)

        petra.click("Disconnect …")
        petra.see("Keep connected", "push button", "focused")
        petra.click("Disconnect")
        self.wait_connected(petra, False)
        there = len(server.topics(token))
        self.assertGreater(there, 0, "taking a list off deletes nothing")
        petra.quit()
        log = self.consoles_said()
        self.assertNotIn(token, log)
        self.assertNotIn(FORGED, log)

    def test_nobody_else_gets_there(self):
        for login in ("anna", "feld"):
            seat = self.start_reception(login) if login == "anna" else self.start_seat(login)
            if login == "feld":
                seat.see("Call notes", "list", patience=60)
            seat.press("ctrl+shift+s")
            story.console.pause(0.5)
            self.assertFalse(seat.has("Set-up: shared topic lists"), f"{login} is in the set-up")
            self.assertFalse(seat.nodes(re.compile("Set-?up"), "menu item"), f"{login} is offered the set-up")
            seat.quit()

    def forget_token(self):
        """The demo bureau comes with its tokens."""
        self.bureau.folder.joinpath("credentials.json").unlink()

    def consoles_said(self):
        return "\n".join(seat.child.output() for seat in self._consoles)


if __name__ == "__main__":
    story.main()
