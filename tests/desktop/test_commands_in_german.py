"""`--lang de`: what the commands say is German, on both streams; JSON stays as it is, byte for byte, and English is usual."""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from desktop.clients.values import ClientLine
from desktop.export.formats import report_as_bytes
from desktop.export.json_result import NOT_OURS, SEVERAL
from desktop.export.table_csv import HEAD, SUMMARY_HEAD, summary_as_csv, table_as_csv
from desktop.export.wording import wording_in
from desktop.messages import Message, message_for
from desktop.running.rolefit import Rolefit
from desktop.terminal import cli, scoring
from matching.errors import Problem
from matching.fit.comparison import summarise
from tests.desktop.made_up import report
from tests.desktop.test_command_line import MONTH, SAMPLE, Terminal, said

GERMAN = wording_in("de")


def broken(folder: Path) -> Path:
    """A file that is no PDF."""
    path = folder / "kaputt.pdf"
    path.write_bytes(b"no PDF at all")
    return path


# ---- what cannot be read or written


def test_a_file_that_cannot_be_read_is_told_in_german(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    status, text, errors = said(capsys, "score", broken(tmp_path), tmp_path / "weg.pdf", "--lang", "de", *MONTH)
    flat = " ".join(text.split())
    assert (status, errors) == (1, "")
    assert GERMAN.trouble(message_for(Problem.NOT_A_PDF)) in flat
    assert "Diese Datei gibt es nicht" in flat or GERMAN.trouble(message_for(Problem.NOT_FOUND)) in flat
    assert message_for(Problem.NOT_A_PDF).title not in flat
    target = tmp_path / "out.html"
    status, text, errors = said(capsys, "report", broken(tmp_path), "-o", target, "--lang", "de", *MONTH)
    assert (status, text) == (1, "")
    assert errors == f"{broken(tmp_path)}: {GERMAN.trouble(message_for(Problem.NOT_A_PDF))}\n"
    assert not target.exists()


def test_without_a_language_every_sentence_is_as_it_was(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    for language in ((), ("--lang", "en")):
        status, text, errors = said(capsys, "report", broken(tmp_path), "-o", tmp_path / "x.html", *language, *MONTH)
        assert (status, text, errors) == (1, "", f"{broken(tmp_path)}: {message_for(Problem.NOT_A_PDF).text}\n")
    assert said(capsys, "score", SAMPLE, *MONTH) == said(capsys, "score", SAMPLE, "--lang", "en", *MONTH)


@pytest.mark.parametrize("problem", Problem)
def test_in_english_the_line_is_that_of_the_json(problem: Problem) -> None:
    assert wording_in("en").trouble(message_for(problem)) == message_for(problem).text
    assert GERMAN.trouble(message_for(problem)) != message_for(problem).text


def test_a_technical_cause_is_repeated_as_it_is() -> None:
    assert GERMAN.trouble(Message("This PDF is damaged.", detail="{0} <b>")) == f"{GERMAN('This PDF is damaged.')} ({{0}} <b>)"


def test_the_text_of_a_result_is_german(capsys: pytest.CaptureFixture[str]) -> None:
    status, text, errors = said(capsys, "score", SAMPLE, "--lang", "de", *MONTH)
    assert (status, errors) == (0, "")
    for words in ("von 100, stark", "Woher die", "Gehalt in", "Stufe:"):
        assert words in text
    for words in ("Where the", "Salary in", "Level:", " of 100"):
        assert words not in text


def test_json_is_byte_for_byte_the_same(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    arguments = ("score", SAMPLE, broken(tmp_path), "--json", *MONTH)
    assert said(capsys, *arguments) == said(capsys, *arguments, "--lang", "de")
    usual, german = tmp_path / "a.json", tmp_path / "b.json"
    said(capsys, "report", SAMPLE, "-o", usual, *MONTH)
    said(capsys, "report", SAMPLE, "-o", german, "--lang", "de", *MONTH)
    assert usual.read_bytes() == german.read_bytes()


def test_a_saved_result_that_is_none_is_told_in_german(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    kept, target = tmp_path / "ada.json", tmp_path / "ada.html"
    kept.write_bytes(b'{"schema": "other"}')
    assert said(capsys, "report", kept, "-o", target, "--lang", "de") == (1, "", f"{kept}: {GERMAN(NOT_OURS)}\n")
    assert said(capsys, "report", kept, "-o", target) == (1, "", f"{kept}: {NOT_OURS}\n")
    kept.write_bytes(report_as_bytes(report(), ".json") * 2)
    assert said(capsys, "report", kept, "-o", target, "--lang", "de")[2] == f"{kept}: {GERMAN(SEVERAL)}\n"
    unread = tmp_path / "unread.json"
    said(capsys, "report", broken(tmp_path), "-o", unread, *MONTH)
    assert json.loads(unread.read_bytes())["problem"]["text"] == message_for(Problem.NOT_A_PDF).text
    told = said(capsys, "report", unread, "-o", target, "--lang", "de")
    assert told == (1, "", f"{unread}: {GERMAN.trouble(message_for(Problem.NOT_A_PDF))}\n")


def test_a_report_that_cannot_be_written_is_told_in_german(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    kept, target = tmp_path / "ada.json", tmp_path / "no {folder}" / "ada.html"
    kept.write_bytes(report_as_bytes(report(), ".json"))
    status, text, errors = said(capsys, "report", kept, "-o", target, "--lang", "de")
    assert (status, text) == (1, "")
    assert errors.startswith(f"Der Bericht konnte nicht nach {target} geschrieben werden: ")
    assert errors.endswith("Wählen Sie einen anderen Ordner.\n")


@pytest.mark.parametrize(
    ("trouble", "words"),
    [
        (OSError(28, "No space left"), "Das Ergebnis konnte nicht geschrieben werden: No space left. Nichts wurde geändert."),
        (OSError(24, "Too many"), "Das System verweigerte, was zum Lesen nötig ist: Too many. Nichts wurde geändert."),
        (KeyboardInterrupt(), "Angehalten. Die bisher gedruckten Ergebnisse sind vollständig."),
    ],
    ids=["full", "refused", "stopped"],
)
def test_what_ends_a_command_is_told_in_german(
    trouble: BaseException, words: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object, **__: object) -> int:
        raise trouble

    monkeypatch.setattr(scoring, "score_files", failing)
    monkeypatch.setattr(cli, "_drop_output", lambda: None)
    assert said(capsys, "score", SAMPLE, "--lang", "de", *MONTH)[2] == f"{words}\n"


def test_the_password_is_asked_for_and_progress_told_in_german(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr("getpass.getpass", lambda prompt: asked.append(prompt) or "secret")
    assert cli._read_password("-", "de") == cli._read_password("-", None) == "secret"
    assert asked == ["Passwort der PDF-Datei: ", "Password of the PDF: "]
    now, out = [0.0], Terminal()
    monkeypatch.setattr(sys, "stderr", out)
    bar = scoring._Progress(4, GERMAN, lambda: now[0])
    now[0] = 1.0
    bar.show(2)
    assert "2 von 4" in out.getvalue()


# ---- tables from the window


def head_of(text: str) -> list[str]:
    return next(csv.reader(io.StringIO(text)))


def test_tables_have_german_heads_and_english_ones_stay() -> None:
    line = ClientLine(1, "Ada", 1, 1, 690, 690, 690, None, "NoSQL database", 30, (100, 200), "senior", tags=("IT",))
    assert head_of(table_as_csv([line])) == list(HEAD)
    german = list(csv.reader(io.StringIO(table_as_csv([line], "de_DE"))))
    assert german[0][:6] == ["Klient", "Fassung", "Punktzahl", "mindestens", "höchstens", "Änderung"]
    assert not set(german[0]) & set(HEAD)
    assert german[1][:3] == ["Ada", "1", "69.0"]  # figures stay bare, for a spreadsheet of any language
    summary = summarise([report(), report()])
    assert head_of(summary_as_csv(summary)) == list(SUMMARY_HEAD)
    rows = list(csv.reader(io.StringIO(summary_as_csv(summary, "de"))))
    assert rows[0] == ["was", "Name", "Personen", "nicht gefunden", "nur aufgezählt", "lange her", "Punkte insgesamt"]
    assert {row[0] for row in rows[1:]} == {
        "Personen", "niedrigste Punktzahl", "mittlere Punktzahl", "höchste Punktzahl", "Passung", "Stufe", "Lücke",
    }  # fmt: skip


def test_a_german_window_writes_german_tables(
    rolefit: Rolefit, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot
) -> None:
    exporting, pages = rolefit.exporting, rolefit.clients.pages
    monkeypatch.setattr(exporting, "ask_target", lambda name, _suffix: tmp_path / name)
    before = QLocale()
    QLocale.setDefault(QLocale("de_DE"))
    pages._export_table([ClientLine(1, "Ada", 1)])
    pages._export_summary(summarise([report()]))
    QLocale.setDefault(before)
    for name, first in (("clients.csv", "Klient"), ("summary.csv", "was")):
        qtbot.waitUntil((tmp_path / name).exists, timeout=20_000)
        assert head_of((tmp_path / name).read_text("utf-8-sig"))[0] == first
