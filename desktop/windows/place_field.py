"""A field for a place in the United States: what is typed is looked for among all official areas."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QCompleter, QLineEdit

Search = Callable[[str], Sequence[tuple[str, str]]]  # what is typed → (code, name) of areas


class PlaceField(QLineEdit):
    """`chosen(code)`: an area was chosen, "" for none."""

    chosen = Signal(str)

    def __init__(self, search: Search) -> None:
        super().__init__()
        self._search = search
        self._codes: dict[str, str] = {}
        self._shown = ""
        self.setMaxLength(80)
        self.setPlaceholderText(self.tr("City or metro area"))
        self.setClearButtonEnabled(True)
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        # Later: the field first takes the long name that was completed, the short one is shown afterwards.
        completer.activated.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self.setCompleter(completer)
        self.textEdited.connect(self._typed)
        for clear in self.findChildren(QAbstractButton):
            clear.clicked.connect(self._leave)
        self.editingFinished.connect(self._leave)

    def show_place(self, name: str) -> None:
        """Show an area's name, without telling it."""
        self._shown = name
        self.setText(name)
        self.setCursorPosition(0)

    def _typed(self, text: str) -> None:
        found = self._search(text) if text.strip() else ()
        self._codes = {name: code for code, name in found}
        self._names.setStringList(list(self._codes))

    def _take(self, name: str) -> None:
        if name in self._codes:
            other = name != self._shown
            self.show_place(name)
            if other:
                self.chosen.emit(self._codes[name])

    def _leave(self) -> None:
        """Take what was typed: the first area that fits, nothing for an empty field, else what was there before."""
        text = self.text().strip()
        if text == self._shown:
            return
        if not text:
            self._shown = ""
            self.chosen.emit("")
        elif self._codes:
            self._take(text if text in self._codes else next(iter(self._codes)))
        else:
            self.show_place(self._shown)
