"""Writes pictures of every state of the window to a folder, for eyes: `python tests/journeys/take_screenshots.py FOLDER`.

Light and dark, in full size and at the smallest, with the project's own samples. Set QT_SCALE_FACTOR=1.5 for another screen.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QDialog

from desktop.cases import CaseState
from desktop.engine import LiveEngine
from desktop.rolefit import Rolefit, samples
from desktop.windows.palette import Palette
from matching.months import YearMonth

TABS = ("fit", "gaps", "salary", "timeline", "text", "health")


def wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def until(true: Callable[[], bool], seconds: int = 40) -> None:
    for _ in range(seconds * 20):
        if true():
            return
        wait(50)
    raise SystemExit("this took too long")


class Photographer:
    """One window and a folder for its pictures."""

    def __init__(self, folder: Path, language: str = "en") -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        data = Path(tempfile.mkdtemp(prefix="rolefit-pictures-"))
        os.environ["HOME"] = str(data / "home")  # pictures show no folder of the machine they were made on
        self.papers = data / "home" / "Documents"
        shutil.copytree(samples(), self.papers)
        (data / "window.ini").write_text(f"[General]\nlanguage={language}\ntheme=light\n")
        self.rolefit = Rolefit(data, LiveEngine(YearMonth(2026, 11), os.cpu_count() or 1))
        self.window = self.rolefit.window
        self.window.show()
        self.name = ""

    def shoot(self, name: str, pause: int = 150) -> None:
        wait(pause)
        self.window.grab().save(str(self.folder / f"{name}.png"))

    def open(self, path: Path) -> None:
        desk = self.rolefit.desk
        desk.open_files([path])
        until(lambda: all(case.state not in (CaseState.WAITING, CaseState.READING) for case in desk.cases))

    def result(self, look: str) -> None:
        area = self.window.report
        area.choose_tab("fit")
        case = self.rolefit.desk.case(self.rolefit.desk.current)
        assert case is not None
        assert case.report is not None
        best = max(case.report.match.requirements, key=lambda r: r.points)
        area.fit.choose(best.id)
        wait(1200)  # the page's picture
        for tab in TABS:
            area.choose_tab(tab)
            self.shoot(f"{tab}-{look}")

    def dialogs(self, look: str) -> None:
        menus = self.rolefit.menus
        for name, open_it in (
            ("settings", menus.open_settings), ("shortcuts", menus.open_shortcuts), ("help", lambda: menus.open_help()),
            ("about", menus.open_about), ("paste", self.rolefit.wiring.paste),
        ):  # fmt: skip
            open_it()
            wait(150)
            dialog = next(d for d in self.window.findChildren(QDialog) if d.isVisible())
            dialog.grab().save(str(self.folder / f"{name}-{look}.png"))
            dialog.close()
        menus.open_palette()
        self.shoot(f"palette-{look}")
        palette = self.window.findChild(Palette)
        assert palette is not None
        palette.leave()

    def problems(self, look: str) -> None:
        data = self.rolefit.kept.folder
        broken = data / "broken.pdf"
        broken.write_bytes((samples() / "mid-level.pdf").read_bytes()[:900])
        self.open(broken)
        self.shoot(f"problem-{look}")
        locked = data / "locked.pdf"
        _lock(samples() / "mid-level.pdf", locked)
        self.open(locked)
        self.shoot(f"password-{look}")
        for name in ("broken.pdf", "locked.pdf"):
            case = next(c for c in self.rolefit.desk.cases if c.name == name)
            self.rolefit.desk.remove(case.id)

    def smallest(self, look: str) -> None:
        self.window.resize(960, 640)
        wait(100)
        for tab in (*TABS, "page"):
            self.window.report.choose_tab(tab)
            self.shoot(f"small-{tab}-{look}", 900 if tab == "page" else 150)
        self.window.resize(1440, 900)


def _lock(source: Path, target: Path) -> None:
    import pikepdf

    with pikepdf.open(source) as pdf:
        pdf.save(target, encryption=pikepdf.Encryption(user="open sesame", owner="owner"))


def main(folder: Path, language: str = "en") -> None:
    """All pictures."""
    shots = Photographer(folder, language)
    shots.shoot("first-light")
    shots.rolefit.menus.change_look(wish="dark")
    shots.shoot("first-dark")
    shots.rolefit.menus.change_look(wish="light")
    shots.problems("light")
    shots.open(shots.papers / "front-end.pdf")
    shots.open(shots.papers / "strong-senior.pdf")
    desk = shots.rolefit.desk
    for look in ("light", "dark"):
        shots.rolefit.menus.change_look(wish=look)
        shots.result(look)
        shots.dialogs(look)
        shots.smallest(look)
        case = desk.case(desk.current)
        if case is not None and case.report is not None and not case.ticked:
            desk.tick_only(case.id, [gap.requirement for gap in case.report.gaps[:2]])
    shots.rolefit.menus.change_look(wish="light", scale=1.5)
    shots.result("large-text")
    shots.smallest("large-text")
    shots.rolefit.menus.change_look(wish="light", scale=1.0, contrast=True)
    shots.result("contrast")
    shots.rolefit.end()


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:3])
    os._exit(0)  # no need to tear the window down piece by piece
