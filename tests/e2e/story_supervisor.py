"""A supervisor opens a client without a call, and says why."""

import re

import story
from story import PRAXIS, Story, wait_until

REASON = "Öffnungszeiten nach Anruf von Frau Dr. Feld prüfen"


class Supervisor(Story):
    def test_no_visit_without_a_reason_that_is_recorded(self):
        petra = self.start_reception("petra")
        petra.press("ctrl+t")
        petra.see("Open a client without a call", "dialog")
        reason = petra.field("Reason")
        opening = [node for node in petra.nodes(re.compile("^Open$"), "push button")][0]
        self.assertNotIn("enabled", opening.states, "an empty reason is taken")
        petra.focus(reason)
        petra.type("   - ")
        petra.press("Return")
        self.assertTrue(petra.has("Open a client without a call", "dialog"), "a reason of blanks is taken")
        self.assertEqual(self.visits(), [])

        self.choose_tenant(petra)
        petra.focus(petra.field("Reason"))
        petra.press("ctrl+a")
        petra.type(REASON)
        petra.see("Open", "push button", "enabled")
        petra.press("Return")
        wait_until(lambda: PRAXIS in petra.titles()[0], lambda: f"the desk:\n{petra.describe()}")
        self.wait_for_row(petra, "People", "Dr. Hanna Feld")
        self.assert_said(petra, "mein Name ist Petra Vogt")
        wait_until(lambda: self.visits() == [REASON], lambda: f"the reason is in the audit trail: {self.visits()}")
        petra.quit()

    def test_a_secretary_is_not_offered_it(self):
        anna = self.start_reception("anna")
        anna.press("ctrl+t")
        story.console.pause(0.5)
        self.assertFalse(anna.has(role="dialog"))
        anna.quit()

    def choose_tenant(self, petra):
        petra.press("alt+l")
        petra.see(None, "combo box", "focused")
        for _ in range(20):
            if petra.nodes(PRAXIS, "combo box"):
                return
            petra.press("Down")
            story.console.pause(0.1)
        self.fail(f"{PRAXIS} cannot be chosen:\n{petra.describe()}")

    def visits(self):
        tenant = self.bureau.tenant(PRAXIS).bytes
        rows = self.bureau.query("SELECT audit.reason FROM audit JOIN user ON user.id = audit.user "
                                 "WHERE audit.event = 'cabinet-opened' AND user.login = 'petra' AND audit.tenant = ?", (tenant,))
        return [reason for reason, in rows if reason != "shared list"]


if __name__ == "__main__":
    story.main()
