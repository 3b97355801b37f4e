"""Every role file works from reading to salary, and no code knows any role: a role is data."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from matching.fit.pipeline import Request, report_for
from matching.fit.report import FitReport
from matching.knowledge.roles import DEFAULT_ROLE, available_roles, load_role
from matching.months import YearMonth
from matching.reading.document import Document
from matching.reading.pdf import read_pdf

ROOT = Path(__file__).parents[3]
BY_FIT = ("strong-senior", "mid-level", "front-end")  # samples from the best fit for back-end work to the least


@cache
def sample(name: str) -> Document:
    path = ROOT / "resources" / "samples" / f"{name}.pdf"
    return read_pdf(path.read_bytes(), path.name)


def report(name: str, role: str, variant: str | None = None) -> FitReport:
    return report_for(sample(name), Request(role=role, variant=variant, as_of=YearMonth(2026, 11)))


def test_there_is_more_than_one_role() -> None:
    assert DEFAULT_ROLE in available_roles()
    assert len(available_roles()) >= 2


@pytest.mark.parametrize("role", available_roles())
def test_points_add_up_and_the_samples_keep_their_order(role: str) -> None:
    profile, scores = load_role(role), []
    for name in BY_FIT:
        match = report(name, role).match
        assert [r.id for group in match.groups for r in group.requirements] == [r.id for r in profile.requirements]
        assert sum(r.points for group in match.groups for r in group.requirements) == match.score
        assert sum(r.out_of for group in match.groups for r in group.requirements) == 1000
        scores.append(match.score)
    assert scores == sorted(scores, reverse=True)
    assert scores[0] >= 750 > scores[1]
    assert scores[2] < 500


@pytest.mark.parametrize("role", available_roles())
def test_every_gap_says_how_far_the_score_rises(role: str) -> None:
    found = report("mid-level", role)
    open_points = {r.id: r.out_of - r.points for group in found.match.groups for r in group.requirements if r.points < r.out_of}
    assert {gap.requirement: gap.points for gap in found.gaps} == open_points


@pytest.mark.parametrize("role", available_roles())
def test_every_variant_scores(role: str) -> None:
    profile = load_role(role)
    assert profile.variants
    for variant in profile.variants:
        assert 0 < report("mid-level", role, variant.id).match.score < 1000


def test_no_code_names_a_requirement_or_a_role_but_the_default() -> None:
    names = {id for role in available_roles() for id in (role, *(r.id for r in load_role(role).requirements)) if "-" in id}
    for path in [*(ROOT / "matching").rglob("*.py"), *(ROOT / "desktop").rglob("*.py")]:
        text = path.read_text(encoding="utf-8")
        named = {name for name in names if f'"{name}"' in text} - {DEFAULT_ROLE}
        assert not named, (path.name, named)
