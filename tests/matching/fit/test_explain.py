"""The help page says what the profile has, and a score can be redone from the report alone."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest

from matching.fit.explain import how_the_score_works, plain_text, worked_example
from matching.fit.pipeline import Request, report_for
from matching.fit.report import FitReport
from matching.fit.wording import join, share, tenths
from matching.knowledge.roles import available_roles, load_role
from matching.months import YearMonth
from matching.reading.pdf import read_pdf

SAMPLES = sorted((Path(__file__).parents[3] / "resources" / "samples").glob("*.pdf"))


def report_of(path: Path) -> FitReport:
    return report_for(read_pdf(path.read_bytes(), path.name), Request(as_of=YearMonth(2026, 11)))


def test_there_are_samples() -> None:
    assert SAMPLES


@pytest.mark.parametrize("path", SAMPLES, ids=lambda p: p.name)
def test_a_score_can_be_redone_with_pencil_and_paper(path: Path) -> None:
    """Only the printed text is used: products as written in `why`, rounded by hand, added up."""
    match = report_of(path).match
    total = Decimal(0)
    for group in match.groups:
        for result in group.requirements:
            found = re.search(r"([\d.]+) × ([\d.]+) = ([\d.]+) of ([\d.]+) points\.$", result.why)
            if found:
                by_hand = (Decimal(found[1]) * Decimal(found[2])).quantize(Decimal("0.1"), ROUND_HALF_UP)
                assert by_hand == Decimal(found[3])
            else:
                assert result.why.startswith("Not found in this résumé: 0.0 of ")
                by_hand = Decimal(0)
            total += by_hand
    assert total == Decimal(tenths(match.score))


@pytest.mark.parametrize("path", SAMPLES[:1], ids=lambda p: p.name)
def test_the_worked_example_adds_up_as_printed(path: Path) -> None:
    match = report_of(path).match
    section = worked_example(match, path.stem)
    assert len(section.rows) == 1 + len(match.requirements) + len(match.groups) + 1
    for _, reckoning, result in section.rows[1:]:
        left, right = reckoning.split(" = ")
        if "×" in left:
            first, second = left.split(" × ")
            made = (Decimal(first) * Decimal(second)).quantize(Decimal("0.1"), ROUND_HALF_UP)
        else:
            made = sum((Decimal(part) for part in left.split(" + ")), Decimal(0))
        assert made == Decimal(right) == Decimal(result)
    assert section.rows[-1] == ("Score", section.rows[-1][1], tenths(match.score))


@pytest.mark.parametrize("role", available_roles())
def test_the_help_page_has_every_value_of_the_profile(role: str) -> None:
    profile = load_role(role)
    text = plain_text(how_the_score_works(profile))
    for requirement in profile.requirements:
        assert f"{requirement.name} {tenths(profile.out_of()[requirement.id])}" in text
    for variant in profile.variants:
        assert variant.reason in text
    for item in profile.left_out:
        assert item.reason in text
    for value in (profile.strengths.stale, profile.strengths.deed_claimed, profile.degree.other_field):
        assert share(value) in text
    assert "CC BY 4.0" in text
    assert "{" not in text
    asked = max(requirement.years for requirement in profile.requirements)
    assert (f"count up to {asked}, in months" in text) == bool(asked)


@pytest.mark.parametrize(
    ("value", "text"), [(0, "0.0"), (1000, "1.0"), (960, "0.96"), (500, "0.5"), (817, "0.817"), (50, "0.05")]
)
def test_shares_are_written_without_needless_zeros(value: int, text: str) -> None:
    assert share(value) == text


def test_lists_are_written_as_people_say_them() -> None:
    assert [join(["a"]), join(["a", "b"]), join(["a", "b", "c"])] == ["a", "a and b", "a, b and c"]
