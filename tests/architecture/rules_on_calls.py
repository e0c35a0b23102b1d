"""What code on the GUI thread must not call, and where text for people may stand."""

import re

from rule_book import rule

ON_GUI_THREAD = ("desk", "models", "widgets", "app")

WAITING = [
    (r"\bprocessEvents\s*\(", "processEvents() runs others' code in the middle of ours"),
    (r"\bwaitFor\w+\s*\(", "waitFor...() holds up the GUI thread"),
    (r"\bBlockingQueuedConnection\b", "a blocking queued connection holds up the GUI thread"),
    (r"\bQEventLoop\b", "a nested event loop runs others' code in the middle of ours"),
    (r"\bQThread::[mu]?sleep\s*\(|\bthis_thread::sleep_\w+\s*\(|(?<![\w.>:])u?sleep\s*\(", "sleeping holds up the GUI thread"),
    (r"\bQMessageBox::(information|question|warning|critical|about|aboutQt)\s*\(", "a static box nests an event loop; open() one"),
    (r"\bQInputDialog::get\w+\s*\(", "a static dialog nests an event loop; open() one"),
    (r"\bQFileDialog::get\w+\s*\(", "a static dialog nests an event loop; open() one"),
    (r"\bQ(Color|Font)Dialog::get\w+\s*\(", "a static dialog nests an event loop; open() one"),
    (r"\bQProcess::execute\s*\(", "QProcess::execute() holds up the GUI thread"),
]
EXEC = re.compile(r"(?:(\w+)\s*(?:\.|->|::)|(?<![\w.>:]))\s*exec\s*\(")
THE_MAIN_LOOP = {"app", "application", "QApplication", "QGuiApplication", "QCoreApplication"}


@rule("waiting")
def waiting(house):
    for source in house.tree.sources:
        if source.module not in ON_GUI_THREAD:
            continue
        for number, line in enumerate(source.code_lines, 1):
            for pattern, why in WAITING:
                if re.search(pattern, line):
                    yield source.path, number, why
            for match in EXEC.finditer(line):
                if not (source.module == "app" and match[1] in THE_MAIN_LOOP):
                    yield source.path, number, "exec() nests an event loop; open() or popup() does not"


@rule("translation")
def translation(house):
    words = re.compile(r"\btr\s*\(|\bQT_TR(ANSLATE)?_N?_?NOOP\w*\s*\(|\bQCoreApplication::translate\s*\(")
    for source in house.tree.sources:
        if source.module in ("models", "widgets"):
            continue
        for number, line in enumerate(source.code_lines, 1):
            if words.search(line):
                yield source.path, number, "text for people is translated in models and widgets only"
