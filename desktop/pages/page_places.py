"""Where pages and boxes lie on the scrolled canvas: points of a page as shown → pixels, and back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF

from matching.reading.document import Box, Document, Word

MARGIN, GAP = 20.0, 16.0


class PagePlaces:
    """Pages below one another, centred. `zoom` is pixels for a point."""

    def __init__(self) -> None:
        self.zoom = 96 / 72
        self._pages: list[tuple[int, float, float]] = []
        self._rects: dict[int, QRectF] = {}
        self._view = 0.0
        self.width = self.height = 0.0

    def set_pages(self, pages: Sequence[tuple[int, float, float]]) -> None:
        """(number, width, height) of each page in points."""
        self._pages = [(n, min(14_400.0, max(1.0, w)), min(14_400.0, max(1.0, h))) for n, w, h in pages]
        self._place()

    @property
    def widest(self) -> float:
        return max((width for _, width, _ in self._pages), default=0.0)

    def set_zoom(self, zoom: float) -> None:
        self.zoom = min(6.0, max(0.1, zoom))
        self._place()

    def set_view_width(self, width: float) -> None:
        if width != self._view:
            self._view = width
            self._place()

    def _place(self) -> None:
        self.width = max(self._view, self.widest * self.zoom + 2 * MARGIN)
        top = MARGIN
        self._rects = {}
        for number, width, height in self._pages:
            wide, high = round(width * self.zoom), round(height * self.zoom)
            self._rects[number] = QRectF(round((self.width - wide) / 2), round(top), wide, high)
            top += high + GAP
        self.height = top - GAP + MARGIN if self._pages else 0.0

    def rects(self) -> Iterator[tuple[int, QRectF]]:
        yield from self._rects.items()

    def on_screen(self, page: int, box: Box) -> QRectF | None:
        """A box in points of a page → canvas pixels; None for a page that is not shown."""
        rect = self._rects.get(page)
        if rect is None:
            return None
        x0, top, x1, bottom = (value * self.zoom for value in box)
        return QRectF(rect.left() + x0, rect.top() + top, x1 - x0, bottom - top)

    def near(self, top: float, height: float) -> list[tuple[int, QRectF]]:
        """Pages in view first, then those within one view of it, nearest first."""
        middle = top + height / 2
        found = [(n, r) for n, r in self._rects.items() if r.bottom() > top - height and r.top() < top + 2 * height]
        return sorted(found, key=lambda item: abs(item[1].center().y() - middle) - item[1].height() / 2)

    def words_between(self, document: Document | None, page: int, start: QPointF, end: QPointF) -> list[tuple[int, Word]]:
        """The words of a page from one canvas point to another in reading order, as text selection does."""
        rect = self._rects.get(page)
        if document is None or rect is None:
            return []
        words = [word for line in document.lines if line.page == page for word in line.words]
        if not words:
            return []
        first, last = sorted(_nearest(words, (point - rect.topLeft()) / self.zoom) for point in (start, end))
        return [(page, word) for word in words[first : last + 1]]


def _nearest(words: list[Word], at: QPointF) -> int:
    def away(i: int) -> float:
        x0, top, x1, bottom = words[i].box
        return max(x0 - at.x(), 0.0, at.x() - x1) + 4 * max(top - at.y(), 0.0, at.y() - bottom)

    return min(range(len(words)), key=away)
