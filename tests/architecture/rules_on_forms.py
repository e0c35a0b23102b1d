"""Designer forms: whose they are, and that whoever cannot see them still learns what each control is."""

import re
from xml.etree import ElementTree

from rule_book import rule

# Controls that take the keyboard; the first kind may be named by its own text.
WITH_TEXT = {"QPushButton", "QToolButton", "QCheckBox", "QRadioButton", "QCommandLinkButton"}
WITHOUT_TEXT = {
    "QLineEdit", "QTextEdit", "QPlainTextEdit", "QTextBrowser", "QComboBox", "QFontComboBox", "QSpinBox", "QDoubleSpinBox",
    "QDateEdit", "QTimeEdit", "QDateTimeEdit", "QCalendarWidget", "QKeySequenceEdit", "QSlider", "QDial",
    "QListView", "QTreeView", "QTableView", "QColumnView", "QListWidget", "QTreeWidget", "QTableWidget",
    "QScrollArea", "QGraphicsView",
}


def camel(stem):
    return "".join(part.capitalize() for part in stem.split("_"))


def property_text(widget, name):
    for element in widget.findall("property"):
        if element.get("name") == name:
            return "".join(element.itertext()).strip()
    return ""


def line_of(form, pattern):
    match = re.search(pattern, form.text)
    return form.text.count("\n", 0, match.start()) + 1 if match else 1


def parse(form):
    """The form's root, or None when it is no XML."""
    try:
        return ElementTree.fromstring(form.text)
    except ElementTree.ParseError:
        return None


@rule("form-owner")
def form_owner(house):
    """ui/<class>.ui is used by src/widgets/<class>.{h,cpp} and by nobody else."""
    owners = {source.path: source for source in house.tree.sources}
    for form in house.tree.forms:
        root = parse(form)
        if root is None:
            yield form.path, 1, "is no readable XML"
            continue
        named = (root.findtext("class") or "").strip().split("::")[-1]
        if named != camel(form.stem):
            yield form.path, line_of(form, "<class>"), f"holds the class {named}, not {camel(form.stem)}"
        own = [source for source in owners.values() if source.module == "widgets" and source.stem == form.stem]
        if not any(source.path.endswith(".cpp") for source in own):
            yield form.path, 1, f"there is no src/widgets/{form.stem}.cpp"
        elif not any(header == f"ui_{form.stem}.h" for source in own for _, header, _ in source.includes):
            yield form.path, 1, f"src/widgets/{form.stem}.cpp does not use it"
    for source in owners.values():
        for line, header, _ in source.includes:
            form = re.fullmatch(r"ui_(\w+)\.h", header)
            if form and (source.module != "widgets" or source.stem != form[1]):
                yield source.path, line, f"{header} belongs to src/widgets/{form[1]}.cpp"


def named_in_code(form, sources):
    """What the form's own class names when it is built: (controls with an accessible name, buttons with a text)."""
    code = "\n".join(
        line for source in sources if source.module == "widgets" and source.stem == form.stem for line in source.code_lines
    )
    named = set(re.findall(r"\bm_ui->(\w+)->setAccessibleName\(", code))
    for target in re.findall(r"->set(?:Target|Buddy)\(([^;]*)\);", code): # PaneHeader::setTarget makes its title the name
        named |= set(re.findall(r"\bm_ui->(\w+)", target))
    return named, set(re.findall(r"\bm_ui->(\w+)->setText\(", code))


@rule("accessible-name")
def accessible_name(house):
    """In the form by accessibleName, text or a label's buddy; or by the form's class where the words depend on the data."""
    for form in house.tree.forms:
        root = parse(form)
        if root is None:
            continue
        named, with_text = named_in_code(form, house.tree.sources)
        bases = {c.findtext("class"): c.findtext("extends") for c in root.iter("customwidget")}
        widgets = list(root.iter("widget"))
        names = {widget.get("name") for widget in widgets}
        labelled = set()
        for label in widgets:
            buddy = property_text(label, "buddy")
            if buddy and buddy not in names:
                yield form.path, line_of(form, f">{buddy}<"), f"label {label.get('name')} has a buddy {buddy} that is not there"
            if buddy and property_text(label, "text"):
                labelled.add(buddy)
        for widget in widgets:
            kind = bases.get(widget.get("class"), widget.get("class"))
            name = widget.get("name")
            if kind not in WITH_TEXT | WITHOUT_TEXT or property_text(widget, "focusPolicy").endswith("NoFocus"):
                continue
            spoken = property_text(widget, "accessibleName") or name in labelled | named
            if not spoken and kind in WITH_TEXT:
                spoken = name in with_text or property_text(widget, "text") not in ("", "...")
            if not spoken:
                yield form.path, line_of(form, f'name="{name}"'), f"{name} ({kind}) takes the keyboard but has no accessible name"
