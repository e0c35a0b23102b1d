"""Runs the provider's tests once with Prism between us and the stand-in for Trello. Prism holds both to Trello's own
description: a request that it forbids is refused with 422, a reply that it forbids becomes a 500, and the tests fail.
Usage: through_prism.py TESTS PROJECT
"""

import http.client
import http.server
import json
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time

from amendments import Outdated, amend
from official import find_or_skip, skip

PATIENCE = 60
SOME_ID = "0123456789abcdef01234567"
OPENED = "key=k&token=t"


def find_prism(project):
    """What VZ_PRISM names, what scripts/prism has fetched, or what the system has."""
    fetched = os.path.join(project, "build", "prism", "node_modules", ".bin", "prism")
    for candidate in (os.environ.get("VZ_PRISM"), fetched, shutil.which("prism")):
        if candidate and os.access(candidate, os.X_OK):
            return candidate
    skip("Prism is not here: \"scripts/test --prism\" fetches it from npm, or VZ_PRISM names it")


def free_port():
    """One that the system gives to nobody by itself: each test case opens it anew, and nobody may slip in between."""
    while True:
        port = random.randrange(20_000, 32_000)
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
                return port
            except OSError:
                continue


def answers(port):
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0


class Prism:
    """In front of a port; its log is kept, with what it had against whom."""

    def __init__(self, program, description, upstream):
        self.port = free_port()
        self.log = tempfile.TemporaryFile()
        command = [program, "proxy", description, f"http://127.0.0.1:{upstream}", "--errors", "--host", "127.0.0.1",
                   "--port", str(self.port)]
        self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=self.log, stderr=subprocess.STDOUT,
                                        start_new_session=True)

    def __enter__(self):
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and self.process.poll() is None:
            if answers(self.port):
                return self
            time.sleep(0.1)
        self.__exit__()
        raise RuntimeError("Prism did not start:\n" + self.complaints())

    def __exit__(self, *_):
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGTERM)  # in a session of its own, with what it started
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                os.killpg(self.process.pid, signal.SIGKILL)
                self.process.wait()

    def complaints(self):
        self.log.seek(0)
        lines = self.log.read().decode(errors="replace").splitlines()
        return "\n".join([line for line in lines if "error" in line.lower() or "warning" in line.lower()][-20:])

    def ask(self, method, path, body=None):
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        line.request(method, path, json.dumps(body) if body is not None else None,
                     {"Content-Type": "application/json"} if body is not None else {})
        reply = line.getresponse()
        found = (reply.status, reply.read().decode(errors="replace"))
        line.close()
        return found


class Wrong(http.server.BaseHTTPRequestHandler):
    """Answers everything with something that is no card, and no list of cards."""

    def do_GET(self):
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        body = b'{"id": 7}'
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_POST = do_PUT = do_GET

    def log_message(self, *_):
        pass


def is_toothless(program, description):
    """What Prism lets pass although it must not: what it cannot make sense of in a description it does not check at all."""
    faults = []
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Wrong)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with Prism(program, description, server.server_port) as prism:
        card = f"/cards?idList={SOME_ID}&{OPENED}"
        for what, expected, request in (
                ("a card without a list", 422, ("POST", f"/cards?{OPENED}", {"name": "x"})),
                ("a place that is none", 422, ("POST", card, {"name": "x", "pos": "middle"})),
                ("a due date that is none", 422, ("POST", card, {"name": "x", "due": "tomorrow"})),
                ("a change that says when with words", 422, ("PUT", f"/cards/{SOME_ID}?{OPENED}", {"due": "tomorrow"})),
                ("a reply that is no card", 500, ("GET", f"/cards/{SOME_ID}?{OPENED}")),
                ("a reply that is no list", 500, ("GET", f"/boards/{SOME_ID}/lists?{OPENED}"))):
            status, body = prism.ask(*request)
            if status != expected:
                faults.append(f"Prism lets {what} pass: {status} {body[:200]}")
    server.shutdown()
    return faults


def amended(source, folder):
    with open(source, encoding="utf-8") as file:
        description = json.load(file)
    amend(description)
    path = os.path.join(folder, "trello.json")
    with open(path, "w", encoding="utf-8") as file:
        json.dump(description, file)
    return path


def main(tests, project):
    source = find_or_skip(project)
    program = find_prism(project)
    with tempfile.TemporaryDirectory() as folder:
        try:
            description = amended(source, folder)
        except (Outdated, KeyError) as reason:
            print(f"amendments.py no longer fits Trello's description: {reason}")
            return 1
        if faults := is_toothless(program, description):
            print("\n".join(faults))
            return 1
        upstream = free_port()
        with Prism(program, description, upstream) as prism:
            environment = {**os.environ, "VZ_TRELLO_PORT": str(upstream), "VZ_TRELLO_WATCHER": str(prism.port),
                           "VZ_TRELLO_JSON_ERRORS": "1"}
            done = subprocess.run([tests, "[contract]"], env=environment, check=False)
            if done.returncode != 0:
                print(prism.complaints())
    return done.returncode


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
