"""What is handed to strangers: files for the desktop, icons, licences, bill of materials, lock, and the bundle if asked for.

The bundle takes a minute or two and the network, so it is built only with ROLEFIT_BUNDLE=1 in the environment.
"""

from __future__ import annotations

import configparser
import json
import os
import re
import shutil
import struct
import subprocess
import sys
import tomllib
from importlib import import_module
from pathlib import Path
from xml.etree import ElementTree

import pytest
from packaging.requirements import Requirement
from packaging.version import Version

import matching
from desktop.__main__ import main as start
from desktop.wiring.licences import licensed_parts

ROOT = Path(__file__).resolve().parent.parent
PACKAGING = ROOT / ".packaging"
if not PACKAGING.is_dir():
    pytest.skip("a source distribution without the files for packaging", allow_module_level=True)
sys.path.insert(0, str(PACKAGING))

bundled_parts, check_bundle, make_icons, make_licences, make_sbom = map(
    import_module, ("bundled_parts", "check_bundle", "make_icons", "make_licences", "make_sbom")
)

ID = "org.rolefit.Rolefit"
DESKTOP = PACKAGING / "linux" / f"{ID}.desktop"
METAINFO = PACKAGING / "linux" / f"{ID}.metainfo.xml"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def checked_by(program: str, *arguments: str) -> None:
    """Run a validator where it is installed; the test is skipped, saying so, where it is not."""
    found = shutil.which(program)
    if found is None:
        pytest.skip(f"{program} is not installed")
    done = subprocess.run([found, *arguments], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "warning" not in (done.stdout + done.stderr).lower(), done.stdout + done.stderr


def test_the_desktop_file_opens_pdfs_without_claiming_them() -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment, method-assign]  # keys keep their capitals
    entry.read(DESKTOP, encoding="utf-8")
    values = entry["Desktop Entry"]
    assert values["Exec"].endswith("%F")
    assert values["MimeType"] == "application/pdf;"
    assert values["Icon"] == ID
    script = (PACKAGING / "linux" / "add-to-menu.sh").read_text(encoding="utf-8")
    assert "xdg-mime" not in script
    assert "mimeapps" not in script


def test_the_desktop_file_is_valid() -> None:
    checked_by("desktop-file-validate", str(DESKTOP))


def test_the_metainfo_is_valid() -> None:
    checked_by("appstreamcli", "validate", "--no-net", str(METAINFO))


def test_the_metainfo_names_this_version_and_the_desktop_file() -> None:
    root = ElementTree.parse(METAINFO).getroot()
    assert root.findtext("id") == ID
    assert root.findtext("launchable") == DESKTOP.name
    release = root.find("releases/release")
    assert release is not None
    assert release.get("version") == matching.__version__ == make_sbom.version()


def test_the_screenshots_are_there_in_the_size_that_the_metainfo_says() -> None:
    images = ElementTree.parse(METAINFO).getroot().findall("screenshots/screenshot/image")
    assert images
    for image in images:
        data = (PACKAGING / "screenshots" / str(image.text).rsplit("/", 1)[1]).read_bytes()
        assert struct.unpack(">II", data[16:24]) == (int(image.get("width", 0)), int(image.get("height", 0)))


def test_the_icons_are_there_in_their_sizes_and_follow_the_drawing() -> None:
    folder = PACKAGING / "icons" / "hicolor"
    for size in make_icons.SIZES:
        data = (folder / f"{size}x{size}" / "apps" / f"{ID}.png").read_bytes()
        assert data[:8] == b"\x89PNG\r\n\x1a\n"
        assert struct.unpack(">II", data[16:24]) == (size, size)
    assert (folder / "scalable" / "apps" / f"{ID}.svg").read_text(encoding="utf-8") == make_icons.scalable()
    assert (folder / "symbolic" / "apps" / f"{ID}-symbolic.svg").read_text(encoding="utf-8") == make_icons.symbolic()


def test_the_icons_for_windows_and_macos_hold_whole_pictures() -> None:
    ico = (PACKAGING / "icons" / "rolefit.ico").read_bytes()
    _, kind, count = struct.unpack("<HHH", ico[:6])
    assert (kind, count) == (1, len(make_icons.IN_ICO))
    for place in range(count):
        length, offset = struct.unpack("<II", ico[6 + 16 * place + 8 : 6 + 16 * place + 16])
        assert ico[offset : offset + 4] == b"\x89PNG"
        assert ico[offset + length - 8 : offset + length - 4] == b"IEND"
    icns = (PACKAGING / "icons" / "rolefit.icns").read_bytes()
    assert icns[:4] == b"icns"
    assert struct.unpack(">I", icns[4:8])[0] == len(icns)


def test_the_flatpak_may_not_use_the_network_or_see_files() -> None:
    text = (PACKAGING / "flatpak" / f"{ID}.yml").read_text(encoding="utf-8")
    granted = re.findall(r"^  - (--\S+)$", text, re.MULTILINE)
    assert granted
    assert not [one for one in granted if "network" in one or "filesystem" in one or "talk-name" in one]


