"""A report as JSON by the contract `rolefit.report/1`: plain dictionaries, and one ASCII line a file."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from desktop.messages import message_for
from matching.fit.report import FitReport, Gap, GroupResult, RequirementResult, SalaryExpectation, UnreadReport
from matching.months import YearMonth
from matching.reading.document import Box, Notice
from matching.reading.resume import Evidence, Position, RejectedMention, Resume, SkillFinding, Where

SCHEMA = "rolefit.report/1"

Json = dict[str, Any]


def report_as_dict(report: FitReport | UnreadReport) -> Json:
    """The report as the contract's object, in a fixed order of keys. Points become numbers with one decimal."""
    return _unread(report) if isinstance(report, UnreadReport) else _read(report)


def report_as_line(report: FitReport | UnreadReport) -> str:
    """The report as one line of JSON Lines, ASCII-escaped, without a line end."""
    return json.dumps(report_as_dict(report), ensure_ascii=True, separators=(", ", ": "))


def _points(tenths: int) -> float:
    return tenths / 10


def _box(box: Box) -> list[float]:
    return [round(value, 2) for value in box]


def _evidence(items: Sequence[Evidence]) -> list[Json]:
    return [{"page": e.page, "box": _box(e.box), "text": e.text, "quote": e.quote} for e in items]


def _notice(notice: Notice) -> Json:
    return {"code": notice.code.value, "page": notice.page, "text": notice.text}


def _engine(version: str, role: str, edition: str, variant: str, as_of: YearMonth) -> Json:
    return {"version": version, "role": role, "variant": variant or None, "edition": edition, "as_of": str(as_of)}


def _unread(report: UnreadReport) -> Json:
    return {
        "schema": SCHEMA,
        "engine": _engine(report.engine_version, report.role, report.edition, "", report.as_of),
        "document": {
            "name": report.name,
            "path": report.path,
            "sha256": report.sha256 or None,
            "pages": report.pages,
            "pages_read": 0,
            "notices": [],
        },
        "problem": {"code": report.problem.value, "text": message_for(report.problem).text},
        "resume": None,
        "fit": None,
        "gaps": None,
        "salary": None,
    }


def _read(report: FitReport) -> Json:
    match, document = report.match, report.document
    return {
        "schema": SCHEMA,
        "engine": _engine(report.engine_version, match.role, match.edition, match.variant, report.as_of),
        "document": {
            "name": document.name,
            "path": document.path,
            "sha256": document.sha256,
            "pages": document.page_count,
            "pages_read": len(document.pages),
            "notices": [_notice(n) for n in report.notices],
        },
        "problem": None,
        "resume": _resume(report.resume),
        "fit": {
            "score": _points(match.score),
            "low": _points(match.low),
            "high": _points(match.high),
            "band": match.band.value,
            "role_name": match.role_name,
            "groups": [_group(g) for g in match.groups],
            "variants": [{"id": v.id, "name": v.name, "score": _points(v.score)} for v in match.variants],
            "market": [{"skill": i, "name": name, "found": found} for i, name, found in match.market],
        },
        "gaps": [_gap(g) for g in report.gaps],
        "salary": _salary(report.salary),
        "health": [
            {
                "id": h.id,
                "title": h.title,
                "reason": h.reason,
                "remedy": h.remedy,
                "page": h.page,
                "box": _box(h.box) if h.box else [],
            }
            for h in report.health
        ],
    }


def _resume(resume: Resume) -> Json:
    contact = resume.contact
    return {
        "name": contact.name or None,
        "emails": list(contact.emails),
        "phones": list(contact.phones),
        "links": list(contact.links),
        "place": contact.place or None,
        "years_experience": resume.years_experience,
        "years_backend": resume.years_backend,
        "level": resume.level.value,
        "level_reasons": list(resume.level_reasons),
        "positions": [_position(p) for p in resume.positions],
        "education": [
            {"level": e.level or None, "field": e.field or None, "school": e.school or None, "year": e.year, "page": e.page}
            for e in resume.education
        ],
        "certifications": [c.name for c in resume.certifications],
        "spoken_languages": list(resume.spoken_languages),
        "skills": [_skill(s, resume) for s in resume.skills],
        "rejected": [_rejected(r) for r in resume.rejected],
        "activities": [
            {"kind": a.kind, "where": _where(a.where), "has_figure": a.has_figure, "evidence": _evidence(a.evidence)}
            for a in resume.activities
        ],
    }


