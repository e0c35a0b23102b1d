"""The screen as a screen reader meets it: AT-SPI spoken directly over D-Bus, so that nothing is ever read from a stale cache."""

import time

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

ROOT = "/org/a11y/atspi/accessible/root"
PREFIX = "org.a11y.atspi."
NULL = "/org/a11y/atspi/null"
CALL_PATIENCE_MS = 15_000

ROLES = {
    27: "icon", 30: "layered pane", 67: "split handle", 5: "canvas", 7: "check box", 8: "check menu item", 11: "combo box", 16: "dialog", 20: "filler", 23: "frame", 29: "label",
    31: "list", 32: "list item", 33: "menu", 34: "menu bar", 35: "menu item", 37: "page tab", 38: "page tab list", 39: "panel",
    40: "password text", 41: "popup menu", 42: "progress bar", 43: "push button", 44: "radio button", 48: "scroll bar",
    49: "scroll pane", 50: "separator", 53: "split pane", 54: "status bar", 55: "table", 56: "table cell", 61: "text",
    62: "toggle button", 63: "tool bar", 69: "window", 73: "paragraph", 75: "application", 77: "edit bar", 79: "entry", 85: "section",
    91: "list item", 98: "list box", 101: "notification", 116: "static", 130: "button menu",
}
STATES = {
    1: "active", 4: "checked", 7: "editable", 8: "enabled", 11: "focusable", 12: "focused", 23: "selected", 24: "sensitive",
    25: "showing", 27: "single line", 30: "visible", 5: "collapsed", 10: "expanded", 39: "default", 36: "supports autocompletion", 44: "read only",
}


class Node:
    """One accessible object as it was when the screen was read."""

    def __init__(self, path, parent=None):
        self.path, self.parent = path, parent
        self.role, self.name, self.states = "", "", frozenset()
        self.children = []

    def walk(self):
        yield self
        for child in self.children:
            yield from child.walk()

    def __repr__(self):
        return f"<{self.role} {self.name!r} {' '.join(sorted(self.states & INTERESTING))}>"


INTERESTING = {"focused", "showing", "focusable", "enabled", "checked", "selected", "editable"}


def dump(node, depth=0):
    """The tree as text, for messages about failures."""
    lines = [f"{'  ' * depth}{node!r}"]
    for child in node.children:
        lines.append(dump(child, depth + 1))
    return "\n".join(lines)


def _connect(address):
    flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
    return Gio.DBusConnection.new_for_address_sync(address, flags, None, None)


class Gone(Exception):
    """The object or its program does not answer any more."""


