"""A real mail server for the stories, and what arrived at it."""

import email
import email.policy
import pathlib
import subprocess

from processes import wait_until

SERVER = pathlib.Path(__file__).resolve().parents[1] / "support" / "mail_server" / "mail_server.py"


class PostOffice:
    """aiosmtpd on a free port of this machine, without encryption; addresses make it misbehave, see mail_server.py."""

    def __init__(self, folder):
        self._folder = pathlib.Path(folder)
        self._folder.mkdir()
        self.port = 0
        self._server = None

    def start(self):
        with open(self._folder / "log", "wb") as log:
            self._server = subprocess.Popen(["/usr/bin/python3", "-B", SERVER, self._folder, "plain"], stdin=subprocess.PIPE,
                                            stdout=subprocess.PIPE, stderr=log)
        announced = self._server.stdout.readline().decode("ascii")
        self.port = int(announced.rpartition(" ")[2])

    def stop(self):
        if self._server:
            self._server.stdin.close()
            self._server.wait(20)
            self._server.stdout.close()

    def wait_for_mail(self, number, patience=30):
        """The mail that came as the `number`-th, taken apart."""
        path = self._folder / f"{number}.eml"
        wait_until(path.exists, f"mail {number} has arrived", patience)
        return email.message_from_bytes(path.read_bytes().partition(b"\n")[2], policy=email.policy.default)
