"""E-mail by keyboard: what the caller was told arrives in writing; what is refused comes back to the secretary and is corrected."""

import re

import story
from post_office import PostOffice
from story import PRAXIS, Story

SENDER = "praxis@lindenplatz.example"


class Mail(Story):
    def setUp(self):
        super().setUp()
        self.post = PostOffice(self.desktop.folder / f"post-{self.bureau.folder.name}")
        self.post.start()
        self.addCleanup(self.post.stop)
        self.ctl("--data", self.bureau.folder, "connect-mail", SENDER, f"127.0.0.1:{self.post.port}", "--security", "none")

    def begin_call(self):
        seat = self.start_reception("anna")
        self.call()
        self.wait_for_row(seat, "Waiting", PRAXIS)
        seat.press("F2")
        seat.see("Message", "push button")
        return seat

    def refer(self, seat, address):
        seat.press("F7")
        seat.see(None, "combo box", "focused")  # named by what it shows, here as everywhere on this system
        seat.type("Rezept")
        seat.press("alt+b")
        seat.see("By e-mail to the caller, too", "check box", "checked")
        field = seat.field("The caller's e-mail address")
        seat.focus(field)
        seat.press("ctrl+a")
        seat.type(address)
        seat.press("ctrl+Return")
        seat.see(re.compile("^Outcome: "))

    def test_a_redirect_arrives_in_writing(self):
        seat = self.begin_call()
        self.refer(seat, "t.albers@example.org")
        mail = self.post.wait_for_mail(1)
        self.assertEqual(mail["To"].addresses[0].addr_spec, "t.albers@example.org")
        self.assertEqual(mail["From"].addresses[0].addr_spec, SENDER)
        text = mail.get_content()
        self.assertIn("Rezept", text)
        self.assertIn(mail["Reply-To"].addresses[0].addr_spec, text)
        seat.press("ctrl+shift+o")
        self.wait_for_row(seat, "E-mails", "delivered to the recipient's mail server")
        rows = self.bureau.query_cabinet(PRAXIS, "SELECT disposition FROM call ORDER BY offered_at DESC LIMIT 1")
        self.assertEqual(rows, [("email",)])
        seat.quit()

    def test_what_is_refused_is_seen_corrected_and_sent_again(self):
        seat = self.begin_call()
        self.refer(seat, "refuse-550@example.org")
        self.assert_said(seat, "An e-mail was not delivered", 30)
        seat.press("ctrl+shift+o")
        row = self.wait_for_row(seat, "E-mails", "not delivered")
        self.assertIn("550 5.1.1 no such mailbox here", row)
        seat.press("alt+e")
        seat.see("E-mails", "list", "focused")
        seat.press("Return")
        seat.see("Address to send it to", "text", "focused")
        seat.press("ctrl+a")
        seat.type("t.albers@example.org")
        seat.press("Return")
        mail = self.post.wait_for_mail(1)
        self.assertEqual(mail["To"].addresses[0].addr_spec, "t.albers@example.org")
        self.wait_for_row(seat, "E-mails", "delivered to the recipient's mail server", 30)
        self.assertEqual(self.rows(seat, "E-mails")[0].count("550"), 0)
        seat.quit()


if __name__ == "__main__":
    story.main()
