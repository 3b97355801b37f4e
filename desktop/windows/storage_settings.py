"""Storage: where clients are kept, backups, the bin, a passphrase in plain words, deleting everything."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.clients.values import StoreFacts
from desktop.files import shown_path
from desktop.style.theme import theme
from desktop.windows.days import day_text
from desktop.windows.parts import Elided, button, plain, row
from desktop.windows.settings_page import SettingsPage

_LINE = 30  # pixels of a line in a list at 100 % text size


class StoragePage(SettingsPage):
    """Intents: `backup_wanted`, `restore_wanted(name)`, `passphrase_given(new)`, `delete_all_wanted`,
    `put_back_wanted(clients)`, `erase_wanted(clients)`, `keep_pdf_wanted(on)`."""

    topic = "privacy"
    restorable = False

    backup_wanted = Signal()
    restore_wanted = Signal(str)
    passphrase_given = Signal(str)
    delete_all_wanted = Signal()
    put_back_wanted = Signal(object)
    erase_wanted = Signal(object)
    keep_pdf_wanted = Signal(bool)

    def __init__(self) -> None:
        super().__init__(self.tr("Storage"))
        self.facts: StoreFacts | None = None
        self.said = plain("", "accent", wrap=True)
        self.said.hide()
        self.column.insertWidget(1, self.said)
        self._folder()
        self._backups()
        self._bin()
        self._passphrase()
        everything = self.tr(
            "All clients, results, notes and backups. A solid-state disk may keep old blocks where nobody can reach them."
        )
        delete = button(self.tr("Delete all data…"), self._delete_all, kind="danger")
        self.block(self.tr("Delete everything"), plain(everything, "small", wrap=True), row(delete, None))
        open_only = (self.keep_pdf, self.back_up, self.bin, self.back, self.empty, self.first, self.second)
        self.only_open = (*open_only, self.decrypt, delete)

    def _folder(self) -> None:
        self.place = Elided("", "smallText")
        self.counts = plain("", "small", wrap=True)
        self.keep_pdf = QCheckBox(self.tr("Keep a copy of each PDF"))
        self.keep_pdf.toggled.connect(self.keep_pdf_wanted)
        self.block(self.tr("Folder"), self.place, self.counts, self.keep_pdf)

    def _list(self, name: str) -> QListWidget:
        made = QListWidget()
        made.setAccessibleName(name)
        made.setUniformItemSizes(True)
        return made

    def _backups(self) -> None:
        self.backups = self._list(self.tr("Backups"))
        self.back_up = button(self.tr("Back up now"), self.backup_wanted.emit)
        self.restore = button(self.tr("Restore"), self._restore)
        text = self.tr(
            "A checked copy is made each day: seven days and four weeks are kept. Restoring keeps the present store beside it."
        )
        acts = self.side_by_side(self.back_up, self.restore)
        self.block(self.tr("Backups"), plain(text, "small", wrap=True), self.backups, acts)

    def _bin(self) -> None:
        self.bin = self._list(self.tr("Bin"))
        self.bin.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.back = button(self.tr("Put back"), lambda: self.put_back_wanted.emit(self._binned()))
        self.empty = button(self.tr("Empty bin…"), self._empty, kind="danger")
        text = self.tr("Emptying the bin deletes for good: résumés, results, notes, the search index and all older backups.")
        self.block(self.tr("Bin"), plain(text, "small", wrap=True), self.bin, self.side_by_side(self.back, self.empty))

    def _passphrase(self) -> None:
        self.cipher = plain("", "small", wrap=True)
        self.first, self.second = QLineEdit(), QLineEdit()
        for field, name in ((self.first, self.tr("Passphrase")), (self.second, self.tr("The same once more"))):
            field.setEchoMode(QLineEdit.EchoMode.Password)
            field.setPlaceholderText(name)
            field.setAccessibleName(name)
            field.setMaxLength(200)
            field.textChanged.connect(self._typed)
        self.encrypt = button(self.tr("Encrypt the store"), lambda: self.passphrase_given.emit(self.first.text()))
        self.decrypt = button(self.tr("Remove the passphrase"), lambda: self.passphrase_given.emit(""))
        self.block(self.tr("Passphrase"), self.cipher, self.first, self.second, self.side_by_side(self.encrypt, self.decrypt))
        self._typed()

    # ---- showing

    def show_facts(self, facts: StoreFacts) -> None:
        self.facts = facts
        self.place.set_text(shown_path(facts.folder))
        size = QLocale().formattedDataSize(facts.size)
        counts = self.tr("%n clients", "", facts.clients) + ", " + self.tr("%n résumé versions", "", facts.resumes)
        closed = self.tr("The store could not be opened. A backup can be put in its place.")
        self.counts.setText(f"{counts}, {size}" if facts.is_open else closed)
        for part in self.only_open:
            part.setEnabled(facts.is_open)
        self.backups.setVisible(bool(facts.backups))
        self.bin.setVisible(bool(facts.binned))
        self.backups.clear()
        for name in facts.backups:
            item = QListWidgetItem(self._backup_text(name))
            item.setData(Qt.ItemDataRole.UserRole, name)
            self.backups.addItem(item)
        self.backups.setCurrentRow(0)
        _fit(self.backups)
        self.restore.setEnabled(bool(facts.backups))
        self.bin.clear()
        for line in facts.binned:
            item = QListWidgetItem(f"{' '.join(line.name.split())}, {day_text(line.since)}")
            item.setData(Qt.ItemDataRole.UserRole, line.client)
            self.bin.addItem(item)
        _fit(self.bin)
        self.empty.setEnabled(bool(facts.binned))
        self.back.setEnabled(bool(facts.binned))
        self._show_cipher(facts)

    def _backup_text(self, name: str) -> str:
        """When a copy was made; one before a schema step goes by its name."""
        return day_text(name.removeprefix("rolefit-").removesuffix(".db")) or name

    def _show_cipher(self, facts: StoreFacts) -> None:
        if facts.encrypted:
            text = self.tr(
                "The store is encrypted. It is asked for at each start. A lost passphrase cannot be recovered by anybody."
            )
        elif facts.encryption:
            text = self.tr(
                "Off. With a passphrase the whole store is encrypted and nobody can open it without. "
                "If you lose the passphrase, the clients are lost: there is no way back. Older backups are removed."
            )
        else:
            text = self.tr("Not available here: the package sqlcipher3 is not installed on this computer.")
        self.cipher.setText(text)
        usable = facts.encryption and not facts.encrypted
        for part in (self.first, self.second, self.encrypt):
            part.setVisible(usable)
        self.decrypt.setVisible(facts.encrypted)

    def show_keeps_pdf(self, on: bool) -> None:
        self.keep_pdf.blockSignals(True)
        self.keep_pdf.setChecked(on)
        self.keep_pdf.blockSignals(False)

    def say(self, text: str) -> None:
        self.said.setText(text)
        self.said.setVisible(bool(text))

    # ---- intents

    def _typed(self) -> None:
        self.encrypt.setEnabled(len(self.first.text()) >= 8 and self.first.text() == self.second.text())

    def _restore(self) -> None:
        item = self.backups.currentItem()
        if item is not None:
            self.restore_wanted.emit(str(item.data(Qt.ItemDataRole.UserRole)))

    def _binned(self) -> list[int]:
        items = self.bin.selectedItems() or [self.bin.item(i) for i in range(self.bin.count())]
        return [int(item.data(Qt.ItemDataRole.UserRole)) for item in items]

    def _empty(self) -> None:
        everyone = [int(self.bin.item(i).data(Qt.ItemDataRole.UserRole)) for i in range(self.bin.count())]
        question = self.tr("Delete %n clients for good? This cannot be undone.", "", len(everyone))
        if self.confirmed(question, self.tr("Delete for good")):
            self.erase_wanted.emit(everyone)

    def _delete_all(self) -> None:
        question = self.tr("Delete all clients, results, notes and backups for good? This cannot be undone.")
        if self.confirmed(question, self.tr("Delete all data")):
            self.delete_all_wanted.emit()

    def confirmed(self, question: str, yes: str) -> bool:
        """Ask once; the safe answer is the default."""
        return self.question(question, yes).exec() == QDialog.DialogCode.Accepted

    def question(self, question: str, yes: str) -> QDialog:
        """The question, in plain text, with what is done as the name of the button that does it."""
        asked = QDialog(self)
        asked.setWindowTitle(yes)
        asked.setMinimumWidth(theme().px(400))
        act = button(yes, asked.accept, kind="danger")
        act.setAutoDefault(False)
        keep = button(self.tr("Cancel"), asked.reject)
        keep.setDefault(True)
        column = QVBoxLayout(asked)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(plain(yes, "h2"))
        column.addWidget(plain(question, "body2", wrap=True))
        column.addSpacing(4)
        column.addLayout(row(None, keep, act))
        keep.setFocus()
        return asked


def _fit(made: QListWidget) -> None:
    """As high as its lines, at most five of them."""
    for place in range(made.count()):
        made.item(place).setSizeHint(QSize(0, theme().px(_LINE)))
    made.setFixedHeight(theme().px(_LINE) * min(5, made.count()) + 2)


class PassphraseDialog(QDialog):
    """Asks for the store's passphrase. `given(passphrase)`."""

    given = Signal(str)

    def __init__(self, parent: QWidget, again: bool) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Passphrase"))
        self.field = QLineEdit()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setAccessibleName(self.tr("Passphrase"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        column.addWidget(plain(self.tr("The client store is encrypted"), "h2"))
        wrong = self.tr("That passphrase did not open it. Check capital letters and the keyboard layout.")
        column.addWidget(
            plain(wrong if again else self.tr("Without its passphrase, results are shown but not kept."), wrap=True)
        )
        column.addWidget(self.field)
        ok = button(self.tr("Open"), self._give, kind="primary")
        column.addLayout(row(None, button(self.tr("Later"), self.reject), ok))
        self.field.returnPressed.connect(self._give)

    def _give(self) -> None:
        if self.field.text():
            self.given.emit(self.field.text())
            self.accept()
