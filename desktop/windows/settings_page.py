"""One page of the settings: names in a column, what can be chosen beside them, at most a sentence of help below each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QLayout, QLineEdit, QSlider, QVBoxLayout, QWidget

from desktop.style.theme import theme
from desktop.windows.flow import Flow
from desktop.windows.parts import Scrolled, plain, row

LABEL = 112  # pixels of the column of names at 100 % text size


class SettingsPage(Scrolled):
    """`changed(name, value)`: something was chosen. `topic` is the help's page about it, `restorable`: it has usual values."""

    changed = Signal(str, object)

    topic = "settings"
    restorable = True

    def __init__(self, title: str) -> None:
        super().__init__(spacing=14)
        self.title = title
        self.setAccessibleName(title)
        self._show: dict[str, Callable[[object], None]] = {}
        self._filling = False
        self.help_of: dict[str, QLabel] = {}  # the line of help below a choice, for one that depends on it
        self.column.setContentsMargins(4, 4, 12, 8)
        self.column.addWidget(plain(title, "h2"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self._labels: list[QLabel] = []
        self.column.addLayout(self._grid)
        self.column.addStretch(1)
        theme().changed.connect(self._fit)
        self._fit()

    def show_values(self, values: Mapping[str, object]) -> None:
        """Show what is chosen now, without telling it as a choice."""
        self._filling = True
        for name, show in self._show.items():
            show(values[name])
        self._filling = False

    def tell(self, name: str, value: object) -> None:
        """Tell a choice, unless it is only shown."""
        if not self._filling:
            self.changed.emit(name, value)

    # ---- parts

    def field(self, label: str, widget: QWidget | QLayout, help_text: str = "", *, named: QWidget | None = None) -> QLabel:
        """A row; returns the line of help below it. `named` is what carries the name where a layout is given."""
        name = plain(label, wrap=True)
        written = isinstance(widget, QLabel)  # a text stands level with its name, a field around the middle of it
        upright = Qt.AlignmentFlag.AlignTop if written else Qt.AlignmentFlag.AlignVCenter
        name.setAlignment(Qt.AlignmentFlag.AlignLeading | upright)
        name.setProperty("least", 0 if written else 28 if isinstance(widget, QCheckBox) else 34)
        place = self._grid.rowCount()
        self._labels.append(name)
        self._grid.addWidget(name, place, 0)
        if isinstance(widget, QWidget):
            self._grid.addWidget(widget, place, 1)
            named = named or widget
        else:
            self._grid.addLayout(widget, place, 1)
        told = plain(help_text, "small", wrap=True)
        told.setVisible(bool(help_text))
        told.setContentsMargins(0, 0, 0, 10)
        self._grid.addWidget(told, place + 1, 1)
        self._grid.setRowMinimumHeight(place + 1, 10)
        if named is not None:
            name.setBuddy(named)
            if label and not named.accessibleName():
                named.setAccessibleName(label)
            named.setAccessibleDescription(help_text)
        self._fit()
        return told

    def side_by_side(self, *parts: QWidget) -> QWidget:
        """Parts in a row, that goes on below where there is no room."""
        holder = QWidget()
        flow = Flow(holder)
        for part in parts:
            flow.addWidget(part)
        return holder

    def block(self, label: str, *parts: QWidget | QLayout) -> None:
        """Several parts below each other beside one name."""
        column = QVBoxLayout()
        column.setSpacing(8)
        for part in parts:
            if isinstance(part, QLayout):
                column.addLayout(part)
            else:
                column.addWidget(part)
        self.field(label, column)
        self._labels[-1].setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        self._labels[-1].setProperty("least", 0)
        self._fit()

    def choice(self, name: str, label: str, items: Sequence[tuple[object, str]], help_text: str = "") -> QComboBox:
        """One of several values."""
        box = QComboBox()
        for value, text in items:
            box.addItem(text, value)
        box.setMinimumWidth(80)  # a long name may be cut where there is no room
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        box.currentIndexChanged.connect(lambda _at: self.tell(name, box.currentData()))
        self._show[name] = lambda value: box.setCurrentIndex(max(0, box.findData(value)))
        self.help_of[name] = self.field(label, row(box, None), help_text, named=box)
        return box

    def line(self, name: str, label: str, hint: str, most: int, help_text: str = "") -> QLineEdit:
        """A line to write, of at most `most` characters; told with every key, so that closing the settings loses nothing."""
        edit = QLineEdit()
        edit.setMaxLength(most)
        edit.setPlaceholderText(hint)
        edit.textEdited.connect(lambda text: self.tell(name, text))
        # Text that is there already is not put again: the cursor would jump to its end while somebody types in the middle.
        self._show[name] = lambda value: None if edit.text() == str(value) else edit.setText(str(value))
        self.field(label, edit, help_text)
        return edit

    def check(self, name: str, label: str, text: str, help_text: str = "") -> QCheckBox:
        """On or off."""
        box = QCheckBox(text)
        box.toggled.connect(lambda on: self.tell(name, on))
        self._show[name] = lambda value: box.setChecked(bool(value))
        self.field(label, box, help_text)
        box.setAccessibleName(text)
        return box

    def slider(
        self, name: str, label: str, steps: range, show: Callable[[int], str], value_of: Callable[[int], float]
    ) -> QSlider:
        """A value in steps; `show` writes it beside the slider."""
        made, told = QSlider(Qt.Orientation.Horizontal), plain("", "small")
        made.setRange(steps.start, steps.stop - 1)
        made.setPageStep(1)
        made.setFixedWidth(240)
        told.setMinimumWidth(52)

        def moved(step: int) -> None:
            told.setText(show(step))
            self.tell(name, value_of(step))

        def put(value: object) -> None:
            made.setValue(min(steps, key=lambda step: abs(value_of(step) - float(str(value)))))
            told.setText(show(made.value()))

        made.valueChanged.connect(moved)
        self._show[name] = put
        self.field(label, row(made, told, None), named=made)
        return made

    def _fit(self) -> None:
        for label in self._labels:
            label.setFixedWidth(theme().px(LABEL))
            label.setMinimumHeight(theme().px(label.property("least")))
