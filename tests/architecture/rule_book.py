"""What a rule is: a function from the project to its findings, known by its name."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Finding:
    path: str
    line: int
    rule: str
    message: str

    def __str__(self):
        return f"{self.path}:{self.line}: {self.message} [{self.rule}]"


@dataclass
class House:
    """What rules look at: the files, the table, and where Qt's headers lie."""

    tree: object
    rooms: dict
    qt_headers: str


RULES = {}


def rule(name):
    """Registers a generator of (path, line, message) as the rule @p name."""

    def register(function):
        def findings(house):
            return [Finding(path, line, name, message) for path, line, message in function(house)]

        RULES[name] = findings
        return findings

    return register
