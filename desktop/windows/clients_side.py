"""The two ways to the table in the list at the left, and the line that offers a file as somebody's next version."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.desk_values import Offer
from desktop.windows.parts import button, plain, row


class ClientsSide(QWidget):
    """`all_wanted`, `attention_wanted`. Hidden until there is a second person."""

    all_wanted = Signal()
    attention_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.everyone = button(self.tr("All clients"), self.all_wanted.emit, icon="people")
        self.worried = button(self.tr("Needs attention"), self.attention_wanted.emit, icon="warning")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.everyone)
        column.addWidget(self.worried)
        self.hide()

    def show_counts(self, clients: int, worried: int) -> None:
        self.everyone.setText(self.tr("All clients, {count}").format(count=clients))
        self.worried.setText(self.tr("Needs attention, {count}").format(count=worried))
        self.worried.setVisible(worried > 0)


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
