#!/usr/bin/env python3
"""Shows each rule a small project that breaks it, and one that does not: a rule that cannot fail protects nothing."""

import tempfile
import unittest
from pathlib import Path

import rules_on_arrows, rules_on_calls, rules_on_forms, rules_on_names  # noqa: F401, E401 - each registers its rules
from house_table import MARKER, circle, read_table
from rule_book import RULES, House
from source_tree import Tree, code_only

TABLE = f"""# A small house
{MARKER}
| Module | May use | Libraries |
|---|---|---|
| `domain` | - | - |
| `store` | `domain` | Qt Sql, SQLite |
| `desk` | `domain` | - |
| `widgets` | `domain`, `desk` | Qt Gui, Qt Widgets |
| `app` | all | Qt Widgets |
"""
QT = ["QtCore/QString", "QtCore/QtEndian", "QtSql/QSqlQuery", "QtWidgets/QWidget", "QtWidgets/QtWidgets", "QtGui/QColor"]
FORM = """<ui version="4.0">
 <class>vorzimmer::widgets::NotePage</class>
 <widget class="QWidget" name="NotePage">
{inside}
 </widget>
</ui>
"""
NAMED_EDIT = """  <widget class="QLineEdit" name="concern">
   <property name="accessibleName"><string>Concern</string></property>
  </widget>"""


def code(module, line="", includes=""):
    """A source of @p module with @p line on line 3."""
    return f"{includes}\nnamespace vorzimmer::{module} {{\n{line}\n}}\n"


def head(module, line="", includes=""):
    return f"#pragma once\n{includes}\nnamespace vorzimmer::{module} {{\n{line}\n}}\n"


CLEAN = {
    "docs/architecture.md": TABLE,
    "src/domain/CMakeLists.txt": "vz_module(domain)\n",
    "src/store/CMakeLists.txt": "vz_module(store INCLUDES domain LINKS Qt6::Sql)\n",
    "src/desk/CMakeLists.txt": "vz_module(desk INCLUDES domain)\n",
    "src/widgets/CMakeLists.txt": "vz_module(widgets INCLUDES domain desk LINKS Qt6::Widgets)\n",
    "src/app/CMakeLists.txt": "add_executable(vorzimmer main.cpp)\ntarget_link_libraries(vorzimmer vz_store vz_widgets vz_flags)\n",
    "src/app/main.cpp": "#include \"vorzimmer/desk/front.h\"\nint main() { return app.exec() + QApplication::exec(); }\n",
    "include/vorzimmer/domain/call.h": head("domain", "struct Call {};"),
    "include/vorzimmer/desk/front.h": head("desk", "class Front; // never processEvents()", '#include "vorzimmer/domain/call.h"'),
    "src/domain/call.cpp": code("domain", "const char* a = \"waitForIt()\"; // a nested QEventLoop would be wrong", "#include <vector> // as <QWidget> it would be wrong"),
    "src/domain/tenant.cpp": code("domain", "", "#include <QtEndian>"),
    "src/store/rows.cpp": code("store", "void f() { query.exec(); }", '#include <QSqlQuery>'),
    "src/store/rows.h": head("store"),
    "src/widgets/note_page.cpp": code("widgets", "QString s = tr(u);", '#include "ui_note_page.h"'),
    "ui/note_page.ui": FORM.format(inside=NAMED_EDIT),
}

