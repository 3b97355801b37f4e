"""Puts the style sheet on a window piece by piece, so that a change of look never holds up the event loop.

A sheet on a whole window styles all its widgets anew in one go: 42 ms for 343 widgets, and more with every panel.
Here frames that only hold other parts stay bare; each part below them wears the sheet itself and changes in a turn of its own.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from functools import partial

import shiboken6
from PySide6.QtCore import QChildEvent, QEvent, QObject, QTimer
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget

from desktop.style import icons

BARE = "bareFrame"


def leave_bare(*frames: QWidget) -> None:
    """Mark frames that hold parts and need no style of their own: not they are dressed, but what is in them."""
    for frame in frames:
        frame.setProperty(BARE, True)


class Dressing(QObject):
    """The windows that wear the application's sheet, and the work of changing it."""

    def __init__(self) -> None:
        super().__init__()
        self._sheet = ""
        self._windows: list[QWidget] = []
        self._frames: list[QWidget] = []
        self._held: list[QWidget] = []
        self._todo: deque[Callable[[], object]] = deque()

    def dress(self, window: QWidget, sheet: str) -> None:
        """Let a window, and everything that is put into it later, wear the sheet."""
        self._sheet = sheet
        self._windows.append(window)
        leave_bare(window)
        for frame in self._bare_in(window):
            frame.installEventFilter(self)
            self._frames.append(frame)
        for part in self._parts(window):
            part.setStyleSheet(sheet)

    def change(self, sheet: str, palette: QPalette, then: Callable[[], object]) -> None:
        """Wear another sheet, then call `then`. Windows that are seen change part by part and are painted once."""
        self._sheet = sheet
        self._windows = [window for window in self._windows if shiboken6.isValid(window)]
        self._frames = [frame for frame in self._frames if shiboken6.isValid(frame)]
        for window in self._windows:
            window.setPalette(palette)
        parts = [part for window in self._windows for part in self._parts(window)]
        parts.sort(key=lambda part: not part.isVisible())
        was_busy = bool(self._todo)
        self._todo = deque(partial(self._redress, part) for part in parts)
        self._todo.append(then)
        if not any(window.isVisible() for window in self._windows):
            self.finish()
            return
        self._hold()
        if not was_busy:
            QTimer.singleShot(0, self, self._next)

    def finish(self) -> None:
        """Do at once what is left of a change."""
        while self._todo:
            self._step()

    def _next(self) -> None:
        if self._todo:
            self._step()
        if self._todo:
            QTimer.singleShot(0, self, self._next)

    def _step(self) -> None:
        step = self._todo.popleft()
        try:
            step()
        finally:
            if not self._todo:
                self._let_go()

    def _hold(self) -> None:
        """Keep the old picture until all is changed. What is in the window is held: a held window itself stays so on X11."""
        for window in self._windows:
            for child in window.children():
                if isinstance(child, QWidget) and not child.isWindow() and child not in self._held:
                    child.setUpdatesEnabled(False)
                    self._held.append(child)

    def _let_go(self) -> None:
        held, self._held = self._held, []
        for child in held:
            if shiboken6.isValid(child):
                child.setUpdatesEnabled(True)

    def _redress(self, part: QWidget) -> None:
        if shiboken6.isValid(part):
            part.setStyleSheet(self._sheet)
            for widget in (part, *part.findChildren(QWidget)):
                icons.dress_again(widget)

    def _bare_in(self, frame: QWidget) -> Iterator[QWidget]:
        yield frame
        for child in frame.children():
            if isinstance(child, QWidget) and child.property(BARE):
                yield from self._bare_in(child)

    def _parts(self, window: QWidget) -> Iterator[QWidget]:
        for frame in self._bare_in(window):
            yield from (c for c in frame.children() if isinstance(c, QWidget) and not c.property(BARE))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A part that is put into a bare frame later (a dialog, a menu, a panel) is dressed before it is seen."""
        if event.type() == QEvent.Type.ChildPolished and isinstance(event, QChildEvent):
            child = event.child()
            if isinstance(child, QWidget) and not child.property(BARE) and child.styleSheet() != self._sheet:
                child.setStyleSheet(self._sheet)
        return False
