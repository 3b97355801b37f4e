"""Tags of several clients at once: those that any of them has can be ticked for all or for none, new ones are written."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QVBoxLayout, QWidget

from desktop.clients.values import ClientLine
from desktop.style.theme import theme
from desktop.windows.parts import Scrolled, button, plain, row

_LONGEST = 60  # characters of a tag that are shown
_ROW, _ROWS = 31, 8  # pixels of a tag at 100 % text size; how many are seen without scrolling


def tags_in(text: str) -> tuple[str, ...]:
    """Tags as they are written, parted by commas; each once."""
    found = (" ".join(tag.split()) for tag in text.split(","))
    return tuple(dict.fromkeys(tag for tag in found if tag))


class TagDialog(QDialog):
    """`given(added, removed)`: tags that all of the clients shall have, and those that none shall have."""

    given = Signal(object, object)

    def __init__(self, parent: QWidget, chosen: Sequence[ClientLine], known: Sequence[str]) -> None:
        """`known` are the tags of all clients, to choose from."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Tags"))
        self.setMinimumWidth(420)
        self.boxes: list[tuple[str, Qt.CheckState, QCheckBox]] = []  # tag, how its box was, box
        self._fill(chosen, known)
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("New tags, parted by commas"))
        self.field.setAccessibleName(self.tr("New tags"))
        self.field.setMaxLength(200)
        about = self.tr("A tick gives a tag to all of them, no tick takes it away; a dash leaves it as it is.")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        column.addWidget(plain(self.tr("Tags of %n clients", "", len(chosen)), "h2"))
        if self.boxes:
            column.addWidget(plain(about, "small", wrap=True))
            column.addWidget(self._list())
        column.addWidget(self.field)
        keep = button(self.tr("Save"), self._give, kind="primary")
        keep.setDefault(True)
        column.addLayout(row(None, button(self.tr("Cancel"), self.reject), keep))
        self.field.setFocus()

    def _fill(self, chosen: Sequence[ClientLine], known: Sequence[str]) -> None:
        having = [{tag.casefold() for tag in line.tags} for line in chosen]
        own = [tag for line in chosen for tag in line.tags]
        names = {tag.casefold(): tag for tag in reversed([*own, *known])}
        for key in sorted(names, key=lambda key: (not any(key in tags for tags in having), key)):
            count = sum(key in tags for tags in having)
            state = Qt.CheckState.PartiallyChecked if 0 < count < len(chosen) else Qt.CheckState.Unchecked
            state = Qt.CheckState.Checked if count == len(chosen) else state
            self.boxes.append((names[key], state, self._box(names[key], state)))

    def _box(self, tag: str, state: Qt.CheckState) -> QCheckBox:
        told = " ".join(tag.split())
        told = told if len(told) <= _LONGEST else f"{told[:_LONGEST]}…"
        box = QCheckBox(told.replace("&", "&&"))  # or the letter after it would be a key
        box.setAccessibleName(told)
        box.setTristate(state == Qt.CheckState.PartiallyChecked)  # what only some have can also stay so
        box.setCheckState(state)
        return box

    def _list(self) -> Scrolled:
        page = Scrolled(spacing=2)
        page.setAccessibleName(self.tr("Tags of the selected clients"))
        page.column.setContentsMargins(0, 0, 8, 0)
        for _tag, _state, box in self.boxes:
            page.column.addWidget(box)
        page.column.addStretch(1)
        page.setFixedHeight(theme().px(_ROW) * min(_ROWS, len(self.boxes)))
        return page

    def _give(self) -> None:
        changed = [(tag, box.checkState()) for tag, before, box in self.boxes if box.checkState() != before]
        added = [tag for tag, state in changed if state == Qt.CheckState.Checked]
        removed = [tag for tag, state in changed if state == Qt.CheckState.Unchecked]
        written = tags_in(self.field.text())
        self.given.emit((*added, *written), tuple(removed))
        self.accept()