class Screen:
    """All programs on one desktop's accessibility bus."""

    def __init__(self, env):
        session = _connect(env["DBUS_SESSION_BUS_ADDRESS"])
        answer = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None, Gio.DBusCallFlags.NONE,
                                   CALL_PATIENCE_MS, None)
        self._bus = _connect(answer.unpack()[0])
        session.close_sync(None)

    # ---- single questions

    def _ask(self, name, path, interface, method, arguments=None):
        try:
            return self._bus.call_sync(name, path, interface, method, arguments, None, Gio.DBusCallFlags.NONE, CALL_PATIENCE_MS,
                                       None).unpack()
        except GLib.Error as error:
            raise Gone(f"{method} of {path}: {error.message}") from error

    def program(self, pid):
        """The bus name of the program with that pid; nothing while it has not registered."""
        registered = self._ask("org.a11y.atspi.Registry", ROOT, PREFIX + "Accessible", "GetChildren")[0]
        for name, _ in registered:
            try:
                owner = self._ask("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "GetConnectionUnixProcessID",
                                  GLib.Variant("(s)", (name,)))[0]
            except Gone:
                continue
            if owner == pid:
                return name
        return None

    def text(self, program, node):
        """What stands in a text field."""
        count = self._ask(program, node.path, "org.freedesktop.DBus.Properties", "Get",
                          GLib.Variant("(ss)", (PREFIX + "Text", "CharacterCount")))[0]
        return self._ask(program, node.path, PREFIX + "Text", "GetText", GLib.Variant("(ii)", (0, count)))[0]

    def description(self, program, node):
        return self._ask(program, node.path, "org.freedesktop.DBus.Properties", "Get",
                         GLib.Variant("(ss)", (PREFIX + "Accessible", "Description")))[0]

    def caret(self, program, node):
        return self._ask(program, node.path, "org.freedesktop.DBus.Properties", "Get",
                         GLib.Variant("(ss)", (PREFIX + "Text", "CaretOffset")))[0]

    def relations(self, program, node):
        """Pairs of relation number and the paths at its other end."""
        return [(kind, [path for _, path in targets]) for kind, targets in
                self._ask(program, node.path, PREFIX + "Accessible", "GetRelationSet")[0]]

    def extents(self, program, node):
        """x, y, width, height on the display."""
        return self._ask(program, node.path, PREFIX + "Component", "GetExtents", GLib.Variant("(u)", (0,)))[0]

    def grab_focus(self, program, node):
        return self._ask(program, node.path, PREFIX + "Component", "GrabFocus")[0]

    def actions(self, program, node):
        return [action[0] for action in self._ask(program, node.path, PREFIX + "Action", "GetActions")[0]]

    def act(self, program, node, action="Press"):
        """Does what a screen reader's user does with a control."""
        known = self.actions(program, node)
        if action not in known:
            raise AssertionError(f"{node} knows {known}, not {action}")
        return self._ask(program, node.path, PREFIX + "Action", "DoAction", GLib.Variant("(i)", (known.index(action),)))[0]

    # ---- the whole tree, many questions at once

    def read(self, program, hidden=False):
        """The program's tree: what can be seen, or all there is. Questions about one level are under way together."""
        root = Node(ROOT)
        root.role = "application"
        level = [root]
        while level:
            answers = self._ask_all(program, [(node.path, PREFIX + "Accessible", "GetChildren", None) for node in level])
            below = [Node(path, node) for node, answer in zip(level, answers) for _, path in (answer[0] if answer else ()) if path != NULL]
            self._describe(program, below)
            # Qt calls the entries of a closed list "showing", too: below what cannot be seen nothing can.
            level = [node for node in below if node.role and (hidden or "showing" in node.states)]
            for node in level:
                node.parent.children.append(node)
        return root

    def _describe(self, program, nodes):
        questions = []
        for node in nodes:
            questions += [(node.path, PREFIX + "Accessible", "GetRole", None), (node.path, PREFIX + "Accessible", "GetState", None),
                          (node.path, "org.freedesktop.DBus.Properties", "Get", GLib.Variant("(ss)", (PREFIX + "Accessible", "Name")))]
        answers = self._ask_all(program, questions)
        for index, node in enumerate(nodes):
            role, state, name = answers[3 * index:3 * index + 3]
            if None in (role, state, name):
                continue  # gone since its parent named it
            node.role = ROLES.get(role[0], f"role {role[0]}")
            bits = state[0][0] | state[0][1] << 32
            node.states = frozenset(word for bit, word in STATES.items() if bits >> bit & 1)
            node.name = name[0]

    def _ask_all(self, program, questions):
        answers = [None] * len(questions)
        outstanding = len(questions)
        context = GLib.MainContext.default()

        def collect(bus, result, index):
            nonlocal outstanding
            outstanding -= 1
            try:
                answers[index] = bus.call_finish(result).unpack()
            except GLib.Error:
                pass

        for index, (path, interface, method, arguments) in enumerate(questions):
            self._bus.call(program, path, interface, method, arguments, None, Gio.DBusCallFlags.NONE, CALL_PATIENCE_MS, None, collect,
                           index)
        deadline = time.monotonic() + CALL_PATIENCE_MS / 1000 + 1
        while outstanding and time.monotonic() < deadline:
            context.iteration(True)
        return answers