def _position(position: Position) -> Json:
    return {
        "title": position.title or None,
        "company": position.company or None,
        "place": position.place or None,
        "kind": position.kind.value,
        "start": str(position.start) if position.start else None,
        "end": "present" if position.present else str(position.end) if position.end else None,
        "months": position.months,
        "backend": position.backend,
        "page": position.page,
    }


def _where(where: Where) -> str:
    return "other" if where is Where.CERTIFICATE else where.value


def _skill(skill: SkillFinding, resume: Resume) -> Json:
    mentions = skill.mentions
    if not mentions:  # an implied skill shows the words that imply it
        mentions = tuple(m for s in resume.skills if s.id in skill.implied_by for m in s.mentions)
    result = {
        "id": skill.id,
        "name": skill.name,
        "category": skill.category,
        "how": skill.how.value,
        "where": _where(skill.where),
        "months": skill.months,
        "last_used": str(YearMonth.from_index(skill.last_used)) if skill.last_used is not None else None,
        "implied_by": list(skill.implied_by),
        "evidence": _evidence([e for m in mentions for e in m.evidence]),
    }
    if skill.read_as:
        result["read_as"] = skill.read_as
    if skill.corrected:
        result["corrected"] = True
    return result


def _rejected(mention: RejectedMention) -> Json:
    place = mention.evidence
    return {
        "text": mention.text,
        "skill": mention.skill,
        "reason": mention.reason,
        "page": place.page,
        "box": _box(place.box),
        "quote": place.quote,
    }


def _group(group: GroupResult) -> Json:
    return {
        "id": group.id,
        "name": group.name,
        "points": _points(group.points),
        "out_of": _points(group.out_of),
        "requirements": [_requirement(r) for r in group.requirements],
    }


def _requirement(requirement: RequirementResult) -> Json:
    return {
        "id": requirement.id,
        "name": requirement.name,
        "points": _points(requirement.points),
        "out_of": _points(requirement.out_of),
        "low": _points(requirement.low_points),
        "high": _points(requirement.high_points),
        "strength": requirement.strength / 1000,
        "state": requirement.state.value,
        "why": requirement.why,
        "evidence": _evidence(requirement.evidence),
        "sources": [{"guide": s.guide, "title": s.title, "phrase": s.phrase} for s in requirement.sources],
    }


def _gap(gap: Gap) -> Json:
    return {
        "requirement": gap.requirement,
        "name": gap.name,
        "points": _points(gap.points),
        "kind": gap.kind.value,
        "effort": gap.effort.value,
        "advice": gap.advice,
    }


def _salary(salary: SalaryExpectation) -> Json:
    if not salary.available:
        return {"available": False, "why": salary.why}
    official = salary.official
    return {
        "available": True,
        "currency": salary.currency,
        "place": salary.place,
        "level": salary.level,
        "base": salary.base,
        "centre": salary.centre,
        "likely": list(salary.likely),
        "wide": list(salary.wide),
        "factors": [{"name": f.name, "value": f.value, "text": f.text, "source": f.source} for f in salary.factors],
        "official": {
            "p25": official.p25,
            "p50": official.p50,
            "p75": official.p75,
            "text": official.text,
            "source": official.source,
        }
        if official
        else None,
        "guides": [
            {"low": g.low, "high": g.high, "stated": list(g.stated), "guide": g.guide, "title": g.title, "phrase": g.phrase}
            for g in salary.guides
        ],
        "remarks": list(salary.remarks),
    }
