"""The skill book: what skills exist, how they are written, what each implies. Facts live in `resources/skills/*.toml`.

A file holds tables named by category (declared in `categories.toml`); each line of a table is a skill:

    [relational_database]
    postgresql = { name = "PostgreSQL", aliases = ["Postgres"] }

    aliases     other spellings; those that follow by rule (see `matching.knowledge.spelling`) are not listed
    ambiguous   names and aliases that also mean something else; believed only with a rule of `resources/senses/`
    is_a        what each use of the skill is a use of, too (EKS → Kubernetes, Amazon S3 → AWS): full credit
    written_in  the language one writes it in (Django → Python): credit, marked as implied, a little less

Relations go upward only. What all skills of a category are is stated once, as `is_a` of the category.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import NamedTuple

from matching.errors import FactError
from matching.knowledge.spelling import key_of, variants, without_version

CATEGORY_FILE = "categories.toml"
KINDS = ("tool", "concept", "soft")
RELATIONS = ("is_a", "written_in")  # best first
_SKILL_KEYS = {"name", "aliases", "ambiguous", "is_a", "written_in"}
_NO_LISTS: dict[str, tuple[str, ...]] = dict.fromkeys(sorted(_SKILL_KEYS - {"name"}), ())
_CATEGORY_KEYS = {"name", "kind", "is_a", "plural", "versions"}


@dataclass(frozen=True, slots=True)
class Category:
    """A group of skills. `kind` is "tool" (something with a proper name), "concept" (a technique or field) or "soft";
    every member is also each of `is_a`. `plural`: one and many mean the same; `versions`: a number may follow ("PHP7")."""

    id: str
    name: str
    kind: str
    is_a: tuple[str, ...] = ()
    plural: bool = False
    versions: bool = False


@dataclass(frozen=True, slots=True)
class Skill:
    """One skill. `aliases` are other spellings; `is_a` parents (those of the category included) get full credit,
    `written_in` parents a little less. `ambiguous` are the forms among name and aliases that need a sense rule."""

    id: str
    name: str
    category: str
    aliases: tuple[str, ...] = ()
    is_a: tuple[str, ...] = ()
    written_in: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    kind: str = "tool"
    file: str = ""


@dataclass(frozen=True, slots=True)
class Implication:
    """`parent` follows from a child; `relation` is the weakest link on the way ("is_a" or "written_in"), `via` the ids
    between child and parent."""

    parent: str
    relation: str
    via: tuple[str, ...] = ()


class Spelling(NamedTuple):
    """One way to write a skill (a tuple, since there are some 18,000 of them and each load makes them all).

    Attributes:
        skill: the skill's id.
        form: the name or alias of the book it comes from, with its case ("Go", "LESS"): what a case-sensitive rule compares.
        how: "exact" for the name itself, "alias" for aliases and for spellings made by rule.
        ambiguous: the form also means something else; not to be believed without a sense rule.
        capital: believed only where each printed part starts with a capital ("Open Shift").
    """

    skill: str
    form: str
    how: str
    ambiguous: bool = False
    capital: bool = False


@dataclass(frozen=True, slots=True)
class SkillBook:
    """All skills by id, what follows from each (transitive, nearest first), and all spellings.

    `spellings` goes from a key (`spelling.key_of`: folded tokens joined by spaces) to its candidates in order of the files;
    more than one only where each of them is marked ambiguous. `longest` is the largest number of tokens in a key.
    """

    skills: Mapping[str, Skill]
    implications: Mapping[str, tuple[Implication, ...]]
    categories: Mapping[str, Category] = field(default_factory=dict)
    spellings: Mapping[str, tuple[Spelling, ...]] = field(default_factory=dict)
    longest: int = 1

    def candidates(self, key: str) -> tuple[Spelling, ...]:
        """The spellings of a key; a version glued to its last token is looked past ("php7", "vue3") where the skill's
        category has versions. () where there are none."""
        found = self.spellings.get(key)
        if found is not None:
            return found
        head, space, last = key.rpartition(" ")
        stem = without_version(last) if last and last[-1] in "0123456789cgx+" else None
        if stem is None:
            return ()
        return tuple(
            s for s in self.spellings.get(head + space + stem, ()) if self.categories[self.skills[s.skill].category].versions
        )


@cache
def load_skill_book() -> SkillBook:
    """The book of `resources/skills/`, read and checked once.

    Raises:
        FactError: naming file, entry and key of the first mistake.
    """
    return read_skill_book(resources.files("resources") / "skills")


def read_skill_book(folder: Traversable) -> SkillBook:
    """The book in a folder of TOML files; raises `FactError` where they do not hold together."""
    categories = _read_categories(folder / CATEGORY_FILE)
    skills: dict[str, Skill] = {}
    for path in sorted(folder.iterdir(), key=lambda p: p.name):
        if path.name.endswith(".toml") and path.name != CATEGORY_FILE:
            for skill in _read_skills(path, categories):
                if skill.id in skills:
                    raise FactError(skill.file, skill.id, "id", f"already stands in {skills[skill.id].file}")
                skills[skill.id] = skill
    _check_relations(skills, categories)
    spellings = _spellings(skills, categories)
    longest = max((key.count(" ") + 1 for key in spellings), default=1)
    return SkillBook(skills, _implications(skills), categories, spellings, longest)


def _table(path: Traversable) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise FactError(path.name, "", "", f"cannot be read: {error}") from error


def _read_categories(path: Traversable) -> dict[str, Category]:
    found: dict[str, Category] = {}
    for id, values in _table(path).items():
        if not isinstance(values, dict) or not _CATEGORY_KEYS.issuperset(values):
            raise FactError(path.name, id, "", f"needs a table with keys of {sorted(_CATEGORY_KEYS)}")
        kind = values.get("kind", "tool")
        if kind not in KINDS:
            raise FactError(path.name, id, "kind", f"{kind!r} is none of {KINDS}")
        name = _text(path.name, id, "name", values.get("name"))
        parents = _texts(path.name, id, "is_a", values.get("is_a", []))
        found[id] = Category(id, name, kind, parents, bool(values.get("plural")), bool(values.get("versions")))
    return found


def _read_skills(path: Traversable, categories: Mapping[str, Category]) -> Iterator[Skill]:
    for category_id, entries in _table(path).items():
        category = categories.get(category_id)
        if category is None or not isinstance(entries, dict):
            raise FactError(path.name, category_id, "", f"no category of {CATEGORY_FILE}")
        for id, values in entries.items():
            yield _read_skill(path.name, id, values, category)


def _read_skill(file: str, id: str, values: object, category: Category) -> Skill:
    if not isinstance(values, dict):
        raise FactError(file, id, "", "needs a table")
    if not _SKILL_KEYS.issuperset(values):
        raise FactError(file, id, sorted(set(values) - _SKILL_KEYS)[0], "unknown key")
    if id != id.lower() or not id.replace("-", "").isalnum():
        raise FactError(file, id, "id", "needs lower-case letters, digits and hyphens")
    lists = _NO_LISTS | {key: _texts(file, id, key, value) for key, value in values.items() if key != "name"}
    own = tuple(parent for parent in category.is_a if parent != id and parent not in lists["is_a"])
    name = _text(file, id, "name", values.get("name"))
    for form in lists["ambiguous"]:
        if form != name and form not in lists["aliases"]:
            raise FactError(file, id, "ambiguous", f"{form!r} is neither the name nor an alias")
    return Skill(
        id,
        name,
        category.id,
        lists["aliases"],
        lists["is_a"] + own,
        lists["written_in"],
        lists["ambiguous"],
        category.kind,
        file,
    )


def _text(file: str, entry: str, key: str, value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise FactError(file, entry, key, "needs a text")
    return value


def _texts(file: str, entry: str, key: str, value: object) -> tuple[str, ...]:
    if not value:
        return ()
    if not isinstance(value, list) or not all(isinstance(v, str) and v.strip() for v in value):
        raise FactError(file, entry, key, "needs a list of texts")
    return tuple(value)


def _check_relations(skills: Mapping[str, Skill], categories: Mapping[str, Category]) -> None:
    for category in categories.values():
        for parent in category.is_a:
            if parent not in skills:
                raise FactError(CATEGORY_FILE, category.id, "is_a", f"no skill {parent!r}")
    for skill in skills.values():
        for key in RELATIONS:
            for other in getattr(skill, key):
                if other not in skills:
                    raise FactError(skill.file, skill.id, key, f"no skill {other!r}")
                if other == skill.id:
                    raise FactError(skill.file, skill.id, key, "names itself")
    _check_loops(skills)


def _check_loops(skills: Mapping[str, Skill]) -> None:
    done: set[str] = set()

    def visit(id: str, way: tuple[str, ...]) -> None:
        if id in way:
            loop = (*way[way.index(id) :], id)
            raise FactError(skills[id].file, id, "is_a", f"implies itself: {' → '.join(loop)}")
        if id not in done:
            for parent in (*skills[id].is_a, *skills[id].written_in):
                visit(parent, (*way, id))
            done.add(id)

    for id in skills:
        visit(id, ())


def _implications(skills: Mapping[str, Skill]) -> dict[str, tuple[Implication, ...]]:
    """For each skill all that follows from it: nearest first, the better relation where two ways lead to one parent."""
    closed: dict[str, dict[str, Implication]] = {}

    def close(id: str) -> dict[str, Implication]:
        if id in closed:
            return closed[id]
        found: dict[str, Implication] = {}
        for relation in RELATIONS:
            for parent in getattr(skills[id], relation):
                steps = [Implication(parent, relation)]
                for far in close(parent).values():
                    steps.append(Implication(far.parent, max(relation, far.relation, key=RELATIONS.index), (parent, *far.via)))
                for step in steps:
                    known = found.get(step.parent)
                    if known is None or _rank(step) < _rank(known):
                        found[step.parent] = step
        closed[id] = found
        return found

    return {
        id: tuple(sorted(close(id).values(), key=lambda i: len(i.via))) if skill_has_parent(skills[id]) else () for id in skills
    }


def skill_has_parent(skill: Skill) -> bool:
    """Whether anything follows from the skill."""
    return bool(skill.is_a or skill.written_in)


def _rank(implication: Implication) -> tuple[int, int]:
    return RELATIONS.index(implication.relation), len(implication.via)


def _spellings(skills: Mapping[str, Skill], categories: Mapping[str, Category]) -> dict[str, tuple[Spelling, ...]]:
    written = _written(skills)
    made: dict[str, Spelling | None] = {}
    for spellings in written.values():
        for spelling in spellings:
            plural = categories[skills[spelling.skill].category].plural
            for variant in variants(spelling.form, plural):
                key = variant.key
                if key in written:
                    continue
                known = made.get(key, spelling)
                if known is None or known.skill != spelling.skill:
                    made[key] = None  # a variant of two skills is evidence for neither
                elif known is spelling:
                    made[key] = Spelling(spelling.skill, spelling.form, "alias", spelling.ambiguous, variant.capital)
    return {key: tuple(s) for key, s in written.items()} | {key: (s,) for key, s in made.items() if s is not None}


def _written(skills: Mapping[str, Skill]) -> dict[str, list[Spelling]]:
    """The spellings that stand in the files, by key."""
    written: dict[str, list[Spelling]] = {}
    for skill in skills.values():
        for form in (skill.name, *skill.aliases):
            key = key_of(form)
            new = Spelling(skill.id, form, "exact" if form == skill.name else "alias", form in skill.ambiguous)
            if not key:
                raise FactError(skill.file, skill.id, "aliases", f"{form!r} holds no letter or digit")
            if len(key) < 3 and not new.ambiguous:
                raise FactError(skill.file, skill.id, "ambiguous", f"{form!r} is too short to be believed anywhere")
            for other in written.setdefault(key, []):
                if other.skill == skill.id:
                    raise FactError(skill.file, skill.id, "aliases", f"{form!r} is compared like {other.form!r}")
                if not (other.ambiguous and new.ambiguous):
                    raise FactError(skill.file, skill.id, "aliases", f"{form!r} already means {other.skill!r}")
            written[key].append(new)
    return written
