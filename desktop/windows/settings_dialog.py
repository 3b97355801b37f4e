"""Settings: changes apply at once, there is no OK button. Look, language, start, privacy."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QFormLayout, QLabel, QSlider, QTabWidget, QVBoxLayout, QWidget

from desktop.windows.parts import button, plain, row

LANGUAGES = (("system", ""), ("en", "English"), ("de", "Deutsch"))


class SettingsDialog(QDialog):
    """`changed(name, value)`: theme, scale, contrast, language, reopen."""

    changed = Signal(str, object)

    def __init__(self, parent: QWidget, values: Mapping[str, object], folder: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        self.setMinimumSize(560, 420)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(plain(self.tr("Settings"), "h2"))
        self.pages = QTabWidget()
        self.pages.addTab(self._general(values), self.tr("General"))
        self.pages.addTab(self._privacy(folder), self.tr("Privacy"))
        column.addWidget(self.pages, 1)
        close = button(self.tr("Close"), self.accept)
        column.addLayout(row(button(self.tr("Restore defaults"), self._defaults, kind="link"), None, close))

    def _general(self, values: Mapping[str, object]) -> QWidget:
        page = QWidget()
        form = QFormLayout(page)
        form.setContentsMargins(4, 20, 4, 4)
        form.setVerticalSpacing(14)
        form.setHorizontalSpacing(24)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeading)
        self.theme = self._choice(
            [("system", self.tr("Follow the system")), ("light", self.tr("Light")), ("dark", self.tr("Dark"))]
        )
        self.theme.setCurrentIndex(self.theme.findData(values["theme"]))
        self.theme.currentIndexChanged.connect(lambda _i: self.changed.emit("theme", self.theme.currentData()))
        form.addRow(self._label(self.tr("Colours")), self.theme)
        self.contrast = QCheckBox(self.tr("High contrast"))
        self.contrast.setChecked(bool(values["contrast"]))
        self.contrast.toggled.connect(lambda on: self.changed.emit("contrast", on))
        form.addRow(self._label(""), self.contrast)
        self.scale = QSlider(Qt.Orientation.Horizontal)
        self.scale.setRange(9, 15)
        self.scale.setPageStep(1)
        self.scale.setValue(round(float(str(values["scale"])) * 10))
        self.scale.setAccessibleName(self.tr("Text size"))
        self.percent = plain(f"{self.scale.value() * 10} %", "small")
        self.percent.setMinimumWidth(52)
        self.scale.valueChanged.connect(self._scaled)
        form.addRow(self._label(self.tr("Text size")), row(self.scale, self.percent))
        self.language = self._choice([(code, name or self.tr("Follow the system")) for code, name in LANGUAGES])
        self.language.setCurrentIndex(max(0, self.language.findData(values["language"])))
        self.language.currentIndexChanged.connect(lambda _i: self.changed.emit("language", self.language.currentData()))
        form.addRow(self._label(self.tr("Language")), self.language)
        english = self.tr("Reasons, sources and advice stay in English, like the guides they come from.")
        form.addRow("", plain(english, "small", wrap=True))
        self.reopen = QCheckBox(self.tr("Open what was open last time"))
        self.reopen.setChecked(bool(values["reopen"]))
        self.reopen.toggled.connect(lambda on: self.changed.emit("reopen", on))
        form.addRow(self._label(self.tr("Start")), self.reopen)
        for name, field in ((self.tr("Colours"), self.theme), (self.tr("Language"), self.language)):
            field.setAccessibleName(name)
        return page

    def _label(self, text: str) -> QLabel:
        label = plain(text)
        label.setMinimumHeight(34)
        return label

    def _choice(self, items: list[tuple[str, str]]) -> QComboBox:
        box = QComboBox()
        for key, name in items:
            box.addItem(name, key)
        return box

    def _scaled(self, value: int) -> None:
        self.percent.setText(f"{value * 10} %")
        self.changed.emit("scale", value / 10)

    def _privacy(self, folder: str) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(4, 20, 4, 4)
        column.setSpacing(10)
        told = (
            self.tr("Rolefit works without internet. It sends nothing, anywhere, and has no account."),
            self.tr("A résumé is read in a process of its own, which gets its bytes and nothing else."),
            self.tr("Your PDF is never changed or moved. A password is used to read the file and is not saved."),
            self.tr("What the window remembers (its look, recent files, what was open) is in this folder:"),
        )
        for text in told:
            column.addWidget(plain(text, "body2", wrap=True))
        column.addWidget(plain(folder, "smallText", wrap=True, selectable=True))
        column.addStretch(1)
        return page

    def _defaults(self) -> None:
        self.theme.setCurrentIndex(0)
        self.contrast.setChecked(False)
        self.scale.setValue(10)
        self.language.setCurrentIndex(0)
        self.reopen.setChecked(True)
