"""The pane beside the result: the résumé's page, its tools, and a strip that names what is selected on it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QVBoxLayout

from desktop.pages.marks import Mark, MarkKind, found_marks, hidden_marks, name_of, rejected_marks
from desktop.pages.page_view import PageView
from desktop.pages.pictures import PagePictures
from desktop.style import icons
from desktop.windows import words
from desktop.windows.parts import Elided, button, icon_button, plain
from matching.fit.report import FitReport
from matching.reading.document import HiddenReason

REVEAL = 200  # milliseconds


class PagePane(QFrame):
    """`requirement_chosen(id)`: a mark was chosen. `not_right(Mark)`: it is wrong. `words_chosen(text)`: words on the page.
    `early_changed`: whether there is a page to see of a file that has no report (yet)."""

    requirement_chosen = Signal(str)
    not_right = Signal(object)
    add_skill_wanted = Signal(str, str)
    early_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("pagePane")
        self.setMinimumWidth(400)
        self.pictures = PagePictures(self)
        self.view = PageView(self.pictures)
        self._report: FitReport | None = None
        self._early = False  # the pages are of a file without a report
        self._sizes: list[tuple[float, float]] = []  # of its pages in points, once they are known
        self.has_early_page = False
        self._reveal = QTimer(self)  # a result that comes sooner brings its page along: the window is laid out once
        self._reveal.setSingleShot(True)
        self._reveal.setInterval(REVEAL)
        self._reveal.timeout.connect(self._reveal_early)
        self._mark: Mark | None = None
        self._place = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._tools())
        column.addWidget(self._find_bar())
        column.addWidget(self._strip())
        column.addWidget(self.view, 1)
        self.message = plain("", "body2", wrap=True)
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.message.setContentsMargins(48, 48, 48, 48)
        column.addWidget(self.message, 1)
        self.view.reason_of = _reason
        self.view.mark_chosen.connect(self._chosen)
        self.view.words_chosen.connect(self._words)
        self.view.zoom_changed.connect(lambda percent: self.zoom.setText(words.percent(percent)))
        self.pictures.opened.connect(self._opened)
        self.pictures.cannot.connect(self._cannot)
        self.show_nothing("")

    # ---- building

    def _tools(self) -> QFrame:
        self.bar = QFrame()
        self.bar.setObjectName("bar")
        line = QHBoxLayout(self.bar)
        line.setContentsMargins(12, 6, 12, 6)
        line.setSpacing(2)
        self.zoom = plain(words.percent(100), "caption")
        self.zoom.setMinimumWidth(46)
        self.zoom.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.count = plain("", "strong")
        self.show_refused = icon_button(self.tr("Show words that were not counted and hidden text"), "eye", checkable=True)
        self.show_refused.toggled.connect(self._marks_changed)
        self.previous = icon_button(self.tr("Previous evidence (Shift+N)"), "up", lambda: self.view.walk(-1))
        self.next = icon_button(self.tr("Next evidence (N)"), "down", lambda: self.view.walk(1))
        self.find_button = icon_button(self.tr("Find in page (Ctrl+F)"), "search", self.open_find)
        parts = (
            icon_button(self.tr("Zoom out (Ctrl+Minus)"), "minus", lambda: self.view.zoom_by(-1)),
            self.zoom,
            icon_button(self.tr("Zoom in (Ctrl+Plus)"), "plus", lambda: self.view.zoom_by(1)),
            icon_button(self.tr("Fit the width (Ctrl+9)"), "fit-width", self.view.fit),
        )
        for part in parts:
            line.addWidget(part)
        line.addStretch(1)
        for later in (self.count, self.previous, self.next, self.show_refused, self.find_button):
            line.addWidget(later)
        return self.bar

    def _find_bar(self) -> QFrame:
        self.finder = QFrame()
        self.finder.setObjectName("bar")
        line = QHBoxLayout(self.finder)
        line.setContentsMargins(12, 6, 12, 6)
        self.find_text = QLineEdit()
        self.find_text.setPlaceholderText(self.tr("Find in page"))
        self.find_text.setAccessibleName(self.tr("Find in page"))
        self.find_text.setMaxLength(200)
        self.find_text.textChanged.connect(self._find)
        self.find_text.returnPressed.connect(lambda: self.find_next(1))
        self.find_count = plain("", "caption")
        line.addWidget(self.find_text, 1)
        line.addWidget(self.find_count)
        line.addWidget(icon_button(self.tr("Previous (Shift+F3)"), "up", lambda: self.find_next(-1)))
        line.addWidget(icon_button(self.tr("Next (F3)"), "down", lambda: self.find_next(1)))
        line.addWidget(icon_button(self.tr("Close"), "close", self.close_find))
        self.finder.hide()
        return self.finder

    def _strip(self) -> QFrame:
        self.strip = QFrame()
        self.strip.setObjectName("strip")
        line = QHBoxLayout(self.strip)
        line.setContentsMargins(16, 5, 12, 5)
        line.setSpacing(10)
        self.sign = QLabel()
        icons.dress(self.sign, "check", "accentText")
        self.name = Elided("", "strong")
        self.name.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.note = Elided("", "small")
        self.wrong = button(self.tr("Not right?"), self._not_right, kind="link")
        line.addWidget(self.sign)
        line.addWidget(self.name)
        line.addWidget(self.note, 1)
        line.addWidget(self.wrong)
        self.strip.hide()
        return self.strip

    # ---- showing

    def show_report(self, report: FitReport) -> None:
        same = self._report is not None and _pages_of(self._report) == _pages_of(report)  # in any language
        self._report = report
        self._early = self.has_early_page = False
        self.message.hide()
        self.view.show()
        self.zoom.setText(words.percent(self.view.percent))
        if not same:
            self.view.show_document(report.document)
            self._mark = None
            self.strip.hide()
        self._marks_changed()

    def show_pages(self, data: bytes | None, password: str) -> None:
        """The PDF's bytes for the page pictures; None: words and marks are shown on white paper."""
        if data:
            self.pictures.show_document(data, password)
        else:
            self.pictures.close()
        self.view.viewport().update()

    def show_early(self, data: bytes | None, password: str) -> None:
        """Open the pages of a file that has no report, and show them, without marks, unless it comes soon; None: no page."""
        self._report, self._early, self.has_early_page, self._sizes = None, data is not None, False, []
        self._clear()
        self._reveal.stop()
        if data:
            self._reveal.start()
            self.pictures.show_document(data, password)
        else:
            self.pictures.close()

    def leave_early(self) -> None:
        """Another file's result comes next: it begins at its first page."""
        if self._early:
            self._early = self.has_early_page = False
            self._reveal.stop()
            self.view.show_sizes(())

    def _opened(self, sizes: object) -> None:
        if not self._early or not isinstance(sizes, list) or not sizes:
            return
        try:
            known = [(float(wide), float(high)) for wide, high in sizes]
        except (TypeError, ValueError):  # no answer of ours
            return
        self._sizes = known
        self._reveal_early()

    def _reveal_early(self) -> None:
        if self._early and self._sizes and not self._reveal.isActive() and not self.has_early_page:
            self.message.hide()
            self.view.show()
            self.view.show_sizes(self._sizes)
            self.has_early_page = True
            self.early_changed.emit()

    def _cannot(self, page: int, _why: str) -> None:
        if self._early and self.has_early_page and page < 1:
            self.has_early_page = False
            self.early_changed.emit()

    def _clear(self) -> None:
        """Nothing that belongs to the last report stays."""
        self._mark = None
        self.strip.hide()
        self.count.setText("")

    def show_nothing(self, why: str) -> None:
        """No page: say why."""
        self._report, self._early, self.has_early_page = None, False, False
        self.pictures.close()
        self.view.hide()
        self._clear()
        self.message.setText(why)
        self.message.show()

    def _marks_changed(self) -> None:
        if self._report is None:
            return
        marks: Sequence[Mark] = found_marks(self._report)
        if self.show_refused.isChecked():
            marks = (*marks, *rejected_marks(self._report), *hidden_marks(self._report))
        self.view.set_marks(marks)
        self._count()

    def _count(self) -> None:
        marks = self.view.marks
        if self.view.selected in marks:
            text = self.tr("Evidence {place} of {count}")
            self.count.setText(text.format(place=marks.index(self.view.selected) + 1, count=len(marks)))
        else:
            self.count.setText(self.tr("%n evidence", "", len(marks)))

    def light_requirement(self, requirement: str) -> None:
        """Light up a requirement's words and scroll to the first."""
        if self._report is None:
            return
        lit = [m for m in self.view.marks if requirement in m.requirements]
        self.view.light(lit)
        self._count()
        if lit:
            self._name(lit[0], requirement)
        else:
            name, group, _ = name_of(self._report, requirement)
            self._say(name, self.tr("{group}, not found in this résumé").format(group=group), "missing", "gap", wrong=False)

    def _chosen(self, mark: Mark) -> None:
        self._count()
        self._name(mark, mark.requirements[0] if mark.requirements else "")
        if mark.requirements:
            self.requirement_chosen.emit(mark.requirements[0])

    def _name(self, mark: Mark, requirement: str) -> None:
        assert self._report is not None
        self._mark = mark
        if mark.kind is MarkKind.FOUND:
            name, group, points = name_of(self._report, requirement)
            note = self.tr("{points} points").format(points=words.points(points))
            strength = words.strength_note(self._report, requirement)
            notes = [part for part in (note, strength, group) if part]
            said, *shorter = (words.joined(notes[:count]) for count in range(len(notes), 0, -1))
            self._say(name, said, "check", "accentText", wrong=True, shorter=shorter)
        elif mark.kind is MarkKind.REJECTED:
            self._say(mark.text, self.tr("Not counted: {reason}").format(reason=mark.reason), "info", "gap", wrong=True)
        else:
            said = self.tr("Hidden text, ignored: {reason}").format(reason=_reason(mark))
            self._say(mark.text, said, "eye-off", "danger", wrong=False)

    def _say(self, name: str, note: str, sign: str, token: str, wrong: bool, shorter: Sequence[str] = ()) -> None:
        icons.dress(self.sign, sign, token)
        self.name.set_text(name)
        self.note.set_text(note, *shorter)
        self.wrong.setText(self.tr("Not right?"))
        self.wrong.setVisible(wrong)
        self.strip.show()

    def _words(self, text: str) -> None:
        icons.dress(self.sign, "pen", "accentText")
        self._mark = None
        self.name.set_text(text)
        self.note.set_text(self.tr("Selected on the page"))
        self.wrong.setText(self.tr("Is a skill…"))
        self.wrong.show()
        self.strip.show()

    def _not_right(self) -> None:
        if self._mark is not None:
            self.not_right.emit(self._mark)
        else:
            self.add_skill_wanted.emit(*self.view.chosen_quote())

    # ---- find in page

    def open_find(self) -> None:
        self.finder.show()
        self.find_text.setFocus()
        self.find_text.selectAll()

    def close_find(self) -> None:
        self.finder.hide()
        self.view.find_words("")
        self.view.setFocus()

    def _find(self, text: str) -> None:
        count = self.view.find_words(text)
        self._place = 0
        self.find_count.setText(self.tr("%n found", "", count) if text else "")
        self.view.show_found(0)

    def find_next(self, step: int) -> None:
        self._place += step
        self.view.show_found(self._place)


def _reason(mark: Mark) -> str:
    """Why a mark does not count, as a person reads it."""
    return words.hidden_name(HiddenReason(mark.reason)) if mark.kind is MarkKind.HIDDEN else mark.reason


def _pages_of(report: FitReport) -> tuple[object, ...]:
    """What is seen of a document, whatever language its notices are told in."""
    return report.document.sha256, report.document.pages
