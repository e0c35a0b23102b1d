"""Names, and small things that every file owes its reader."""

import re

from rule_book import rule

NO_NAMES = {"util", "utils", "helper", "helpers", "manager", "managers", "common", "misc"}
SNAKE = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*\.(cpp|h|ui)")


@rule("file-name")
def file_name(house):
    for path in house.tree.paths:
        for part in path.split("/"):
            bad = NO_NAMES & set(re.split(r"[^a-z]+", part.lower()))
            if bad:
                yield path, 1, f"'{sorted(bad)[0]}' says nothing about what is inside"
        name = path.rsplit("/", 1)[-1]
        if path.split("/")[0] in ("src", "include", "ui", "tests") and name.endswith((".cpp", ".h", ".ui")):
            if not SNAKE.fullmatch(name):
                yield path, 1, f"{name} is not snake_case"


@rule("type-name")
def type_name(house):
    declared = re.compile(r"\b(?:class|struct|enum(?:\s+class)?|union|namespace)\s+(?:\[\[\w+\]\]\s*)?([A-Za-z_]\w*)")
    for source in house.tree.sources:
        for number, line in enumerate(source.code_lines, 1):
            for name in declared.findall(line):
                words = {word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)}
                bad = NO_NAMES & words
                if bad and not re.match(r"Q[A-Z]", name):
                    yield source.path, number, f"{name}: '{sorted(bad)[0]}' says nothing about what it does"


@rule("accessor-name")
def accessor_name(house):
    """A declaration like `QString getName() const` in a header; calls into libraries are their business."""
    declared = re.compile(r"[\w>&*\]]\s+[&*]?(get[A-Z]\w*)\s*\(")
    for source in house.tree.sources:
        if not source.path.endswith(".h"):
            continue
        for number, line in enumerate(source.code_lines, 1):
            match = declared.search(line)
            if match and not re.search(r"\breturn\b", line[: match.start(1)]):
                yield source.path, number, f"{match[1]}: accessors have no 'get'"


@rule("namespace")
def namespace(house):
    """Code of a module lives in the module's namespace."""
    for source in house.tree.sources:
        code = [line for line in source.code_lines if line.strip() and not line.lstrip().startswith("#")]
        if source.stem == "main" or not code:
            continue
        if source.module not in re.findall(r"\bnamespace\s+vorzimmer::(\w+)", "\n".join(code)):
            yield source.path, 1, f"does not open namespace vorzimmer::{source.module}"


@rule("header")
def header(house):
    for source in house.tree.sources:
        if not source.path.endswith(".h"):
            continue
        if not re.search(r"^#pragma once$", source.text, re.MULTILINE):
            yield source.path, 1, "a header begins with #pragma once"
        for number, line in enumerate(source.code_lines, 1):
            if re.match(r"using\s+namespace\b", line):
                yield source.path, number, "a header opens no namespace for everybody"


@rule("unfinished")
def unfinished(house):
    for path in house.tree.paths:
        if path.split("/")[0] not in ("src", "include", "ui", "scripts", "cmake"):
            continue
        for number, line in enumerate(house.tree.read(path).text.splitlines(), 1):
            if re.search(r"\b(TODO|FIXME|XXX)\b", line):
                yield path, number, "unfinished work is finished or an issue, not a remark"
