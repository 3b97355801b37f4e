"""The two ways to the table in the list at the left, and the line that offers a file as somebody's next version."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.clients.values import Offer
from desktop.windows.parts import Elided, button, icon_label, plain, row


class SideWay(QPushButton):
    """A way to a page: sign, name, and at its end how many are there; tinted while the page is shown."""

    def __init__(self, name: str, icon: str, then: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("kind", "way")
        self.setCheckable(True)
        self.clicked.connect(lambda _on: then())
        self.count = plain("", "body2")
        self.label = Elided(name)
        line = QHBoxLayout(self)
        line.setContentsMargins(10, 0, 10, 0)
        line.setSpacing(10)
        for part in (icon_label(icon, "text2", 18), self.label, self.count):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            line.addWidget(part, 1 if part is self.label else 0)
        self.toggled.connect(lambda _on: self._dress())
        self._dress()

    def show_count(self, count: int, said: str) -> None:
        """How many there are, and the same with the name for a screen reader."""
        self.count.setText(QLocale().toString(count))
        self.setAccessibleName(said)

    def show_chosen(self, on: bool) -> None:
        self.setChecked(on)

    def _dress(self) -> None:
        self.label.setProperty("role", "strong" if self.isChecked() else "body")
        self.label.style().polish(self.label)


class ClientsSide(QWidget):
    """`all_wanted`, `attention_wanted`. Hidden until there is a second person."""

    all_wanted = Signal()
    attention_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.everyone = SideWay(self.tr("All clients"), "people", self.all_wanted.emit)
        self.worried = SideWay(self.tr("Needs attention"), "warning", self.attention_wanted.emit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.everyone)
        column.addWidget(self.worried)
        self.hide()

    def show_counts(self, clients: int, worried: int) -> None:
        self.everyone.show_count(clients, self.tr("All clients, {count}").format(count=clients))
        self.worried.show_count(worried, self.tr("Needs attention, {count}").format(count=worried))
        self.worried.setVisible(worried > 0)

    def show_chosen(self, everyone: bool, worried: bool) -> None:
        """Which of the two pages is shown now."""
        self.everyone.show_chosen(everyone)
        self.worried.show_chosen(worried)


class OfferLine(QFrame):
    """One offer: this person is here already. `settled(offer, as_version)`."""

    settled = Signal(object, bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self.setObjectName("popup")
        self.text = plain("", "body", wrap=True)
        self.yes = button("", self._answer(True), kind="primary")
        self.no = button(self.tr("Another person"), self._answer(False))
        self.offer: Offer | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(self.text)
        column.addLayout(row(self.yes, self.no, None))
        self.hide()

    def _answer(self, as_version: bool) -> Callable[[], None]:
        def answer() -> None:
            offer, self.offer = self.offer, None
            self.hide()
            if offer is not None:
                self.settled.emit(offer, as_version)

        return answer

    def show_offer(self, offer: Offer) -> None:
        self.offer = offer
        name = " ".join(offer.name.split())[:60]
        text = self.tr("{file}: {name} is here already, with other résumés.").format(file=offer.file_name[:60], name=name)
        self.text.setText(text)
        self.yes.setText(self.tr("Keep as version {version}").format(version=offer.version))
        self.setFixedWidth(420)
        self.adjustSize()
        parent = self._window
        self.move((parent.width() - self.width()) // 2, parent.height() - self.height() - 60)
        self.raise_()
        self.show()
