"""Runs free programs that read résumés offline beside Rolefit, on the same probes and labels: rivals.py [--folder DIR]

    python tests/benchmarks/rivals.py

Each is installed from the package index into an environment of its own below DIR (default: the user's cache folder), once.
They then run without a network where the system allows that (`unshare -rn`). Nothing of theirs becomes part of Rolefit: each
is called through what it offers to callers, by the few lines below, in its own process. Needs the measuring material.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import platform
import shutil
import subprocess
import sys
import time
import venv
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))
import bench_accuracy
import platformdirs
import processes
from figures import share_interval, write
from run_all import load

# Asked names by file come in, found names by file go out. Each program gets the PDF itself and is called as it documents.
FRAME = """
import json, logging, sys
logging.disable(logging.CRITICAL)
{setup}
answers = []
for path, asked in json.load(sys.stdin):
    try:
        answers.append(read(path, asked))
    except Exception as error:
        answers.append({{"skills": [], "failed": type(error).__name__}})
sys.stdout.write("\\n" + json.dumps(answers) + "\\n")
"""


@dataclass(frozen=True, slots=True)
class Rival:
    """A program: what is installed, how it is called, and what to know when its figures are compared."""

    package: str
    install: str
    note: str
    setup: str


RIVALS = (
    Rival(
        "glassbox-hiring",
        "glassbox-hiring[parse]",
        "matches only words it is asked for: it was given the very names, with spellings, that probes and labels hold, "
        "which favours it; reads neither names nor addresses",
        """
from glassbox.parse.layout import column_aware_reading_order
from glassbox.parse.pdf import extract_blocks
from glassbox.score.rubric import Requirement, Rubric, score_resume
def read(path, asked):
    blocks, _ = extract_blocks(path)
    text = column_aware_reading_order(blocks)
    text = text if isinstance(text, str) else "\\n".join(b.text for b in text)
    rubric = Rubric([Requirement(name, tuple(spellings)) for name, spellings in asked])
    return {"skills": [s.requirement.name for s in score_resume(text, rubric).requirement_scores if s.matched]}
""",
    ),
    Rival(
        "leverparser",
        "leverparser",
        "a general parser with a list of its own; also takes whole lines of a skills section as skills",
        """
from pyresume import ResumeParser
parser = ResumeParser()
def read(path, asked):
    found = parser.parse(path)
    contact = found.contact_info
    return {"skills": [s.name for s in found.skills], "name": contact.name, "emails": [contact.email] if contact.email else []}
""",
    ),
    Rival(
        "ats-resume-scorer",
        "ats-resume-scorer",
        "its language model cannot be fetched offline, so it ran in its own mode without one; reads no names",
        """
from ats_resume_scorer.parsers.resume_parser import ResumeParser
parser = ResumeParser()
def read(path, asked):
    found = parser.parse_resume(path)
    return {"skills": list(found.skills), "emails": list(found.contact_info.emails)}
""",
    ),
    Rival(
        "openresume-parser",
        "openresume-parser",
        "gives back what stands in a skills section, without a list of skills; headings before a colon were taken off for it",
        """
from openresume import parse_resume_from_pdf
def read(path, asked):
    found = parse_resume_from_pdf(path)["resume"]
    skills = [part.rpartition(":")[2].strip() for part in found.get("skills", [])]
    return {"skills": skills, "name": found.get("full_name"), "emails": [found["email"]] if found.get("email") else []}
""",
    ),
)
NOT_RUN = (
    "Not run: programs that need a language model or a server (Resume-Matcher, hiring-agent), that fetch a model at their "
    "first start (maestro-career-studio, pyresparser, SkillNER, ats-resume-checker), that need a document made by an agent "
    "first (resume-kit), that answer by groups of words only (cvz), or match only what is typed in a window (resume-screener)."
)
Asked = list[tuple[str, list[tuple[str, list[str]]]]]  # for each file: path, names with their spellings


def python_of(folder: Path) -> Path:
    return folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def installed(rival: Rival, below: Path) -> Path | None:
    """The rival's own Python, made and filled where it is not there yet; None where it cannot be installed."""
    folder = below / rival.package
    mark = folder / "installed"
    if not mark.is_file():
        print(f"installing {rival.install} into {folder}", flush=True)
        venv.create(folder, with_pip=True, clear=True)
        command = [str(python_of(folder)), "-m", "pip", "install", "-q", "--disable-pip-version-check", rival.install]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            print(f"  cannot be installed: {done.stderr.strip().splitlines()[-1:]}")
            return None
        mark.touch()
    return python_of(folder)


