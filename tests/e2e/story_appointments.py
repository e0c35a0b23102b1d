"""Appointments: given out by keyboard alone, seen by the client's own program; a time that is gone is not given out."""

import datetime
import re

import story
from client_calendar import PASSWORD, USER, ClientCalendar
from story import PRAXIS, Story, wait_until

PATIENCE = 60


class Appointments(Story):
    def setUp(self):
        super().setUp()
        self.calendar = ClientCalendar(self.desktop)
        self.calendar.start()
        self.addCleanup(self.calendar.stop)
        now = datetime.datetime.now(datetime.timezone.utc)
        self.day = (now + datetime.timedelta(days=3)).replace(hour=9, minute=0, second=0, microsecond=0)
        self.ctl("--data", self.bureau.folder, "connect-calendar", "praxis-lindenplatz", self.calendar.url, "--user", USER,
                 typed=f"{PASSWORD}\n")

    def begin_call(self):
        seat = self.start_reception("anna")
        self.call()
        self.wait_for_row(seat, "Waiting", PRAXIS)
        seat.press("F2")
        seat.see("Appointment", "push button")
        return seat

    def show_travel_vaccinations(self, seat):
        seat.press("F8")
        seat.see("Free times", "list")

        def choose():
            # The kind can be chosen once the calendar has been read.
            seat.press("alt+k")
            seat.type("Reise")
            rows = self.rows(seat, "Free times")
            return rows and all("Reiseimpfung" in row for row in rows)
        wait_until(choose, lambda: f"only what is wanted: {self.rows(seat, 'Free times')}", PATIENCE)
        seat.press("alt+e")

    def test_from_f8_to_booked_by_keyboard_alone(self):
        self.calendar.put("one", self.day)
        seat = self.begin_call()
        self.show_travel_vaccinations(seat)
        seat.press("Return")
        self.wait_for_row(seat, "Free times", "kept for this caller")
        seat.type("bringt den Impfpass mit")
        seat.press("ctrl+Return")
        seat.see(re.compile("^Booked: "), patience=PATIENCE)
        event = self.calendar.text("one")
        self.assertIn("TRANSP:OPAQUE", event)
        self.assertIn("SUMMARY:Reiseimpfung - ", event)
        self.assertIn("bringt den Impfpass mit", event)
        self.assertEqual(self.rows(seat, "Free times"), [])
        self.wait_for_row(seat, "Booked", "booked")
        self.assertEqual(self.bureau.query_cabinet(PRAXIS, "SELECT state FROM booking"), [("confirmed",)])

        # Thought better of it: cancelled with the reason, and the client's program sees the time free again.
        seat.press("alt+b", "alt+c")
        seat.see("Reason for cancelling", "text", "focused")
        seat.type("verhindert")
        seat.press("Return")
        wait_until(lambda: "TRANSP:TRANSPARENT" in self.calendar.text("one"), "the time is free again", PATIENCE)
        self.assertNotIn("Impfpass", self.calendar.text("one"))
        self.wait_for_row(seat, "Free times", "Reiseimpfung", PATIENCE)
        seat.press("Escape")
        seat.see("Put through", "push button")
        seat.quit()

    def test_a_time_that_is_taken_from_outside_disappears_or_is_refused(self):
        for hour, name in enumerate(("one", "two")):
            self.calendar.put(name, self.day + datetime.timedelta(hours=hour))
        seat = self.begin_call()
        self.show_travel_vaccinations(seat)
        wait_until(lambda: len(self.rows(seat, "Free times")) == 2, "both times", PATIENCE)
        # While it is on the screen.
        self.calendar.put("one", self.day, free=False)
        wait_until(lambda: len(self.rows(seat, "Free times")) == 1, lambda: f"one is gone: {self.rows(seat, 'Free times')}", 90)
        # And once more, but quicker than the desk can hear of it.
        seat.press("alt+e", "Return")
        self.wait_for_row(seat, "Free times", "kept for this caller")
        self.calendar.put("two", self.day + datetime.timedelta(hours=1), free=False)
        seat.press("ctrl+Return")
        seat.see(re.compile("^(Not booked: |This time is not to be had)"), patience=PATIENCE)
        self.assertNotIn("X-VORZIMMER", self.calendar.text("two"))
        self.assertEqual(self.bureau.query_cabinet(PRAXIS, "SELECT count(*) FROM booking WHERE state = 'confirmed'")[0][0], 0)
        seat.quit()


if __name__ == "__main__":
    story.main(("radicale",))
