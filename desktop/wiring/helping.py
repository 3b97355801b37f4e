"""What the help shows: the written topics, the score's rules from the role profile, and the open result on paper."""

from __future__ import annotations

from dataclasses import replace

from desktop.windows.help_dialog import HelpPage
from matching.fit.explain import HelpSection, how_the_score_works, worked_example
from matching.fit.report import FitReport
from matching.knowledge.help import HelpTopic, help_topics
from matching.knowledge.phrases import said
from matching.knowledge.roles import load_role


def help_pages(language: str, report: FitReport | None, title: str = "") -> tuple[HelpPage, ...]:
    """All pages in `language`, for the role of `report` or the usual one.

    What is generated from the role profile stands under the topic about the score, and the whole reckoning of the open
    result under the one with an example.
    """
    profile = load_role(report.match.role) if report else load_role()
    pages = [_page(topic) for topic in help_topics(language, profile.id)]
    rules = tuple(_part(section, language) for section in how_the_score_works(profile))
    examples = (_part(worked_example(report.match, title), language),) if report else ()
    more = {"score": rules, "example": examples}
    return tuple(replace(page, parts=more.get(page.id, ())) for page in pages)


def _page(topic: HelpTopic) -> HelpPage:
    return HelpPage(topic.id, topic.title, topic.paragraphs, commands=topic.commands)


def _part(section: HelpSection, language: str) -> HelpPage:
    """A generated section in `language`."""
    rows = tuple(tuple(said(cell, language) for cell in row) for row in section.rows)
    paragraphs = tuple(said(paragraph, language) for paragraph in section.paragraphs)
    return HelpPage(section.id, said(section.title, language), paragraphs, rows)
