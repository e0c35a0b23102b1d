"""Pictures of every view, from the real program with real calls:  screenshots.py --bin DIR [--only PART] FOLDER"""

import argparse
import pathlib
import re
import sys

import accessibility
import console
import keyboard
from bureau import Bureau
from desktop import SKIPPED, Desktop, missing_programs
from processes import wait_until
from sip_caller import SipCaller, free_port
from topic_server import TopicServer

PRAXIS, QUAY, TILLEUL = "+493023125010", "+442079460070", "+33199000080"
ALBERS, LEHMANNS, LINDGREN, STRANGER = "+4915228817386", "+493023125101", "+442079460701", "+4915112345678"
NOTE = {"de": "Bittet um Rückruf zum Befund von Montag. Heute ab 16 Uhr frei, danach Nachtschicht.",
        "en": "Asks for a call about Monday's findings. Free from 4 pm today, then on night shift."}
REASON = {"de": "Neue Öffnungszeiten mit Frau Dr. Feld abgesprochen", "en": "New opening hours agreed with Dr. Feld"}
# What is looked for in either language.
WORDS = {
    "de": {"ready": r"^Bereit für", "line": r"^Telefon: bereit", "text": "Text", "password": "Passwort", "put_away": r"Weglegen|Ablegen",
           "synced": r"synchron|abgeglichen|aktuell"},
    "en": {"ready": r"^Ready for", "line": r"^Telephone: ready", "text": "Text", "password": "Password", "put_away": r"Put away",
           "synced": r"synced"},
}


