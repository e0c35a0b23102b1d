"""The project's files as the rules want to see them: by module, with comments and strings blanked out where asked."""

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

# One pass over C++: what is matched first wins, so that a quote in a comment starts no string and the other way round.
_TOKEN = re.compile(
    r"""
      (?P<comment> //[^\n]* | /\*.*?\*/ )
    | (?P<raw> R"(?P<mark>[^()\s\\]{0,16})\(.*?\)(?P=mark)" )
    | (?P<string> "(?:\\.|[^"\\\n])*" )
    | (?P<char> (?<![0-9A-Za-z_])'(?:\\.|[^'\\\n])+' )
    """,
    re.VERBOSE | re.DOTALL,
)


def _blank(text):
    return re.sub(r"[^\n]", " ", text)


def without_comments(text):
    return _TOKEN.sub(lambda m: _blank(m[0]) if m["comment"] else m[0], text)


def code_only(text):
    """@p text without comments and without what stands in quotes; lines keep their numbers."""
    return _TOKEN.sub(lambda m: _blank(m[0]), text)


@dataclass
class Source:
    """One file, its path relative to the project."""

    path: str
    text: str

    @property
    def module(self):
        """The module it belongs to, or None outside src/ and include/vorzimmer/."""
        parts = self.path.split("/")
        if parts[0] == "src" and len(parts) > 2:
            return parts[1]
        if parts[:2] == ["include", "vorzimmer"] and len(parts) > 3:
            return parts[2]
        return None

    @property
    def is_public(self):
        return self.path.startswith("include/")

    @property
    def stem(self):
        return Path(self.path).stem

    @property
    def is_cpp(self):
        return self.path.endswith((".cpp", ".h"))

    @cached_property
    def code_lines(self):
        return code_only(self.text).splitlines()

    @cached_property
    def includes(self):
        """(line number, name, quoted) of every #include."""
        found = []
        for number, line in enumerate(without_comments(self.text).splitlines(), 1):
            match = re.match(r'\s*#\s*include\s*(["<])([^">]+)[">]', line)
            if match:
                found.append((number, match[2], match[1] == '"'))
        return found


class Tree:
    """All files below the project's folders that the rules look at."""

    FOLDERS = ("src", "include", "ui", "tests", "scripts", "resources", "docs", "cmake")

    def __init__(self, root):
        self.root = Path(root)
        self.paths = sorted(
            path.relative_to(self.root).as_posix()
            for folder in self.FOLDERS
            for path in self.root.joinpath(folder).rglob("*")
            if path.is_file() and "__pycache__" not in path.parts
        )

    def read(self, path):
        return Source(path, self.root.joinpath(path).read_text(encoding="utf-8", errors="replace"))

    def exists(self, path):
        return self.root.joinpath(path).is_file()

    @cached_property
    def sources(self):
        """The C++ files of all modules."""
        return [s for s in (self.read(p) for p in self.paths if p.endswith((".cpp", ".h"))) if s.module]

    @cached_property
    def forms(self):
        return [self.read(path) for path in self.paths if path.startswith("ui/") and path.endswith(".ui")]

    @cached_property
    def modules(self):
        """Every module with a CMake file of its own."""
        return [p.split("/")[1] for p in self.paths if re.fullmatch(r"src/\w+/CMakeLists\.txt", p)]