def test_everything_that_rolefit_needs_stands_in_the_bill_of_materials_with_its_licence() -> None:
    parts = bundled_parts.python_parts()
    names = {bundled_parts.plain_name(part.name) for part in parts}
    for text in PROJECT["dependencies"]:
        requirement = Requirement(text)
        if requirement.marker is None or requirement.marker.evaluate():
            assert bundled_parts.plain_name(requirement.name) in names
    assert {"cryptography", "shiboken6"} <= names  # what our needs need in turn
    assert "rolefit" not in names
    bill = make_sbom.bill(parts)
    assert json.dumps(bill) == json.dumps(make_sbom.bill(parts))
    references = [component["bom-ref"] for component in bill["components"]]
    assert len(references) == len(set(references)) == len(parts)
    assert all(component["licenses"][0]["license"]["name"] != "see text" for component in bill["components"])


def test_the_licences_hold_a_row_for_each_part_and_the_texts() -> None:
    parts = bundled_parts.all_parts()
    text = make_licences.licences(parts)
    for part in parts:
        assert re.search(rf"^{re.escape(part.name)} +{re.escape(part.version)} +\S", text, re.MULTILINE), part.name
    for words in ("MIT License", "SIL OPEN FONT LICENSE", "PYTHON SOFTWARE FOUNDATION LICENSE", "Kevin Atkinson", "CC BY 4.0"):
        assert words in text
    textless = ("LGPL", "public domain", "ODbL")  # Qt's texts come from the system; of the survey there are ratios only
    without = [part.name for part in parts if not part.text and not part.licence.startswith(textless)]
    assert without == [], "a licence that asks for its text must come with it"


def test_the_about_box_lists_every_part_with_its_licence() -> None:
    listed = {bundled_parts.plain_name(part.name): part.licence for part in licensed_parts()}
    for part in bundled_parts.python_parts():
        name = bundled_parts.plain_name(part.name)
        # Before Python 3.12 the whole of PySide6 stands for its two small parts.
        assert listed.get(name) == part.licence or name.startswith("pyside6"), part.name
    assert {"python", *(bundled_parts.plain_name(part.name) for part in bundled_parts.data_parts())} <= set(listed)


def test_the_lock_pins_every_dependency_within_its_bounds_with_hashes() -> None:
    text = (ROOT / ".ci" / "requirements.lock").read_text(encoding="utf-8")
    entries = [entry for entry in re.split(r"\n(?=\S)", text) if entry.strip()]
    pinned: dict[str, list[Requirement]] = {}
    for entry in entries:
        assert "--hash=sha256:" in entry
        requirement = Requirement(entry.split("\\")[0].strip())
        pinned.setdefault(bundled_parts.plain_name(requirement.name), []).append(requirement)
    wanted = [*PROJECT["dependencies"], *(text for extra in PROJECT["optional-dependencies"].values() for text in extra)]
    for requirement in map(Requirement, wanted):
        found = pinned[bundled_parts.plain_name(requirement.name)]
        versions = [Version(next(iter(one.specifier)).version) for one in found]
        assert any(requirement.specifier.contains(version) for version in versions), requirement


def test_the_program_starts_its_children_by_their_options(monkeypatch: pytest.MonkeyPatch) -> None:
    """A frozen bundle has no Python to start: the same program must become the reader or the drawer."""
    started: list[str] = []
    monkeypatch.setattr("matching.reading.reader_child.main", lambda: started.append("reader") or 7)
    monkeypatch.setattr("desktop.pages.renderer.main", lambda: started.append("drawer"))
    monkeypatch.setattr(sys, "argv", ["rolefit", "--reader-child", "{}"])
    assert start() == 7
    monkeypatch.setattr(sys, "argv", ["rolefit", "--draw-pages"])
    assert start() == 0
    assert started == ["reader", "drawer"]


def test_frozen_commands_name_the_options_that_the_program_knows(monkeypatch: pytest.MonkeyPatch) -> None:
    from desktop.pages import pictures
    from matching.reading.reader_process import child_command

    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert child_command() == [sys.executable, "--reader-child"]
    assert pictures._command() == [sys.executable, "--draw-pages"]


def test_a_bundle_that_does_nothing_fails_its_check(tmp_path: Path) -> None:
    program = tmp_path / "rolefit"
    program.write_text("#!/bin/sh\nexit 3\n", encoding="utf-8")
    program.chmod(0o755)
    with pytest.raises(check_bundle.Failed, match="score failed"):
        check_bundle.check(tmp_path)


@pytest.mark.skipif(os.environ.get("ROLEFIT_BUNDLE") != "1", reason="built only with ROLEFIT_BUNDLE=1")
@pytest.mark.skipif(sys.version_info < (3, 12), reason="the bundle needs Python 3.12 or newer")
def test_the_bundle_is_built_and_works(tmp_path: Path) -> None:
    command = [sys.executable, str(PACKAGING / "build_bundle.py"), "--no-archive", "--out", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=900)
    assert done.returncode == 0, done.stdout + done.stderr[-2000:]
    (folder,) = [path for path in tmp_path.iterdir() if path.is_dir()]
    for name in ("LICENCES.txt", "rolefit.cdx.json", "add-to-menu.sh", f"share/{DESKTOP.name}"):
        assert (folder / name).is_file(), name
