"""Builds the self-contained program and tries it: one folder and one archive in dist/, no Python needed to run it.

Usage: python .packaging/build_bundle.py [--keep-environment] [--out DIR] [--no-archive]

It makes an environment of its own, installs the checkout and PyInstaller there, bundles, adds licences, bill of materials
and (Linux) the files for the desktop's menu, runs check_bundle.py and prints sizes. Linux was run; the branches for Windows
and macOS are written by PyInstaller's documentation and could not be run where this was made.
Needs Python 3.12 or newer: for 3.11 there is no small Qt (see pyproject.toml).
"""

from __future__ import annotations

import argparse
import platform
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
import venv
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import check_bundle
from make_sbom import version

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
LINUX_FILES = ("org.rolefit.Rolefit.desktop", "org.rolefit.Rolefit.metainfo.xml", "add-to-menu.sh")


def python_in(environment: Path) -> Path:
    return environment / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def make_environment(environment: Path) -> Path:
    """An environment with the checkout and what bundles it; returns its Python."""
    python = python_in(environment)
    if not python.is_file():
        venv.create(environment, with_pip=True)
    options = ["-q", "--disable-pip-version-check", "--upgrade"]
    run(python, "-m", "pip", "install", *options, "-r", str(HERE / "requirements.txt"), str(ROOT))
    return python


def run(python: Path, *arguments: str, folder: Path | None = None) -> None:
    """Run the environment's Python; raises CalledProcessError where it fails."""
    subprocess.run([str(python), *arguments], check=True, cwd=folder)  # noqa: S603 our own programs, no shell


def bundle(python: Path, work: Path, out: Path) -> Path:
    """Run PyInstaller; returns the folder it made."""
    places = ["--distpath", str(work / "dist"), "--workpath", str(work / "work"), str(HERE / "rolefit.spec")]
    # From another folder than the checkout, so that the packages come from the environment's wheel.
    run(python, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", *places, folder=work)
    made = work / "dist" / "rolefit"
    target = out / f"rolefit-{version()}-{platform.system().lower()}-{platform.machine().lower()}"
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(made, target, symlinks=True)
    return target


def add_papers(python: Path, folder: Path) -> None:
    """Licences, bill of materials, and on Linux what a desktop shows."""
    libraries = str(folder / "_internal")
    run(python, str(HERE / "make_licences.py"), str(folder / "LICENCES.txt"), libraries)
    run(python, str(HERE / "make_sbom.py"), str(folder / "rolefit.cdx.json"), libraries)
    shutil.copy(ROOT / "LICENSE", folder / "LICENSE")
    if sys.platform == "linux":
        share = folder / "share"
        share.mkdir()
        for name in LINUX_FILES:
            shutil.copy(HERE / "linux" / name, share / name)
        shutil.copytree(HERE / "icons" / "hicolor", share / "icons" / "hicolor")
        (share / "add-to-menu.sh").rename(folder / "add-to-menu.sh")


def pack(folder: Path) -> Path:
    """The archive for handing out: zip where that is usual, else tar with xz (quick setting: a few percent larger)."""
    if sys.platform != "linux":
        return Path(shutil.make_archive(str(folder), "zip", folder.parent, folder.name))
    target = folder.with_name(folder.name + ".tar.xz")
    with tarfile.open(target, "w:xz", preset=2) as archive:
        archive.add(folder, folder.name)
    return target


def main() -> int:
    parser = argparse.ArgumentParser(description="Build and try the self-contained program.")
    parser.add_argument("--out", type=Path, default=ROOT / "dist", help="folder for the result (default: dist)")
    parser.add_argument("--keep-environment", action="store_true", help="keep the environment in build/ for the next time")
    parser.add_argument("--no-archive", action="store_true", help="leave out the archive")
    options = parser.parse_args()
    if sys.version_info < (3, 12):
        parser.error("the bundle needs Python 3.12 or newer")
    started = time.monotonic()
    options.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        work = Path(scratch)
        environment = ROOT / "build" / "bundle-environment" if options.keep_environment else work / "environment"
        python = make_environment(environment)
        folder = bundle(python, work, options.out.resolve())
        add_papers(python, folder)
    print(f"built {folder} in {time.monotonic() - started:.0f} s")
    try:
        print("\n".join(check_bundle.check(folder)))
    except check_bundle.Failed as failure:
        print(f"FAILED: {failure}")
        return 1
    if not options.no_archive:
        archive = pack(folder)
        print(f"{archive.stat().st_size / 1e6:.1f} MB packed: {archive}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
