"""A client's calendar on a real CalDAV server, and what another program does in it: plain curl."""

import subprocess
import time

import processes
from sip_caller import free_port

USER, PASSWORD = "client", "right"


class ClientCalendar:
    def __init__(self, desktop):
        self._desktop = desktop
        self._folder = desktop.folder / f"radicale-{time.monotonic_ns()}"
        self._folder.mkdir()
        (self._folder / "users").write_text(f"{USER}:{PASSWORD}\n", encoding="ascii")
        self._port = free_port()
        self.child = None

    @property
    def url(self):
        return f"http://127.0.0.1:{self._port}/{USER}/sprechstunde"

    def start(self):
        self.child = processes.Child(
            ["radicale", "--config", "", "--hosts", f"127.0.0.1:{self._port}", "--storage-filesystem-folder", self._folder / "data",
             "--auth-type", "htpasswd", "--auth-htpasswd-filename", self._folder / "users", "--auth-htpasswd-encryption", "plain",
             "--auth-delay", "0"], self._folder / f"log-{time.monotonic_ns()}", env=self._desktop.env)
        processes.wait_until(lambda: self._curl("", "OPTIONS")[0] == 200, lambda: f"radicale answers:\n{self.child.output()}", 60)
        if self._curl("/", "PROPFIND")[0] == 404:
            assert self._curl("/", "MKCALENDAR")[0] == 201

    def stop(self):
        if self.child:
            self.child.stop()

    def _curl(self, path, method="GET", body=None):
        command = ["curl", "--silent", "--max-time", "20", "--user", f"{USER}:{PASSWORD}", "--write-out", "\n%{http_code}",
                   "--request", method]
        if body is not None:
            command += ["--header", "Content-Type: text/calendar; charset=utf-8", "--data-binary", "@-"]
        done = subprocess.run([*command, self.url + path], input=body, env=self._desktop.env, capture_output=True, text=True, check=False,
                              timeout=30)
        text, _, status = done.stdout.rpartition("\n")
        return int(status or 0), text

    def put(self, name, start, minutes=30, free=True, title="Reiseimpfung"):
        """An event that begins at `start`, a datetime in UTC."""
        lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Client//Own//EN", "BEGIN:VEVENT", f"UID:{name}",
                 "DTSTAMP:20260101T000000Z", f"DTSTART:{start:%Y%m%dT%H%M%SZ}", f"DURATION:PT{minutes}M",
                 f"TRANSP:{'TRANSPARENT' if free else 'OPAQUE'}", f"SUMMARY:{title}", "END:VEVENT", "END:VCALENDAR", ""]
        status, answer = self._curl(f"/{name}.ics", "PUT", "\r\n".join(lines))
        assert status in (201, 204), f"{status}: {answer}"

    def text(self, name):
        """The event as any other program reads it, unfolded."""
        return self._curl(f"/{name}.ics")[1].replace("\r\n ", "")
