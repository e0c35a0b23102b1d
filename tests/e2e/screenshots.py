"""Pictures of every view, from the real program with real calls:  screenshots.py --bin DIR [--only PART] FOLDER"""

import argparse
import datetime
import json
import pathlib
import re
import sys

import accessibility
import console
import keyboard
from bureau import Bureau, run_ctl
from desktop import SKIPPED, Desktop, missing_programs
from processes import wait_until
from registrar import PASSWORD, Registrar
from sip_caller import SipCaller, free_port
from topic_server import TopicServer

PRAXIS_NAME = "Hausarztpraxis am Lindenplatz"
PRAXIS, QUAY, TILLEUL = "+493023125010", "+442079460070", "+33199000080"
ALBERS, LEHMANNS, LINDGREN, STRANGER = "+4915228817386", "+493023125101", "+442079460701", "+4915112345678"
NOTE = {"de": "Bittet um Rückruf zum Befund von Montag. Heute ab 16 Uhr frei, danach Nachtschicht.",
        "en": "Asks for a call about Monday's findings. Free from 4 pm today, then on night shift."}
REASON = {"de": "Neue Öffnungszeiten mit Frau Dr. Feld abgesprochen", "en": "New opening hours agreed with Dr. Feld"}
# A client's list: title, text, further fields; due in days from today.
TOPICS = {
    "de": (("Impfsprechstunde im Dezember", "Soll die Sprechstunde am 9. oder am 16. Dezember sein? Danach richtet sich die Ansage.",
            {"person": "Dr. Hanna Feld", "due": 2, "priority": "high"}),
           ("Vertretung in der Weihnachtswoche", "Wer übernimmt dringende Fälle vom 23. bis 27. Dezember?",
            {"person": "Dr. Miriam Aydın", "due": -1, "state": "in_progress"}),
           ("Neue Durchwahl für das Labor", "Das Labor ist ab Montag unter -14 erreichbar.", {"person": "Sabine Kroll", "due": 0}),
           ("Rezepte nur noch bis 11 Uhr annehmen", "Später Bestelltes liegt am nächsten Werktag bereit.",
            {"state": "waiting", "person": "Holger Wiese", "due": 9}),
           ("Anrufe der Berufsgenossenschaft", "Immer erst zurückfragen, worum es geht; nie durchstellen.", {"priority": "low"}),
           ("Ansage am Wochenende gekürzt", "", {"state": "done", "person": "Sabine Kroll"})),
    "en": (("Vaccination clinic in December", "Should it be on 9 or on 16 December? The greeting depends on it.",
            {"person": "Dr. Hanna Feld", "due": 2, "priority": "high"}),
           ("Cover for Christmas week", "Who takes urgent cases from 23 to 27 December?",
            {"person": "Dr. Miriam Aydın", "due": -1, "state": "in_progress"}),
           ("New extension for the laboratory", "From Monday the laboratory answers at -14.", {"person": "Sabine Kroll", "due": 0}),
           ("Take prescriptions until 11 am only", "Later ones are ready on the next working day.",
            {"state": "waiting", "person": "Holger Wiese", "due": 9}),
           ("Calls from the insurance association", "Always ask first what it is about; never put through.", {"priority": "low"}),
           ("Weekend greeting shortened", "", {"state": "done", "person": "Sabine Kroll"})),
}
COMMENTS = {"de": ("Der 16. wäre uns lieber, der Impfstoff kommt am 12.", "Gut, dann der 16. Wir sagen es ab morgen so an."),
            "en": ("We would rather have the 16th, the vaccine comes on the 12th.", "Good, the 16th then. We say so from tomorrow.")}
DISPUTE = {"de": ("Impfsprechstunde am 16. Dezember", "Impfsprechstunde im Dezember, nur vormittags",
                  "Die Sprechstunde ist am 16. Dezember. Danach richtet sich die Ansage.",
                  "Soll die Sprechstunde am 9. oder am 16. Dezember sein? Danach richtet sich die Ansage. Der Impfstoff reicht für 40."),
           "en": ("Vaccination clinic on 16 December", "Vaccination clinic in December, mornings only",
                  "It is on 16 December. The greeting depends on it.",
                  "Should it be on 9 or on 16 December? The greeting depends on it. The vaccine is enough for 40.")}
