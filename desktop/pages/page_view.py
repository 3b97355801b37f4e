"""The résumé's pages with marks on the words: scrolls, zooms, selects words, walks from mark to mark."""

from __future__ import annotations

import html
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEasingCurve, QEvent, QLineF, QPoint, QPointF, QRectF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)  # fmt: skip
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip

from desktop.pages.marks import Mark, MarkKind
from desktop.pages.page_places import PagePlaces
from desktop.pages.pictures import PagePictures
from desktop.style.theme import motion_wanted, theme
from matching.reading.document import Document, Word

LINES = {MarkKind.FOUND: "line", MarkKind.REJECTED: "rejectedLine", MarkKind.HIDDEN: "hiddenLine"}  # tokens of colours
ZOOMS = (0.5, 0.67, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0)


class PageView(QAbstractScrollArea):
    """Shows the pages of a document. `mark_chosen(mark)`: a mark was clicked or walked to; `words_chosen(text)`: words were
    selected with the mouse; `zoom_changed(percent)`."""

    mark_chosen = Signal(object)
    words_chosen = Signal(str)
    zoom_changed = Signal(int)

    def __init__(self, pictures: PagePictures) -> None:
        super().__init__()
        self.pictures = pictures
        self.places = PagePlaces()
        self.marks: tuple[Mark, ...] = ()
        self.selected: Mark | None = None
        self.lit: frozenset[Mark] = frozenset()
        self._document: Document | None = None
        self._broken: dict[int, str] = {}
        self._words: list[tuple[int, Word]] = []
        self._drag_from: tuple[int, QPointF] | None = None
        self.fit_width = True
        self.bright = False  # not dimmed in the dark look
        self.reason_of: Callable[[Mark], str] = lambda mark: mark.reason  # why a mark does not count, as a person reads it
        self.found_words: list[tuple[int, Word]] = []
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(self.tr("Résumé pages"))
        self.verticalScrollBar().setSingleStep(40)
        self._glide = QVariantAnimation(self)
        self._glide.setDuration(120)
        self._glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._glide.valueChanged.connect(lambda value: self.verticalScrollBar().setValue(int(value)))
        pictures.ready.connect(self._page_ready)
        pictures.opened.connect(lambda _sizes: self._ask())
        pictures.cannot.connect(self._page_broken)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._ask())
        theme().changed.connect(self.viewport().update)

    # ---- what is shown

    def show_document(self, document: Document) -> None:
        """Show a document that was read; where its pages were here already (`show_sizes`), they stay where they are."""
        early = self._document is None and self.places.widest > 0
        self._show(document, [(page.number, page.width, page.height) for page in document.pages], stay=early)

    def show_sizes(self, sizes: Sequence[tuple[float, float]]) -> None:
        """Show pages of which nothing is known but their width and height in points."""
        self._show(None, [(number, wide, high) for number, (wide, high) in enumerate(sizes, 1)])

    def _show(self, document: Document | None, pages: list[tuple[int, float, float]], stay: bool = False) -> None:
        self._document = document
        self._broken.clear()
        self._words, self.found_words = [], []
        self.marks, self.selected, self.lit = (), None, frozenset()
        self.places.set_pages(pages)
        self.setAccessibleDescription(self.tr("%n pages", "", len(pages)))
        if not stay:
            self.verticalScrollBar().setValue(0)
        self._arrange()

    def set_marks(self, marks: Sequence[Mark]) -> None:
        self.marks = tuple(sorted(marks, key=lambda mark: mark.order))
        self.viewport().update()

    def light(self, marks: Sequence[Mark]) -> None:
        """Show some marks as selected and bring the first into view."""
        self.lit = frozenset(marks)
        self.selected = marks[0] if marks else None
        if self.selected:
            self.reveal(self.selected)
        self.viewport().update()

    def reveal(self, mark: Mark) -> None:
        """Scroll a mark into the middle, softly unless reduced motion is wanted."""
        box = self.places.on_screen(mark.page, mark.box)
        if box is None:
            return
        bar = self.verticalScrollBar()
        top, bottom = bar.value() + 40, bar.value() + self.viewport().height() - 40
        self.horizontalScrollBar().setValue(round(max(0, box.center().x() - self.viewport().width() / 2)))
        if top <= box.top() and box.bottom() <= bottom:
            return
        target = round(box.center().y() - self.viewport().height() / 2)
        target = max(bar.minimum(), min(bar.maximum(), target))
        self._glide.stop()
        if motion_wanted() and self.isVisible():
            self._glide.setStartValue(bar.value())
            self._glide.setEndValue(target)
            self._glide.start()
        else:
            bar.setValue(target)

    def staying(self, act: Callable[[], object]) -> None:
        """Do something that would scroll, and stay where it is."""
        bar = self.verticalScrollBar()
        place = bar.value()
        act()
        self._glide.stop()
        bar.setValue(place)

    def set_bright(self, bright: bool) -> None:
        """Show the page in full white also in the dark look."""
        self.bright = bright
        self.viewport().update()

    # ---- zoom

    @property
    def zoom(self) -> float:
        return self.places.zoom

    def set_zoom(self, zoom: float) -> None:
        self.fit_width = False
        self._zoom_to(zoom)

    def zoom_by(self, steps: int) -> None:
        levels = [z for z in ZOOMS if z > self.zoom + 0.01] if steps > 0 else [z for z in ZOOMS if z < self.zoom - 0.01][::-1]
        if levels:
            self.set_zoom(levels[0])

    def fit(self) -> None:
        """Fill the width with the widest page, now and when the pane changes."""
        self.fit_width = True
        self._arrange()

    def _zoom_to(self, zoom: float) -> None:
        bar = self.verticalScrollBar()
        share = (bar.value() + self.viewport().height() / 2) / max(1.0, self.places.height)
        self.places.set_zoom(zoom)
        self._set_bars()
        bar.setValue(round(share * self.places.height - self.viewport().height() / 2))
        self._ask()
        self.viewport().update()
        self.zoom_changed.emit(self.percent)

    @property
    def percent(self) -> int:
        """The zoom as people say it: 100 is the size on paper."""
        return round(self.zoom / (96 / 72) * 100)

    def _arrange(self) -> None:
        if self.fit_width and self.places.widest:
            self._zoom_to(max(0.2, (self.viewport().width() - 40) / self.places.widest))
        else:
            self._zoom_to(self.zoom)

    def _set_bars(self) -> None:
        view = self.viewport().size()
        self.places.set_view_width(view.width())
        self.verticalScrollBar().setRange(0, max(0, round(self.places.height) - view.height()))
        self.verticalScrollBar().setPageStep(view.height())
        self.horizontalScrollBar().setRange(0, max(0, round(self.places.width) - view.width()))
        self.horizontalScrollBar().setPageStep(view.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    # ---- pictures

    def _ask(self) -> None:
        """Ask for the pages in view, then their neighbours."""
        if not self.pictures.has_document or not self.isVisible():
            return
        ratio = self.devicePixelRatioF()
        bar = self.verticalScrollBar()
        wishes = []
        for number, rect in self.places.near(bar.value(), self.viewport().height()):
            wishes.append((number - 1, round(rect.width() * ratio), round(rect.height() * ratio)))
        self.pictures.want(wishes)

    def showEvent(self, event: QEvent) -> None:
        self._arrange()

    def _page_ready(self, page: int) -> None:
        self._broken.pop(page, None)
        self.viewport().update()

    def _page_broken(self, page: int, why: str) -> None:
        self._broken[page] = why
        self.viewport().update()

    # ---- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), theme().colour("canvas"))
        painter.translate(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        seen = QRectF(event.rect()).translated(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        for number, rect in self.places.rects():
            if rect.intersects(seen):
                self._paint_page(painter, number, rect)

    def _paint_page(self, painter: QPainter, number: int, rect: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(rect, QColor("#FFFFFF"))
        picture = self.pictures.picture(number - 1, round(rect.width() * self.devicePixelRatioF()))
        if picture is not None:
            painter.drawImage(rect, picture)
        else:
            self._paint_missing(painter, number, rect)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        dim = theme().colour("paper")
        if dim != QColor("#FFFFFF") and not self.bright:
            painter.fillRect(rect, dim)
        boxes = [(mark, self._box(number, mark.box)) for mark in self.marks if mark.page == number]
        self._paint_fills(painter, boxes)
        for _, word in (w for w in self.found_words if w[0] == number):
            painter.fillRect(self._box(number, word.box), QColor("#FFE08A"))
        for _, word in (w for w in self._words if w[0] == number):
            painter.fillRect(self._box(number, word.box), QColor("#B9D7F2"))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        self._paint_lines(painter, boxes)

    def _paint_missing(self, painter: QPainter, number: int, rect: QRectF) -> None:
        broken = number - 1 in self._broken or -1 in self._broken or not self.pictures.has_document
        text = (
            self.tr("Page {number} cannot be drawn. Its words were read; see the tab “Text read”.")
            if broken
            else (self.tr("Drawing page {number}…"))
        )
        painter.setPen(QColor("#5F6970"))
        painter.setFont(theme().font("small"))
        area = rect.adjusted(32, 40, -32, -40)
        painter.drawText(
            area,
            int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap),
            text.format(number=number),
        )

    def _box(self, page: int, box: tuple[float, float, float, float], grow: float = 1.0) -> QRectF:
        found = self.places.on_screen(page, box)
        return found.adjusted(-grow, -grow, grow, grow) if found is not None else QRectF()

    def _paint_fills(self, painter: QPainter, boxes: Sequence[tuple[Mark, QRectF]]) -> None:
        """All fills of one colour in one call: a page may have hundreds of marks."""
        by_name: dict[str, list[QRectF]] = {}
        for mark, box in boxes:
            by_name.setdefault("selected" if mark in self.lit else mark.kind.value, []).append(box)
        painter.setPen(Qt.PenStyle.NoPen)
        for name, alike in by_name.items():
            painter.setBrush(theme().colour(f"highlight.{name}"))
            painter.drawRects(alike)

    def _paint_lines(self, painter: QPainter, boxes: Sequence[tuple[Mark, QRectF]]) -> None:
        """A line below each mark, dashed where it does not count; a frame round the marks that are lit."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for kind, name in LINES.items():
            colour, alike = theme().colour(f"highlight.{name}"), [entry for entry in boxes if entry[0].kind is kind]
            style = Qt.PenStyle.SolidLine if kind is MarkKind.FOUND else Qt.PenStyle.DashLine
            painter.setPen(QPen(colour, 1.5, style))
            painter.drawLines([QLineF(box.bottomLeft(), box.bottomRight()) for mark, box in alike if mark not in self.lit])
            painter.setPen(QPen(colour, 2))
            for mark, box in alike:
                if mark in self.lit:
                    painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), 3, 3)

    # ---- mouse and keys

    def _at(self, position: QPointF) -> QPointF:
        return position + QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def mark_at(self, position: QPointF) -> Mark | None:
        """The mark under a point of the viewport, the smallest first."""
        hits = [m for m in self.marks if self._box(m.page, m.box, 2).contains(self._at(position))]
        return min(hits, key=lambda m: (m.box[2] - m.box[0]) * (m.box[3] - m.box[1])) if hits else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            point = self._at(event.position())
            self._drag_from = next(((n, point) for n, rect in self.places.rects() if rect.contains(point)), None)
            self._words = []
            self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drag_from and event.buttons() & Qt.MouseButton.LeftButton:
            page, start = self._drag_from
            end = self._at(event.position())
            if (end - start).manhattanLength() > 6:
                self._words = self.places.words_between(self._document, page, start, end)
                self.viewport().update()
        over = self.mark_at(event.position())
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._drag_from = None
        if self._words:
            self.words_chosen.emit(self.chosen_text())
        elif (mark := self.mark_at(event.position())) is not None:
            self.choose(mark)

    def chosen_text(self) -> str:
        return " ".join(word.text for _, word in self._words)

    def chosen_quote(self) -> tuple[str, str]:
        """The selected words of the first selected line, and that whole line."""
        lines = self._document.lines if self._document else ()
        chosen = [word for _, word in self._words]
        line = next((line for line in lines if chosen and any(word is chosen[0] for word in line.words)), None)
        if line is None:
            return "", ""
        return " ".join(word.text for word in line.words if any(word is other for other in chosen)), line.text

    def choose(self, mark: Mark) -> None:
        """Select a mark and tell."""
        self.light([mark])
        self.mark_chosen.emit(mark)

    def walk(self, step: int) -> None:
        """Go to the next (1) or previous (-1) mark in reading order, round the end."""
        if not self.marks:
            return
        at = self.marks.index(self.selected) if self.selected in self.marks else (-1 if step > 0 else 0)
        self.choose(self.marks[(at + step) % len(self.marks)])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_N and not control:
            self.walk(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        elif event.key() == Qt.Key.Key_C and control and self._words:
            QGuiApplication.clipboard().setText(self.chosen_text())
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            mark = self.mark_at(QPointF(event.pos()))
            if mark is not None and mark.reason:
                QToolTip.showText(event.globalPos(), f"<qt>{html.escape(self.reason_of(mark))}</qt>", self)
            return True
        return super().viewportEvent(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def find_words(self, text: str) -> int:
        """Mark all words that contain the letters of `text`; how many lines hold them."""
        wanted = text.casefold().split()
        self.found_words = []
        for line in self._document.lines if self._document and wanted else ():
            if all(any(part in w.text.casefold() for w in line.words) for part in wanted):
                hits = [w for w in line.words if any(part in w.text.casefold() for part in wanted)]
                self.found_words += [(line.page, word) for word in hits]
        self.viewport().update()
        return len(self.found_words)

    def show_found(self, place: int) -> None:
        if self.found_words:
            page, word = self.found_words[place % len(self.found_words)]
            self.reveal(Mark(page, word.box, MarkKind.FOUND, word.text))

    def center_of(self, mark: Mark) -> QPoint:
        """The middle of a mark in the viewport, for tests and menus."""
        away = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        return (self._box(mark.page, mark.box).center() - away).toPoint()
