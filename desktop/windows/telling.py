"""What the window shows of a report in the window's language: the report itself stays English, for the store and the JSON."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QLocale

from desktop.cases.values import Case, WhatIf
from matching.fit.report import FitReport, SalaryExpectation
from matching.fit.retelling import report_in, salary_in
from matching.knowledge.phrases import said as said_in

_MOST = 8  # reports kept in the window's words: those that are looked at by turns
_told: dict[tuple[int, str], tuple[FitReport, FitReport]] = {}


def said(text: str) -> str:
    """A sentence of `matching` in the window's language."""
    return said_in(text, QLocale().name())


def told(report: FitReport) -> FitReport:
    """The report in the window's language, the same object for the same report; in English the report itself."""
    key = (id(report), QLocale().name())
    found = _told.get(key)
    if found is None or found[0] is not report:
        found = (report, report_in(report, key[1]))
        while len(_told) >= _MOST:
            del _told[next(iter(_told))]
        _told[key] = found
    return found[1]


def told_case(case: Case) -> Case:
    """The case with its reports in the window's language."""
    now = told(case.report) if case.report else None
    return replace(case, report=now, before=told(case.before) if case.before else None)


def told_salary(salary: SalaryExpectation) -> SalaryExpectation:
    return salary_in(salary, QLocale().name())


def told_what_if(what_if: WhatIf) -> WhatIf:
    return replace(what_if, parts=tuple((said(name), points) for name, points in what_if.parts))
