#!/usr/bin/env python3
"""Shows that a misuse does not compile, for the reason it names, while its twin without the misuse does.

    check_misuse.py OK.cpp BAD.cpp -- COMPILER [FLAG...]

The bad file says on a line `// expect: REGEX` what the compiler must complain about, and marks the line it must complain
about with `// misuse`.
"""

import os
import re
import subprocess
import sys


def compile_only(command, file):
    plain = {**os.environ, "LC_ALL": "C"} # the complaint is matched in English
    return subprocess.run([*command, "-fsyntax-only", "-fdiagnostics-color=never", file], capture_output=True, text=True,
                          check=False, env=plain)


def objection(good, bad, command):
    """Why this pair proves nothing; empty when it proves what it says."""
    with open(bad, encoding="utf-8") as file:
        lines = file.read().splitlines()
    expected = [match[1] for line in lines if (match := re.match(r"// expect: (.+)", line))]
    misuses = [number for number, line in enumerate(lines, 1) if line.endswith("// misuse")]
    if len(expected) != 1 or len(misuses) != 1:
        return f"{bad}: needs one line '// expect: REGEX' and one that ends with '// misuse'"

    twin = compile_only(command, good)
    if twin.returncode != 0:
        return f"{good} should compile and does not:\n{twin.stderr}"
    misuse = compile_only(command, bad)
    if misuse.returncode == 0:
        return f"{bad}:{misuses[0]}: this should not compile, and it does"
    complaint = re.compile(rf"{re.escape(bad)}:{misuses[0]}:\d+: error: .*(?:{expected[0]})")
    if not complaint.search(misuse.stderr):
        return f"{bad}:{misuses[0]}: does not compile, but not for want of '{expected[0]}':\n{misuse.stderr}"
    return ""


def main():
    split = sys.argv.index("--")
    good, bad = sys.argv[1:split]
    sys.exit(objection(good, bad, sys.argv[split + 1:]) or 0)


if __name__ == "__main__":
    main()