def offline() -> list[str]:
    """The prefix that takes the network away from a command; nothing where the system has no such thing."""
    unshare = shutil.which("unshare")
    if unshare and subprocess.run([unshare, "-rn", "true"], check=False, capture_output=True).returncode == 0:
        return [unshare, "-rn"]
    return []


def answers_of(rival: Rival, python: Path, asked: Asked) -> tuple[list[dict[str, Any]], float] | None:
    """What the rival found in each file, and its seconds a file (its start included)."""
    command = [*offline(), str(python), "-W", "ignore", "-c", FRAME.format(setup=rival.setup)]
    start = time.monotonic()
    with_home = {**os.environ, "HOME": str(python.parents[1])}
    done = subprocess.run(command, input=json.dumps(asked), capture_output=True, text=True, check=False, env=with_home)
    seconds = time.monotonic() - start
    try:
        return json.loads(done.stdout.strip().splitlines()[-1]), seconds / max(1, len(asked))
    except (IndexError, ValueError):
        print(f"{rival.package} gave nothing: {done.stderr.strip().splitlines()[-1:]}")
        return None


def ours(asked: Asked) -> tuple[list[dict[str, Any]], float]:
    """The same of Rolefit."""
    start = time.monotonic()
    results = bench_accuracy.scored([Path(path) for path, _ in asked])
    seconds = time.monotonic() - start
    gold, found = importlib.import_module("gold"), []
    for result in results:
        resume = result.get("resume") or {}
        claimed = [s["name"] for s in resume.get("skills", [])] + [s["id"].replace("-", " ") for s in resume.get("skills", [])]
        said = {"skills": claimed, "groups": gold.product_skills(resume), "name": resume.get("name")}
        found.append({**said, "emails": resume.get("emails", [])})
    return found, seconds / max(1, len(asked))


class Material:
    """The probes of senses and the labelled résumés, as questions and as judge."""

    def __init__(self, folder: Path) -> None:
        self.gold = importlib.import_module("gold")
        self.fold = importlib.import_module("fold")
        truth = json.loads((folder / "probes" / "truth.json").read_text(encoding="utf-8"))
        self.probes = [probe for probe in truth["senses"] if probe["expected"] is not None]
        self.files = sorted({probe["file"] for probe in self.probes})
        places = [folder / "resumes" / part for part in ("labelled", "made")]
        self.documents = [entry for place in places for entry in self.gold.load_gold(place)]
        self.probe_folder = folder / "probes"

    def asked(self) -> Asked:
        """First the probes' files, each asked for its own names, then the labelled ones, asked for every label's names."""
        every = sorted({name for _, label, _ in self.documents for name in label["skills"]})
        spelt = [(name, self.fold.spellings(name)) for name in every]
        questions: Asked = []
        for file in self.files:
            names: dict[str, list[str]] = {}
            for probe in (p for p in self.probes if p["file"] == file):
                spelt_here = [probe["surface"]] if probe["expected"] else []  # told even how the file spells it
                names.setdefault(probe["skill"], []).extend([probe["skill"], *probe["also"], *spelt_here])
            questions.append((str(self.probe_folder / file), sorted(names.items())))
        return questions + [(str(pdf), spelt) for _, _, pdf in self.documents]

    def senses(self, answers: list[dict[str, Any]]) -> tuple[int, int, int, int]:
        """Of the words that are the skill, how many were seen; of those that are not, how many were left alone."""
        found = {f: {s.casefold().strip() for s in a["skills"]} for f, a in zip(self.files, answers, strict=True)}
        right, of = Counter[bool](), Counter[bool]()
        for probe in self.probes:
            claimed = any(n.casefold() in found[probe["file"]] for n in (probe["skill"], *probe["also"]))
            of[probe["expected"]] += 1
            right[probe["expected"]] += claimed == probe["expected"]
        return right[True], of[True], right[False], of[False]

    def labels(self, answers: list[dict[str, Any]]) -> dict[str, tuple[int, int, int]]:
        """Hits, extra and missed of named tools, names and addresses."""
        sums: dict[str, list[tuple[int, int, int]]] = {}
        for (_, label, _), answer in zip(self.documents, answers, strict=True):
            counts = self.gold.skill_counts(label, answer.get("groups") or answer["skills"])
            sums.setdefault("tools", []).append(self.gold.split_counts(counts)[0])
            fields, _ = self.gold.fields(label, {"name": answer.get("name"), "emails": answer.get("emails", [])})
            for field in ("name", "email"):
                if field in fields and (field != "name" or "name" in answer):
                    sums.setdefault(field, []).append(fields[field])
        return {what: bench_accuracy.summed([rows]) for what, rows in sums.items()}


