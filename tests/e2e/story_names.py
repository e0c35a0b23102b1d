"""Whoever cannot see the screen finds a name on everything that the keyboard reaches."""

import re

import accessibility
import story
from story import PRAXIS, Story, tell, wait_until

LABELLED_BY = 2
ROWS = ("list item", "page tab")


class Names(Story):
    def test_everything_the_keyboard_reaches_has_a_name(self):
        anna = self.start_console("--sip", f"127.0.0.1:{self.take_port()}", "--user", "anna")
        anna.see("Password", "password text")
        self.check(anna, "sign-in")
        anna.sign_in("anna")
        anna.see("Ready for the next call", patience=60)
        anna.see("Telephone: ready", patience=60)
        self.check(anna, "idle")
        anna.press("F1")
        anna.see("All keys")
        self.check(anna, "keys")
        anna.press("Escape")

        caller = self.call()
        self.wait_for_row(anna, "Waiting", PRAXIS)
        wait_until(lambda: PRAXIS in anna.titles()[0], "the desk")
        self.check(anna, "desk, ringing")
        anna.press("F2")
        self.wait_for_row(anna, "My calls", "in conversation")
        for key, name in (("F6", "message form"), ("F5", "put-through form"), ("F7", "e-mail form")):
            anna.press(key)
            story.console.pause(0.3)
            self.check(anna, name)
        anna.press("Escape", "ctrl+k")
        anna.see("Search notes")
        self.check(anna, "notes")
        anna.press("Escape", "F4")
        caller.finish()
        anna.kill()

        petra = self.start_reception("petra")
        petra.press("ctrl+t")
        petra.see("Open a client without a call", "dialog")
        self.check(petra, "visit")
        petra.kill()

        feld = self.start_seat("feld")
        feld.see("Call notes", "list")
        self.check(feld, "review")
        feld.kill()

    def test_tab_goes_everywhere_and_comes_back(self):
        anna = self.start_reception("anna")
        caller = self.call()
        self.wait_for_row(anna, "Waiting", PRAXIS)
        anna.press("F2")
        anna.see("Message", "push button")
        anna.press("F6")
        anna.see("Text", "text", "focused")
        tree = anna.tree()
        wanted = [node for node in tree.walk() if {"focusable", "enabled"} <= node.states and node.role not in ROWS]
        first = anna.focused(tree).path
        visited, at = {first}, first
        for _ in range(3 * len(wanted)):
            before = at
            anna.press("Tab")
            at = wait_until(lambda: (focus := anna.focused()) and focus.path != before and focus.path, f"Tab leads away from {before}")
            if at == first:
                break
            visited.add(at)
        self.assertEqual(at, first, "Tab does not come back to where it began")
        missed = [node for node in wanted if not any(part.path in visited for part in (*node.walk(), node.parent))]
        self.assertEqual(missed, [], f"Tab never came to\n{accessibility.dump(tree)}")
        anna.press("F4")
        caller.finish()
        anna.kill()

    def take_port(self):
        self.sip_port = story.free_port()
        return self.sip_port

    def check(self, seat, screen):
        tree = seat.tree()
        reached = [node for node in tree.walk() if {"focusable", "enabled"} <= node.states and node.role not in ROWS]
        self.assertTrue(reached, f"{screen}: nothing can be reached:\n{accessibility.dump(tree)}")
        nameless = [node for node in reached if not node.name.strip() and not self.label_of(seat, node)]
        self.assertEqual(nameless, [], f"{screen}: without a name:\n{accessibility.dump(tree)}")
        items = [node for node in tree.walk() if node.role in ROWS]
        self.assertEqual([node for node in items if not node.name.strip()], [], f"{screen}: rows without words")
        tell(f"{screen}: {len(reached)} controls and {len(items)} rows have names")

    @staticmethod
    def label_of(seat, node):
        """Combo boxes are named by their value; their label is a relation."""
        for kind, targets in seat.screen.relations(seat.program, node):
            if kind == LABELLED_BY and targets:
                return True
        return False


if __name__ == "__main__":
    story.main()
