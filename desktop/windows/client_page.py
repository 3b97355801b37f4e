"""A client's page: notes, tags, consent, retention, meetings, versions with what changed, plan, progress over time."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.clients.values import ClientCard, MeetingLine, PlanLine, VersionLine
from desktop.style.theme import theme
from desktop.windows import words
from desktop.windows.clients_model import signed
from desktop.windows.days import DayField, day_text
from desktop.windows.parts import Card, Elided, Scrolled, button, clear, icon_button, plain, row
from desktop.windows.progress_chart import ProgressChart
from desktop.windows.tag_dialog import tags_in
from desktop.windows.telling import said
from matching.fit.comparison import RequirementChange
from matching.fit.report import GapKind

WIDE = 900  # pixels at 100 %: from here on two columns


class ClientPage(QWidget):
    """Intents: `changed(card, fields)`, `meeting_added(card, day, note)`, `meeting_removed(card, meeting)`,
    `plan_removed(card, plan)`, `version_wanted(client, résumé)` (0: the newest), `compare_wanted(résumés)`,
    `sheet_wanted(card)`, `bin_wanted(clients)`, `back_wanted`."""

    changed = Signal(object, object)
    meeting_added = Signal(object, str, str)
    meeting_removed = Signal(object, object)
    plan_removed = Signal(object, object)
    version_wanted = Signal(int, int)
    compare_wanted = Signal(object)
    sheet_wanted = Signal(object)
    back_wanted = Signal()
    bin_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page")
        self.card: ClientCard | None = None
        self.name, self.about = Elided("", "h1"), Elided("", "small")
        self.sheet = button(self.tr("Plan sheet…"), self._sheet, icon="export")
        self.compare = button(self.tr("Compare first and last"), self._compare, icon="compare")
        self.open = button(self.tr("Open the result"), self._open, kind="primary", icon="file")
        self.pages = Scrolled(spacing=16)
        self._progress_card()
        self._meeting_card()
        self._about_card()
        self._beside = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._beside.setSpacing(16)
        done = QVBoxLayout()
        done.setSpacing(16)
        done.addWidget(self.progress)
        done.addWidget(self.meetings)
        done.addStretch(1)
        self._beside.addLayout(done, 3)
        self._beside.addWidget(self.person, 2, Qt.AlignmentFlag.AlignTop)
        self.pages.column.addLayout(self._beside)
        self.pages.column.addStretch(1)
        titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addWidget(self.name)
        titles.addWidget(self.about)
        head = row(icon_button(self.tr("Back to all clients"), "left", self.back_wanted.emit), spacing=8)
        head.addLayout(titles, 1)
        head.addWidget(self.compare)
        head.addWidget(self.sheet)
        head.addWidget(self.open)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 16, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.pages, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is known of the person stands beside their progress where there is room, else below it."""
        super().resizeEvent(event)
        wide = event.size().width() >= theme().px(WIDE)
        self._beside.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    # ---- cards

    def _progress_card(self) -> None:
        self.progress = Card()
        self.chart = ProgressChart()
        self.split = plain("", "small", wrap=True)
        self.versions, self.plans = QGridLayout(), QVBoxLayout()
        self.versions.setHorizontalSpacing(12)
        self.versions.setVerticalSpacing(4)
        self.versions.setColumnStretch(4, 1)
        self.progress.column.addWidget(plain(self.tr("Progress"), "h2"))
        self.progress.column.addWidget(self.chart)
        self.progress.column.addWidget(self.split)
        self.progress.column.addLayout(self.versions)
        self.progress.column.addLayout(self.plans)

    def _meeting_card(self) -> None:
        self.meetings = Card()
        self.meeting_rows = QVBoxLayout()
        self.meeting_note = QLineEdit()
        self.meeting_note.setPlaceholderText(self.tr("What was talked about"))
        self.meeting_note.setAccessibleName(self.tr("Note of a meeting"))
        self.meeting_note.setMaxLength(2000)
        self.meeting_day = DayField(self.tr("Day of a meeting"), always=True)
        add = button(self.tr("Add meeting"), self._add_meeting)
        self.meeting_note.returnPressed.connect(self._add_meeting)
        self.meetings.column.addWidget(plain(self.tr("Meetings"), "h2"))
        self.meetings.column.addLayout(self.meeting_rows)
        line = row(self.meeting_note, self.meeting_day, add)
        line.setStretch(0, 1)
        self.meetings.column.addLayout(line)

    def _about_card(self) -> None:
        self.person = Card()
        self.notes = QPlainTextEdit()
        self.notes.setAccessibleName(self.tr("Notes"))
        self.notes.setPlaceholderText(self.tr("Notes, for you only"))
        self.notes.setTabChangesFocus(True)
        self.notes.setMinimumHeight(110)
        self.title = QLineEdit()
        self.title.setAccessibleName(self.tr("Name"))
        self.title.setMaxLength(200)
        self.tags = QLineEdit()
        self.tags.setAccessibleName(self.tr("Tags"))
        self.tags.setPlaceholderText(self.tr("Tags, parted by commas"))
        self.consent, self.keep_until = DayField(self.tr("Consent")), DayField(self.tr("Keep until"))
        self.save = button(self.tr("Save"), self.save_fields, kind="primary")
        grid = self.person.column
        grid.addWidget(plain(self.tr("About"), "h2"))
        typed = ((self.tr("Name"), self.title), (self.tr("Notes"), self.notes), (self.tr("Tags"), self.tags))
        for label, words_field in typed:
            grid.addWidget(plain(label, "smallStrong"))
            grid.addWidget(words_field)
        self.due = plain("", "gap", wrap=True)
        for label, field in ((self.tr("Consent given on"), self.consent), (self.tr("Keep until"), self.keep_until)):
            name = plain(label, "body2")
            name.setMinimumWidth(max(150, name.sizeHint().width()))
            grid.addLayout(row(name, field, None))
        grid.addWidget(self.due)
        grid.addLayout(row(button(self.tr("Move to bin"), self._bin, kind="link"), None, self.save))
        for typed_in in (self.title, self.tags):
            typed_in.returnPressed.connect(self.save_fields)
        self.consent.changed.connect(lambda _day: self.save_fields())
        self.keep_until.changed.connect(lambda _day: self.save_fields())

    # ---- showing

    def show_card(self, card: ClientCard, today: str) -> None:
        """Show a client; words being typed for the same client stay."""
        typing = self.card is not None and self.card.client == card.client and self._typed()
        self.card = card
        self.name.set_text(card.name)
        text = self.tr("%n versions", "", len(card.versions))
        corrected = self.tr("%n corrections", "", card.corrections) if card.corrections else ""
        since = self.tr("since {day}").format(day=day_text(card.created)) if day_text(card.created) else ""
        self.about.set_text(", ".join(part for part in (text, since, corrected) if part))
        if not typing:
            self.title.setText(card.name)
            self.notes.setPlainText(card.notes)
            self.tags.setText(", ".join(card.tags))
        self.meeting_day.show_day(self.meeting_day.day or today)
        self.consent.show_day(card.consent)
        self.keep_until.show_day(card.keep_until)
        due = bool(card.keep_until) and card.keep_until <= today
        self.due.setText(self.tr("The retention date has come. Move this client to the bin, or set a later date."))
        self.due.setVisible(due)
        self._show_progress(card)
        self._show_meetings(card.meetings)
        self.compare.setVisible(len(card.versions) > 1)
        for part in (self.sheet, self.open):
            part.setVisible(card.report is not None)

    def _typed(self) -> bool:
        card = self.card
        return card is not None and (
            self.notes.toPlainText() != card.notes or self._tags() != card.tags or self.title.text() != card.name
        )

    def _tags(self) -> tuple[str, ...]:
        return tags_in(self.tags.text())

    def _show_progress(self, card: ClientCard) -> None:
        self.chart.show_versions(card.versions)
        kinds = [gap.kind for gap in card.gaps]
        split = self.tr(
            "Gaps now: {missing} not shown, {listed} only listed, {stale} last used long ago, {partly} partly shown."
        )
        self.split.setText(
            split.format(
                missing=kinds.count(GapKind.MISSING), listed=kinds.count(GapKind.LISTED_ONLY),
                stale=kinds.count(GapKind.STALE), partly=kinds.count(GapKind.PARTLY),
            )
        )  # fmt: skip
        self.split.setVisible(card.report is not None)
        clear(self.versions)
        for version in reversed(card.versions):
            self._version(card.client, version)
        clear(self.plans)
        if card.plans:
            self.plans.addWidget(plain(self.tr("Plans"), "h3"))
        for plan in card.plans:
            self.plans.addLayout(self._plan(card, plan))

    def _version(self, client: int, version: VersionLine) -> None:
        """A version's row: number, score, change, day, file; below it what was gained and lost."""
        at = self.versions.rowCount()
        opened = button(f"v{version.version}", lambda: self.version_wanted.emit(client, version.resume), kind="link")
        opened.setAccessibleName(self.tr("Open version {version}").format(version=version.version))
        score = plain(words.points(version.score), "strong")
        role = "small" if not version.change else "accent" if version.change > 0 else "gap"
        change = plain(signed(version.change) if version.change is not None else "", role)
        cells = (opened, score, change, plain(day_text(version.imported), "small"), Elided(version.file_name, "small"))
        for column, cell in enumerate(cells):
            side = Qt.AlignmentFlag.AlignTrailing if column in (1, 2) else Qt.AlignmentFlag(0)
            self.versions.addWidget(cell, at, column, side)
        older = [self.tr("{score} by edition {edition}").format(score=words.points(s), edition=e) for e, s in version.older]
        told = [self.tr("Before: {figures}").format(figures=words.joined(older))] if older else []
        told += [self._names(self.tr("Gained: {names}"), version.gained)] if version.gained else []
        told += [self._names(self.tr("Lost: {names}"), version.lost)] if version.lost else []
        for line, text in enumerate(told, 1):
            self.versions.addWidget(plain(text, "small", wrap=True), at + line, 3, 1, 2)

    def _names(self, text: str, changes: Sequence[RequirementChange]) -> str:
        names = words.joined([f"{said(change.name)} {signed(change.difference)}" for change in changes[:4]])
        return text.format(names=names) + (" …" if len(changes) > 4 else "")

    def _plan(self, card: ClientCard, plan: PlanLine) -> QVBoxLayout:
        lines = QVBoxLayout()
        lines.setSpacing(2)
        text = self.tr("Until {day}: {gaps}").format(
            day=day_text(plan.day) or self.tr("no date"), gaps=words.joined([said(name) for _, name in plan.gaps])
        )
        remove = icon_button(self.tr("Remove plan"), "close", lambda: self.plan_removed.emit(card, plan))
        line = row(spacing=8)
        line.addWidget(plain(text, "body", wrap=True), 1)
        line.addWidget(remove)
        lines.addLayout(line)
        return lines

    def _show_meetings(self, meetings: Sequence[MeetingLine]) -> None:
        clear(self.meeting_rows)
        for meeting in reversed(meetings):
            line = row(plain(day_text(meeting.day), "smallStrong"), spacing=12)
            line.addWidget(plain(meeting.note, "body", wrap=True), 1)
            remove = icon_button(self.tr("Remove meeting"), "close")
            remove.clicked.connect(lambda _on=False, meeting=meeting: self.meeting_removed.emit(self.card, meeting))
            line.addWidget(remove)
            self.meeting_rows.addLayout(line)

    # ---- intents

    def edit_name(self) -> None:
        """Put the cursor into the name, to type another."""
        self.pages.ensureWidgetVisible(self.title)
        self.title.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.title.selectAll()

    def save_fields(self) -> None:
        """Tell what the fields say now."""
        if self.card is not None:
            fields = {
                "name": " ".join(self.title.text().split()) or self.card.name, "notes": self.notes.toPlainText(),
                "tags": self._tags(), "consent": self.consent.day, "keep_until": self.keep_until.day,
            }  # fmt: skip
            self.changed.emit(self.card, fields)

    def _add_meeting(self) -> None:
        note = " ".join(self.meeting_note.text().split())
        if self.card is not None and note:
            self.meeting_added.emit(self.card, self.meeting_day.day, note)
            self.meeting_note.clear()

    def _open(self) -> None:
        if self.card is not None:
            self.version_wanted.emit(self.card.client, 0)

    def _bin(self) -> None:
        if self.card is not None:
            self.bin_wanted.emit((self.card.client,))

    def _compare(self) -> None:
        if self.card is not None and len(self.card.versions) > 1:
            self.compare_wanted.emit((self.card.versions[0].resume, self.card.versions[-1].resume))

    def _sheet(self) -> None:
        if self.card is not None:
            self.sheet_wanted.emit(self.card)
