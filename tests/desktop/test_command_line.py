"""The command line in the test's own process, where its lines are counted; `test_cli.py` runs it as a person does."""

from __future__ import annotations

import io
import json
import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from desktop import __main__
from desktop.export.wording import Wording
from desktop.running import opening
from desktop.terminal import cli, scoring
from desktop.terminal.scoring import Entry, entries_for

SAMPLES = Path(__file__).resolve().parents[2] / "resources" / "samples"
SAMPLE = SAMPLES / "strong-senior.pdf"
MONTH = ("--as-of", "2026-11")


class Terminal(io.StringIO):
    """A stream that a person sits at."""

    def isatty(self) -> bool:
        return True


def said(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str, str]:
    """Status, standard output and standard error of a command line."""
    capsys.readouterr()
    try:
        status = cli.run([*map(str, arguments)])
    except SystemExit as ended:
        status = int(ended.code or 0)
    return status, *capsys.readouterr()


def code_of(line: dict[str, Any]) -> str:
    """The problem code of a result, "" where the file was read."""
    return str(line["problem"]["code"]) if line.get("problem") else ""


def test_a_score_as_text_and_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    status, text, errors = said(capsys, "score", SAMPLE, *MONTH)
    assert (status, errors) == (0, "")
    assert "strong-senior.pdf" in text
    status, line, _ = said(capsys, "score", SAMPLE, "--json", *MONTH)
    report = json.loads(line)
    assert status == 0
    assert f"{report['fit']['score']}" in text


def test_options_set_what_is_asked(capsys: pytest.CaptureFixture[str]) -> None:
    def salary(*options: str) -> dict[str, object]:
        _, line, _ = said(capsys, "score", SAMPLE, "--json", *MONTH, *options)
        found: dict[str, object] = json.loads(line)["salary"]
        return found

    seattle = salary("--place", "Seattle, WA", "--years", "7", "--company-size", "200")
    boise = salary("--place", "Boise, ID", "--years", "7", "--company-size", "200")
    assert seattle != boise != salary("--place", "Boise, ID", "--years", "7", "--company-size", "200", "--pay-base", "guides")


def test_a_file_that_is_not_read_has_its_line_and_status_one(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "none.pdf").write_bytes(b"no pdf")
    (tmp_path / "empty").mkdir()
    shutil.copy(SAMPLE, tmp_path / "one.pdf")
    paths = [tmp_path / "none.pdf", tmp_path / "absent.pdf", tmp_path / "one.pdf", tmp_path / "empty"]
    status, lines, _ = said(capsys, "score", *paths, "--json", *MONTH)
    found = [json.loads(line) for line in lines.splitlines()]
    assert status == 1
    assert [code_of(line) for line in found] == ["not_a_pdf", "not_found", "", "no_pdfs"]
    assert [bool(line["document"]["sha256"]) for line in found] == [True, False, True, False]
    status, text, _ = said(capsys, "score", *paths[:2], *MONTH)
    assert status == 1
    assert "not a PDF" in text


def test_a_folder_gives_its_files_sorted_and_follows_no_link(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("z.PDF", "b/a.pdf", "b/notes.txt"):
        (tmp_path / name).touch()
    (tmp_path / "link.pdf").symlink_to(SAMPLE)
    found = list(entries_for([str(tmp_path), "other.pdf"]))
    assert [Path(entry.shown).as_posix() for entry in found] == ["b/a.pdf", "z.PDF", "other.pdf"]
    assert found[0] == Entry(str(tmp_path / "b" / "a.pdf"), str(Path("b", "a.pdf")))


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["score"], "required"),
        (["score", "x.pdf", "--role", "astronaut"], "there is no role 'astronaut'; there is: backend-software-engineer"),
        (["score", "x.pdf", "--variant", "astronaut"], "there is no variant 'astronaut'"),
        (["score", "x.pdf", "--as-of", "2026-13"], "--as-of"),
        (["score", "x.pdf", "--years", "-1"], "--years"),
        (["score", "x.pdf", "--years", "nan"], "--years"),
        (["score", "x.pdf", "--company-size", "0"], "--company-size"),
        (["report", "x.pdf", "-o", "x.docx"], "OUT must end in"),
        (["report", str(SAMPLES), "-o", "x.pdf"], "FILE is a folder"),
        (["report", str(SAMPLE), "-o", str(SAMPLE)], "never overwritten"),
        (["report", "x.pdf", "-o", "x.pdf", "--role", "astronaut"], "there is no role"),
    ],
)
def test_wrong_usage_says_why(capsys: pytest.CaptureFixture[str], arguments: list[str], why: str) -> None:
    status, output, errors = said(capsys, *arguments)
    assert (status, output) == (2, "")
    assert why in errors


@pytest.mark.parametrize("suffix", [".json", ".csv", ".html"])
def test_a_report_is_written_whole(capsys: pytest.CaptureFixture[str], tmp_path: Path, suffix: str) -> None:
    out = tmp_path / f"report{suffix}"
    assert said(capsys, "report", SAMPLE, "-o", out, *MONTH) == (0, "", "")
    assert "Example" in out.read_text("utf-8") or out.stat().st_size > 1000
    assert [path.name for path in tmp_path.iterdir()] == [out.name]


