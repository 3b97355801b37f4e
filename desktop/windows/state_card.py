"""The states without a result: many being read, locked, unreadable, stopped. A card in place, never a dialog."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QProgressBar, QVBoxLayout, QWidget

from desktop.cases.values import Batch, Case, CaseState
from desktop.files import shown_path
from desktop.style import icons
from desktop.style.theme import set_kind
from desktop.windows.flow import Flow
from desktop.windows.parts import Card, Scrolled, button, icon_label, plain, row
from desktop.windows.told import told
from matching.errors import Problem

ICONS = {
    Problem.PASSWORD: ("lock", "text2"), Problem.WRONG_PASSWORD: ("lock", "gap"), Problem.NO_TEXT: ("file", "gap"),
    Problem.NOT_FOUND: ("search", "gap"),
}  # fmt: skip


LIMITS = {Problem.TOO_LARGE, Problem.TOOK_TOO_LONG, Problem.TOO_MUCH_MEMORY}  # more of it may help


class StateCard(QWidget):
    """`password_given(text)`, `choose_wanted`, `paste_wanted`, `again_wanted`, `harder_wanted`, `cancel_wanted`,
    `continue_wanted`, `drop_wanted`, `skip_wanted`, `help_wanted(problem code)`."""

    password_given = Signal(str)
    choose_wanted = Signal()
    paste_wanted = Signal()
    again_wanted = Signal()
    harder_wanted = Signal()
    cancel_wanted = Signal()
    continue_wanted = Signal()
    drop_wanted = Signal()
    skip_wanted = Signal()
    help_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.reads_pictures: Callable[[], bool] = lambda: False
        card = Card(margin=32, spacing=8)
        card.setMaximumWidth(620)
        self.sign = icon_label("info", "accent", 26)
        self.title = plain("", "h2", wrap=True)
        self.text = plain("", "body2", wrap=True)
        self.next = plain("", "body2", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Reading"))
        self.now = plain("", "caption", wrap=True)
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setMaxLength(256)
        self.password.setAccessibleName(self.tr("Password of the PDF"))
        self.password.setPlaceholderText(self.tr("Password"))
        self.password.returnPressed.connect(self._give)
        self.details = plain("", "caption", wrap=True, selectable=True)
        for part in (self.sign, self.title, self.text, self.next, self.bar, self.now, self.password):
            card.column.addWidget(part)
        card.column.addSpacing(10)
        self._buttons(card)
        card.column.addWidget(self.details)
        page = Scrolled()  # large letters in a low window need more than its height
        page.column.setContentsMargins(0, 32, 0, 24)
        across = row(None, card, None, spacing=0)
        across.setStretch(1, 30)
        page.column.addLayout(across)
        page.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)

    def _buttons(self, card: Card) -> None:
        self.open = button(self.tr("Open"), self._give, kind="primary")
        self.resume = button("", self.continue_wanted.emit, kind="primary")
        self.again = button(self.tr("Try again"), self.again_wanted.emit, kind="primary")
        self.harder = button("", self.harder_wanted.emit)
        self.choose = button(self.tr("Choose another PDF…"), self.choose_wanted.emit, kind="primary")
        self.paste = button(self.tr("Paste text…"), self.paste_wanted.emit)
        self.skip = button(self.tr("Skip file"), self.skip_wanted.emit)
        self.done = button(self.tr("Done"), self.drop_wanted.emit)
        self.cancel = button(self.tr("Cancel"), self.cancel_wanted.emit)
        self.more = button(self.tr("Show details"), self._show_details, kind="link")
        self.why = button(self.tr("Read more"), lambda: self.help_wanted.emit(self._code), kind="link")
        self._code = ""
        self.all = (
            self.open,
            self.resume,
            self.again,
            self.harder,
            self.choose,
            self.paste,
            self.skip,
            self.done,
            self.cancel,
            self.more,
            self.why,
        )
        holder = QWidget()
        flow = Flow(holder)
        for made in self.all:
            flow.addWidget(made)
        card.column.addWidget(holder)

    def _give(self) -> None:
        if self.password.text():
            self.password_given.emit(self.password.text())
            self.password.clear()

    def _show_details(self) -> None:
        self.details.setVisible(not self.details.isVisible())

    def _show(self, *parts: QWidget) -> None:
        for part in (*self.all, self.bar, self.now, self.password, self.next, self.details):
            part.setVisible(part in parts)

    def show_case(self, case: Case, batch: Batch) -> None:
        """Show why there is no report (yet)."""
        if case.state in (CaseState.WAITING, CaseState.READING):
            self._reading(batch)
        elif case.state is CaseState.STOPPED:
            self._stopped(batch)
        elif case.problem is not None:
            self._problem(case, case.problem)

    def _reading(self, batch: Batch) -> None:
        """Of many files: `Skeleton` shows the reading of one."""
        self._show(self.bar, self.now, self.cancel)
        self.sign.hide()
        self.text.setText(self.tr("You can keep working. Finished ones appear as they are ready."))
        self.title.setText(self.tr("Reading %n résumés", "", batch.total))
        self.bar.setRange(0, batch.total)
        self.bar.setValue(batch.done)
        text = self.tr("{done} of {total}, now reading {name}")
        self.now.setText(text.format(done=batch.done, total=batch.total, name=batch.now[:120]))

    def _stopped(self, batch: Batch) -> None:
        self._show(self.resume, self.done)
        self._sign("check", "accent")
        self.title.setText(self.tr("Stopped after {done} of {total}").format(done=batch.done, total=batch.total))
        kept = self.tr("The %n finished résumés are kept.", "", batch.done)
        self.text.setText(kept + " " + self.tr("The other %n were not touched.", "", batch.stopped))
        self.resume.setText(self.tr("Continue with %n", "", batch.stopped))

    def _problem(self, case: Case, problem: Problem) -> None:
        message = told(problem)
        self._sign(*ICONS.get(problem, ("warning", "danger")))
        self.title.setText(message.title)
        self.text.setText(f"{case.name[:120]}: {message.meaning}" if message.meaning else case.name[:120])
        self.next.setText(message.next_step)
        self.details.setText(f"{problem.value}\n{shown_path(case.path)[:400]}\n{case.detail}".strip())
        if problem in (Problem.PASSWORD, Problem.WRONG_PASSWORD):
            self._show(self.next, self.password, self.open, self.skip)
            self.password.setFocus(Qt.FocusReason.OtherFocusReason)
        elif problem is Problem.NO_TEXT:
            self._picture(case)
        elif problem in LIMITS and case.effort.factor == 1:
            self.harder.setText(self.tr("Read it anyway"))
            self._show(self.next, self.harder, self.choose, self.skip, self.more)
        else:
            self._show(self.next, self.again, self.choose, self.skip, self.more)
        self._code = problem.value
        self.why.show()
        set_kind(self.choose, "primary" if problem is Problem.NO_TEXT or self.again.isHidden() else "plain")

    def _picture(self, case: Case) -> None:
        """A picture of text: it can be read where a recogniser is installed, and else is told how."""
        if case.effort.recognise:
            self.next.setText(self.tr("No text was recognised in the picture either. Paste the text, or choose another file."))
            self._show(self.next, self.choose, self.paste, self.skip)
        elif self.reads_pictures():
            self.harder.setText(self.tr("Read the picture"))
            self._show(self.next, self.harder, self.choose, self.paste, self.skip)
        else:
            install = self.tr("With the free program Tesseract installed, Rolefit can also read the picture.")
            self.next.setText(f"{self.next.text()} {install}")
            self._show(self.next, self.choose, self.paste, self.skip)

    def _sign(self, name: str, token: str) -> None:
        self.sign.show()
        icons.dress(self.sign, name, token, 26)
