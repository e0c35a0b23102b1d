"""Where Trello's own description lies: VZ_TRELLO_OPENAPI names it, else a folder "shared" beside the project holds it."""

import os
import sys

SKIPPED = 77
NAME = os.path.join("data", "trello-openapi-patched.json")


def find(project):
    named = os.environ.get("VZ_TRELLO_OPENAPI")
    if named:
        return named
    here = os.path.realpath(project)
    while True:  # a work tree may lie deeper than the clone
        parent = os.path.dirname(here)
        if parent == here:
            return None
        path = os.path.join(parent, "shared", NAME)
        if os.path.exists(path):
            return path
        here = parent


def skip(why):
    print(f"skipped: {why}")
    sys.exit(SKIPPED)


def find_or_skip(project):
    path = find(project)
    if not path:
        skip("Trello's own description is not here; VZ_TRELLO_OPENAPI may name it")
    return path