class Studio:
    """Starts consoles for one look - language, theme, size, scale - and takes their pictures."""

    def __init__(self, desktop, screen, keys, binaries, folder):
        self.desktop, self.screen, self.keys, self.binaries, self.folder = desktop, screen, keys, binaries, folder
        self._count = 0
        self.server = None

    def set_up(self, language, theme, size="1440x860", scale=1, tag=""):
        self.language, self.theme, self.size, self.scale = language, theme, size, scale
        self.suffix = f"-{language}-{theme}{tag}"
        self._count += 1
        self.bureau = Bureau.demo(self.desktop, self.binaries / "vorzimmer-ctl", f"pictures-{self._count}")
        self.server = TopicServer(self.desktop, self.binaries / "vorzimmer-topics", self.bureau)
        self.server.start()
        self.desktop.run([self.binaries / "vorzimmer-ctl", "--data", self.bureau.folder, "set", "topics-url", self.server.url])

    def tear_down(self):
        self.server.stop()

    def seat(self, login):
        self.port = free_port()
        self._count += 1
        started = console.Console(
            self.desktop, self.screen, self.keys, self.binaries / "vorzimmer",
            ["--data", self.bureau.folder, "--sip", f"127.0.0.1:{self.port}", "--user", login, "--language", self.language, "--theme",
             self.theme, "--size", self.size], f"pictures-{self._count}.log", env={"QT_SCALE_FACTOR": str(self.scale)})
        started.see(role="password text", patience=60)
        return started

    def enter(self, seat):
        seat.activate()
        seat.focus(seat.see(role="password text"))
        seat.type("demo")
        seat.press("Return")

    def words(self, name):
        return re.compile(WORDS[self.language][name])

    def call(self, dialled, number, **plan):
        return SipCaller(self.desktop, self.port, dialled, number, **plan)

    def take(self, seat, name):
        """The main window with whatever stands before it, once it has come to rest."""
        console.pause(0.6)
        shape = dict(line.split("=") for line in
                     self.desktop.run(["xdotool", "getwindowgeometry", "--shell", seat.window()]).splitlines())
        picture = self.folder / f"{name}{self.suffix}.png"
        self.desktop.run(["import", "-silent", "-window", "root", "-crop", f"{shape['WIDTH']}x{shape['HEIGHT']}+{shape['X']}+{shape['Y']}",
                          "+repage", picture])
        print(picture.name, flush=True)

    # ---- the scenes

    def wait_desk(self, seat, name):
        wait_until(lambda: name in "".join(seat.titles()), lambda: f"{name} is on the desk:\n{seat.describe()}", 60)

    def answer(self, seat, caller):
        seat.press("F2")
        caller.wait_for("ACK")

    def clear(self, seat, caller):
        seat.press("Escape", "F4")
        caller.finish()
        wait_until(lambda: seat.nodes(self.words("put_away"), "push button"), lambda: f"the call can be put away:\n{seat.describe()}")
        seat.press("ctrl+w")
        seat.see(self.words("ready"))

    def reception(self):
        seat = self.seat("anna")
        self.take(seat, "sign-in")
        self.enter(seat)
        seat.see(self.words("ready"), patience=60)
        seat.see(self.words("line"), patience=60)
        seat.see(self.words("synced"), patience=60)
        self.take(seat, "idle")
        seat.press("F1")
        self.take(seat, "keys")
        seat.press("Escape")

        for name, dialled, number, title in (("unknown-caller", PRAXIS, STRANGER, "Lindenplatz"),
                                             ("shared-number", PRAXIS, LEHMANNS, "Lindenplatz"),
                                             ("anonymous-caller", TILLEUL, None, "Tilleul"),
                                             ("unknown-line", "+493099999999", ALBERS, None)):
            caller = self.call(dialled, number)
            if title:
                self.wait_desk(seat, title)
            else:
                seat.see(re.compile(re.escape(dialled)))
            self.take(seat, name)
            self.answer(seat, caller)
            if title:
                self.clear(seat, caller)
            else:
                seat.press("F4")
                caller.finish()
                seat.press("Escape")
        self.desk(seat, forms=True)
        seat.kill()

    def desk(self, seat, forms):
        caller = self.call(PRAXIS, ALBERS, name="T. Albers")
        self.wait_desk(seat, "Lindenplatz")
        self.take(seat, "desk-ringing")
        self.answer(seat, caller)
        other = self.call(QUAY, LINDGREN)
        wait_until(lambda: seat.nodes(re.compile("Harbour")), "a second call waits")
        seat.press("F6")
        seat.see(state="focused", role="text")
        seat.type(NOTE[self.language])
        self.take(seat, "desk-call")
        if forms:
            seat.press("F5")
            self.take(seat, "put-through")
            seat.press("F7")
            self.take(seat, "e-mail")
            seat.press("Escape", "ctrl+k")
            seat.see(role="list", state="showing")
            seat.type("Befund")
            self.take(seat, "notes-search")
            seat.press("Escape", "F6")
            seat.press("ctrl+Return")
            console.pause(1)
            self.take(seat, "desk-note-finished")
            seat.press("F9")
            console.pause(1)
            self.take(seat, "topics")
            seat.press("ctrl+shift+o")
            console.pause(1)
            self.take(seat, "outbox")
            seat.press("Escape")
        caller.stop()
        other.stop()

    def only_the_desk(self):
        seat = self.seat("anna")
        self.enter(seat)
        seat.see(self.words("line"), patience=60)
        self.desk(seat, forms=False)
        seat.kill()

    def supervisor(self):
        seat = self.seat("petra")
        self.enter(seat)
        seat.see(self.words("ready"), patience=60)
        seat.press("ctrl+t")
        seat.see(role="dialog")
        console.pause(0.3)
        field = [node for node in seat.nodes(role="text") if "editable" in node.states][0]
        seat.focus(field)
        seat.type(REASON[self.language])
        self.take(seat, "supervisor-visit")
        seat.kill()

    def client(self):
        seat = self.seat("feld")
        self.enter(seat)
        wait_until(lambda: seat.nodes(role="list item"), lambda: f"notes:\n{seat.describe()}", 60)
        seat.see(self.words("synced"), patience=60)
        self.take(seat, "client-review")
        seat.press("F9")
        console.pause(1)
        self.take(seat, "client-topics")
        seat.press("ctrl+shift+o")
        console.pause(1)
        self.take(seat, "client-outbox")
        seat.kill()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bin", type=pathlib.Path, required=True)
    parser.add_argument("--only", help="e.g. en-light, or desk for the other sizes")
    parser.add_argument("folder", type=pathlib.Path)
    options = parser.parse_args()
    missing = missing_programs(("sipp", "curl", "xdotool", "import"))
    if missing:
        print(f"missing: {', '.join(missing)}", file=sys.stderr)
        return SKIPPED
    options.folder.mkdir(parents=True, exist_ok=True)
    with Desktop(screen=(3840, 2160)) as desktop:
        screen, keys = accessibility.Screen(desktop.env), keyboard.Keyboard(desktop.env)
        studio = Studio(desktop, screen, keys, options.bin.resolve(), options.folder.resolve())
        for language in ("de", "en"):
            for theme in ("light", "dark"):
                if options.only not in (None, f"{language}-{theme}"):
                    continue
                studio.set_up(language, theme)
                studio.reception()
                studio.supervisor()
                studio.client()
                studio.tear_down()
        if options.only in (None, "desk"):
            for size, scale, tag in (("1280x720", 1, "-1280x720"), ("1920x1080", 1, "-1920x1080"), ("1440x860", 2, "-scale2")):
                studio.set_up("de", "light", size, scale, tag)
                studio.only_the_desk()
                studio.tear_down()
    return 0


if __name__ == "__main__":
    sys.exit(main())
