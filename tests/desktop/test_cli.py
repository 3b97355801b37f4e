"""The command line by its contract: commands, options, exit statuses, what goes to which stream."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.terminal.scoring import check_request
from matching.errors import FactError
from matching.fit.request import Request
from matching.months import YearMonth

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "resources" / "samples" / "strong-senior.pdf"


def rolefit(*arguments: str | Path, stdin: str = "", env: dict[str, str] | None = None) -> subprocess.CompletedProcess[bytes]:
    """Run the program as a person would, in a process of its own, from the checkout."""
    command = [sys.executable, "-m", "desktop", *map(str, arguments)]
    whole = {**os.environ, **(env or {})}
    return subprocess.run(command, cwd=ROOT, input=stdin.encode(), capture_output=True, env=whole, check=False, timeout=120)


def results(done: subprocess.CompletedProcess[bytes]) -> list[dict[str, object]]:
    return [json.loads(line) for line in done.stdout.decode("ascii").splitlines()]


def test_help_and_version_go_to_stdout() -> None:
    for option in ("--help", "-h"):
        done = rolefit(option)
        assert done.returncode == 0
        assert b"rolefit score FILE" in done.stdout
    done = rolefit("--version")
    assert done.returncode == 0
    assert done.stdout.startswith(b"rolefit ")
    assert rolefit("score", "--help").returncode == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["score"],
        ["score", "x.pdf", "--as-of", "2026"],
        ["score", "x.pdf", "--as-of", "2026-13"],
        ["score", "x.pdf", "--role", "no-such-role"],
        ["score", "x.pdf", "--variant", "no-such-variant"],
        ["score", "x.pdf", "--years", "many"],
        ["score", "x.pdf", "--years", "-1"],
        ["score", "x.pdf", "--company-size", "0"],
        ["score", "x.pdf", "--pay-base", "neither"],
        ["score", "x.pdf", "--no-such-option"],
        ["report", "x.pdf"],
        ["report", "x.pdf", "-o", "x.docx"],
        ["report", "resources/samples", "-o", "x.html"],
        ["--no-such-option"],
    ],
)
def test_wrong_usage_is_status_2_and_says_why_on_stderr(arguments: list[str]) -> None:
    done = rolefit(*arguments)
    assert done.returncode == 2
    assert done.stdout == b""
    assert done.stderr.strip()
    assert b"Traceback" not in done.stderr


def test_a_score_is_one_json_line_and_nothing_else() -> None:
    done = rolefit("score", SAMPLE, "--json", "--as-of", "2026-11")
    assert (done.returncode, done.stderr) == (0, b"")
    (result,) = results(done)
    assert result["schema"] == "rolefit.report/1"
    assert result["problem"] is None
    assert result["engine"]["as_of"] == "2026-11"  # type: ignore[index]
    assert result["document"]["path"] == str(SAMPLE)  # type: ignore[index]


def test_text_output_names_score_gaps_and_salary() -> None:
    text = rolefit("score", SAMPLE, "--as-of", "2026-11").stdout.decode()
    for part in ("of 100", "Where the", "Salary in", "Nadia Ferrante"):
        assert part in text
    assert max(map(len, text.splitlines())) <= 110


def test_bad_files_get_their_line_and_the_others_are_scored(tmp_path: Path) -> None:
    (tmp_path / "empty.pdf").write_bytes(b"")
    (tmp_path / "picture.pdf").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(60))
    (tmp_path / "half.pdf").write_bytes(SAMPLE.read_bytes()[:700])
    paths = [tmp_path / "empty.pdf", SAMPLE, tmp_path / "picture.pdf", tmp_path / "gone.pdf", tmp_path / "half.pdf"]
    done = rolefit("score", *paths, "--json")
    assert done.returncode == 1
    found = results(done)
    assert [r["document"]["path"] for r in found] == [str(p) for p in paths]  # type: ignore[index]
    codes = [r["problem"]["code"] if r["problem"] else None for r in found]  # type: ignore[index]
    assert codes == ["not_a_pdf", None, "not_a_pdf", "not_found", "damaged"]
    for result in found:
        if result["problem"]:
            assert result["resume"] is result["fit"] is result["gaps"] is result["salary"] is None
    assert found[3]["document"]["sha256"] is None  # type: ignore[index]


def test_a_folder_is_read_whole_sorted_without_links(tmp_path: Path) -> None:
    inner = tmp_path / "b"
    inner.mkdir()
    shutil.copy(SAMPLE, inner / "two.PDF")
    shutil.copy(SAMPLE, tmp_path / "a.pdf")
    (tmp_path / "note.txt").write_text("no résumé")
    (tmp_path / "link.pdf").symlink_to(SAMPLE)
    (tmp_path / "loop").symlink_to(tmp_path)
    done = rolefit("score", tmp_path, "--json")
    assert done.returncode == 0
    assert [r["document"]["path"] for r in results(done)] == ["a.pdf", os.path.join("b", "two.PDF")]  # type: ignore[index]  # noqa: PTH118


def test_an_empty_folder_is_one_line(tmp_path: Path) -> None:
    done = rolefit("score", tmp_path, "--json")
    assert done.returncode == 1
    (result,) = results(done)
    assert result["problem"]["code"] == "no_pdfs"  # type: ignore[index]


def test_several_files_score_as_one_alone_does() -> None:
    alone = rolefit("score", SAMPLE, "--json", "--as-of", "2026-11").stdout
    twice = rolefit("score", SAMPLE, SAMPLE, "--json", "--as-of", "2026-11").stdout
    assert twice == alone * 2


@pytest.mark.parametrize(
    "env",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "77", "TZ": "America/Anchorage", "LC_ALL": "de_DE.UTF-8", "LANG": "de_DE.UTF-8"},
    ],
)
def test_the_same_file_and_month_give_the_same_bytes(env: dict[str, str]) -> None:
    usual = rolefit("score", SAMPLE, "--json", "--as-of", "2026-11").stdout
    assert rolefit("score", SAMPLE, "--json", "--as-of", "2026-11", env=env).stdout == usual


def test_scoring_imports_no_qt() -> None:
    code = (
        "import sys, desktop.terminal.cli as c; s = c.run(sys.argv[1:]); "
        "assert s == 0; bad = [m for m in sys.modules if m.startswith('PySide6')]; assert not bad, bad"
    )
    for arguments in (["score", str(SAMPLE), "--json"], ["score", str(SAMPLE), str(SAMPLE)]):
        done = subprocess.run([sys.executable, "-c", code, *arguments], cwd=ROOT, capture_output=True, check=False, timeout=120)
        assert done.returncode == 0, done.stderr.decode()


def test_place_years_and_size_move_only_the_salary() -> None:
    base = results(rolefit("score", SAMPLE, "--json", "--as-of", "2026-11"))[0]
    options = ["--place", "Seattle, WA", "--years", "3", "--company-size", "12000", "--pay-base", "guides"]
    moved = results(rolefit("score", SAMPLE, "--json", "--as-of", "2026-11", *options))[0]
    assert moved["salary"] != base["salary"]
    assert moved["salary"]["base"] == "guides"  # type: ignore[index]
    assert {k: v for k, v in moved.items() if k != "salary"} == {k: v for k, v in base.items() if k != "salary"}


def test_a_password_is_read_from_a_line_of_stdin(tmp_path: Path) -> None:
    import pikepdf

    locked = tmp_path / "locked.pdf"
    with pikepdf.open(SAMPLE) as pdf:
        pdf.save(locked, encryption=pikepdf.Encryption(user="sesame", owner="owner"))
    codes = []
    for arguments, stdin in (
        ([], ""),
        (["--password", "-"], "wrong\n"),
        (["--password", "-"], "sesame\n"),
        (["--password", "sesame"], ""),
    ):
        (result,) = results(rolefit("score", locked, "--json", *arguments, stdin=stdin))
        codes.append(result["problem"]["code"] if result["problem"] else None)  # type: ignore[index]
        assert "sesame" not in json.dumps(result)
    assert codes == ["password", "wrong_password", None, None]


def test_names_that_are_no_text_are_carried(tmp_path: Path) -> None:
    odd = os.fsencode(tmp_path) + b"/caf\xe9\nx.pdf"
    with open(odd, "wb") as file:  # noqa: PTH123 a name that is no text
        file.write(SAMPLE.read_bytes())
    done = subprocess.run(
        [sys.executable, "-m", "desktop", "score", odd, tmp_path, "--json"],
        cwd=ROOT,
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    assert len(results(done)) == 2


@pytest.mark.parametrize("suffix", [".json", ".csv", ".html", ".pdf"])
def test_report_writes_a_whole_file(tmp_path: Path, suffix: str) -> None:
    out = tmp_path / f"report{suffix}"
    done = rolefit("report", SAMPLE, "-o", out, "--as-of", "2026-11")
    assert (done.returncode, done.stdout) == (0, b""), done.stderr
    assert out.stat().st_size > 500
    assert [p.name for p in tmp_path.iterdir()] == [out.name]


def test_a_report_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    done = rolefit("report", SAMPLE, "-o", tmp_path / "no-such-folder" / "report.json")
    assert done.returncode == 1
    assert b"could not be written" in done.stderr
    assert b"Traceback" not in done.stderr


def test_a_reader_that_stops_listening_is_no_error() -> None:
    command = f"'{sys.executable}' -m desktop score '{SAMPLE}' '{SAMPLE}' | head -c 20"
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, check=False, timeout=120)
    assert b"Traceback" not in done.stderr


def test_a_report_never_overwrites_the_resume(tmp_path: Path) -> None:
    resume = tmp_path / "cv.pdf"
    shutil.copy(SAMPLE, resume)
    (tmp_path / "other-name.pdf").symlink_to(resume)
    for out in (resume, tmp_path / "other-name.pdf"):
        done = rolefit("report", resume, "-o", out)
        assert (done.returncode, done.stdout) == (2, b"")
        assert b"never overwritten" in done.stderr
    assert resume.read_bytes() == SAMPLE.read_bytes()


def test_options_may_stand_before_the_command() -> None:
    after = rolefit("score", SAMPLE, "--json", "--as-of", "2026-11")
    assert rolefit("--json", "--as-of", "2026-11", "score", SAMPLE).stdout == after.stdout != b""


def test_wrong_values_are_told_under_the_programs_name() -> None:
    assert b"rolefit: error: argument --as-of" in rolefit("score", SAMPLE, "--as-of", "never").stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_told_in_a_sentence() -> None:
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "desktop", "score", str(SAMPLE), "--json"]
        done = subprocess.run(command, cwd=ROOT, stdout=full, stderr=subprocess.PIPE, check=False, timeout=120)
    assert done.returncode == 1
    assert done.stderr.startswith(b"The result could not be written")
    assert b"Traceback" not in done.stderr


def test_a_password_of_any_bytes_is_no_error() -> None:
    command = [sys.executable, "-m", "desktop", "score", str(SAMPLE), "--json", "--password", "-"]
    for line in (b"", b"\n", b"\xff\xfe\n"):
        done = subprocess.run(command, cwd=ROOT, input=line, capture_output=True, check=False, timeout=120)
        assert (done.returncode, done.stderr) == (0, b"")


def test_a_mistake_in_a_role_s_file_is_told_as_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_role: str) -> None:
        raise FactError("resources/roles/x.toml", "cloud", "about", "a text is missing here")

    monkeypatch.setattr("matching.knowledge.roles.load_role", broken)
    told = check_request(Request(as_of=YearMonth(2026, 11), role="senior-backend-engineer"))
    assert told == "resources/roles/x.toml: [cloud] about: a text is missing here"
