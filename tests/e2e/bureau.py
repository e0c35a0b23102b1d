"""A bureau on disk: made by `vorzimmer-ctl`, read from outside by SQLite."""

import contextlib
import json
import pathlib
import shutil
import sqlite3
import subprocess
import uuid


def run_ctl(desktop, binary, *words, expect=0, typed=""):
    done = subprocess.run([str(binary), *map(str, words)], env=desktop.env, input=typed, capture_output=True, text=True, timeout=180,
                          check=False)
    if expect is not None and done.returncode != expect:
        raise AssertionError(f"vorzimmer-ctl {' '.join(map(str, words))} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done


class Bureau:
    """A copy of the demo bureau in a folder of its own."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)

    @classmethod
    def demo(cls, desktop, ctl, name):
        """Furnishes the demo once per desktop and copies it from then on: hashing passwords takes its time."""
        master = desktop.folder / "demo-master"
        if not master.exists():
            run_ctl(desktop, ctl, "demo", master)
        shutil.copytree(master, desktop.folder / name)
        return cls(desktop.folder / name)

    # ---- reading from outside

    @property
    def tokens_file(self):
        return self.folder / "topic-tokens.json"

    def _query(self, path, sql, arguments=()):
        with contextlib.closing(sqlite3.connect(path, timeout=10)) as database:
            return database.execute(sql, arguments).fetchall()

    def query(self, sql, arguments=()):
        return self._query(self.folder / "bureau.db", sql, arguments)

    def tenant(self, name):
        """A tenant's UUID by its name."""
        return uuid.UUID(bytes=self.query("SELECT id FROM tenant WHERE name = ?", (name,))[0][0])

    def token(self, name):
        wanted = self.tenant(name)
        for grant in json.loads(self.tokens_file.read_text(encoding="utf-8")):
            if uuid.UUID(grant["tenant"]) == wanted:
                return grant["token"]
        raise AssertionError(f"no token for {name}")

    def cabinet(self, name):
        return self.folder / "tenants" / f"{self.tenant(name)}.db"

    def query_cabinet(self, name, sql, arguments=()):
        return self._query(self.cabinet(name), sql, arguments)
