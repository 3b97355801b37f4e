"""What is shipped: a wheel of exactly three packages that runs by itself, and a Qt that does not abort."""

from __future__ import annotations

import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built once without a network: the build backend is taken from this environment."""
    pytest.importorskip("hatchling", reason="the build backend is not in this environment")
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--wheel", "--sdist", "--no-isolation", "--outdir", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    assert len(list(folder.glob("*.tar.gz"))) == 1
    return next(folder.glob("*.whl"))


def test_the_top_level_is_exactly_the_three_packages(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    tops = {name.split("/")[0] for name in names if ".dist-info" not in name}
    assert tops == {"desktop", "matching", "resources"}
    for needed in (
        "resources/roles/senior-backend-engineer.toml",
        "resources/samples/strong-senior.pdf",
        "resources/salaries/us_areas.csv",
    ):
        assert needed in names
    assert not [name for name in names if "__pycache__" in name or name.startswith("tests/")]


def test_it_runs_from_an_installed_wheel_in_an_empty_folder(wheel: Path, tmp_path: Path) -> None:
    home = tmp_path / "venv"
    venv.create(home, with_pip=False, system_site_packages=False)
    python = home / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    site = Path(
        subprocess.run(
            [str(python), "-c", "import site; print(site.getsitepackages()[0])"], capture_output=True, check=True, text=True
        ).stdout.strip()
    )
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    # what it depends on comes from this environment, so that no network is needed
    import pdfminer

    (site / "others.pth").write_text(str(Path(pdfminer.__file__).resolve().parents[1]) + "\n")
    empty = tmp_path / "empty"
    empty.mkdir()
    sample = site / "resources" / "samples" / "strong-senior.pdf"
    code = (
        "import matching, sys; from desktop.__main__ import main; print(matching.__file__, file=sys.stderr); sys.exit(main())"
    )
    done = subprocess.run(
        [str(python), "-c", code, "score", str(sample), "--json"], cwd=empty, capture_output=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr.decode()
    assert str(site) in done.stderr.decode()
    assert done.stdout.startswith(b'{"schema"')


def test_emitting_signals_does_not_abort() -> None:
    """PySide6 6.12.0 on Python 3.11 loses a reference at every emit and aborts after some 550; our markers avoid the pair."""
    code = (
        "from PySide6.QtCore import QObject, Signal\n"
        "class Bell(QObject):\n    rung = Signal(bool)\n"
        "bell, heard = Bell(), []\nbell.rung.connect(heard.append)\n"
        "for _ in range(2000): bell.rung.emit(True)\n"
        "assert len(heard) == 2000\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr.decode()
