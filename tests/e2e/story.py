"""What every story shares: one desktop per process, a console with its bureau, its calls and its topic server."""

import argparse
import contextlib
import os
import pathlib
import re
import shutil
import sys
import traceback
import unittest

import accessibility
import console
import keyboard
from bureau import Bureau, run_ctl
from desktop import SKIPPED, Desktop, missing_programs
from processes import wait_until
from sip_caller import SipCaller, free_port
from topic_server import TopicServer

PRAXIS = "Hausarztpraxis am Lindenplatz"
PRAXIS_NUMBER = "+493023125010"
ALBERS = "+4915228817386"

_stage = None


class Stage:
    """The desktop and the programs under test, for all stories of one process."""

    def __init__(self, binaries, keep):
        self.binaries, self.keep = binaries, keep
        self.desktop = Desktop()
        self.starts = 0

    def open(self):
        self.desktop.__enter__()
        self.screen = accessibility.Screen(self.desktop.env)
        self.keyboard = keyboard.Keyboard(self.desktop.env)

    def close(self):
        self.keyboard.close()
        self.desktop.__exit__()


class Story(unittest.TestCase):
    """One story: `setUp` gives it a fresh copy of the demo bureau; whatever it starts ends with it."""

    maxDiff = None

    def setUp(self):
        self.stage = _stage
        self.desktop = _stage.desktop
        _stage.starts += 1
        self.bureau = Bureau.demo(self.desktop, self.binary("vorzimmer-ctl"), f"bureau-{_stage.starts}")
        self._consoles = []
        self._mishaps_before = self._mishaps()

    def binary(self, name):
        return self.stage.binaries / name

    def ctl(self, *words, expect=0, typed=""):
        return run_ctl(self.desktop, self.binary("vorzimmer-ctl"), *words, expect=expect, typed=typed)

    def _mishaps(self):
        result = self._outcome.result
        return len(result.failures) + len(result.errors)

    def tearDown(self):
        if self.stage.keep and self._mishaps() > self._mishaps_before:
            self.stage.keep.mkdir(parents=True, exist_ok=True)
            stem = self.stage.keep / self.id().removeprefix("__main__.")
            with contextlib.suppress(RuntimeError, OSError):
                self.desktop.run(["import", "-silent", "-window", "root", f"{stem}.png"])
            for number, seat in enumerate(self._consoles, 1):
                told = f"{seat.child.output()}\n{seat.describe() if seat.child.is_running() else ''}"
                pathlib.Path(f"{stem}-{number}.txt").write_text(told, encoding="utf-8")
            print(f"the screen then: {stem}*", file=sys.stderr)

    # ---- actors

    def start_console(self, *arguments, data=None, language="en", size="1440x860", env=None):
        """A console on this story's bureau. With sip=True in `arguments` use `start_console_with_line`."""
        where = ["--data", str(data or self.bureau.folder)] if "--demo" not in arguments else []
        started = console.Console(self.desktop, self.stage.screen, self.stage.keyboard, self.binary("vorzimmer"),
                                  [*where, "--language", language, "--size", size, *map(str, arguments)],
                                  f"console-{self.id()}-{len(self._consoles)}.log", env)
        self._consoles.append(started)
        self.addCleanup(started.kill)
        return started

    def start_seat(self, login, *arguments, **named):
        """A console at which `login` has signed in; with a SIP line on a port of its own."""
        self.sip_port = free_port()
        seat = self.start_console("--sip", f"127.0.0.1:{self.sip_port}", *arguments, **named)
        seat.sign_in(login)
        return seat

    def start_reception(self, login="anna", **named):
        """As above, and the telephone is ready."""
        seat = self.start_seat(login, **named)
        seat.see("Telephone: ready", patience=60)
        return seat

    def call(self, dialled=PRAXIS_NUMBER, number=ALBERS, name="", **plan):
        caller = SipCaller(self.desktop, self.sip_port, dialled, number, name, **plan)
        self.addCleanup(caller.stop)
        return caller

    def start_topic_server(self, connect=True):
        server = TopicServer(self.desktop, self.binary("vorzimmer-topics"), self.bureau)
        server.start()
        self.addCleanup(server.stop)
        if connect:
            self.connect_lists(server)
        return server

    def connect_lists(self, server):
        """One address for the whole bureau, as `vorzimmer --demo` has it."""
        self.ctl("--data", self.bureau.folder, "set", "topics-url", server.url)

    # ---- what is often looked at

    def rows(self, seat, name):
        """The rows of a list as they are read out."""
        lists = seat.nodes(name, "list")
        return [child.name for child in lists[0].children] if lists else []

    def wait_for_row(self, seat, name, part, patience=20.0):
        def look():
            return [row for row in self.rows(seat, name) if part in row]
        return wait_until(look, lambda: f"a row with {part!r} in {name!r}: {self.rows(seat, name)}\n{seat.describe()}", patience)[0]

    def assert_said(self, seat, words, patience=10.0):
        wait_until(lambda: any(words in said for said in seat.everything_said()),
                   lambda: f"{words!r} on the screen:\n{seat.describe()}\n" + "\n".join(seat.everything_said()), patience)


def tell(*words):
    print(*words, flush=True)


def main(programs=()):
    """Runs the stories of the calling script: SCRIPT --bin DIR [--keep DIR] [unittest's own words]. `programs` are needed, too."""
    global _stage
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("--bin", type=pathlib.Path, required=True)
    parser.add_argument("--keep", type=pathlib.Path)
    options, others = parser.parse_known_args()
    missing = missing_programs(("sipp", "curl", "xdotool", *programs))
    if missing:
        print(f"skipped: {', '.join(missing)} missing", file=sys.stderr)
        sys.exit(SKIPPED)
    stage = Stage(options.bin.resolve(), options.keep)
    try:
        stage.open()
        _stage = stage
        program = unittest.main(module="__main__", argv=[sys.argv[0], "--failfast", "-v", *others], exit=False)
        good = program.result.wasSuccessful()
    except Exception:
        traceback.print_exc()
        good = False
    finally:
        stage.close()
    sys.stdout.flush()
    os._exit(0 if good else 1)
