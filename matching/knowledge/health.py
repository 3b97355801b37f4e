"""What to tell about faults of a résumé's page: texts and limits of `resources/health/findings.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache

from matching.knowledge.role_tables import read_table

SEVERITIES = ("hint", "warning")


@dataclass(frozen=True, slots=True)
class FindingText:
    """Title, reason and remedy of one kind of finding, with places to fill in; severity "hint" or "warning"."""

    title: str
    reason: str
    remedy: str
    severity: str


@dataclass(frozen=True, slots=True)
class HealthLimits:
    """From where on something is worth telling; units stand in the facts file."""

    many_pages: int
    many_pages_early: int
    early_years: int
    few_words: int
    unreadable_percent: int
    picture_percent: int
    picture_words: int
    results_sentences: int
    results_percent: int
    names_shown: int


@dataclass(frozen=True, slots=True)
class HealthFacts:
    """Limits, texts by kind of finding, and for categories of skills those that show them as well."""

    limits: HealthLimits
    findings: Mapping[str, FindingText]
    covered: Mapping[str, tuple[str, ...]]


@cache
def load_health() -> HealthFacts:
    """The texts and limits. Raises FactError for a mistake in them."""
    table = read_table("health", "findings.toml")
    limits = table.sub("limits")
    findings = {}
    for name, entry in table.subs("finding"):
        if entry.text("severity") not in SEVERITIES:
            raise entry.mistake("severity", f"neither of {', '.join(SEVERITIES)}")
        findings[name] = FindingText(entry.text("title"), entry.text("reason"), entry.text("remedy"), entry.text("severity"))
    covered = {name: table.sub("covered").texts(name) for name in table.sub("covered").names()}
    return HealthFacts(HealthLimits(**{f.name: limits.number(f.name) for f in fields(HealthLimits)}), findings, covered)
