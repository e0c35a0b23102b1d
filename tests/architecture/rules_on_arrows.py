"""Who may include, link and open what."""

import re
from functools import lru_cache
from pathlib import Path

from house_table import circle
from rule_book import rule

# Which headers belong to a library of the table's last column. Qt's own are looked up in its folders.
LIBRARIES = {
    "POSIX": r"(unistd|fcntl|signal|pthread|poll|termios|sysexits|pwd|sys/\w+|netinet/\w+|arpa/\w+)\.h",
    "SQLite": r"sqlite3\.h",
    "SQLiteCpp": r"SQLiteCpp/\w+\.h",
    "libsodium": r"sodium(/\w+)?\.h",
    "libcurl": r"curl/\w+\.h",
    "GMime": r"gmime/\w+\.h",
    "libical": r"libical/\w+\.h",
    "nlohmann/json": r"nlohmann/json(_fwd)?\.hpp",
    "simdjson": r"simdjson\.h",
    "libphonenumber": r"phonenumbers/.+\.h",
    "libsecret": r"libsecret/\w+\.h",
    "Sofia-SIP": r"sofia-sip/\w+\.h",
    "GStreamer": r"gst/.+\.h",
    "GLib": r"glib(-object|-unix)?\.h|gio/\w+\.h",
    "libcsv": r"csv\.h",
    "cpp-httplib": r"httplib\.h",
    "OpenSSL": r"openssl/\w+\.h",
}
FOR_ALL = {"C++", "Qt Core", "tl::expected"}


@lru_cache(maxsize=None)
def qt_module(qt_headers, header):
    """"Qt Widgets" for QWidget or QtWidgets/QWidget; None when it is no header of Qt."""
    spelled_out = re.match(r"Qt([A-Z]\w*)/", header)
    if spelled_out:
        return f"Qt {spelled_out[1]}"
    for folder in sorted(Path(qt_headers).glob("Qt*")):
        if folder.joinpath(header).is_file():
            return f"Qt {folder.name[2:]}"
    return None


def library_of(qt_headers, header):
    """The library that @p header belongs to, or None when nobody has named it yet."""
    if header == "tl/expected.hpp":
        return "tl::expected"
    for name, pattern in LIBRARIES.items():
        if re.fullmatch(pattern, header):
            return name
    found = qt_module(qt_headers, header)
    if found:
        return found
    return "C++" if re.fullmatch(r"[a-z_0-9]+", header) else None


def is_generated(header):
    return re.fullmatch(r"ui_\w+\.h|\w+\.moc|moc_\w+\.cpp", header) is not None


@rule("table")
def table(house):
    page = "docs/architecture.md"
    for room in house.rooms.values():
        for other in sorted(room.may_use - house.rooms.keys()):
            yield page, room.line, f"{room.name} may use {other}, which is no module"
        for library in sorted(room.libraries - LIBRARIES.keys()):
            if not library.startswith("Qt "):
                yield page, room.line, f"nobody has said which headers {library} has (LIBRARIES in rules_on_arrows.py)"
        if room.name not in house.tree.modules:
            yield page, room.line, f"there is no module src/{room.name}"
    for module in house.tree.modules:
        if module not in house.rooms:
            yield f"src/{module}/CMakeLists.txt", 1, f"module {module} has no row in {page}"
    trail = circle(house.rooms)
    if trail:
        yield page, house.rooms[trail[0]].line, "modules in a circle: " + " -> ".join(trail)


@rule("include-module")
def include_module(house):
    """A module includes only public headers of modules that its row names, and private ones of its own."""
    for source in house.tree.sources:
        room = house.rooms.get(source.module)
        if not room:
            continue # the rule "table" tells
        for line, header, quoted in source.includes:
            other = re.match(r"vorzimmer/(\w+)/", header)
            if other:
                if other[1] not in room.may_use | {room.name}:
                    yield source.path, line, f"{room.name} may not use {other[1]}"
                elif not house.tree.exists(f"include/{header}"):
                    yield source.path, line, f"{header} is no public header"
            elif quoted and not is_generated(header):
                beside = Path(source.path).parent.joinpath(header).as_posix()
                own = f"src/{room.name}/{header}"
                if source.is_public:
                    yield source.path, line, f"a public header may not need the private {header}"
                elif ".." in header or not (house.tree.exists(beside) or house.tree.exists(own)):
                    yield source.path, line, f"{header} is no header of {room.name}"


@rule("include-library")
def include_library(house):
    """A module includes only headers of libraries that its row names."""
    for source in house.tree.sources:
        room = house.rooms.get(source.module)
        if not room:
            continue
        for line, header, quoted in source.includes:
            if quoted or header.startswith("vorzimmer/"):
                continue
            library = library_of(house.qt_headers, header)
            if library is None:
                yield source.path, line, f"<{header}> belongs to no library that the table knows"
            elif library not in FOR_ALL | room.libraries:
                yield source.path, line, f"{room.name} may not use {library} (<{header}>)"


@rule("cmake")
def cmake(house):
    """A module's CMake file links only what its row allows."""
    for module in house.tree.modules:
        room = house.rooms.get(module)
        if not room:
            continue
        path = f"src/{module}/CMakeLists.txt"
        for number, line in enumerate(house.tree.read(path).text.splitlines(), 1):
            line = line.split("#")[0]
            linked = set(re.findall(r"\bvz_(\w+)", line)) - {"module", "flags", module}
            declared = re.search(r"\bINCLUDES((?:\s+[a-z]\w*)+)", line)
            if declared:
                linked |= set(declared[1].split())
            for other in sorted((linked & house.rooms.keys()) - room.may_use):
                yield path, number, f"{module} may not link {other}"
            for part in re.findall(r"\bQt6::(\w+)", line):
                if f"Qt {part}" not in FOR_ALL | room.libraries:
                    yield path, number, f"{module} may not link Qt {part}"


@rule("cabinet-door")
def cabinet_door(house):
    """Inside the console only the gatekeeper opens a cabinet."""
    door = {"src/desk/gatekeeper.cpp", "include/vorzimmer/desk/gatekeeper.h"}
    for source in house.tree.sources:
        if source.module not in ("desk", "models", "widgets") or source.path in door:
            continue
        for number, line in enumerate(source.code_lines, 1):
            if re.search(r"\bCabinetRoom\b|\b(m_)?room\s*\.\s*(open|create)\s*\(", line):
                yield source.path, number, "only desk::Gatekeeper opens a cabinet"
