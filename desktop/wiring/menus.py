"""The complete list of commands: the menu bar, their shortcuts, and the dialogs they open."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QDialog

from desktop.style.theme import theme
from desktop.windows import about, words
from desktop.windows.commands import Command
from desktop.windows.help_dialog import HelpDialog
from desktop.windows.palette import Found, Palette
from desktop.windows.retranslating import Sentences, retranslate
from desktop.windows.shortcuts_dialog import ShortcutsDialog
from desktop.wiring.helping import help_pages
from desktop.wiring.licences import licensed_parts
from matching.errors import Problem
from matching.knowledge.help import topic_of
from matching.reading.file_names import display_name

if TYPE_CHECKING:
    from desktop.running.rolefit import Rolefit


class Menus(QObject):
    """Fills the window's commands."""

    def __init__(self, rolefit: Rolefit) -> None:
        super().__init__(rolefit.window)
        self.rolefit, self.window, self.desk = rolefit, rolefit.window, rolefit.desk
        self.commands = rolefit.window.commands
        names = {
            "file": self.tr("&File"), "edit": self.tr("&Edit"), "view": self.tr("&View"),
            "resume": self.tr("&Résumé"), "tools": self.tr("&Tools"), "help": self.tr("&Help"),
        }  # fmt: skip
        self.commands.add_menus(self.window.menuBar(), names)
        self._file()
        self._edit()
        self._view()
        self._resume()
        self._tools()
        self.window.case_list.find_wanted.connect(self.open_palette)
        self.window.report.state.help_wanted.connect(lambda code: self.open_help(topic_of(Problem(code))))
        self.desk.current_changed.connect(lambda _case: self._enable())
        self.desk.case_changed.connect(lambda _case: self._enable())
        self._enable()

    # ---- the menus

    def _file(self) -> None:
        wiring, add = self.rolefit.wiring, self.commands.add
        add(
            Command("open", self.tr("Import PDF…"), ("Ctrl+O",), "file", wiring.choose_files),
            Command("open-folder", self.tr("Import folder…"), ("Ctrl+Shift+O",), "file", wiring.choose_folder),
            Command("paste-text", self.tr("Paste a résumé's text…"), ("Ctrl+Shift+V",), "file", wiring.paste),
            Command("sample", self.tr("Open the sample résumé"), (), "file", wiring.open_sample),
        )
        self.recent = self.commands.menus["file"].addMenu(self.tr("Open recent"))
        self.recent.aboutToShow.connect(self._fill_recent)
        self.commands.menus["file"].addSeparator()
        add(
            Command("export", self.tr("Export report…"), ("Ctrl+E",), "file", self.window.report.export_wanted.emit),
            None,
            Command("close", self.tr("Close window"), ("Ctrl+W",), "file", self.window.close),
            Command("quit", self.tr("Quit"), ("Ctrl+Q",), "file", self.window.close),
        )

    def _edit(self) -> None:
        menu, stack = self.commands.menus["edit"], self.desk.undo_stack
        for action, keys in ((stack.createUndoAction(self.window, self.tr("Undo")), ("Ctrl+Z",)),
                             (stack.createRedoAction(self.window, self.tr("Redo")), ("Ctrl+Shift+Z", "Ctrl+Y"))):  # fmt: skip
            action.setShortcuts([QKeySequence(key) for key in keys])
            menu.addAction(action)
            self.window.addAction(action)
            name = "undo" if keys[0] == "Ctrl+Z" else "redo"
            self.commands.actions[name] = action
        menu.addSeparator()
        self.commands.add(
            Command("copy-result", self.tr("Copy the result as text"), ("Ctrl+Shift+C",), "edit", self.window.report.fit.copy),
            None,
            Command("find-page", self.tr("Find in page"), ("Ctrl+F",), "edit", self._find_in_page),
            Command("find-next", self.tr("Find next"), ("F3",), "edit", lambda: self.window.page.find_next(1)),
            Command("find-previous", self.tr("Find previous"), ("Shift+F3",), "edit", lambda: self.window.page.find_next(-1)),
            None,
            Command("settings", self.tr("Settings…"), ("Ctrl+,",), "edit", lambda: self.open_settings()),
        )

    def _view(self) -> None:
        report, page, window = self.window.report, self.window.page, self.window
        names = {
            "fit": self.tr("Fit"), "gaps": self.tr("Gaps"), "salary": self.tr("Salary"),
            "timeline": self.tr("Timeline"), "text": self.tr("Text read"), "health": self.tr("Health"),
        }  # fmt: skip
        for place, (key, name) in enumerate(names.items(), 1):
            self.commands.add(Command(f"tab-{key}", name, (f"Ctrl+{place}",), "view", partial(report.choose_tab, key)))
        self.commands.add(
            None,
            Command("page-pane", self.tr("Show or hide the page"), ("F8",), "view", window.toggle_page),
            Command("list-pane", self.tr("Show or hide the list"), ("F9",), "view", window.toggle_list),
            Command("full-screen", self.tr("Full screen"), ("F11",), "view", self._full_screen),
            None,
            Command("zoom-in", self.tr("Zoom in"), ("Ctrl++", "Ctrl+="), "view", lambda: page.view.zoom_by(1)),
            Command("zoom-out", self.tr("Zoom out"), ("Ctrl+-",), "view", lambda: page.view.zoom_by(-1)),
            Command("fit-width", self.tr("Fit the width"), ("Ctrl+9",), "view", page.view.fit),
            None,
            Command("bright-page", self.tr("Bright page"), (), "view", self._bright, checkable=True),
            None,
            Command("next-pane", self.tr("Next pane"), ("F6",), "view", lambda: window.next_pane(1)),
            Command("previous-pane", self.tr("Previous pane"), ("Shift+F6",), "view", lambda: window.next_pane(-1)),
            None,
            Command("light", self.tr("Light"), (), "view", lambda: self.change_look(wish="light")),
            Command("dark", self.tr("Dark"), (), "view", lambda: self.change_look(wish="dark")),
            Command("system", self.tr("Follow the system"), (), "view", lambda: self.change_look(wish="system")),
        )
        self.commands["bright-page"].setChecked(self.rolefit.kept.flag("bright"))
        page.view.set_bright(self.rolefit.kept.flag("bright"))

    def _resume(self) -> None:
        wiring, desk, page = self.rolefit.wiring, self.desk, self.window.page
        self.commands.add(
            Command("next-case", self.tr("Next résumé"), ("Alt+Down",), "resume", lambda: self._step(1)),
            Command("previous-case", self.tr("Previous résumé"), ("Alt+Up",), "resume", lambda: self._step(-1)),
            None,
            Command("next-evidence", self.tr("Next evidence"), ("Ctrl+Down",), "resume", lambda: page.view.walk(1)),
            Command("previous-evidence", self.tr("Previous evidence"), ("Ctrl+Up",), "resume", lambda: page.view.walk(-1)),
            Command("refused", self.tr("Show words that were not counted"), (), "resume", page.show_refused.toggle),
            None,
            Command("again", self.tr("Read again"), ("F5",), "resume", lambda: desk.try_again(desk.current)),
            Command("remove", self.tr("Remove"), ("Ctrl+Backspace",), "resume", wiring.remove_current),
            Command("cancel", self.tr("Cancel reading"), (), "resume", desk.cancel),
        )

    def _tools(self) -> None:
        self.commands.add(
            Command("palette", self.tr("Find a résumé or command…"), ("Ctrl+K",), "tools", self.open_palette),
            Command("shortcuts", self.tr("Keyboard shortcuts"), ("Ctrl+?", "Ctrl+Shift+/"), "help", self.open_shortcuts),
            Command("help", self.tr("Help"), ("F1",), "help", self.open_help),
            None,
            Command("about", self.tr("About Rolefit"), (), "help", self.open_about),
        )

    def _enable(self) -> None:
        case = self.rolefit.wiring.current()
        read = case is not None and case.report is not None
        names = ("export", "copy-result", "find-page", "find-next", "find-previous", "zoom-in", "zoom-out", "fit-width",
                 "next-evidence", "previous-evidence", "refused", "page-pane")  # fmt: skip
        for name in names:
            self.commands[name].setEnabled(read)
        for name in ("again", "remove"):
            self.commands[name].setEnabled(case is not None)

    def _fill_recent(self) -> None:
        self.recent.clear()
        paths = self.rolefit.kept.paths("recent")
        for path in paths:
            text = f"{display_name(path)[:60]}  ·  {display_name(Path(path).parent)[:40]}".replace("&", "&&")
            self.recent.addAction(text, partial(self.desk.open_files, [path]))
        if paths:
            self.recent.addSeparator()
            self.recent.addAction(self.tr("Clear the list"), lambda: self.rolefit.kept.put_paths("recent", []))
        else:
            self.recent.addAction(self.tr("Nothing yet")).setEnabled(False)

    # ---- what they do

    def _step(self, by: int) -> None:
        """The next or previous client where a client's page is seen, else the next or previous résumé."""
        if not self.rolefit.clients.pages.step(by):
            self.window.case_list.step(by)

    def _bright(self) -> None:
        on = self.commands["bright-page"].isChecked()
        self.rolefit.kept.put("bright", on)
        self.window.page.view.set_bright(on)

    def _find_in_page(self) -> None:
        if not self.window.page.isVisible():
            self.window.toggle_page()
        self.window.page.open_find()

    def _full_screen(self) -> None:
        self.window.setWindowState(self.window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def open_palette(self) -> None:
        """Ctrl+K: open résumés, commands, and everybody in the store."""
        palette = Palette(self.window, self._findable())
        palette.popup()

    def _findable(self) -> list[Found]:
        found = []
        for case in self.desk.cases:
            note = f"{words.whole(case.report.match.score)}" if case.report else ""
            found.append(Found(case.title, note, partial(self.desk.choose, case.id), "file"))
        for name, action in self.commands.actions.items():
            if action.isEnabled() and name != "palette":
                keys = action.shortcut().toString()
                found.append(Found(action.text().replace("&", ""), keys, action.trigger, "right"))
        clients = self.rolefit.clients
        shown = {placed.client for case, placed in clients.desk.placed.items() if self.desk.case(case) is not None}
        for line in clients.pages.lines.values():
            if line.client not in shown:
                note = f"v{line.version}  {words.whole(line.score)}" if line.score is not None else self.tr("Not scored")
                act = partial(clients.pages.open_result, line.client)
                found.append(Found(line.name, note, act, "people", line.file_name))
        return found

    def open_settings(self, page: str = "") -> None:
        self.rolefit.settings_wiring.open(page)

    def change_look(self, wish: str | None = None, scale: float | None = None, contrast: bool | None = None) -> None:
        """Wear another look at once, and remember it."""
        wanted = {"theme": wish, "scale": scale, "contrast": contrast}
        self.rolefit.settings.put({name: value for name, value in wanted.items() if value is not None})
        self.wear_chosen()

    def wear_chosen(self) -> None:
        """Wear the look that is chosen now."""
        look, chosen = theme(), self.rolefit.settings
        look.wear(chosen.text("theme"), chosen.number("scale"), chosen.flag("contrast"))
        self.window.statusBar().setFixedHeight(look.px(34))
        self.window.fold()

    def change_language(self, language: str) -> None:
        """Speak another language at once ("system", "en", "de"), and remember it."""
        if language == self.rolefit.settings.text("language"):
            self.speak_chosen()
        self.rolefit.settings.put({"language": language})

    def speak_chosen(self) -> None:
        """Speak the language that is chosen now, with everything that is open."""
        before = Sentences()
        self.rolefit.speak(self.rolefit.settings.text("language"))
        retranslate(self.window, before)
        self.rolefit.wiring.show_again()
        theme().changed.emit()  # widths that were measured with the words of before
        self.window.update()

    def open_shortcuts(self) -> None:
        rows = [(action.text().replace("&", ""), action.shortcut().toString()) for action in self.commands.actions.values()]
        page = [(self.tr("Next and previous evidence, on the page"), "N, Shift+N"), (self.tr("Tick a gap"), "Space")]
        self._open(ShortcutsDialog(self.window, [row for row in rows if row[1]] + page))

    def open_help(self, topic: str = "") -> None:
        """The help at a topic; without one, at how the score works."""
        case = self.desk.case(self.desk.current)
        report = case.report if case else None
        pages = help_pages(QLocale().name(), report, case.title if case else "")
        self._open(HelpDialog(self.window, pages, topic or "score"))

    def open_about(self) -> None:
        dialog = about.AboutDialog(self.window, [f"{part.name}, {part.licence}" for part in licensed_parts()])
        dialog.copy_wanted.connect(lambda: QGuiApplication.clipboard().setText(about.details()))
        self._open(dialog)
