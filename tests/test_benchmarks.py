"""Small runs of the commands that look for what must never happen, and the arithmetic of the figures."""

from __future__ import annotations

import importlib
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent / "benchmarks"
sys.path.insert(0, str(HERE))
bench_accuracy, figures, run_all = map(importlib.import_module, ("bench_accuracy", "figures", "run_all"))

on_posix = pytest.mark.skipif(sys.platform == "win32", reason="kills by a POSIX signal")
# Each stands for a kind of attack: a bomb, a loop, too many pages, a broken table, no end, hidden text, a lying map.
HOSTILE = ("10_", "14_", "16_", "19_", "22_", "33_", "36_", "41_", "44_", "50_", "59d_", "70_", "79_", "a0_")


def ran(name: str, *arguments: str) -> tuple[int, list[figures.Figure], str]:
    """Status, figures and output of a command."""
    command = [sys.executable, str(HERE / name), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    return done.returncode, figures.gathered(done.stdout.splitlines()), done.stdout + done.stderr


@on_posix
def test_fifty_kills_of_the_reader_cost_only_their_file() -> None:
    status, (figure,), said = ran("kill_reader.py", "50", "3")
    assert (status, figure.value, figure.met) == (0, "50, 50", "yes"), said


def test_five_hundred_mutations_end_in_a_name() -> None:
    status, (figure,), said = ran("mutate_samples.py", "500", "5")
    assert (status, figure.value, figure.met) == (0, "0", "yes"), said
    assert "of 500" in figure.what


def test_a_command_that_falls_short_says_so() -> None:
    """The runs above can fail: what is no PDF is no hostile file that ends well, it is none at all."""
    status, _, said = ran("hostile_run.py", str(HERE / "no-such-file.pdf"))
    assert status == 1, said


@pytest.mark.shared
def test_hostile_files_end_in_a_name(shared: Path) -> None:
    files = [path for path in sorted((shared / "hostile" / "attacks").iterdir()) if path.name.startswith(HOSTILE)]
    assert len(files) == len(HOSTILE)
    status, found, said = ran("hostile_run.py", *map(str, files))
    assert status == 0, said
    assert found[0].value == f"{len(files)} of {len(files)}"


def test_figures_survive_printing(capsys: pytest.CaptureFixture[str]) -> None:
    figures.say("a ratio", "0.21", "at most 0.30", True)
    figures.say("a count", "3")
    lines = capsys.readouterr().out.splitlines()
    assert figures.gathered(["noise", *lines, "= odd"]) == [
        figures.Figure("a ratio", "0.21", "at most 0.30", "yes"),
        figures.Figure("a count", "3"),
    ]


def test_the_table_goes_between_the_markers_and_nowhere_else(tmp_path: Path) -> None:
    readme = tmp_path / "README.md"
    readme.write_text("before\n<!-- figures -->\nold\n<!-- /figures -->\nafter\n", encoding="utf-8")
    assert figures.write("figures", "new", readme, tmp_path) == readme
    assert readme.read_text(encoding="utf-8") == "before\n<!-- figures -->\nnew\n<!-- /figures -->\nafter\n"
    assert figures.write("rivals", "table", readme, tmp_path) == tmp_path / "rivals.md"
    assert "old" not in readme.read_text(encoding="utf-8")


def test_a_command_that_dies_is_a_row_of_the_table(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "broken.py").write_text("print('half way'); raise SystemExit(3)", encoding="utf-8")
    monkeypatch.setattr(run_all, "HERE", tmp_path)
    found, status = run_all.run("broken.py", [])
    assert (status, found) == (3, [figures.Figure("broken.py", "status 3: half way")])
    table = run_all.table(found, True, "0.1", 60)
    assert "| broken.py | status 3: half way |  |  |" in table
    assert "quick run" in table


def test_wilsons_interval() -> None:
    """Worked by the formula: 8 of 10 at 95 % is 0.490 to 0.943."""
    assert figures.share_interval(8, 10) == pytest.approx((0.490, 0.943), abs=0.001)
    low, high = figures.share_interval(20, 20)
    assert (low, high) == pytest.approx((0.839, 1.0), abs=0.001)


def test_families_are_drawn_as_a_whole() -> None:
    """One bad family of many files weighs as one: the interval reaches where it is drawn often or not at all."""
    good, bad = [[(10, 0, 0)]] * 9, [[(0, 0, 10)] * 9]
    low, high = figures.drawn_interval(good + bad, bench_accuracy.recall)
    assert bench_accuracy.recall(good + bad) == pytest.approx(0.5)
    assert high == 1.0
    assert low < 0.35
    assert (low, high) == figures.drawn_interval(good + bad, bench_accuracy.recall)
