"""The console under test: a running `vorzimmer`, looked at through AT-SPI and used through the keyboard."""

import contextlib
import re
import time

import accessibility
import processes

SANITIZER = re.compile(r"ERROR: (Address|Leak)Sanitizer|runtime error:|AddressSanitizer:DEADLYSIGNAL")
# What Qt and the system say on a bare machine, and what is no fault of this program.
HARMLESS = re.compile(
    r"propagateSizeHints|QStandardPaths|xkbcommon|Could not parse application stylesheet: $|libEGL|MESA|dconf|"
    r"QIBusPlatformInputContext|^\s*$")
WARNING = re.compile(r"^(QWidget|QObject|QLayout|QPainter|QFont|QSql|QAccessible|Qt|QPixmap|QTimer|QProcess|QThread|QString|QMetaObject)\b.*")
WITH_TEXT = ("label", "text", "paragraph", "entry")


def matches(pattern, text):
    """A plain string must be the whole text; a compiled pattern must occur in it."""
    return text == pattern if isinstance(pattern, str) else bool(pattern.search(text))


class Console:
    """One start of the program. Everything that waits fails with the screen's tree in its message."""

    def __init__(self, desktop, screen, keyboard, binary, arguments, log_name, env=None):
        self.desktop, self.screen, self.keyboard = desktop, screen, keyboard
        self.child = processes.Child([binary, *arguments], desktop.folder / log_name, env={**desktop.env, **(env or {})},
                                     cwd=desktop.folder)
        self._program = None

    # ---- looking

    @property
    def program(self):
        if not self._program:
            self._program = processes.wait_until(self._find_program, lambda: f"the console is on the screen:\n{self.child.output()}", 60)
        return self._program

    def _find_program(self):
        if not self.child.is_running():
            raise AssertionError(f"the console has ended with {self.child.process.returncode}:\n{self.child.output()}")
        return self.screen.program(self.child.pid)

    def tree(self, hidden=False):
        return self.screen.read(self.program, hidden)

    def nodes(self, name=None, role=None, state=None, tree=None):
        """Everything now showing that fits."""
        found = []
        for node in (tree or self.tree()).walk():
            if role and node.role != role or state and state not in node.states:
                continue
            if name is None or matches(name, node.name):
                found.append(node)
        return found

    def has(self, name=None, role=None, state=None):
        return bool(self.nodes(name, role, state))

    def see(self, name=None, role=None, state=None, patience=20.0):
        """Waits for something that fits to be on the screen, and returns the first."""
        return processes.wait_until(lambda: self.nodes(name, role, state),
                                    lambda: f"{role or 'anything'} {name!r} {state or ''} on the screen:\n{self.describe()}", patience)[0]

    def miss(self, name=None, role=None, state=None, patience=20.0):
        """Waits until nothing that fits is on the screen any more."""
        processes.wait_until(lambda: not self.nodes(name, role, state),
                             lambda: f"{role or 'anything'} {name!r} {state or ''} gone:\n{self.describe()}", patience)

    def describe(self):
        try:
            return accessibility.dump(self.tree())
        except (accessibility.Gone, AssertionError) as gone:
            return f"({gone})\n{self.child.output()}"

    def focused(self, tree=None):
        """The control that has the keyboard. Rows and tabs say "focused" of themselves even when their list is not."""
        having = [node for node in (tree or self.tree()).walk()
                  if "focused" in node.states and node.role not in ("list item", "page tab") and (node.name or node.role != "filler")]
        return having[-1] if having else None

    def description(self, node):
        try:
            return self.screen.description(self.program, node)
        except accessibility.Gone:
            return ""

    def text(self, node):
        return self.screen.text(self.program, node)

    def field(self, label, patience=20.0):
        """A text field by its accessible name."""
        def fitting():
            return [node for node in self.nodes(label) if "editable" in node.states or node.role == "password text"]
        return processes.wait_until(fitting, lambda: f"field {label!r}:\n{self.describe()}", patience)[0]

    def field_text(self, label):
        return self.text(self.field(label))

    def wait_text(self, label, expected, patience=20.0):
        processes.wait_until(lambda: matches(expected, self.field_text(label)),
                             lambda: f"field {label!r} says {expected!r}; it says {self.field_text(label)!r}", patience)

    def everything_said(self):
        """All words on the screen and behind it, as a screen reader could read them out: names, descriptions, texts."""
        said = []
        for node in self.tree(hidden=True).walk():
            said += [node.name, self.description(node)]
            if node.role in WITH_TEXT:
                with contextlib.suppress(accessibility.Gone):  # a plain label has no text beside its name
                    said.append(self.text(node))
        return [words for words in said if words]

    # ---- acting

    def press(self, *chords):
        for number, chord in enumerate(chords):
            # The same key let go and pressed within a millisecond is taken for one that is held down.
            if number and chord == chords[number - 1]:
                pause(0.02)
            self.keyboard.press(chord)

    def type(self, text, pause=0.004):
        return self.keyboard.type(text, pause)

    def click(self, name, role="push button"):
        """What a screen reader's user does with a button."""
        self.screen.act(self.program, self.see(name, role, "enabled"))

    def focus(self, node):
        if not self.screen.grab_focus(self.program, node):
            raise AssertionError(f"{node} cannot take the focus this way")
        processes.wait_until(lambda: (at := self.focused()) and at.path == node.path, f"{node} has the focus")

    def window(self):
        """The main window's id on the display."""
        return processes.wait_until(lambda: self.desktop.windows_of(self.child.pid), "the console has a window", 60)[0]

    def activate(self):
        """Brings the window to the front, as a click on the task bar does."""
        self.desktop.run(["xdotool", "windowactivate", "--sync", self.window()])

    def titles(self):
        return self.desktop.titles_of(self.child.pid)

    # ---- signing in

    def sign_in(self, login, password="demo"):
        self.see("Name", "text")
        self.activate()
        name = self.field("Name")
        if self.text(name) != login:
            self.focus(name)
            self.press("ctrl+a")
            self.type(login)
            self.wait_text("Name", login)
        self.focus(self.see("Password", "password text"))
        self.type(password)
        self.press("Return")

    # ---- ending

    def kill(self):
        self.child.kill()

    def complaints(self):
        """What the program said that nobody expected."""
        lines = self.child.output().splitlines()
        return [line for line in lines if (SANITIZER.search(line) or WARNING.search(line)) and not HARMLESS.search(line)]

    def quit(self, patience=60.0):
        """Closes the window like a user and checks that the program ends well."""
        self.activate()
        self.press("ctrl+q")
        code = self.child.wait(patience)
        if code != 0 or self.complaints():
            raise AssertionError(f"the console ended with {code} and said:\n{self.child.output()}")


def pause(seconds):
    """A moment in which something is *not* to happen; never used to wait for something that is."""
    time.sleep(seconds)
