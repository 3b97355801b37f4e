"""Draws many résumés of invented people from the samples' texts, with changed names: python tests/data/make_many.py FOLDER [N].

For batches, tables and stores under load. Names are made from two short lists, so that the same N gives the same files.
"""

from __future__ import annotations

import importlib.util
import sys
import tomllib
from pathlib import Path
from types import ModuleType
from typing import Any

FIRST = (
    "Ada", "Bela", "Cyra", "Dario", "Elif", "Farid", "Gwen", "Hana", "Ivo", "Juno", "Kofi", "Lena", "Mato", "Nils",
    "Odile", "Pia", "Quin", "Rosa", "Sami", "Tova", "Ugo", "Vera", "Wim", "Yara", "Zeno",
)  # fmt: skip
LAST = (
    "Abbott", "Brandt", "Castell", "Dunmore", "Ekberg", "Fonseca", "Garrick", "Holm", "Ibarra", "Jansky", "Keller",
    "Lindh", "Morrow", "Novak", "Osei", "Pryce", "Ruiz", "Sande",
)  # fmt: skip
HERE = Path(__file__).resolve().parent


def _drawing() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_samples", HERE / "make_samples.py")
    if spec is None or spec.loader is None:
        raise ImportError("make_samples.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def person(number: int) -> str:
    """The name of the person with this number; every number has its own."""
    first, last = FIRST[number % len(FIRST)], LAST[number // len(FIRST) % len(LAST)]
    again = number // (len(FIRST) * len(LAST))
    return f"{first} {last}" + (f" {'I' * again}" if again else "")


def make_many(folder: Path, count: int) -> list[Path]:
    """Draw `count` résumés into `folder` and return their paths."""
    drawing = _drawing()
    texts = [tomllib.loads(path.read_text("utf-8")) for path in sorted(drawing.FOLDER.glob("*.toml"))]
    return [drawing.draw(_renamed(texts[n % len(texts)], n), folder) for n in range(count)]


def _renamed(text: dict[str, Any], number: int) -> dict[str, Any]:
    name = person(number)
    mail = name.casefold().replace(" ", ".") + "@example.com"
    contact = [mail if "@" in item else item for item in text["contact"]]
    return {**text, "name": name, "contact": contact, "file": f"{number:05d}-{name.casefold().replace(' ', '-')}"}


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    print(len(make_many(target, int(sys.argv[2]) if len(sys.argv) > 2 else 1000)), "résumés in", target)
