#!/usr/bin/env python3
"""Shows the checks that look at the build and at the compiler's verdicts what they must object to.

    test_checks.py COMPILER
"""

import sys
import tempfile
import unittest
from pathlib import Path

from check_misuse import objection
from check_no_widgets import breaches_in_build, breaches_in_program
from house_table import MARKER, read_table

ROOMS = read_table(f"{MARKER}\n| `desk` | - | - |\n| `widgets` | `desk` | Qt Gui, Qt Widgets |\n")
CORE = "\tlibQt6Core.so.6 => /lib/libQt6Core.so.6 (0x1)\n"
COMPILER = "c++"


class NoWidgets(unittest.TestCase):
    def breaches(self, **flags):
        root = Path("/house")
        commands = [{"directory": "/house/build", "file": f"/house/src/{module}/a.cpp", "command": f"c++ {words} a.cpp"}
                    for module, words in flags.items()]
        return list(breaches_in_build(root, commands, ROOMS))

    def test_widgets_may_and_desk_need_not(self):
        self.assertEqual(self.breaches(desk="-isystem /qt6/QtCore", widgets="-isystem /qt6/QtGui -isystem /qt6/QtWidgets"), [])

    def test_a_module_with_widgets_in_reach_is_named(self):
        for part in ("Gui", "Widgets"):
            self.assertEqual(self.breaches(desk=f"-isystem /qt6/Qt{part}", widgets=""), [f"module desk is compiled with Qt {part}"])

    def test_a_module_that_is_not_built_is_named(self):
        self.assertEqual(self.breaches(desk=""), ["module widgets is not part of the build"])

    def test_programs(self):
        self.assertEqual(list(breaches_in_program("p", CORE)), [])
        self.assertEqual(list(breaches_in_program("p", CORE + "\tlibQt6Gui.so.6 => /lib\n")), ["p loads Qt Gui"])
        self.assertEqual(len(list(breaches_in_program("p", "\tlibc.so.6\n"))), 1)


class Misuse(unittest.TestCase):
    def objection(self, good, bad):
        with tempfile.TemporaryDirectory() as folder:
            files = [Path(folder, name) for name in ("a_ok.cpp", "a_bad.cpp")]
            for file, text in zip(files, (good, bad)):
                file.write_text(text, encoding="utf-8")
            return objection(*map(str, files), [COMPILER])

    def test_a_pair_that_proves_its_point(self):
        self.assertEqual(self.objection("int a = 1;", "// expect: not declared\nint a = b; // misuse\n"), "")

    def test_pairs_that_prove_nothing(self):
        for good, bad, words in (
            ("int a = 1;", "// expect: not declared\nint a = 1; // misuse\n", "and it does"),
            ("int a = b;", "// expect: not declared\nint a = b; // misuse\n", "should compile and does not"),
            ("int a = 1;", "// expect: deleted\nint a = b; // misuse\n", "not for want of"),
            ("int a = 1;", "// expect: not declared\nint a = b;\nint c = 1; // misuse\n", "not for want of"),
            ("int a = 1;", "int a = b; // misuse\n", "needs one line"),
        ):
            with self.subTest(bad=bad):
                self.assertIn(words, self.objection(good, bad))


if __name__ == "__main__":
    if len(sys.argv) > 1:
        COMPILER = sys.argv.pop()
    unittest.main()