def test_a_report_of_an_unread_file_is_a_sentence_but_for_json(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "none.pdf").write_bytes(b"no pdf")
    status, _, errors = said(capsys, "report", tmp_path / "none.pdf", "-o", tmp_path / "a.html")
    assert status == 1
    assert "not a PDF" in errors
    assert not (tmp_path / "a.html").exists()
    assert said(capsys, "report", tmp_path / "none.pdf", "-o", tmp_path / "a.json")[0] == 1
    assert code_of(json.loads((tmp_path / "a.json").read_text("utf-8"))) == "not_a_pdf"


def test_a_report_that_cannot_be_written_names_the_folder(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    out = tmp_path / "absent" / "report.json"
    status, _, errors = said(capsys, "report", SAMPLE, "-o", out, *MONTH)
    assert status == 1
    assert f"could not be written to {out}" in errors


@pytest.mark.parametrize(
    ("error", "status", "sentence"),
    [
        (BrokenPipeError(), 1, ""),
        (OSError(28, "No space left on device"), 1, "could not be written: No space left on device. Nothing was changed."),
        (OSError(11, "Resource temporarily unavailable"), 1, "The system refused what reading needs"),
        (KeyboardInterrupt(), 130, "The results printed so far are complete."),
    ],
)
def test_what_stops_the_work_is_told(
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    error: BaseException,
    status: int,
    sentence: str,
) -> None:
    def stopped(*_: object, **__: object) -> int:
        raise error

    monkeypatch.setattr(scoring, "score_files", stopped)
    kept = os.dup(1)
    try:
        found = cli.run(["score", "x.pdf"])
    finally:
        sys.stdout.flush()
        os.dup2(kept, 1)
        os.close(kept)
    assert found == status
    assert sentence in capfd.readouterr().err


# --- passwords ----------------------------------------------------------------------------------------------------------


def password_of(monkeypatch: pytest.MonkeyPatch, stdin: object, *options: str) -> str:
    """The password that scoring is given."""
    given: list[str] = []

    def score(*_: object, password: str, as_json: bool, language: str) -> int:
        given.append(password)
        return 0

    monkeypatch.setattr(scoring, "score_files", score)
    monkeypatch.setattr(sys, "stdin", stdin)
    assert cli.run(["score", "x.pdf", *options]) == 0
    return given[0]


def test_a_password_is_a_line_of_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    assert password_of(monkeypatch, io.StringIO("sesame\nmore\n"), "--password", "-") == "sesame"
    assert password_of(monkeypatch, None, "--password", "-") == ""
    assert password_of(monkeypatch, io.StringIO("unasked\n")) == ""


def test_a_person_at_a_terminal_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("getpass.getpass", lambda prompt: prompt[:8])
    assert password_of(monkeypatch, Terminal(), "--password", "-") == "Password"

    def nothing(_: str) -> str:
        raise EOFError

    monkeypatch.setattr("getpass.getpass", nothing)
    assert password_of(monkeypatch, Terminal(), "--password", "-") == ""


# --- progress -----------------------------------------------------------------------------------------------------------


def test_progress_is_shown_to_a_person_only_while_work_takes_long(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    bar = scoring._Progress(4, Wording(), lambda: now[0])
    bar.show(1)
    assert stream.getvalue() == ""
    now[0] = 1.0
    bar.show(2)
    assert stream.getvalue() == "\r[" + "#" * 15 + "." * 15 + "] 2 of 4"
    bar.clear()
    bar.clear()
    assert stream.getvalue().count("\r") == 3
    bar.show(4)
    assert stream.getvalue().count("\r") == 3


def test_progress_never_mixes_with_the_results(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    status, lines, _ = said(capsys, "score", "absent-one.pdf", "absent-two.pdf", "--json")
    assert status == 1
    assert [code_of(json.loads(line)) for line in lines.splitlines()] == ["not_found", "not_found"]


# --- where the program begins -------------------------------------------------------------------------------------------


def begun(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> tuple[int, list[object]]:
    """Status and what was begun, for the program's own arguments."""
    done: list[object] = []
    window = SimpleNamespace(open_window=lambda files, folder, language=None: done.append((files, folder)) or 3)
    child = SimpleNamespace(main=lambda: done.append("child") or 4)
    drawing = SimpleNamespace(main=lambda: done.append("drawing"))
    monkeypatch.setitem(sys.modules, "desktop.running.opening", window)
    monkeypatch.setitem(sys.modules, "matching.reading.reader_child", child)
    monkeypatch.setitem(sys.modules, "desktop.pages.renderer", drawing)
    monkeypatch.setattr(sys, "argv", ["rolefit", *arguments])
    return __main__.main(), done


@pytest.mark.parametrize(
    ("arguments", "status", "done"),
    [
        ([], 3, [([], None)]),
        (["a.pdf", "b.pdf"], 3, [(["a.pdf", "b.pdf"], None)]),
        (["--data-dir", "kept", "a.pdf"], 3, [(["a.pdf"], Path("kept"))]),
        (["--reader-child", "{}"], 4, ["child"]),
        (["--draw-pages"], 0, ["drawing"]),
    ],
)
def test_arguments_decide_what_begins(
    monkeypatch: pytest.MonkeyPatch, arguments: Sequence[str], status: int, done: list[object]
) -> None:
    assert begun(monkeypatch, *arguments) == (status, done)


def test_a_computer_without_what_qt_needs_is_told_of_the_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "desktop.running.app", None)
    assert opening.open_window([], None) == 1
    assert "On a server without a screen use: rolefit score FILE" in capsys.readouterr().err
    monkeypatch.setitem(sys.modules, "desktop.running.app", SimpleNamespace(run=lambda files, folder, language: len(files)))
    assert opening.open_window(["a.pdf", "b.pdf"], None) == 2
