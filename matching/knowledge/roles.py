"""The role profiles: what a role asks for, on whose word, and how a résumé shows it. Facts live in `resources/roles/*.toml`.

A role is pure data: nothing here or in `matching.fit` knows any role by name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from fractions import Fraction
from functools import cache
from types import MappingProxyType

from matching.fit.report import Source
from matching.knowledge.role_tables import Table, read_role_file, role_ids
from matching.knowledge.weights import Ceiling, points_for

DEFAULT_ROLE = "senior-backend-engineer"


@dataclass(frozen=True, slots=True)
class Strengths:
    """Strength in thousandths by where something stands (scoring rules 3 and 4); `stale_after` in months."""

    recent: int
    stale: int
    undated: int
    listed: int
    written_in_less: int
    deed_shown: int
    deed_once: int
    deed_claimed: int
    deed_elsewhere: int
    stale_after: int


@dataclass(frozen=True, slots=True)
class Field:
    """What makes a job one of the role's field: at least `needed` signs in its lines, each a tool of another one of these
    requirements or a deed of another one of these kinds."""

    needed: int
    requirements: tuple[str, ...]
    deeds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DegreeStrengths:
    """Strength in thousandths by the degree held (scoring rule 6)."""

    related: int
    other_field: int
    equivalent: int
    studying: int


@dataclass(frozen=True, slots=True)
class Less:
    """Skills that earn at most `most` thousandths of their requirement."""

    skills: tuple[str, ...]
    most: int


@dataclass(frozen=True, slots=True)
class Requirement:
    """One thing the role asks for, met by the best of what it lists. Shares and strengths in thousandths.

    `mentions` holds one (guide, points of the scale) pair for each source, in order with `sources`.
    """

    id: str
    name: str
    group: str
    about: str
    sources: tuple[Source, ...]
    mentions: tuple[tuple[str, int], ...]
    skills: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    deeds: tuple[str, ...] = ()
    several: int = 0
    less: tuple[Less, ...] = ()
    degree: bool = False
    certificates: int = 0
    courses: int = 0
    years: int = 0

    @property
    def raw_weight(self) -> int:
        """The strongest mention in each guide, summed over the guides."""
        strongest: dict[str, int] = {}
        for guide, points in self.mentions:
            strongest[guide] = max(points, strongest.get(guide, 0))
        return sum(strongest.values())

    @property
    def guides(self) -> frozenset[str]:
        return frozenset(guide for guide, _ in self.mentions)


@dataclass(frozen=True, slots=True)
class Group:
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Variant:
    """Another weighting of the role: `times` multiplies raw weights (percent) of requirements, `most` replaces ceilings."""

    id: str
    name: str
    sources: tuple[Source, ...]
    times: Mapping[str, int]
    most: Mapping[str, int]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something a guide asks for that is no requirement of its own, and why."""

    name: str
    reason: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class RoleProfile:
    """A role with its requirements in order. `dated` is the day of the edition (YYYY-MM-DD), `work` what its years are counted
    of, `scale` says how many points each way of mentioning in a guide weighs."""

    id: str
    name: str
    edition: str
    dated: str
    work: str
    scale: Mapping[str, int]
    strengths: Strengths
    field: Field
    degree: DegreeStrengths
    groups: tuple[Group, ...]
    requirements: tuple[Requirement, ...]
    ceilings: tuple[Ceiling, ...]
    variants: tuple[Variant, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    # Weights as they were worked out once: each report asks for those of all variants.
    _tenths: dict[str | None, Mapping[str, int]] = dataclass_field(default_factory=dict, compare=False, repr=False)

    def out_of(self, variant: str | None = None) -> Mapping[str, int]:
        """Tenths of a point for each requirement, summing to 1,000. Raises ValueError for an unknown variant."""
        if variant not in self._tenths:
            self._tenths[variant] = self._weigh(variant)
        return self._tenths[variant]

    def _weigh(self, variant: str | None) -> Mapping[str, int]:
        chosen = self.variant(variant) if variant else None
        times = chosen.times if chosen else {}
        most = chosen.most if chosen else {}
        raw = {r.id: Fraction(r.raw_weight * times.get(r.id, 100), 100) for r in self.requirements}
        ceilings = [Ceiling(c.id, most.get(c.id, c.most), c.members, c.reason) for c in self.ceilings]
        return MappingProxyType(points_for(raw, ceilings))

    def variant(self, id: str) -> Variant:
        """The variant of that id. Raises ValueError where the role has none."""
        for variant in self.variants:
            if variant.id == id:
                return variant
        known = ", ".join(v.id for v in self.variants) or "none"
        raise ValueError(f"unknown variant {id!r} of {self.id}; known: {known}")

    def requirement(self, id: str) -> Requirement:
        """The requirement of that id. Raises KeyError where there is none."""
        for requirement in self.requirements:
            if requirement.id == id:
                return requirement
        raise KeyError(id)


def available_roles() -> tuple[str, ...]:
    """The ids of all role profiles, sorted."""
    return role_ids()


@cache
def load_role(id: str = DEFAULT_ROLE) -> RoleProfile:
    """Read and check a role profile. Raises ValueError for an unknown id, FactError for a mistake in its file."""
    if id not in role_ids():
        raise ValueError(f"unknown role {id!r}; known: {', '.join(role_ids())}")
    return profile_of(read_role_file(id))


def profile_of(table: Table) -> RoleProfile:
    """The profile that a role file says. Raises FactError naming file, entry and key."""
    scale = {key: table.sub("scale").number(key) for key in table.sub("scale").names()}
    guides = {key: (t.text("file"), t.text("title")) for key, t in table.subs("guides")}
    groups = tuple(Group(t.text("id"), t.text("name")) for t in table.items("group"))
    requirements = tuple(_requirement(t, scale, guides, {g.id for g in groups}) for t in table.items("requirement"))
    _no_doubles(table, "group", [g.id for g in groups])
    _no_doubles(table, "requirement", [r.id for r in requirements])
    ids = {r.id for r in requirements}
    profile = RoleProfile(
        id=table.text("id"),
        name=table.text("name"),
        edition=table.text("edition"),
        dated=table.text("dated"),
        work=table.text("work"),
        scale=MappingProxyType(scale),
        strengths=Strengths(**{key: table.sub("strength").number(key) for key in Strengths.__slots__}),
        field=_field(table.sub("field"), ids),
        degree=DegreeStrengths(**{key: table.sub("degree").number(key) for key in DegreeStrengths.__slots__}),
        groups=groups,
        requirements=requirements,
        ceilings=_ceilings(table, requirements),
        variants=tuple(_variant(t, guides, requirements, ids) for t in table.items("variant", optional=True)),
        left_out=tuple(_left_out(t, guides) for t in table.items("left_out", optional=True)),
    )
    _no_doubles(table, "variant", [v.id for v in profile.variants])
    return profile


def _requirement(
    table: Table, scale: Mapping[str, int], guides: Mapping[str, tuple[str, str]], groups: set[str]
) -> Requirement:
    sources = table.tables("sources")
    if not sources:
        raise table.mistake("sources", "a requirement needs at least one source")
    if table.text("group") not in groups:
        raise table.mistake("group", f"no group is called {table.text('group')!r}")
    requirement = Requirement(
        id=table.text("id"),
        name=table.text("name"),
        group=table.text("group"),
        about=table.text("about"),
        sources=tuple(_source(t, guides) for t in sources),
        mentions=tuple((t.text("guide"), _on_scale(t, scale)) for t in sources),
        skills=table.texts("skills"),
        categories=table.texts("categories"),
        deeds=table.texts("deeds"),
        several=table.number("several", 0),
        less=tuple(Less(t.texts("skills"), t.number("most")) for t in table.tables("less")),
        degree=table.flag("degree"),
        certificates=table.number("certificates", 0),
        courses=table.number("courses", 0),
        years=table.number("years", 0),
    )
    table.only("id name group about sources skills categories deeds several less degree certificates courses years")
    if not any((requirement.skills, requirement.categories, requirement.deeds, requirement.degree, requirement.certificates,
                requirement.years)):  # fmt: skip
        raise table.mistake("skills", "nothing could ever meet this requirement")
    return requirement


def _source(table: Table, guides: Mapping[str, tuple[str, str]]) -> Source:
    if table.text("guide") not in guides:
        raise table.mistake("guide", f"no guide is called {table.text('guide')!r}")
    file, title = guides[table.text("guide")]
    return Source(file, title, table.text("phrase"))


def _on_scale(table: Table, scale: Mapping[str, int]) -> int:
    if table.text("as") not in scale:
        raise table.mistake("as", f"not on the scale: {table.text('as')!r}")
    return scale[table.text("as")]


def _field(table: Table, ids: set[str]) -> Field:
    field = Field(table.number("needed"), table.texts("requirements"), table.texts("deeds"))
    for id in field.requirements:
        if id not in ids:
            raise table.mistake("requirements", f"no requirement is called {id!r}")
    return field


def _ceilings(table: Table, requirements: tuple[Requirement, ...]) -> tuple[Ceiling, ...]:
    found: list[Ceiling] = []
    taken: set[str] = set()
    for entry in table.items("ceiling", optional=True):
        members = entry.texts("members")
        if entry.flag("one_guide"):
            members = tuple(r.id for r in requirements if len(r.guides) == 1 and r.id not in taken)
        for member in members:
            if member in taken or member not in {r.id for r in requirements}:
                raise entry.mistake("members", f"unknown, or in two ceilings: {member!r}")
        taken.update(members)
        found.append(Ceiling(entry.text("id"), entry.number("most"), members, entry.text("reason")))
    return tuple(found)


def _variant(
    table: Table, guides: Mapping[str, tuple[str, str]], requirements: tuple[Requirement, ...], ids: set[str]
) -> Variant:
    factors = {key: table.sub("times").number(key) for key in table.sub("times").names()}
    groups = {r.group for r in requirements}
    for key in factors:
        if key not in ids | groups:
            raise table.mistake("times", f"no requirement or group is called {key!r}")
    times = {r.id: factors.get(r.id, factors.get(r.group, 100)) for r in requirements}
    most = {key: table.sub("most").number(key) for key in table.sub("most").names()}
    sources = tuple(_source(t, guides) for t in table.tables("sources"))
    if not sources:
        raise table.mistake("sources", "a variant needs at least one source")
    return Variant(
        table.text("id"), table.text("name"), sources, MappingProxyType(times), MappingProxyType(most), table.text("reason")
    )


def _left_out(table: Table, guides: Mapping[str, tuple[str, str]]) -> LeftOut:
    return LeftOut(table.text("name"), table.text("reason"), tuple(_source(t, guides) for t in table.tables("sources")))


def _no_doubles(table: Table, key: str, ids: list[str]) -> None:
    for id in ids:
        if ids.count(id) > 1:
            raise table.mistake(key, f"{id!r} stands there twice")
