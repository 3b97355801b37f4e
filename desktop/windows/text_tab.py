"""The Text read tab: the words in the order they were read, with those that count underlined."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from desktop.style.theme import theme
from desktop.windows import words
from desktop.windows.parts import Card, button, plain, row
from matching.fit.report import FitReport


class TextTab(QWidget):
    """Shows a report's text; plain text only, so that markup in a résumé stays letters."""

    add_skill_wanted = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.about = plain("", "small", wrap=True)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setObjectName("read")
        self.text.setAccessibleName(self.tr("Text read from the résumé"))
        self.text.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.text.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.text.selectionChanged.connect(self._selected)
        self.missed = button(self.tr("The selected words are a skill…"), self._missed)
        self.missed.setEnabled(False)
        self.skills = plain("", "small", wrap=True, selectable=True)
        self.skills.setAccessibleName(self.tr("Skills found"))
        card = Card(margin=4, spacing=0)
        card.column.addWidget(self.text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 8, 16)
        column.setSpacing(10)
        top = row(spacing=12)
        top.addWidget(self.about, 1)
        top.addWidget(self.missed)
        column.addLayout(top)
        column.addWidget(card, 1)
        column.addWidget(self.skills)
        self._report: FitReport | None = None
        self._stale = False  # not marked yet, or in the colours of an earlier look
        theme().changed.connect(self._again)

    def _again(self) -> None:
        """Mark the words in the colours of now; where nobody looks, when somebody does."""
        self._stale = not self.isVisible()
        if self._report is not None and not self._stale:
            self._mark(self._report)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._again()

    def show_report(self, report: FitReport) -> None:
        self._report, document = report, report.document
        self._fill(report)
        text = self.tr(
            "{read} of {all} pages read, %n words, in this order. Words that count are underlined.", "", self._words(report)
        )
        self.about.setText(text.format(read=len(document.pages), all=document.page_count))
        every = [skill.name for skill in report.resume.skills]
        names = words.joined(every[:24])
        more = " " + self.tr("and %n more", "", len(every) - 24) if len(every) > 24 else ""
        self.skills.setText(self.tr("Skills found: {names}").format(names=names) + more if names else "")
        self.skills.setVisible(bool(names))

    def _words(self, report: FitReport) -> int:
        return sum(len(line.words) for line in report.document.lines)

    def _fill(self, report: FitReport) -> None:
        lines: list[str] = []
        for page in report.document.pages:
            lines.append(("\n" if lines else "") + self.tr("Page {number}").format(number=page.number))
            block = None
            for line in page.lines:
                if block is not None and line.block != block:
                    lines.append("")
                block = line.block
                lines.append(f"{line.bullet} {line.text}" if line.bullet else line.text)
            for hidden in page.hidden:
                reason = words.hidden_name(hidden.reason)
                lines.append(self.tr("[hidden, ignored, {reason}: {text}]").format(reason=reason, text=hidden.text))
        self.text.setPlainText("\n".join(lines))
        self._again()

    def _mark(self, report: FitReport) -> None:
        """Underline what counts, over the text: written into it, each word would lay its paragraph out once more."""
        look, marked = theme(), QTextCharFormat()
        marked.setFontUnderline(True)
        marked.setUnderlineColor(look.colour("accent"))
        marked.setBackground(look.colour("tint"))
        quotes: dict[str, set[str]] = {}
        for requirement in report.match.requirements:
            for item in requirement.evidence:
                if item.text:
                    quotes.setdefault(item.quote, set()).add(item.text)
        places: list[QTextEdit.ExtraSelection] = []
        block = self.text.document().begin()
        while block.isValid():
            line = block.text()
            for text in quotes.get(line, set()) | quotes.get(line.partition(" ")[2], set()):
                places += [self._place(start, end, marked) for start, end in _found(text, line, block.position())]
            block = block.next()
        self.text.setExtraSelections(places)

    def _place(self, start: int, end: int, how: QTextCharFormat) -> QTextEdit.ExtraSelection:
        place = QTextEdit.ExtraSelection()
        place.cursor = QTextCursor(self.text.document())
        place.cursor.setPosition(start)
        place.cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        place.format = how
        return place

    def _selected(self) -> None:
        text = self.text.textCursor().selectedText()
        self.missed.setEnabled(0 < len(text.strip()) <= 80)

    def _missed(self) -> None:
        cursor = self.text.textCursor()
        self.add_skill_wanted.emit(
            cursor.selectedText().strip(), self.text.document().findBlock(cursor.selectionStart()).text()
        )


def _found(text: str, line: str, at: int) -> Iterator[tuple[int, int]]:
    """Where a text stands in a line that begins at `at`: starts and ends as Qt counts them, in UTF-16 units."""
    start = line.find(text)
    while start >= 0:
        begin = at + _units(line[:start])
        yield begin, begin + _units(text)
        start = line.find(text, start + len(text))


def _units(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2
