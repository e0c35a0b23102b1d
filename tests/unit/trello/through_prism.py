"""Runs the provider's tests once with Prism between us and the stand-in for Trello. Prism holds both to Trello's own
description: a request that it forbids is refused with 422, a reply that it forbids becomes a 500, and the tests fail.
Usage: through_prism.py TESTS PROJECT
"""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

from official import find_or_skip, skip

PRISM = "@stoplight/prism-cli@5.14.2"
PATIENCE = 90  # the first time npx has to fetch it


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def answers(port):
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0


def start_prism(description, port, upstream, log):
    command = ["npx", "--yes", PRISM, "proxy", description, f"http://127.0.0.1:{upstream}", "--errors", "--host", "127.0.0.1",
               "--port", str(port)]
    prism = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT, start_new_session=True)
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and prism.poll() is None:
        if answers(port):
            return prism
        time.sleep(0.2)
    stop(prism)
    return None


def stop(prism):
    if prism.poll() is None:
        os.killpg(prism.pid, signal.SIGTERM)  # npx, and what it started, in a session of their own
        try:
            prism.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(prism.pid, signal.SIGKILL)
            prism.wait()


def violations(log):
    log.seek(0)
    lines = log.read().decode(errors="replace").splitlines()
    return [line for line in lines if "iolation" in line][:20]


def main(tests, project):
    description = find_or_skip(project)
    if not shutil.which("npx"):
        skip("Prism needs Node.js, and there is no npx")
    upstream, port = free_port(), free_port()
    with tempfile.TemporaryFile() as log:
        prism = start_prism(description, port, upstream, log)
        if not prism:
            skip(f"{PRISM} could not be fetched or did not start")
        try:
            environment = {**os.environ, "VZ_TRELLO_PORT": str(upstream), "VZ_TRELLO_WATCHER": str(port),
                           "VZ_TRELLO_JSON_ERRORS": "1"}
            done = subprocess.run([tests, "[contract]"], env=environment, check=False)
        finally:
            stop(prism)
        if done.returncode != 0:
            print("\n".join(violations(log)))
        return done.returncode


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
