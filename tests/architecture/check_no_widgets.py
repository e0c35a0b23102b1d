#!/usr/bin/env python3
"""Only modules whose row in docs/architecture.md names Qt Gui or Qt Widgets are compiled with them in reach, and the
programs for machines without a screen do not load them. Read from the build's own records.

    check_no_widgets.py ROOT BUILD PROGRAM...
"""

import json
import re
import subprocess
import sys
from pathlib import Path

from house_table import read_table

GRAPHICAL = ("Gui", "Widgets")


def breaches_in_build(root, commands, rooms):
    """One line for each module that is compiled with a graphical part of Qt against its row, or not compiled at all."""
    reach = {}
    for command in commands:
        below = Path(command["directory"], command["file"]).resolve()
        if root / "src" not in below.parents:
            continue
        module = below.relative_to(root / "src").parts[0]
        words = command.get("command") or " ".join(command["arguments"])
        reach.setdefault(module, set()).update(re.findall(r"\bQt(Gui|Widgets)\b", words))
    for name, room in sorted(rooms.items()):
        if name not in reach:
            yield f"module {name} is not part of the build"
            continue
        for part in GRAPHICAL:
            if part in reach[name] and f"Qt {part}" not in room.libraries:
                yield f"module {name} is compiled with Qt {part}"


def breaches_in_program(program, loaded):
    """One line for each graphical part of Qt that ldd says @p program loads."""
    for part in GRAPHICAL:
        if f"libQt6{part}." in loaded:
            yield f"{program} loads Qt {part}"
    if "libQt6Core." not in loaded:
        yield f"{program}: ldd shows no Qt at all, so this test sees nothing"


def main():
    root, build, *programs = map(Path, sys.argv[1:])
    rooms = read_table(root.joinpath("docs/architecture.md").read_text(encoding="utf-8"))
    commands = json.loads(build.joinpath("compile_commands.json").read_text(encoding="utf-8"))
    found = list(breaches_in_build(root.resolve(), commands, rooms))
    for program in programs:
        listing = subprocess.run(["ldd", str(program)], capture_output=True, text=True, check=False)
        if listing.returncode != 0:
            found.append(f"{program} cannot be looked at: {listing.stderr.strip()}")
        else:
            found += breaches_in_program(program.name, listing.stdout)
    print("\n".join(found) or f"{len(rooms)} modules and {len(programs)} programs are as the table says")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
