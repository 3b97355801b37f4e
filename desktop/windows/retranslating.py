"""Another language while the window is open: every standing text of its widgets is put into the language of now.

A widget does not remember where its text came from. So its text is looked up among the sentences of the language that it was
made in, under the classes that hold the widget, and the sentence that was found is asked for again. What shows facts is shown
them again afterwards, which also puts right a name in a résumé that happens to be one of our sentences.
"""

from __future__ import annotations

import html
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from importlib.resources import files

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)

from desktop.windows.parts import Elided

# They give actions and the window words and are no widgets.
OUTSIDE = ("Menus", "Wiring", "Exporting", "Rolefit", "SettingsWiring", "DeskWiring", "DeskPages")
Source = tuple[str, str]  # context, sentence
MANY = 9973  # a number that no sentence holds
PLACE = re.compile(r"(\{\w+\}|%n)")


class Sentences:
    """The sentences of the language of now as they are shown, to find later where a shown text came from."""

    def __init__(self) -> None:
        self._sources: dict[str, list[Source]] = {}
        self._filled: list[tuple[re.Pattern[str], Source]] = []  # sentences with places for figures and names
        for context, source, counted in _sources():
            forms = {QCoreApplication.translate(context, source, None, count) for count in ((1, MANY) if counted else (-1,))}
            for form in sorted(forms):
                self._add(form, context, source, counted)

    def _add(self, form: str, context: str, source: str, counted: bool) -> None:
        if counted:
            form = form.replace(str(MANY), "%n") if str(MANY) in form else form.replace("1", "%n", 1)
        parts = PLACE.split(form)
        if len(parts) == 1:
            self._sources.setdefault(form, []).append((context, source))
        elif any(part.strip() for part in parts[::2]):
            names = [name.strip("{}%") for name in parts[1::2]]
            groups = [f"(?P<{name}>.+?)" if names.index(name) == i else f"(?P={name})" for i, name in enumerate(names)]
            between = [re.escape(part) for part in parts[::2]]
            pattern = between[0] + "".join(group + part for group, part in zip(groups, between[1:], strict=True))
            self._filled.append((re.compile(pattern), (context, source)))

    def anew(self, text: str, classes: list[str]) -> str:
        """The text in the language of now; unchanged where it is none of ours. `classes` hold it, the nearest first."""
        found = self._sources.get(text, [])
        if found:
            near = min(found, key=lambda one: classes.index(one[0]) if one[0] in classes else len(classes))
            alike = len({QCoreApplication.translate(*one) for one in found}) == 1
            return QCoreApplication.translate(*near) if alike or near[0] in classes else text
        return self._filled_anew(text, classes) if len(text) <= 200 else text

    def _filled_anew(self, text: str, classes: list[str]) -> str:
        for pattern, (context, source) in self._filled:
            hit = pattern.fullmatch(text) if context in classes else None
            if hit is None:
                continue
            values = hit.groupdict()
            count = "".join(letter for letter in values.pop("n", "") if letter.isdecimal())
            fresh = QCoreApplication.translate(context, source, None, int(count[:9]) if count else -1)
            return PLACE.sub(partial(_fill, values), fresh)
        return text


def _fill(values: Mapping[str, str], place: re.Match[str]) -> str:
    return values.get(place.group().strip("{}"), place.group())


def _sources() -> Iterator[tuple[str, str, bool]]:
    """(context, sentence, whether it counts something) of all our sentences, and of the few that Qt's own parts keep."""
    text = files("resources").joinpath("i18n/rolefit_de.ts").read_text(encoding="utf-8")
    for context in ET.fromstring(text).findall("context"):  # noqa: S314 - our own file
        for message in context.findall("message"):
            yield context.findtext("name", ""), message.findtext("source", ""), message.get("numerus") == "yes"
    yield "QTabBar", "Scroll Left", False
    yield "QTabBar", "Scroll Right", False


def retranslate(window: QWidget, before: Sentences) -> None:
    """Put all standing texts in and below a window into the language of now; `before` is the one they were made in."""
    for widget in (window, *window.findChildren(QWidget)):
        classes = [*_classes(widget), *OUTSIDE]
        _texts(widget, lambda text, classes=classes: before.anew(text, classes))  # type: ignore[misc] # mypy and defaults
    for action in window.findChildren(QAction):
        classes = [*_classes(action), *OUTSIDE]
        _swap(before, classes, action.text(), action.setText)


def _classes(thing: QObject | None) -> list[str]:
    names = []
    while thing is not None:
        names += [kind.__name__ for kind in type(thing).__mro__ if kind.__module__.startswith("desktop")]
        thing = thing.parent()
    return names


def _swap(before: Sentences, classes: list[str], text: str, put: Callable[[str], object]) -> None:
    fresh = before.anew(text, classes)
    if fresh != text:
        put(fresh)


def _texts(widget: QWidget, anew: Callable[[str], str]) -> None:
    """Go through everything of a widget that shows or says words."""

    def swap(text: str, put: Callable[[str], object]) -> None:
        fresh = anew(text) if text else text
        if fresh != text:
            put(fresh)

    swap(widget.accessibleName(), widget.setAccessibleName)
    swap(widget.accessibleDescription(), widget.setAccessibleDescription)
    tip = widget.toolTip()
    if tip.startswith("<qt>"):
        swap(html.unescape(tip[4:-5]), lambda text: widget.setToolTip(f"<qt>{html.escape(text)}</qt>"))
    if widget.isWindow():
        swap(widget.windowTitle(), widget.setWindowTitle)
    if isinstance(widget, Elided):
        widget.set_text(anew(widget.text()), *(anew(text) for text in widget.shorter))
    elif isinstance(widget, QLabel):
        swap(widget.text(), widget.setText)
    elif isinstance(widget, QAbstractButton):
        swap(widget.text().replace("&&", "&"), lambda text: widget.setText(text.replace("&", "&&")))
    elif isinstance(widget, QLineEdit | QPlainTextEdit):
        swap(widget.placeholderText(), widget.setPlaceholderText)
    elif isinstance(widget, QMenu):
        swap(widget.title(), widget.setTitle)
    elif isinstance(widget, QTabBar):  # a QTabWidget's bar too
        _each(widget.count(), widget.tabText, widget.setTabText, swap)
    elif isinstance(widget, QListWidget):
        for item in map(widget.item, range(widget.count())):
            swap(item.text(), item.setText)
    elif isinstance(widget, QComboBox):
        _each(widget.count(), widget.itemText, widget.setItemText, swap)


def _each(
    count: int,
    get: Callable[[int], str],
    put: Callable[[int, str], object],
    swap: Callable[[str, Callable[[str], object]], None],
) -> None:
    for place in range(count):
        swap(get(place), lambda text, place=place: put(place, text))  # type: ignore[misc] # mypy and defaults
