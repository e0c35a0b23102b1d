"""The table of docs/architecture.md: who may use whom, and which libraries."""

import re
from dataclasses import dataclass, field

MARKER = "<!-- tests/architecture reads this table. -->"


@dataclass
class Room:
    name: str
    line: int
    may_use: set = field(default_factory=set)
    libraries: set = field(default_factory=set)
    may_use_all: bool = False


def read_table(text):
    """The rooms of the table behind MARKER, by name. Raises ValueError when there is no such table."""
    lines = text.splitlines()
    if MARKER not in lines:
        raise ValueError("docs/architecture.md has lost the marker above its table")
    rooms = {}
    for index in range(lines.index(MARKER) + 1, len(lines)):
        line = lines[index]
        if not line.startswith("|"):
            break
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) != 3:
            raise ValueError(f"docs/architecture.md:{index + 1}: a row of the table has {len(cells)} cells, not 3")
        name = cells[0].strip("`")
        if name == "Module" or set(name) <= {"-"}:
            continue
        rooms[name] = Room(
            name=name,
            line=index + 1,
            may_use=set(re.findall(r"`(\w+)`", cells[1])),
            libraries={library.strip() for library in cells[2].split(",")} - {"-"},
            may_use_all=cells[1] == "all",
        )
    if not rooms:
        raise ValueError("docs/architecture.md: the table of modules is empty")
    for room in rooms.values():
        if room.may_use_all:
            room.may_use = {other.name for other in rooms.values() if not other.may_use_all}
    return rooms


def circle(rooms):
    """The names along a circle of permissions, or an empty list."""

    def walk(name, trail):
        if name in trail:
            return trail[trail.index(name):] + [name]
        for other in sorted(rooms[name].may_use & rooms.keys()):
            found = walk(other, trail + [name])
            if found:
                return found
        return []

    for name in sorted(rooms):
        found = walk(name, [])
        if found:
            return found
    return []