# rule -> a list of (files that replace or join those above, the places where the rule must find something)
BREACHES = {
    "table": [
        ({"docs/architecture.md": TABLE + "| `ghost` | - | - |\n"}, {("docs/architecture.md", 10)}),
        ({"docs/architecture.md": TABLE.replace("| `store` | `domain` |", "| `store` | `domain`, `nobody` |")},
         {("docs/architecture.md", 6)}),
        ({"docs/architecture.md": TABLE.replace("SQLite |", "SQLite, Sqlight |")}, {("docs/architecture.md", 6)}),
        ({"docs/architecture.md": TABLE.replace("| `domain` | - |", "| `domain` | `desk` |")}, {("docs/architecture.md", 7)}),
        ({"src/attic/CMakeLists.txt": "vz_module(attic)\n"}, {("src/attic/CMakeLists.txt", 1)}),
    ],
    "include-module": [
        ({"src/domain/call.cpp": code("domain", includes='#include "vorzimmer/desk/front.h"')}, {("src/domain/call.cpp", 1)}),
        ({"include/vorzimmer/domain/call.h": head("domain", includes='#  include <vorzimmer/desk/front.h>')},
         {("include/vorzimmer/domain/call.h", 2)}),
        ({"src/desk/front.cpp": code("desk", includes='#include "vorzimmer/domain/gone.h"')}, {("src/desk/front.cpp", 1)}),
        ({"src/desk/front.cpp": code("desk", includes='#include "../store/rows.h"')}, {("src/desk/front.cpp", 1)}),
        ({"src/desk/front.cpp": code("desk", includes='#include "rows.h"')}, {("src/desk/front.cpp", 1)}),
        ({"include/vorzimmer/desk/front.h": head("desk", includes='#include "secret.h"'), "src/desk/secret.h": head("desk")},
         {("include/vorzimmer/desk/front.h", 2)}),
    ],
    "include-library": [
        ({"src/desk/front.cpp": code("desk", includes="#include <QWidget>")}, {("src/desk/front.cpp", 1)}),
        ({"src/desk/front.cpp": code("desk", includes="#include <QtWidgets>")}, {("src/desk/front.cpp", 1)}),
        ({"src/desk/front.cpp": code("desk", includes="#include <QtSql/QSqlQuery>")}, {("src/desk/front.cpp", 1)}),
        ({"src/desk/front.cpp": code("desk", includes="#include <sqlite3.h>")}, {("src/desk/front.cpp", 1)}),
        ({"src/desk/front.cpp": code("desk", includes="#include <brandnew/thing.hpp>")}, {("src/desk/front.cpp", 1)}),
    ],
    "cmake": [
        ({"src/desk/CMakeLists.txt": "vz_module(desk INCLUDES domain store)\n"}, {("src/desk/CMakeLists.txt", 1)}),
        ({"src/desk/CMakeLists.txt": "vz_module(desk)\ntarget_link_libraries(vz_desk PRIVATE vz_store)\n"},
         {("src/desk/CMakeLists.txt", 2)}),
        ({"src/desk/CMakeLists.txt": "vz_module(desk LINKS Qt6::Widgets)\n"}, {("src/desk/CMakeLists.txt", 1)}),
    ],
    "cabinet-door": [
        ({"src/desk/front.cpp": code("desk", "void f(ports::CabinetRoom& room);")}, {("src/desk/front.cpp", 3)}),
        ({"src/widgets/pane.cpp": code("widgets", "auto c = office.room.open(tenant);")}, {("src/widgets/pane.cpp", 3)}),
    ],
    "waiting": [
        ({"src/desk/front.cpp": code("desk", line)}, {("src/desk/front.cpp", 3)})
        for line in (
            "QCoreApplication::processEvents();",
            "process.waitForFinished(100);",
            "connect(a, &A::b, c, &C::d, Qt::BlockingQueuedConnection);",
            "QEventLoop loop;",
            "QThread::msleep(5);",
            "std::this_thread::sleep_for(5ms);",
            "QMessageBox::warning(this, title, text);",
            "const auto file = QFileDialog::getOpenFileName(this);",
            "const auto word = QInputDialog::getText(this, a, b);",
            "const auto ink = QColorDialog::getColor();",
            "QProcess::execute(program);",
            "dialog->exec();",
            "return exec();",
            "QDialog::exec();",
            "app.exec();",
        )
    ] + [({"src/app/wiring.cpp": code("app", "menu.exec(point);")}, {("src/app/wiring.cpp", 3)})],
    "translation": [
        ({"src/desk/front.cpp": code("desk", "auto s = tr(text);")}, {("src/desk/front.cpp", 3)}),
        ({"src/desk/front.cpp": code("desk", "auto s = QCoreApplication::translate(a, b);")}, {("src/desk/front.cpp", 3)}),
        ({"src/store/rows.cpp": code("store", "const char* s = QT_TR_NOOP(text);")}, {("src/store/rows.cpp", 3)}),
        ({"src/store/rows.cpp": code("store", "const char* s = QT_TRANSLATE_NOOP(a, b);")}, {("src/store/rows.cpp", 3)}),
    ],
    "file-name": [
        ({"src/desk/call_helper.h": head("desk")}, {("src/desk/call_helper.h", 1)}),
        ({"tests/common/stage.cpp": ""}, {("tests/common/stage.cpp", 1)}),
        ({"src/desk/CallFile.h": head("desk")}, {("src/desk/CallFile.h", 1)}),
    ],
    "type-name": [
        ({"src/desk/calls.h": head("desk", "class [[nodiscard]] CallManager {};")}, {("src/desk/calls.h", 4)}),
        ({"src/desk/calls.h": head("desk", "enum class MiscState { On };")}, {("src/desk/calls.h", 4)}),
    ],
    "accessor-name": [
        ({"src/desk/calls.h": head("desk", "QString getName() const;")}, {("src/desk/calls.h", 4)}),
        ({"src/desk/calls.h": head("desk", "const QString& getName() const;")}, {("src/desk/calls.h", 4)}),
    ],
    "namespace": [({"src/desk/calls.cpp": code("store", "int a;")}, {("src/desk/calls.cpp", 1)})],
    "header": [
        ({"src/desk/calls.h": code("desk")}, {("src/desk/calls.h", 1)}),
        ({"src/desk/calls.h": head("desk", "using namespace std;")}, {("src/desk/calls.h", 4)}),
    ],
    "unfinished": [({"src/desk/calls.cpp": code("desk", "// TO" + "DO later")}, {("src/desk/calls.cpp", 3)})],
    "form-owner": [
        ({"ui/lost_page.ui": FORM.replace("NotePage", "LostPage").format(inside="")}, {("ui/lost_page.ui", 1)}),
        ({"ui/note_page.ui": FORM.replace("::NotePage", "::NoteSheet").format(inside="")}, {("ui/note_page.ui", 2)}),
        ({"ui/note_page.ui": "<ui"}, {("ui/note_page.ui", 1)}),
        ({"src/widgets/note_page.cpp": code("widgets")}, {("ui/note_page.ui", 1)}),
        ({"src/widgets/thief.cpp": code("widgets", includes='#include "ui_note_page.h"')}, {("src/widgets/thief.cpp", 1)}),
    ],
    "accessible-name": [
        ({"ui/note_page.ui": FORM.format(inside=inside)}, {("ui/note_page.ui", 4)})
        for inside in (
            '  <widget class="QLineEdit" name="concern"/>',
            '  <widget class="QToolButton" name="more"><property name="text"><string>...</string></property></widget>',
            '  <widget class="QPushButton" name="pick"><property name="icon"><iconset theme="a"/></property></widget>',
            '  <widget class="RowView" name="rows"/>\n  <customwidgets><customwidget><class>RowView</class>'
            "<extends>QListView</extends></customwidget></customwidgets>",
            '  <widget class="QLabel" name="l"><property name="buddy"><cstring>concern</cstring></property></widget>\n'
            + NAMED_EDIT.replace("concern", "other"),
        )
    ] + [
        ({"ui/note_page.ui": FORM.format(inside=f'  <widget class="{kind}" name="concern"/>'),
          "src/widgets/note_page.cpp": code("widgets", line, '#include "ui_note_page.h"')}, {("ui/note_page.ui", 4)})
        for kind, line in (
            ("QLineEdit", "m_ui->other->setAccessibleName(name);"),
            ("QLineEdit", "m_ui->concern->setText(words);"), # what is in a field is not what it is for
            ("QLineEdit", "m_ui->header->setTarget(m_ui->other); m_ui->concern->clear();"),
        )
    ],
}


