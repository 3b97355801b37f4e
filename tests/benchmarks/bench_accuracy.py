"""Measures what is understood against labels, and the probes: bench_accuracy.py [MATERIAL] [--misses]

Runs `score --json` over the labelled résumés and compares with their labels by the rulers that stand beside them (`measure/`,
which fold spellings of one name and leave out implied skills), and over the probes by their own program. Intervals are 95 %:
over families of documents (files of one person count together: families are drawn again with replacement), for the probes
by Wilson's score.
"""

from __future__ import annotations

import argparse
import csv
import importlib
import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))
import processes
from figures import drawn_interval, say, share_interval

AS_OF = "2026-11"
PROGRAM = [sys.executable, "-m", "desktop"]
Counts = tuple[int, int, int]  # hits, extra, missed
# Field of a label → the figure that is judged, and its bar.
FIELDS = {
    "name": ("F1", 0.97),
    "email": ("F1", 0.99),
    "phone": ("F1", 0.99),
    "positions": ("F1", 0.92),
    "positions+dates": ("F1", 0.95),
    "degrees": ("F1", 0.95),
    "years": ("recall", 0.95),
    "certifications": ("F1", None),
    "place": ("F1", None),
}
PROBES = {
    "A": ("senses", 0.98),
    "B": ("layouts", 1.0),
    "C": ("stuffing", 1.0),
    "D": ("experience", 1.0),
    "E": ("fairness", 1.0),
    "F": ("ladder", 1.0),
    "G": ("levels", 1.0),
}


def summed(families: Sequence[Sequence[Counts]]) -> Counts:
    rows = [row for family in families for row in family]
    return sum(r[0] for r in rows), sum(r[1] for r in rows), sum(r[2] for r in rows)


def precision(families: Sequence[Sequence[Counts]]) -> float:
    hits, extra, _ = summed(families)
    return hits / (hits + extra) if hits + extra else 1.0


def recall(families: Sequence[Sequence[Counts]]) -> float:
    hits, _, missed = summed(families)
    return hits / (hits + missed) if hits + missed else 1.0


def f1(families: Sequence[Sequence[Counts]]) -> float:
    hits, extra, missed = summed(families)
    return 2 * hits / (2 * hits + extra + missed) if hits + extra + missed else 1.0


JUDGES: dict[str, Callable[[Sequence[Sequence[Counts]]], float]] = {"precision": precision, "recall": recall, "F1": f1}


def judged(what: str, judge: str, by_family: dict[str, list[Counts]], bar: float | None) -> None:
    """Print one figure with its interval."""
    families = [by_family[name] for name in sorted(by_family)]
    value, (low, high) = JUDGES[judge](families), drawn_interval(families, JUDGES[judge])
    met = None if bar is None else round(value, 4) >= bar
    say(f"{what}, {judge}", f"{value:.3f} [{low:.3f}, {high:.3f}]", "" if bar is None else f"at least {bar}", met)


def scored(files: Sequence[Path]) -> list[dict[str, Any]]:
    """The program's results, in the order of the files."""
    command = [*PROGRAM, "score", *map(str, files), "--json", "--as-of", AS_OF]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=processes.ROOT)
    return [json.loads(line) for line in done.stdout.splitlines()]


def families_of(material: Path) -> dict[str, str]:
    """Stem of a labelled file → its family; a file without one is a family of its own."""
    with (material / "resumes" / "index.tsv").open(encoding="utf-8") as table:
        return {Path(row["file"]).stem: row["family"] for row in csv.DictReader(table, delimiter="\t") if row.get("family")}


def labelled(material: Path, folder: str, misses: bool) -> None:
    """Print the figures of one folder of labelled résumés."""
    gold = importlib.import_module("gold")
    documents = gold.load_gold(material / "resumes" / folder)
    results = {stem: r for (stem, _, _), r in zip(documents, scored([pdf for _, _, pdf in documents]), strict=True)}
    families, rows = families_of(material), dict[str, dict[str, list[Counts]]]()
    errors: Counter[str] = Counter()
    for stem, label, _ in documents:
        resume = results[stem].get("resume") or {}
        found = gold.skill_counts(label, gold.product_skills(resume))
        tools, concepts = gold.split_counts(found)
        fields, wrong = gold.fields(label, resume)
        for what, counts in {"named tools": tools, "concepts": concepts, **fields}.items():
            rows.setdefault(what, {}).setdefault(families.get(stem, stem), []).append(counts)
        errors.update([f"missed {s}" for s in found["fn"]] + [f"invented {s}" for s in found["fp"]])
        errors.update(f"{field}: {text}" for field, text in wrong)
    name = f"{folder}, {len(documents)} résumés of {len({families.get(s, s) for s in results})} families"
    judged(f"{name}: named tools", "precision", rows["named tools"], 0.97)
    judged(f"{folder}: named tools", "recall", rows["named tools"], 0.95)
    judged(f"{folder}: concepts", "F1", rows["concepts"], None)
    for field, (judge, bar) in FIELDS.items():
        if field in rows:
            judged(f"{folder}: {field}", judge, rows[field], bar)
    for text, count in errors.most_common(60) if misses else ():
        print(f"  {count} {text}")


def probes(material: Path, misses: bool) -> None:
    """Print the share of probes that are as expected, by their own program."""
    command = [sys.executable, str(material / "probes" / "score.py"), str(material / "probes"), " ".join(PROGRAM)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=processes.ROOT)
    right, of = Counter[str](), Counter[str]()
    for line in done.stdout.splitlines():
        if found := re.fullmatch(r"([A-G]) .*?(\d+)/(\d+)", line):
            right[found[1]] += int(found[2])
            of[found[1]] += int(found[3])
        elif misses and line:
            print("  " + line)
    for letter, (name, bar) in PROBES.items():
        if not of[letter]:
            say(f"probes of {name}", "not measured: their program said nothing")
            continue
        share, (low, high) = right[letter] / of[letter], share_interval(right[letter], of[letter])
        shown = f"{right[letter]} of {of[letter]} = {share:.3f} [{low:.3f}, {high:.3f}]"
        say(f"probes of {name}", shown, f"at least {bar}" if bar < 1 else "all", share >= bar)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("material", type=Path, nargs="?", default=processes.MATERIAL)
    parser.add_argument("--misses", action="store_true", help="print what was wrong, most often first")
    chosen = parser.parse_args()
    if not (chosen.material / "measure" / "gold.py").is_file():
        say("accuracy", processes.ABSENT)
        return 0
    sys.path.insert(0, str(chosen.material / "measure"))
    for folder in ("labelled", "made"):
        labelled(chosen.material, folder, chosen.misses)
    probes(chosen.material, chosen.misses)
    return 0


if __name__ == "__main__":
    sys.exit(main())
