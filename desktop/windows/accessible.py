"""What screen readers are told about painted widgets: role and value, which Qt cannot see by itself."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from desktop.pages.page_view import PageView
from desktop.windows import words
from desktop.windows.compare_dots import GroupDots
from desktop.windows.progress_chart import ProgressChart
from desktop.windows.score_scale import ScoreScale


class ScoreInterface(QAccessibleWidget):
    """The score's scale: a progress bar with "69.0 of 100"."""

    def __init__(self, widget: ScoreScale) -> None:
        super().__init__(widget, QAccessible.Role.ProgressBar, widget.accessibleName())
        self._scale = widget

    def text(self, kind: QAccessible.Text) -> str:
        if kind == QAccessible.Text.Value:
            return QCoreApplication.translate("ScoreScale", "{score} of 100").format(score=words.points(self._scale.value))
        return super().text(kind)


class PageInterface(QAccessibleWidget):
    """The pages: a document whose value is the selected evidence."""

    def __init__(self, widget: PageView) -> None:
        super().__init__(widget, QAccessible.Role.Document, widget.accessibleName())
        self._view = widget

    def text(self, kind: QAccessible.Text) -> str:
        if kind == QAccessible.Text.Value:
            return self._view.selected.text if self._view.selected else ""
        return super().text(kind)


class ChartInterface(QAccessibleWidget):
    """A painted chart: its value is what its description says in words."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget, QAccessible.Role.Chart, widget.accessibleName())
        self._chart = widget

    def text(self, kind: QAccessible.Text) -> str:
        return self._chart.accessibleDescription() if kind == QAccessible.Text.Value else super().text(kind)


_PAINTED: dict[type[QWidget], type[QAccessibleWidget]] = {
    ScoreScale: ScoreInterface,
    PageView: PageInterface,
    GroupDots: ChartInterface,
    ProgressChart: ChartInterface,
}
_kept: dict[int, QAccessibleInterface] = {}  # Qt does not keep Python's interfaces alive


def _factory(_class: str, thing: QObject) -> QAccessibleInterface | None:
    kind = next((told for painted, told in _PAINTED.items() if isinstance(thing, painted)), None)
    if kind is None or not isinstance(thing, QWidget):
        return None
    key = id(thing)
    if key not in _kept:
        _kept[key] = kind(thing)
        thing.destroyed.connect(lambda: _kept.pop(key, None))
    return _kept[key]


_installed = False


def install() -> None:
    """Tell Qt once."""
    global _installed
    if not _installed:
        _installed = True
        QAccessible.installFactory(_factory)
