"""What a person can fix on the page, apart from the score: each finding with its place, reason and remedy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from matching.fit.report import HealthFinding
from matching.knowledge.activities import load_activities
from matching.knowledge.health import HealthFacts, load_health
from matching.reading.deed_sentences import Sentences
from matching.reading.document import Box, Document, Page
from matching.reading.resume import How, Resume, SkillFinding, Where
from matching.reading.text import shown

_SHOWN_IN = (Where.EXPERIENCE, Where.PROJECT, Where.CERTIFICATE)
_LISTED_IN = (Where.SKILLS, Where.SUMMARY)
_LONGEST_QUOTE = 60


def find_health(document: Document, resume: Resume) -> tuple[HealthFinding, ...]:
    """All findings: first what the file hides or hinders, then what the page lacks, then what could say more."""
    return tuple(_Checkup(document, resume, load_health()).findings())


class _Checkup:
    def __init__(self, document: Document, resume: Resume, facts: HealthFacts) -> None:
        self._document, self._resume = document, resume
        self._limits, self._texts, self._covered = facts.limits, facts.findings, facts.covered

    def findings(self) -> Iterator[HealthFinding]:
        for page in self._document.pages:
            yield from self._page(page)
        yield from self._contact()
        yield from self._jobs()
        yield from self._listed()
        yield from self._results()
        yield from self._length()

    def _say(self, id: str, page: int | None = None, box: Box | None = None, **words: object) -> HealthFinding:
        text = self._texts[id]
        return HealthFinding(id, text.title, text.reason.format(**words), text.remedy, page, box, text.severity)

    def _page(self, page: Page) -> Iterator[HealthFinding]:
        if page.hidden:
            first = page.hidden[0]
            yield self._say("hidden_text", page.number, first.box, names=_quoted(h.text for h in page.hidden))
        if _is_picture(page, self._limits.picture_percent, self._limits.picture_words):
            yield self._say("text_as_picture", page.number, _largest(page.images), pages=page.number)
        if page.unreadable_share * 100 >= self._limits.unreadable_percent:
            yield self._say("unreadable_fonts", page.number, pages=page.number)
        if page.columns_uncertain:
            yield self._say("mixed_columns", page.number, pages=page.number)

    def _contact(self) -> Iterator[HealthFinding]:
        contact = self._resume.contact
        if not contact.emails and not contact.phones:
            yield self._say("no_contact")
        elif contact.in_furniture:
            place = contact.evidence[0] if contact.evidence else None
            yield self._say("contact_in_furniture", place.page if place else None, place.box if place else None)

    def _jobs(self) -> Iterator[HealthFinding]:
        if not self._resume.positions:
            yield self._say("no_jobs")
        for position in self._resume.positions:
            if position.span is None:
                box = position.evidence[0].box if position.evidence else None
                yield self._say("undated_jobs", position.page, box, names=position.title or position.company)

    def _listed(self) -> Iterator[HealthFinding]:
        in_work = {skill.id: skill.category for skill in self._resume.skills if _shown(skill)}
        kinds = set(in_work.values())
        bare = [
            s
            for s in self._resume.skills
            if _only_listed(s) and not in_work.keys() & set(s.implied_by) and not kinds & set(self._covered.get(s.category, ()))
        ]
        if bare:
            names = [skill.name for skill in bare[: self._limits.names_shown]]
            more = f" and {len(bare) - len(names)} more" if len(bare) > len(names) else ""
            place = next((item for m in bare[0].mentions for item in m.evidence), None)
            where = (place.page, place.box) if place else (None, None)
            yield self._say("listed_never_shown", *where, names=", ".join(names) + more)

    def _results(self) -> Iterator[HealthFinding]:
        reader = Sentences(self._document, load_activities())
        sentences = [s for p in self._resume.positions for s in reader.of(sorted(p.bullets))]
        told = sum(s.has_figure for s in sentences)
        enough = len(sentences) >= self._limits.results_sentences
        if enough and told * 100 < len(sentences) * self._limits.results_percent:
            bare = next(s for s in sentences if not s.has_figure)
            line = self._document.lines[bare.pieces[0].token.line]
            yield self._say("few_results", line.page, line.box, count=told, of=len(sentences))

    def _length(self) -> Iterator[HealthFinding]:
        pages, limits = self._document.page_count, self._limits
        months = self._resume.months_experience
        early = months is not None and months < 12 * limits.early_years
        if pages > (limits.many_pages_early if early else limits.many_pages):
            yield self._say("long", pages=pages)
        words = sum(len(line.words) for line in self._document.lines)
        if words < limits.few_words:
            yield self._say("short", words=words)


def _quoted(texts: Iterable[str]) -> str:
    """The beginning of what was found, safe to show."""
    text = shown(" … ".join(" ".join(t.split()) for t in texts))
    return f"“{text[:_LONGEST_QUOTE]}…”" if len(text) > _LONGEST_QUOTE else f"“{text}”"


def _is_picture(page: Page, percent: int, words: int) -> bool:
    if page.recognised:
        return True
    covered = sum((x1 - x0) * (bottom - top) for x0, top, x1, bottom in page.images)
    few = sum(len(line.words) for line in page.lines) < words
    return few and covered * 100 >= page.width * page.height * percent


def _largest(images: tuple[Box, ...]) -> Box | None:
    return max(images, key=lambda b: (b[2] - b[0]) * (b[3] - b[1]), default=None)


def _shown(skill: SkillFinding) -> bool:
    return any(m.where in _SHOWN_IN and not m.negative for m in skill.mentions)


def _only_listed(skill: SkillFinding) -> bool:
    """Whether a skill was written in a list or summary and nowhere in work; deeds without tools ("teamwork") are no matter."""
    if skill.category == "soft_skill" or skill.how is How.IMPLIED or _shown(skill):
        return False
    return any(m.where in _LISTED_IN and not m.negative for m in skill.mentions)