class Rules(unittest.TestCase):
    def findings(self, files):
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            for path, text in files.items():
                file = root / "project" / path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, encoding="utf-8")
            for header in QT:
                root.joinpath("qt", header).parent.mkdir(parents=True, exist_ok=True)
                root.joinpath("qt", header).touch()
            tree = Tree(root / "project")
            house = House(tree, read_table(files["docs/architecture.md"]), str(root / "qt"))
            return {(f.path, f.line, f.rule) for find in RULES.values() for f in find(house)}

    def test_clean_project_has_no_findings(self):
        self.assertEqual(self.findings(CLEAN), set())

    def test_each_rule_finds_its_breach_and_nothing_else(self):
        for name, cases in BREACHES.items():
            for files, places in cases:
                with self.subTest(rule=name, files=files):
                    self.assertEqual(self.findings({**CLEAN, **files}), {(path, line, name) for path, line in places})

    def test_no_rule_is_without_a_breach(self):
        self.assertEqual(set(BREACHES), set(RULES))

    def test_controls_named_in_any_of_the_usual_ways_are_accepted(self):
        inside = "\n".join((
            NAMED_EDIT,
            '<widget class="QPushButton" name="go"><property name="text"><string>Go</string></property></widget>',
            '<widget class="QLabel" name="l"><property name="text"><string>To</string></property>'
            '<property name="buddy"><cstring>to</cstring></property></widget>',
            '<widget class="QLineEdit" name="to"/>',
            '<widget class="QLineEdit" name="named"/><widget class="QListView" name="rows"/><widget class="QPushButton" name="on"/>',
            '<widget class="QTextBrowser" name="shown"><property name="focusPolicy"><enum>Qt::NoFocus</enum></property></widget>',
        ))
        page = code("widgets", "m_ui->named->setAccessibleName(name); m_ui->header->setTarget(m_ui->rows); m_ui->on->setText(word);",
                    '#include "ui_note_page.h"')
        self.assertEqual(
            self.findings({**CLEAN, "ui/note_page.ui": FORM.format(inside=inside), "src/widgets/note_page.cpp": page}), set())


class Table(unittest.TestCase):
    def test_all_means_every_module_but_the_mains(self):
        self.assertEqual(read_table(TABLE)["app"].may_use, {"domain", "store", "desk", "widgets"})

    def test_a_page_without_table_is_an_error(self):
        for text in ("# No table", MARKER, f"{MARKER}\n| `a` | - |\n"):
            with self.subTest(text=text), self.assertRaises(ValueError):
                read_table(text)

    def test_a_circle_is_named(self):
        rooms = read_table(TABLE.replace("| `domain` | - |", "| `domain` | `store` |"))
        self.assertEqual(circle(rooms), ["domain", "store", "domain"])


class Reading(unittest.TestCase):
    def test_comments_and_strings_are_blanked_and_lines_kept(self):
        text = 'a /* b\n" c */ d "e // f" g // h\n\'"\' R"x(exec()\n)x" 1\'000 "\\"i" j'
        blanked = code_only(text)
        self.assertEqual(blanked.count("\n"), text.count("\n"))
        self.assertEqual(blanked.split(), ["a", "d", "g", "1'000", "j"])


if __name__ == "__main__":
    unittest.main()
