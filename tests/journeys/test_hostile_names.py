"""Twelve hostile strings as person, company and file, in a real window under strace: shown as they are, nothing opened."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from matching.reading.file_names import display_name
from tests.data.make_hostile import CANARY, HOST, make_hostile, strings
from tests.journeys.real_window import internet_sockets, missing_tools, opened, real_screen, watched

SESSION = Path(__file__).with_name("hostile_session.py")
pytestmark = [pytest.mark.window, pytest.mark.skipif(bool(missing_tools()), reason=missing_tools())]
# How a reader sees each string on the page: signs without ink are dropped, line breaks too.
ON_PAGE = {
    "right-to-left": "gnp.exe Ada", "zero-width": "ZeroWidth Name", "escapes": "[31mRed[0m ]0;titleAda",
    "line-break": "Line OneLine TwoTab", "ten-thousand": "W" * 200, "beyond": "Zoë ☃",
}  # fmt: skip
INVISIBLE = ("\u202e", "\u2067", "\u200b", "\u200d", "\x1b", "\x07")


class Session:
    """What was seen, the folder with what was written, and the watchman's notes."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.out, self.notes = folder, folder / "out", folder / "strace.txt"
        self.seen: dict[str, dict[str, Any]] = {}


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Session:
    """The whole session, run once."""
    made = Session(tmp_path_factory.mktemp("hostile"))
    files = make_hostile(made.folder / "papers")
    lines = [json.dumps([file.what, file.path.name]) for file in files]
    (made.folder / "files.jsonl").write_text("\n".join(lines))
    with real_screen(made.folder) as screen:
        command = watched([sys.executable, str(SESSION), str(made.folder)], made.notes)
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
        with subprocess.Popen(command, env=screen.environment, text=True, **pipes) as window:  # type: ignore[call-overload]
            for line in window.stdout:
                told = json.loads(line)
                made.seen[told["what"]] = {**told, "titles": screen.titles()}
                screen.shoot(told["what"].replace(" ", "-"))
                window.stdin.write("on\n")
                window.stdin.flush()
        assert window.returncode == 0
    return made


@pytest.mark.parametrize("what", list(strings(Path("x"))))
def test_title_and_panels_show_it_as_it_is(session: Session, what: str) -> None:
    seen, text = session.seen[what], strings(session.folder / "papers")[what]
    # A name that cannot be one is refused by the reader; the file's name stands in its place.
    title = f"{' '.join((seen['name'] or seen['file']).split())[:120]}, Rolefit"
    assert seen["title"] == title
    assert title in seen["titles"]
    assert seen["file"] == display_name(seen["file"])
    assert not any(sign in part for sign in INVISIBLE for part in seen["texts"])
    on_page = ON_PAGE.get(what, text)
    assert any(on_page in part for part in seen["texts"]), "not on the Text tab"
    assert seen["score"] > 200


@pytest.mark.parametrize("what", list(strings(Path("x"))))
def test_a_typed_name_is_shown_as_it_is(session: Session, what: str) -> None:
    seen, text = session.seen[f"client {what}"], strings(session.folder / "papers")[what]
    assert seen["title"] == f"{' '.join(text.split())[:120].strip()}, Rolefit"
    assert any(" ".join(text.split())[:150] in " ".join(part.split()) for part in seen["texts"])
    assert not any(part.lstrip().startswith("<") and "<qt>" not in part[:6] and "&lt;" in part for part in seen["texts"])


def test_nothing_was_opened_and_nobody_called(session: Session) -> None:
    assert internet_sockets(session.notes) == []
    calls = opened(session.notes)
    assert len(calls) > 1000, "the watchman saw nothing"
    own = ".pdf"  # the résumés' own names hold the canary's and the host's name
    assert [call for call in calls if (CANARY in call or HOST in call) and own not in call] == []
    started = [call for call in calls if "execve(" in call and " = 0" in call]
    assert [call for call in started if "python" not in call] == []


class Loads(HTMLParser):
    """What a web page would load, follow or run."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "iframe", "object", "embed", "base", "form"):
            self.found.append((tag, None))
        links = ("src", "href", "action", "srcset", "data")
        self.found += [(tag, value) for key, value in attrs if key in links and not (value or "").startswith(("#", "data:"))]


@pytest.mark.parametrize("what", list(strings(Path("x"))))
def test_exports_hold_it_as_text(session: Session, what: str) -> None:
    parser = Loads()
    parser.feed((session.out / f"{what}.html").read_text("utf-8"))
    assert parser.found == []
    for name in (f"{what}.pdf", f"{what}-plan.pdf"):
        with pikepdf.open(session.out / name) as pdf:
            assert [mark for page in pdf.pages for mark in page.get("/Annots", [])] == []
            assert not {"/OpenAction", "/AA"} & set(pdf.Root.keys())
            assert list(pdf.Root.get("/Names", {})) == []  # no scripts, no embedded files
    report = json.loads((session.out / f"{what}.json").read_text("ascii"))
    assert report["document"]["name"] == session.seen[what]["file"]
    assert report["fit"]["score"] == session.seen[what]["score"] / 10
    for name in (f"{what}.csv", "clients.csv"):
        with (session.out / name).open(encoding="utf-8-sig", newline="") as table:
            assert not [cell for line in csv.reader(table) for cell in line if cell.lstrip()[:1] in ("=", "+", "-", "@")]


def test_files_are_written_where_they_belong(session: Session) -> None:
    expected = {f"{what}{end}" for what in strings(Path("x")) for end in (".pdf", ".html", ".json", ".csv", "-plan.pdf")}
    assert {file.name for file in session.out.iterdir()} == {*expected, "clients.csv"}
    assert (session.folder / "papers" / CANARY).read_bytes() == b"never to be opened"
