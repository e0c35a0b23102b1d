"""A telephone line that registers: lost and regained under the secretary's eyes, and a wrong password that nobody overlooks."""

import re

import story
from registrar import PASSWORD, Registrar
from sip_caller import SipCaller
from story import ALBERS, PRAXIS, PRAXIS_NUMBER, Story, wait_until

LINE = "Zentrale"
USER = "4930231250"
DOWN = re.compile(rf"^Line {LINE} is down: the other side (cannot be reached|does not answer)\. .*tried again by itself")


class Lines(Story):
    def setUp(self):
        super().setUp()
        self.registrar = Registrar(self.desktop, [USER])
        self.registrar.start()
        self.addCleanup(self.registrar.kill)

    def add_line(self, password=PASSWORD):
        # Over TCP the end of the other side is noticed at once.
        self.ctl("--data", self.bureau.folder, "add-line", LINE, f"{USER}@{self.registrar.place()}", "--transport", "tcp", typed=password + "\n")

    def start_seat_on_lines(self, login="anna"):
        seat = self.start_console()
        seat.sign_in(login)
        return seat

    def ring_through(self, seat):
        """A call by way of the registrar finds its client; it is answered and hung up."""
        caller = SipCaller(self.desktop, self.registrar.port, USER, ALBERS,
                           extra_headers=[f"P-Called-Party-ID: <sip:{PRAXIS_NUMBER}@provider.example>"])
        self.addCleanup(caller.stop)
        wait_until(lambda: PRAXIS in seat.titles()[0], lambda: f"the client's desk is there:\n{seat.describe()}\n{caller.trace()}")
        self.assert_said(seat, "T. Albers")
        seat.press("F2")
        self.wait_for_row(seat, "My calls", "in conversation")
        seat.press("F4")
        caller.finish()
        seat.see("Put away", "push button")
        seat.press("ctrl+w")
        seat.see("Ready for the next call")

    def test_a_line_is_lost_and_regained(self):
        self.add_line()
        seat = self.start_seat_on_lines()
        seat.see("Telephone: ready", patience=60)
        self.assertEqual(seat.nodes(re.compile("is down")), [])
        self.ring_through(seat)

        self.registrar.kill()
        seat.see(DOWN, "label", patience=90)
        seat.see("Line down")
        seat.see("Telephone: no line")

        self.registrar.start()
        seat.see(f"Line {LINE} is back. Calls reach you again.", "label", patience=90)
        seat.see("Line back")
        seat.see("Telephone: ready")
        self.ring_through(seat)
        # The good news need not stand there all day.
        seat.miss(re.compile(f"^Line {LINE}"), patience=30)
        self.assertNotIn(PASSWORD, seat.child.output())
        seat.quit()

    def test_a_wrong_password_says_whose_move_it_is(self):
        self.add_line("Vorhang-zu")
        seat = self.start_seat_on_lines()
        seat.see(re.compile(rf"^Line {LINE} is down: the other side does not accept the password\. .*until a supervisor has changed it"),
                 "label", patience=60)
        seat.see("Telephone: no line")
        self.ctl("--data", self.bureau.folder, "change-line", LINE, "--password", typed=PASSWORD + "\n")
        seat.kill()
        seat = self.start_seat_on_lines()
        seat.see("Telephone: ready", patience=60)
        self.assertEqual(seat.nodes(re.compile("is down")), [])
        seat.quit()

    def fill(self, seat, label, words):
        seat.focus(seat.field(label))
        seat.press("ctrl+a")
        seat.type(words)

    def test_a_supervisor_sets_a_line_up_at_the_desk(self):
        seat = self.start_reception("petra")
        seat.press("ctrl+shift+t")
        seat.see("Set-up: telephone lines")
        seat.press("ctrl+n")
        self.fill(seat, "Name", LINE)
        self.fill(seat, "Account", USER)
        self.fill(seat, "Server", "not a server")
        self.fill(seat, "Password", "Vorhang-zu")
        seat.press("ctrl+Return")
        seat.see(re.compile("^This is no server"))
        self.fill(seat, "Server", self.registrar.place())
        seat.press("ctrl+Return")
        seat.see(re.compile(rf"^Line {LINE} is down: the other side does not accept the password"), patience=60)
        self.wait_for_row(seat, "Lines", "does not accept the password")
        self.fill(seat, "Password", PASSWORD)
        seat.press("ctrl+Return")
        seat.see("The other side has registered this line.", patience=60)
        self.wait_for_row(seat, "Lines", f"{LINE}: {USER}@{self.registrar.place()}, registered")
        seat.see("Telephone: 2 lines ready")  # with the trunk
        self.assertNotIn(PASSWORD, "\n".join(seat.everything_said()))
        seat.press("ctrl+r")
        seat.see("The other side has registered this line.", patience=60)
        seat.press("Escape", "Escape")
        seat.miss("Set-up: telephone lines")
        self.ring_through(seat)
        self.assertNotIn(PASSWORD, seat.child.output())
        seat.quit()


if __name__ == "__main__":
    story.main(("kamailio", "setpriv"))
