"""What is bundled with Rolefit and under which licence: data, Python packages, Python itself, system libraries."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import sysconfig
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RESOURCES = ROOT / "resources"
COMMON_LICENCES = Path("/usr/share/common-licenses")
# What the bundle is made with leaves a part of itself in it.
MAKER = "pyinstaller"
_NAME = re.compile(r"[^:,\s]+")


@dataclass(frozen=True, slots=True)
class Part:
    """One bundled thing. `kind`: "data", "python", "runtime" or "system"; `text`: the licence as its makers wrote it, where at
    hand, or the words that it asks for."""

    name: str
    version: str
    licence: str
    kind: str
    home: str = ""
    text: str = ""


def data_parts() -> tuple[Part, ...]:
    """What lies in resources/ and was made by others: type, words, figures. resources/README.md tells what was taken."""
    market = tomllib.loads((RESOURCES / "market" / "in_demand.toml").read_text(encoding="utf-8"))
    letters, words = ((RESOURCES / file).read_text(encoding="utf-8") for file in ("fonts/OFL.txt", "words/LICENSE.txt"))
    return (
        Part("Inter", "", "OFL-1.1", "data", "https://rsms.me/inter", letters),
        Part("SCOWL word lists", "2020.12.07", "SCOWL (free with its notice)", "data", "http://wordlist.aspell.net", words),
        Part("O*NET database", "29", "CC-BY-4.0", "data", "https://www.onetcenter.org", market["attribution"]),
        Part("Stack Overflow survey", "2017", "ODbL-1.0", "data", "https://survey.stackoverflow.co"),
        Part("US Bureau of Labor Statistics, OEWS", "2024", "public domain", "data", "https://www.bls.gov/oes"),
        Part("US Department of Labor, OFLC wages", "2025", "public domain", "data", "https://flag.dol.gov"),
    )


def python_parts(root: str = "rolefit") -> tuple[Part, ...]:
    """The installed packages that `root` needs here, itself not among them, sorted by name."""
    seen: dict[str, Part] = {}
    waiting = [root]
    while waiting:
        name = waiting.pop()
        try:
            found = distribution(name)
        except PackageNotFoundError:
            continue  # a requirement for another system or an option not chosen
        key = plain_name(found.metadata["Name"])
        if key in seen:
            continue
        seen[key] = _part(found)
        waiting += [wanted for wanted in _wanted_by(found) if plain_name(wanted) not in seen]
    seen.pop(plain_name(root), None)
    return tuple(seen[key] for key in sorted(seen))


def plain_name(name: str) -> str:
    """A package's name as indexes write it: small letters, hyphens."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _wanted_by(found: Distribution) -> Iterator[str]:
    from packaging.requirements import Requirement

    for text in found.requires or ():
        requirement = Requirement(text)
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
            yield requirement.name


def _part(found: Distribution) -> Part:
    about = found.metadata
    licence = (
        about.get("License-Expression") or _short(about.get("License", "")) or _classified(about.get_all("Classifier") or [])
    )
    return Part(
        about["Name"], found.version, licence or "see text", "python", _home(about.get_all("Project-URL") or []), _text(found)
    )


def _short(licence: str) -> str:
    """A licence field that names a licence; some hold its whole text instead."""
    return licence if licence and len(licence) < 160 and "\n" not in licence else ""


def _classified(classifiers: list[str]) -> str:
    return "; ".join(line.rsplit("::", 1)[1].strip() for line in classifiers if line.startswith("License ::"))


def _home(urls: list[str]) -> str:
    named = dict(url.split(", ", 1) for url in urls if ", " in url)
    return next((named[key] for key in ("Homepage", "homepage", "Source", "Repository", "Source Code") if key in named), "")


def _text(found: Distribution) -> str:
    files = [file for file in found.files or () if ".dist-info" in str(file) and _is_licence(file.name)]
    return "\n\n".join(
        Path(str(found.locate_file(file))).read_text(encoding="utf-8", errors="replace").strip() for file in files
    )


