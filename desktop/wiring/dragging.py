"""A report dragged out of the window by its Export button: its PDF is written aside while the mouse moves, then dragged."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt, QUrl
from PySide6.QtGui import QDrag, QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QApplication, QPushButton

from desktop.background import Background
from matching.fit.report import FitReport


class DragOut(QObject):
    """Watches a button. `report` is dragged (or None), `name` is its file's, `made` its bytes, `text` for a text field."""

    def __init__(
        self,
        button: QPushButton,
        background: Background,
        report: Callable[[], FitReport | None],
        name: Callable[[FitReport], str],
        made: Callable[[FitReport], bytes],
        text: Callable[[], str],
    ) -> None:
        super().__init__(button)
        self._button, self._background = button, background
        self._report, self._name, self._made, self._text = report, name, made, text
        self._from: QPoint | None = None
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self.begin: Callable[[QMimeData], object] = self._begin
        button.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent):
            if event.type() == QEvent.Type.MouseButtonPress and event.button() is Qt.MouseButton.LeftButton:
                self._from = event.position().toPoint()
            elif event.type() == QEvent.Type.MouseButtonRelease:
                self._from = None
            elif event.type() == QEvent.Type.MouseMove and self._from is not None:
                far = (event.position().toPoint() - self._from).manhattanLength() >= QApplication.startDragDistance()
                if far and event.buttons() & Qt.MouseButton.LeftButton:
                    self._from = None
                    self._button.setDown(False)
                    self._write()
                    return True
        return False

    def _write(self) -> None:
        report = self._report()
        if report is None:
            return
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="rolefit-drag-", ignore_cleanup_errors=True)
        target = Path(self._folder.name) / f"{self._name(report)}.pdf"

        def work(_job: object) -> None:
            from desktop.export.files import write_whole

            write_whole(target, self._made(report))

        self._background.start(work, lambda _none: self._written(target), lambda _error: None)

    def _written(self, target: Path) -> None:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(target))])
        data.setText(self._text())
        self.begin(data)

    def _begin(self, data: QMimeData) -> None:
        if QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton:
            drag = QDrag(self._button)
            drag.setMimeData(data)
            drag.setPixmap(self._button.icon().pixmap(24, 24))
            drag.exec(Qt.DropAction.CopyAction)
