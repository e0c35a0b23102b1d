"""Processes that a test starts, and their certain end."""

import ctypes
import os
import signal
import subprocess
import time

PR_SET_CHILD_SUBREAPER = 36


def adopt_orphans():
    """Lets this process inherit what its children leave behind (buses start daemons), so that it can end those too."""
    ctypes.CDLL(None, use_errno=True).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def children(pid):
    """The pids of the children of process `pid`, youngest last."""
    found = []
    try:
        for task in os.listdir(f"/proc/{pid}/task"):
            with open(f"/proc/{pid}/task/{task}/children", encoding="ascii") as listed:
                found += [int(child) for child in listed.read().split()]
    except OSError:
        pass
    return found


def end_all_children(patience=5.0):
    """Ends every process below this one: first asked, then killed. Loops, because a child's end brings up its children."""
    deadline = time.monotonic() + patience
    while remaining := children(os.getpid()):
        number = signal.SIGTERM if time.monotonic() < deadline else signal.SIGKILL
        for pid in remaining:
            try:
                os.kill(pid, number)
            except ProcessLookupError:
                pass
        time.sleep(0.02)
        reap()


def reap():
    """Collects ended children that nobody waits for."""
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        pass


def wait_until(condition, what, patience=20.0, pause=0.04):
    """Asks `condition` again and again; returns its first true value, or fails naming `what`."""
    deadline = time.monotonic() + patience
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > deadline:
            raise AssertionError(f"after {patience:g} s still not: {what() if callable(what) else what}")
        time.sleep(pause)


class Child:
    """A started program whose output goes to a file, so that it never blocks and can be read while it runs."""

    def __init__(self, command, log_path, env=None, cwd=None, pass_fds=()):
        self.command = [str(word) for word in command]
        self.log_path = log_path
        with open(log_path, "wb") as log:
            self.process = subprocess.Popen(
                self.command, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT, env=env, cwd=cwd,
                pass_fds=pass_fds)

    @property
    def pid(self):
        return self.process.pid

    def output(self):
        with open(self.log_path, encoding="utf-8", errors="replace") as log:
            return log.read()

    def is_running(self):
        return self.process.poll() is None

    def wait(self, patience):
        """The exit code; fails when the program has not ended by then."""
        try:
            return self.process.wait(patience)
        except subprocess.TimeoutExpired:
            raise AssertionError(f"{self.command[0]} has not ended within {patience:g} s:\n{self.output()}") from None

    def kill(self):
        """Like a power cut for this one program."""
        if self.is_running():
            self.process.kill()
        self.process.wait()

    def stop(self, patience=15.0):
        """Asks it to end, and kills it when it does not listen. Returns the exit code."""
        if self.is_running():
            self.process.terminate()
            try:
                self.process.wait(patience)
            except subprocess.TimeoutExpired:
                self.process.kill()
        return self.process.wait()