def _is_licence(name: str) -> bool:
    return name.upper().startswith(("LICENSE", "LICENCE", "COPYING", "NOTICE", "AUTHORS"))


def runtime_parts() -> tuple[Part, ...]:
    """Python itself and PyInstaller's starter."""
    places = (Path(sysconfig.get_path("stdlib")) / "LICENSE.txt", Path(sys.base_prefix) / "LICENSE.txt")
    text = next((place.read_text(encoding="utf-8") for place in places if place.is_file()), "")
    version = ".".join(map(str, sys.version_info[:3]))
    parts = [Part("Python", version, "PSF-2.0", "runtime", "https://www.python.org", text)]
    try:
        maker = _part(distribution(MAKER))
        licence = "GPL-2.0-or-later WITH Bootloader-exception"
        parts.append(Part("PyInstaller starter", maker.version, licence, "runtime", maker.home, maker.text))
    except PackageNotFoundError:
        pass  # asked outside the environment that bundles
    return tuple(parts)


def carried_parts(libraries: Path) -> tuple[Part, ...]:
    """What Qt's wheels carry with them in the folder `libraries` of a bundle and make known to nobody."""
    parts = []
    if icu := next(iter(sorted(libraries.glob("libicuuc.so.*"))), None):
        parts.append(Part("ICU", icu.name.rsplit(".", 1)[1], "Unicode-3.0", "runtime", "https://icu.unicode.org"))
    if any(libraries.glob("*Qt6Pdf*")):
        parts.append(Part("PDFium", "", "BSD-3-Clause AND Apache-2.0", "runtime", "https://pdfium.googlesource.com/pdfium"))
    return tuple(parts)


def all_parts(libraries: Path | None = None) -> tuple[Part, ...]:
    """Everything: with the system libraries of a bundle where their folder is given."""
    bundled = (*carried_parts(libraries), *system_parts(libraries)) if libraries else ()
    return (*data_parts(), *python_parts(), *runtime_parts(), *bundled)


def system_parts(libraries: Path) -> tuple[Part, ...]:
    """The Debian packages whose libraries lie in the folder `libraries` of a bundle; none where the system is not Debian's."""
    owners: dict[str, Part] = {}
    for library in sorted(libraries.glob("lib*.so*")):
        owner = _owner(library.name)
        if owner and owner[0] not in owners:
            name, version = owner
            text = Path(f"/usr/share/doc/{name}/copyright")
            words = text.read_text(encoding="utf-8", errors="replace") if text.is_file() else ""
            owners[name] = Part(name, version, _named_in(words), "system", "", words)
    return tuple(owners[name] for name in sorted(owners))


def _owner(library: str) -> tuple[str, str] | None:
    folder = sysconfig.get_config_var("MULTIARCH")
    places = [f"{home}/{folder}/{library}" for home in ("/usr/lib", "/lib")]
    match = _NAME.match(_dpkg("-S", *places))
    return (match[0], _dpkg("-W", "-f=${Version}\n", match[0]).split("\n")[0]) if match else None


def _dpkg(*arguments: str) -> str:
    """What Debian's package list answers; nothing where there is none or it does not know."""
    program = shutil.which("dpkg-query")
    if program is None:
        return ""
    return subprocess.run([program, *arguments], capture_output=True, text=True, check=False).stdout  # noqa: S603 no shell


def _named_in(copyright_text: str) -> str:
    """The licences that a Debian copyright file in the machine-readable form names, where they are few."""
    lines = [line.removeprefix("License:").strip() for line in copyright_text.splitlines() if line.startswith("License:")]
    names = list(dict.fromkeys(line for line in lines if line))
    return ", ".join(names) if 0 < len(names) <= 3 else "see text"


def common_texts() -> dict[str, str]:
    """The texts of the LGPL and GPL that Qt and some system libraries are under, from the system that bundles."""
    names = ("LGPL-3", "LGPL-2.1", "GPL-3", "GPL-2")
    return {name: (COMMON_LICENCES / name).read_text(encoding="utf-8") for name in names if (COMMON_LICENCES / name).is_file()}