def row(name: str, material: Material, answers: list[dict[str, Any]], seconds: float) -> str:
    """One program's line of the table."""
    count = len(material.files)
    seen, true, alone, false = material.senses(answers[:count])
    low, high = share_interval(seen + alone, true + false)
    judged = material.labels(answers[count:])
    tools = [judged["tools"]]
    figures = [
        f"{(seen + alone) / (true + false):.3f} [{low:.3f}, {high:.3f}]",
        f"{seen} of {true}",
        f"{alone} of {false}",
        f"{bench_accuracy.precision([tools]):.3f}",
        f"{bench_accuracy.recall([tools]):.3f}",
        f"{bench_accuracy.f1([[judged['name']]]):.3f}" if "name" in judged else "not read",
        f"{bench_accuracy.f1([[judged['email']]]):.3f}" if any(a.get("emails") for a in answers) else "not read",
        f"{1000 * seconds:.0f} ms",
        str(sum("failed" in answer for answer in answers)),
    ]
    return f"| {name} | {' | '.join(figures)} |"


FAVOUR = (
    "- Rolefit: probes and labels were at hand while it was built, the others saw none of them. Time is that of the whole "
    "process, its start included, divided by the files; Rolefit reads, understands and scores on all cores in it."
)
HEAD = (
    "| program | senses right [95 %] | the skill, seen | not the skill, left alone | tools, precision | tools, recall "
    "| name, F1 | e-mail, F1 | time a file | failed files |\n" + "| --- " * 10 + "|"
)


def story(material: Material, rows: list[str], notes: list[str]) -> str:
    """The table with what one must know to judge it."""
    network = "without a network" if offline() else "with the network there"
    measured = (
        f"Measured {datetime.now(UTC):%Y-%m-%d}, {os.cpu_count()} cores (load {load()}), Python {platform.python_version()}, "
        f"{network}: "
        f"{len(material.probes)} words in {len(material.files)} probes of senses, {len(material.documents)} labelled résumés."
    )
    return "\n".join([measured, "", HEAD, *rows, "", "What favours whom:", "", FAVOUR, *notes, f"- {NOT_RUN}"])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, default=Path(platformdirs.user_cache_dir("rolefit-rivals", appauthor=False)))
    parser.add_argument("--write", action="store_true", help="write the table into README.md, or rivals.md beside this file")
    chosen = parser.parse_args()
    if not (processes.MATERIAL / "measure" / "gold.py").is_file():
        print(processes.ABSENT)
        return 0
    sys.path.insert(0, str(processes.MATERIAL / "measure"))
    material = Material(processes.MATERIAL)
    asked = material.asked()
    rows, notes = [row(f"Rolefit {version('rolefit')}", material, *ours(asked))], []
    for rival in RIVALS:
        python = installed(rival, chosen.folder)
        answers = answers_of(rival, python, asked) if python else None
        if python is None or answers is None:
            notes.append(f"- {rival.package}: could not be run.")
            continue
        which = f"import importlib.metadata as m; print(m.version({rival.package!r}))"
        number = subprocess.run([str(python), "-c", which], capture_output=True, text=True, check=False).stdout.strip()
        rows.append(row(f"{rival.package} {number}", material, *answers))
        notes.append(f"- {rival.package}: {rival.note}.")
    text = story(material, rows, notes)
    print(f"\n{text}\n")
    if chosen.write:
        print(f"written to {write('rivals', text)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
