"""The application's parts and how they are joined: the one file that knows everybody."""

from __future__ import annotations

import os
from collections.abc import Sequence
from importlib.resources import files as resource_files
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator

from desktop.background import Background
from desktop.cases.casework import Casework
from desktop.cases.engine import Engine
from desktop.remembered import Remembered
from desktop.running.application import application
from desktop.running.tidying import Tidying
from desktop.settings import Settings
from desktop.style import icons
from desktop.style.theme import theme
from desktop.windows import accessible
from desktop.windows.main_window import MainWindow
from desktop.wiring.cases import Wiring
from desktop.wiring.clients import DeskWiring
from desktop.wiring.exporting import Exporting
from desktop.wiring.menus import Menus
from desktop.wiring.settings import SettingsWiring


class Rolefit:
    """Desk, window and what joins them. Tests give an engine of their own; `language` goes before the kept one, for once."""

    def __init__(self, folder: Path, engine: Engine, window: MainWindow | None = None, language: str | None = None) -> None:
        app = application()  # before everything that needs its clock
        self.tidying = Tidying()
        self.kept = Remembered(folder)
        self.settings = Settings(self.kept)
        self.translators: list[QTranslator] = []
        self.speak(language or self.settings.text("language"))
        theme().wear(self.settings.text("theme"), self.settings.number("scale"), self.settings.flag("contrast"))
        theme().follow_system()
        app.setWindowIcon(icons.icon("app", "accent", 64))
        accessible.install()
        self.engine = engine
        self.background = Background(threads=max(2, os.cpu_count() or 2))
        self.desk = Casework(engine, self.background)
        self.window = window or MainWindow()
        self.window.setPalette(app.palette())
        self.window.furnish(self.engine.search_places)
        self.wiring = Wiring(self.desk, self.window, self.kept, samples())
        self.exporting = Exporting(self.desk, self.window, self.kept, self.wiring.toast)
        self.menus = Menus(self)
        self.clients = DeskWiring(self)
        self.settings_wiring = SettingsWiring(self)
        self._restore_window()
        self.window.closing.connect(self._remember)

    def begin(self, paths: Sequence[str]) -> None:
        """After the first paint: warm the machinery, then open what was given or what was open before."""
        self.background.start(lambda _job: self.engine.warm_up(), lambda _none: self.tidying.settle(), lambda _error: None)
        self.window.page.pictures.warm()
        self.clients.desk.begin()
        again = [path for path in self.kept.paths("open") if Path(path).is_file()]
        if paths:
            self.desk.open_files(paths)
        elif again and self.settings.flag("reopen"):
            self.desk.open_files(again)

    def files_came(self, paths: list[str]) -> None:
        """A second launch: import its files and come to the front."""
        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.raise_()
        self.window.activateWindow()
        self.desk.open_files(paths)

    def speak(self, language: str) -> None:
        """Use a language (a code like "de", or "system") for everything that is made from now on."""
        app = application()
        for old in self.translators:
            app.removeTranslator(old)
        locale = QLocale.system() if language == "system" else QLocale(language)
        QLocale.setDefault(locale)
        app.setLayoutDirection(locale.textDirection())
        # English first: it has the plurals, and stays underneath where another language lacks a sentence.
        wanted = ((QLocale("en"), "rolefit"), (locale, "rolefit"), (locale, "qtbase"))
        self.translators = [t for t in (_translation(*one) for one in wanted) if t is not None]
        for translator in self.translators:
            app.installTranslator(translator)

    def _restore_window(self) -> None:
        geometry, panes = self.kept.blob("geometry"), self.kept.blob("panes")
        if not geometry.isEmpty():
            self.window.restoreGeometry(geometry)
        if not panes.isEmpty():
            self.window.splitter.restoreState(panes)
        self.window.report.choose_tab(self.kept.text("tab", "fit"))

    def _remember(self) -> None:
        self.kept.put_blob("geometry", self.window.saveGeometry())
        if self.window.splitter.count() == 3 and self.window.page.isVisible():
            self.kept.put_blob("panes", self.window.splitter.saveState())
        self.kept.put("tab", self.window.report.tab)
        self.kept.put_paths("open", [case.path for case in self.desk.cases if case.path])
        self.kept.sync()

    def end(self) -> None:
        """Stop all work and end the child processes."""
        self.background.stop()
        self.clients.end()
        self.tidying.stop()
        self.window.page.pictures.end()
        self.engine.close()


def samples() -> Path:
    """The folder of the sample résumés."""
    return Path(str(resource_files("resources").joinpath("samples")))


def _translation(locale: QLocale, name: str) -> QTranslator | None:
    own = str(resource_files("resources").joinpath("i18n"))
    folder = own if name == "rolefit" else QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    translator = QTranslator()
    return translator if translator.load(locale, name, "_", folder) else None