# What is looked for in either language.
WORDS = {
    "de": {"ready": r"^Bereit für", "line": r"^Telefon: bereit", "text": "Text", "password": "Passwort", "put_away": r"Weglegen|Ablegen",
           "synced": r"synchron|abgeglichen|aktuell", "conflict": r"Konflikt", "can_write": r"^Schreiben: ja",
           "rings": r"^Es klingelt dort", "consulting": r"^Sie sprechen mit dem Haus", "came_back": r"^Niemand hat übernommen"},
    "en": {"ready": r"^Ready for", "line": r"^Telephone: ready", "text": "Text", "password": "Password", "put_away": r"Put away",
           "synced": r"synced", "conflict": r"conflict", "can_write": r"^Writing: yes",
           "rings": r"^It rings there", "consulting": r"^You speak with the house", "came_back": r"^Nobody took it"},
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

    def seat(self, login, *telephone):
        self.port = free_port()
        self._count += 1
        started = console.Console(
            self.desktop, self.screen, self.keys, self.binaries / "vorzimmer",
            ["--data", self.bureau.folder, *(telephone or ("--sip", f"127.0.0.1:{self.port}")), "--user", login, "--language", self.language, "--theme",
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
        caller.stop()
        other.stop()

    def putting_through(self):
        """Simulated, so that somebody takes the call: chosen, rung, spoken with, and a caller who came back."""
        scenario = self.desktop.folder / f"calls{self.suffix}.json"
        scenario.write_text(json.dumps({"format": "vorzimmer/calls", "version": 1, "repeat": False, "calls": [
            {"afterSeconds": 0.2, "caller": {"number": ALBERS}, "dialled": PRAXIS, "transfer": kind} for kind in ("succeeds", "refused")]}),
            encoding="utf-8")
        seat = self.seat("anna", "--simulate", scenario)
        self.enter(seat)
        self.wait_desk(seat, "Lindenplatz")
        seat.press("F2", "F5")
        console.pause(0.3)
        seat.press("ctrl+Return")
        seat.see(self.words("rings"))
        self.take(seat, "put-through-ringing")
        seat.see(self.words("consulting"))
        self.take(seat, "put-through-consulting")
        seat.press("ctrl+Return")
        console.pause(1)
        self.take(seat, "put-through-done")
        seat.press("ctrl+w")
        seat.press("F2")
        console.pause(1)
        seat.press("F5")
        seat.see(role="list", state="focused")
        seat.press("ctrl+Return")
        seat.see(self.words("came_back"), patience=60)
        self.take(seat, "put-through-came-back")
        seat.kill()

    # ---- the shared list

    def fill_list(self):
        """The list as the client sees it from the other side; the first topic is talked about."""
        self.token = self.bureau.token(PRAXIS_NAME)
        now = datetime.datetime.now(datetime.timezone.utc)
        def moment(hours):
            return (now - datetime.timedelta(hours=hours)).strftime("%Y-%m-%dT%H:%M:%SZ")
        ids = []
        for age, (title, text, fields) in enumerate(TOPICS[self.language]):
            due = fields.get("due")
            day = None if due is None else (now + datetime.timedelta(days=due)).strftime("%Y-%m-%d")
            ids.append(self.server.add(self.token, title, moment(20 * age + 3), text=text, created_by="Hanna Feld",
                                       **{**fields, "due": day}))
        for hours, (author, text) in zip((2, 1), zip(("Hanna Feld", "Anna Brandt"), COMMENTS[self.language])):
            self.server.comment(self.token, ids[0], author, text, moment(hours))
        return ids[0]

    def shared_list(self):
        first = self.fill_list()
        seat = self.seat("anna")
        self.enter(seat)
        seat.see(self.words("line"), patience=60)
        seat.see(self.words("synced"), patience=60)
        caller = self.call(PRAXIS, ALBERS, name="T. Albers")
        self.wait_desk(seat, "Lindenplatz")
        self.answer(seat, caller)
        self.topics(seat, first)
        self.conflict(seat, first)
        self.outbox(seat)
        caller.stop()
        seat.kill()
        self.server.start()
        seat = self.seat("feld")
        self.enter(seat)
        wait_until(lambda: seat.nodes(role="list item"), lambda: f"notes:\n{seat.describe()}", 60)
        seat.press("F9")
        console.pause(1)
        self.take(seat, "client-topics")
        seat.press("ctrl+shift+o")
        console.pause(1)
        self.take(seat, "client-outbox")
        seat.kill()

    def topics(self, seat, first):
        seat.press("F9")
        wait_until(lambda: len(self.topic_rows(seat)) >= 3, lambda: f"topics:\n{seat.describe()}", 60)
        self.choose_topic(seat, TOPICS[self.language][0][0])
        self.take(seat, "topics")
        for grouping in ("person", "due"):
            seat.press("alt+g", "Down")
            console.pause(0.3)
            self.take(seat, f"topics-by-{grouping}")
        seat.press("Up", "Up")
        seat.press("ctrl+n")
        self.take(seat, "topics-new")
        seat.press("Escape")

    def topic_rows(self, seat):
        return [node for node in seat.nodes(role="list item") if any(title in node.name for title, *_ in TOPICS[self.language])]

    def choose_topic(self, seat, words):
        seat.press("ctrl+f")
        seat.type(words)
        wait_until(lambda: len(self.topic_rows(seat)) == 1, lambda: f"one topic:\n{seat.describe()}")
        seat.press("Return")
        console.pause(0.3)
        seat.press("ctrl+f", "ctrl+a", "BackSpace")
        console.pause(0.5)
        seat.press("Return")

    def conflict(self, seat, topic):
        ours, theirs, our_text, their_text = DISPUTE[self.language]
        self.choose_topic(seat, TOPICS[self.language][0][0])
        self.server.stop()
        seat.press("Return", "ctrl+a")
        seat.type(ours)
        seat.press("Tab", "Tab", "Tab", "Tab", "Tab", "Tab")
        seat.press("ctrl+a")
        seat.type(our_text)
        seat.press("ctrl+Return")
        console.pause(1)
        self.take(seat, "topics-unsynced")
        with self.server.unseen():
            self.server.change(self.token, topic, title=theirs, text=their_text, changed_by="Hanna Feld")
        self.server.start()
        wait_until(lambda: seat.nodes(self.words("conflict"), "list item"), lambda: f"a conflict:\n{seat.describe()}", 120)
        self.take(seat, "topics-conflict")
        seat.press("ctrl+d")
        console.pause(0.5)
        self.take(seat, "conflict")
        seat.press("ctrl+1")
        console.pause(1)
        self.take(seat, "conflict-decided")
        seat.press("Escape")
        console.pause(0.3)
        seat.press("Return", *["Tab"] * 7, "Right")
        console.pause(0.5)
        self.take(seat, "topics-history")
        seat.press("Escape")

    def outbox(self, seat):
        self.server.stop()
        seat.press("ctrl+n")
        seat.type(NOTE[self.language][:40])
        seat.press("ctrl+Return")
        console.pause(3)
        seat.press("ctrl+shift+o")
        console.pause(1)
        self.take(seat, "outbox")

    def set_up_lists(self):
        """The set-up: a list that is tried out, and what another kind needs."""
        seat = self.seat("petra")
        self.enter(seat)
        seat.see(self.words("ready"), patience=60)
        seat.press("ctrl+shift+s")
        for _ in range(20):
            console.pause(0.2)
            if seat.nodes(PRAXIS_NAME, "label"):
                break
            seat.press("Down")
        seat.press("ctrl+r")
        seat.see(self.words("can_write"), "list item")
        self.take(seat, "set-up")
        seat.press("Return", "Down")
        self.take(seat, "set-up-caldav")
        seat.press("Down", "Escape")
        self.take(seat, "set-up-trello")
        seat.kill()

    def telephone_lines(self):
        """Two lines, one of them with a wrong password; the set-up, then the provider gone."""
        provider = Registrar(self.desktop, ["4930231250", "4930231251"])
        provider.start()
        for name, user, password, number in (("Zentrale", "4930231250", PASSWORD, "030 23125-0"), ("Notruf", "4930231251", "falsch", "")):
            run_ctl(self.desktop, self.binaries / "vorzimmer-ctl", "--data", self.bureau.folder, "add-line", name, f"{user}@{provider.place()}", "--transport", "tcp",
                    "--number", number, typed=password + "\n")
        seat = self.seat("petra")
        self.enter(seat)
        seat.see(re.compile("Notruf"), patience=60)
        seat.press("ctrl+shift+t")
        seat.see(re.compile("Zentrale.*4930231250"), "list item")
        seat.press("Down")
        self.take(seat, "telephone-lines")
        seat.press("ctrl+r")
        console.pause(1)
        self.take(seat, "telephone-lines-asked")
        seat.press("Escape", "Escape")
        provider.kill()
        console.pause(3)
        self.take(seat, "line-down")
        seat.kill()

    def house(self):
        """What a house has said about itself: seen and changed by the secretary during a call, and by the supervisor."""
        run_ctl(self.desktop, self.binaries / "vorzimmer-ctl", "--data", self.bureau.folder, "connect-mail", "praxis@lindenplatz.example",
                "127.0.0.1:2525", "--security", "none")
        seat = self.seat("anna")
        self.enter(seat)
        seat.see(self.words("line"), patience=60)
        caller = self.call(PRAXIS, ALBERS)
        self.wait_desk(seat, "Lindenplatz")
        self.answer(seat, caller)
        seat.press("F11")
        self.take(seat, "presence")
        seat.press("e")
        self.take(seat, "presence-dialog")
        seat.press("Escape")
        console.pause(0.5)
        seat.press("F7")
        console.pause(0.5)
        self.take(seat, "e-mail-in-writing")
        seat.press("Escape", "F8")
        self.take(seat, "appointments")
        seat.press("Escape", "ctrl+i")
        self.take(seat, "answers")
        seat.press("Escape", "ctrl+shift+p")
        self.take(seat, "people-and-plan")
        seat.press("Escape", "F4")
        caller.finish()
        seat.kill()

        seat = self.seat("petra")
        self.enter(seat)
        seat.see(self.words("line"), patience=60)
        caller = self.call(PRAXIS, ALBERS)
        self.wait_desk(seat, "Lindenplatz")
        self.answer(seat, caller)
        for name, key in (("rules", "ctrl+shift+r"), ("message-forms", "ctrl+shift+f"), ("calendars", "ctrl+shift+k"),
                          ("e-mail-accounts", "ctrl+shift+e")):
            seat.press(key)
            console.pause(0.5)
            self.take(seat, name)
            seat.press("Escape")
        seat.press("F4")
        caller.finish()
        seat.kill()

        seat = self.seat("feld")
        self.enter(seat)
        wait_until(lambda: seat.nodes(role="list item"), lambda: f"notes:\n{seat.describe()}", 60)
        seat.press("F8")
        self.take(seat, "client-released-times")
        seat.kill()

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
                studio.putting_through()
                studio.supervisor()
                studio.client()
                studio.tear_down()
        for language, theme, size, tag in (("de", "light", "1440x860", ""), ("en", "light", "1440x860", ""), ("en", "dark", "1440x860", ""),
                                           ("de", "light", "1280x720", "-1280x720"), ("en", "light", "1920x1080", "-1920x1080")):
            if options.only in (None, "topics", f"topics-{language}-{theme}{tag}"):
                studio.set_up(language, theme, size, 1, tag)
                studio.set_up_lists()
                studio.shared_list()
                studio.tear_down()
            if options.only in (None, "house", f"house-{language}-{theme}{tag}"):
                studio.set_up(language, theme, size, 1, tag)
                studio.house()
                studio.tear_down()
            if options.only in (None, "lines", f"lines-{language}-{theme}{tag}"):
                studio.set_up(language, theme, size, 1, tag)
                studio.telephone_lines()
                studio.tear_down()
        if options.only == "put-through":
            for language, theme, size, tag in (("de", "light", "1440x860", ""), ("en", "dark", "1440x860", ""),
                                               ("de", "light", "1280x720", "-1280x720")):
                studio.set_up(language, theme, size, 1, tag)
                studio.putting_through()
                studio.tear_down()
        if options.only in (None, "desk"):
            for size, scale, tag in (("1280x720", 1, "-1280x720"), ("1920x1080", 1, "-1920x1080"), ("1440x860", 2, "-scale2")):
                studio.set_up("de", "light", size, scale, tag)
                studio.only_the_desk()
                studio.tear_down()
    return 0


if __name__ == "__main__":
    sys.exit(main())
