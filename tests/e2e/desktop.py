"""A desktop of the test's own: X server, window manager, session bus, accessibility bus. Nothing of the user's is touched."""

import contextlib
import os
import pathlib
import re
import secrets
import shutil
import struct
import subprocess
import tempfile

import processes

SKIPPED = 77
NEEDED = ("Xvfb", "openbox", "dbus-daemon", "xprop", "setxkbmap")


def missing_programs(extra=()):
    # Servers lie where not everybody's PATH leads.
    return [name for name in (*NEEDED, *extra) if not shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin")]


def write_cookie(path):
    """An Xauthority file with one fresh secret for whatever display number the server takes."""
    any_family, name, cookie = 0xFFFF, b"MIT-MAGIC-COOKIE-1", secrets.token_bytes(16)
    record = struct.pack(">H", any_family)
    for part in (b"", b"", name, cookie):
        record += struct.pack(">H", len(part)) + part
    with open(path, "wb") as file:
        os.fchmod(file.fileno(), 0o600)
        file.write(record)


class Desktop:
    """Starts everything on entering and ends everything on leaving, all by pid."""

    def __init__(self, screen=(1920, 1080), layout="de"):
        self.screen = screen
        self.layout = layout
        self.folder = None
        self.env = None

    def __enter__(self):
        processes.adopt_orphans()
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="vorzimmer-e2e-"))
        try:
            self._furnish()
            self._start_display()
            self._start_session_bus()
            self._start_window_manager()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        processes.end_all_children()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _furnish(self):
        home = self.folder / "home"
        for name in ("", "config", "data", "cache", "state", "runtime"):
            (home / name).mkdir(mode=0o700)
        keep = {name: value for name, value in os.environ.items() if name in ("PATH", "USER", "LOGNAME") or name.endswith("SAN_OPTIONS")}
        self.env = {
            **keep,
            "HOME": str(home), "TMPDIR": str(self.folder), "LC_ALL": "C.UTF-8", "TZ": "Europe/Berlin",
            "XDG_CONFIG_HOME": str(home / "config"), "XDG_DATA_HOME": str(home / "data"), "XDG_CACHE_HOME": str(home / "cache"),
            "XDG_STATE_HOME": str(home / "state"), "XDG_RUNTIME_DIR": str(home / "runtime"),
            "XAUTHORITY": str(home / "Xauthority"),
            "QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }
        write_cookie(self.env["XAUTHORITY"])

    def _start_display(self):
        reading, writing = os.pipe()
        width, height = self.screen
        server = processes.Child(
            ["Xvfb", "-displayfd", writing, "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp", "-noreset",
             "-auth", self.env["XAUTHORITY"]],
            self.folder / "xvfb.log", env=self.env, pass_fds=(writing,))
        os.close(writing)
        with os.fdopen(reading) as announced:
            number = announced.readline().strip()
        if not number:
            raise RuntimeError(f"the X server does not start:\n{server.output()}")
        self.env["DISPLAY"] = f":{number}"
        self.run(["setxkbmap", self.layout])

    def _start_session_bus(self):
        reading, writing = os.pipe()
        bus = processes.Child(["dbus-daemon", "--session", "--nofork", f"--print-address={writing}"],
                              self.folder / "bus.log", env=self.env, pass_fds=(writing,))
        os.close(writing)
        with os.fdopen(reading) as announced:
            address = announced.readline().strip()
        if not address:
            raise RuntimeError(f"the session bus does not start:\n{bus.output()}")
        self.env["DBUS_SESSION_BUS_ADDRESS"] = address

    def _start_window_manager(self):
        """Windows without frames, so that a window is as large as it is told to be."""
        rc = self.folder / "openbox.xml"
        rc.write_text('<?xml version="1.0"?><openbox_config xmlns="http://openbox.org/3.4/rc"><focus><focusNew>yes</focusNew>'
                      "</focus><keyboard/><mouse/><applications><application class=\"*\"><decor>no</decor></application>"
                      "</applications></openbox_config>", encoding="utf-8")
        manager = processes.Child(["openbox", "--sm-disable", "--config-file", rc], self.folder / "openbox.log", env=self.env)
        processes.wait_until(lambda: "window id" in self.run(["xprop", "-root", "_NET_SUPPORTING_WM_CHECK"]),
                             lambda: f"the window manager works:\n{manager.output()}")

    def run(self, command, patience=20):
        """Runs a short command on this desktop and returns what it says."""
        done = subprocess.run([str(word) for word in command], env=self.env, stdin=subprocess.DEVNULL, capture_output=True,
                              text=True, timeout=patience, check=False)
        if done.returncode != 0:
            raise RuntimeError(f"{' '.join(map(str, command))}: {done.stdout}{done.stderr}")
        return done.stdout

    # ---- windows

    def windows(self):
        """The ids of all application windows, the topmost last."""
        listed = self.run(["xprop", "-root", "_NET_CLIENT_LIST_STACKING"])
        return re.findall(r"0x[0-9a-f]+", listed)

    def window_property(self, window, name):
        """One property as xprop words it, without its name."""
        text = self.run(["xprop", "-id", window, name])
        return text.partition("=" if "=" in text else ":")[2].strip()

    def windows_of(self, pid):
        found = []
        for window in self.windows():
            with contextlib.suppress(RuntimeError):  # closed in between
                if self.window_property(window, "_NET_WM_PID") == str(pid):
                    found.append(window)
        return found

    def titles_of(self, pid):
        found = []
        for window in self.windows_of(pid):
            with contextlib.suppress(RuntimeError):  # closed in between
                found.append(self.window_property(window, "_NET_WM_NAME").strip('"'))
        return found
