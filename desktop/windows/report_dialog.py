"""What a report shall hold, and what to do with it: preview, print, save. Decides nothing about how it is written."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt, Signal
from PySide6.QtGui import QImageReader
from PySide6.QtWidgets import QCheckBox, QDialog, QFileDialog, QFormLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.clients.values import ReportChoice
from desktop.files import shown_path
from desktop.settings import LONGEST_LINE
from desktop.windows.parts import Choice, button, plain, row

LOGO_PIXELS = 1200


class ReportDialog(QDialog):
    """`save_wanted(choice, suffix)`, `preview_wanted(choice)`, `print_wanted(choice)`."""

    save_wanted = Signal(object, str)
    preview_wanted = Signal(object)
    print_wanted = Signal(object)

    def __init__(self, parent: QWidget, name: str, choice: ReportChoice, *, has_pages: bool, plan: bool = False) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Plan sheet") if plan else self.tr("Export report"))
        self.setMinimumWidth(520)
        self._logo, self._plan, self._has_pages = choice.logo, plan, has_pages
        self._fields(choice)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(plain(self.windowTitle(), "h2"))
        column.addWidget(plain(" ".join(name.split())[:120], "body2", wrap=True))
        column.addLayout(self._form())
        column.addLayout(self._buttons())
        self._name_changed()

    def _fields(self, choice: ReportChoice) -> None:
        self.paper = Choice(self.tr("Paper"), [("a4", "A4"), ("letter", self.tr("Letter"))], choice.paper)
        self.hide_name = QCheckBox(self.tr("Leave out name and contact, in quotes too"))
        self.hide_name.setChecked(not choice.show_name)
        self.hide_name.toggled.connect(self._name_changed)
        names = {
            "fit": self.tr("Where the points come from"), "gaps": self.tr("Gaps"), "salary": self.tr("Salary"),
            "evidence": self.tr("Evidence with sources"), "pages": self.tr("The résumé's pages with what was found"),
        }  # fmt: skip
        self.parts = {key: QCheckBox(text) for key, text in names.items()}
        for key, box in self.parts.items():
            box.setChecked(key in choice.parts)
        self.by, self.by_line = (
            self._line(choice.by, self.tr("Name, optional")),
            self._line(choice.by_line, self.tr("Organisation or phone")),
        )
        self.by.setAccessibleName(self.tr("Your name at the foot of this report"))
        self.by_line.setAccessibleName(self.tr("Organisation or phone, behind your name"))
        self.note = QPlainTextEdit(choice.note)
        self.note.setAccessibleName(self.tr("Your note on the report"))
        self.note.setPlaceholderText(self.tr("A note to print, optional"))
        self.note.setTabChangesFocus(True)
        self.note.setMaximumHeight(90)
        self.logo_button = button("", self._choose_logo)
        self.logo_away = button(self.tr("Remove"), self._remove_logo, kind="link")
        self.logo_said = plain("", "gap", wrap=True)
        self.logo_said.hide()
        self._logo_changed()

    def _line(self, text: str, hint: str) -> QLineEdit:
        edit = QLineEdit(text)
        edit.setMaxLength(LONGEST_LINE)
        edit.setPlaceholderText(hint)
        edit.setCursorPosition(0)
        return edit

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        form.setVerticalSpacing(8)
        form.setHorizontalSpacing(20)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        form.addRow(plain(self.tr("Paper")), self.paper)
        form.addRow(plain(self.tr("Person")), self.hide_name)
        if not self._plan:
            parts = QVBoxLayout()
            parts.setSpacing(0)
            for box in self.parts.values():
                parts.addWidget(box)
            form.addRow(plain(self.tr("Parts")), parts)
        form.addRow(plain(self.tr("Note")), self.note)
        form.addRow(plain(self.tr("Prepared by")), row(self.by, self.by_line))
        if not self._plan:
            form.addRow(plain(self.tr("Logo")), row(self.logo_button, self.logo_away, None))
            form.addRow(plain(""), self.logo_said)
        return form

    def _buttons(self) -> QVBoxLayout:
        lines = QVBoxLayout()
        lines.setSpacing(8)
        save = button(self.tr("Save as PDF…"), lambda: self._save(".pdf"), kind="primary")
        save.setDefault(True)
        preview = button(self.tr("Preview…"), lambda: self.preview_wanted.emit(self.choice))
        printing = button(self.tr("Print…"), lambda: self.print_wanted.emit(self.choice))
        lines.addLayout(row(button(self.tr("Cancel"), self.reject), None, preview, printing, save))
        if not self._plan:
            others = row(plain(self.tr("Also as"), "small"), spacing=4)
            for name, suffix in (
                (self.tr("web page"), ".html"),
                (self.tr("data, JSON"), ".json"),
                (self.tr("table, CSV"), ".csv"),
            ):
                other = button(name, kind="link")
                other.clicked.connect(lambda _on=False, suffix=suffix: self._save(suffix))
                others.addWidget(other)
            others.addStretch(1)
            lines.addLayout(others)
        return lines

    @property
    def choice(self) -> ReportChoice:
        """What is chosen now."""
        parts = tuple(key for key, box in self.parts.items() if box.isChecked() and box.isEnabled())
        note = self.note.toPlainText().strip()
        by, by_line = self.by.text().strip(), self.by_line.text().strip()
        paper, named = str(self.paper.currentData()), not self.hide_name.isChecked()
        return ReportChoice(paper, named, note, self._logo, parts, by, by_line)

    def _save(self, suffix: str) -> None:
        self.save_wanted.emit(self.choice, suffix)
        self.accept()

    def _name_changed(self) -> None:
        # Pictures of the pages show the name, so they go with it.
        self.parts["pages"].setEnabled(self._has_pages and not self.hide_name.isChecked())

    # ---- logo

    def _choose_logo(self) -> None:
        kinds = self.tr("Pictures (*.png *.jpg *.jpeg *.svg)")
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a logo"), "", kinds)
        if path:
            self.take_logo(path)

    def take_logo(self, path: str) -> None:
        """Use a picture as logo, made smaller where it is large; says so where it is none."""
        reader = QImageReader(path)
        size = reader.size()
        if size.isValid() and max(size.width(), size.height()) > LOGO_PIXELS:
            reader.setScaledSize(size.scaled(QSize(LOGO_PIXELS, LOGO_PIXELS), Qt.AspectRatioMode.KeepAspectRatio))
        image = reader.read()
        self.logo_said.setVisible(image.isNull())
        if image.isNull():
            self.logo_said.setText(self.tr("{name} cannot be read as a picture.").format(name=Path(shown_path(path)).name[:80]))
            return
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload] # the stub asks for bytes, Qt takes text
        self._logo = bytes(buffer.data().data())
        self._logo_changed()

    def _remove_logo(self) -> None:
        self._logo = b""
        self._logo_changed()

    def _logo_changed(self) -> None:
        self.logo_button.setText(self.tr("Another logo…") if self._logo else self.tr("Choose a logo…"))
        self.logo_away.setVisible(bool(self._logo))
