"""Numbers and dates in words, by the user's locale. Points arrive as whole tenths."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QDate, QLocale, Qt
from PySide6.QtGui import QFontMetrics

from desktop.style.theme import theme
from matching.fit.report import Band, FitReport, GapKind, ProfileMatch, State
from matching.months import YearMonth
from matching.reading.document import HiddenReason
from matching.reading.resume import Level, Where

DOLLARS = "USD"  # the currency of all official figures; only a base of one's own has another


def wrapped_height(text: str, width: int, role: str) -> int:
    """How high a text is in a type role, wrapped to `width` pixels. Kept, because a view asks for each row many times."""
    return _wrapped_height(text, width, role, theme().scale)


@lru_cache(maxsize=2000)
def _wrapped_height(text: str, width: int, role: str, _scale: float) -> int:
    metrics = QFontMetrics(theme().font(role))
    return metrics.boundingRect(0, 0, width, 10_000, int(Qt.TextFlag.TextWordWrap), text).height()


def points(tenths: int) -> str:
    """123 → "12.3"."""
    return QLocale().toString(tenths / 10, "f", 1)


def whole(tenths: int) -> int:
    """The whole figure for large type: rounded down (scoring rule 8)."""
    return tenths // 10


def money(amount: float, currency: str = DOLLARS) -> str:
    """An amount to the nearest thousand: 123400 → "$123k", of another currency "123k EUR"."""
    thousands = QLocale().toString(round(amount / 1000))
    if currency == DOLLARS:
        return QCoreApplication.translate("words", "${thousands}k").format(thousands=thousands)
    text = QCoreApplication.translate("words", "{thousands}k {currency}")
    return text.format(thousands=thousands, currency=currency_code(currency)).rstrip()


def money_range(low: float, high: float, currency: str = DOLLARS) -> str:
    text = QCoreApplication.translate("words", "{low} to {high}")
    return text.format(low=money(low, currency), high=money(high, currency))


def currency_code(currency: str) -> str:
    """A currency as it is written behind an amount; nothing where it is not known, which a result says with "?"."""
    return "" if currency == "?" else " ".join(currency.split())[:12]


def percent(number: int) -> str:
    """64 → "64%", in German "64 %"."""
    return QCoreApplication.translate("words", "{number}%").format(number=QLocale().toString(number))


def month(index: int) -> str:
    """A month index as "Mar 2021"."""
    at = YearMonth.from_index(index)
    return QLocale().toString(QDate(at.year, at.month, 1), "MMM yyyy")


def years(months: int) -> str:
    """A length in months as "4.5 years"."""
    text = QLocale().toString(months / 12, "f", 1)
    return QCoreApplication.translate("words", "{years} years").format(years=text)


def band_name(band: Band) -> str:
    return {
        Band.EARLY: QCoreApplication.translate("words", "Early"),
        Band.CLOSE: QCoreApplication.translate("words", "Close"),
        Band.STRONG: QCoreApplication.translate("words", "Strong"),
    }[band]


def verdict(score: int) -> str:
    """ "Close fit, 6.0 points below strong" from tenths."""
    if score >= 750:
        return QCoreApplication.translate("words", "Strong fit")
    if score >= 500:
        text = QCoreApplication.translate("words", "Close fit, {points} points below strong")
        return text.format(points=points(750 - score))
    text = QCoreApplication.translate("words", "Early fit, {points} points below close")
    return text.format(points=points(500 - score))


def found_count(match: ProfileMatch) -> tuple[int, int]:
    """(requirements with points, all requirements)."""
    return sum(r.points > 0 for r in match.requirements), len(match.requirements)


def state_name(state: State) -> str:
    return {
        State.MET: QCoreApplication.translate("words", "found"),
        State.PARTLY: QCoreApplication.translate("words", "partly"),
        State.NOT_FOUND: QCoreApplication.translate("words", "not found"),
    }[state]


def gap_name(kind: GapKind) -> str:
    return {
        GapKind.MISSING: QCoreApplication.translate("words", "not found"),
        GapKind.LISTED_ONLY: QCoreApplication.translate("words", "listed only"),
        GapKind.STALE: QCoreApplication.translate("words", "last used long ago"),
        GapKind.PARTLY: QCoreApplication.translate("words", "partly"),
    }[kind]


def level_name(level: Level) -> str:
    return {
        Level.JUNIOR: QCoreApplication.translate("words", "junior"),
        Level.MID: QCoreApplication.translate("words", "mid"),
        Level.SENIOR: QCoreApplication.translate("words", "senior"),
        Level.LEAD: QCoreApplication.translate("words", "lead"),
        Level.OTHER: QCoreApplication.translate("words", "other work"),
    }[level]


def where_name(where: Where) -> str:
    return {
        Where.EXPERIENCE: QCoreApplication.translate("words", "used in a job"),
        Where.PROJECT: QCoreApplication.translate("words", "used in a project"),
        Where.CERTIFICATE: QCoreApplication.translate("words", "certified"),
        Where.SKILLS: QCoreApplication.translate("words", "listed only"),
        Where.SUMMARY: QCoreApplication.translate("words", "named in the summary"),
        Where.EDUCATION: QCoreApplication.translate("words", "named in education"),
        Where.OTHER: QCoreApplication.translate("words", "named elsewhere"),
    }[where]


def hidden_name(reason: HiddenReason) -> str:
    return {
        HiddenReason.COLOUR: QCoreApplication.translate("words", "in the colour of its background"),
        HiddenReason.SIZE: QCoreApplication.translate("words", "too small to see"),
        HiddenReason.RENDER_MODE: QCoreApplication.translate("words", "drawn invisibly"),
        HiddenReason.OFF_PAGE: QCoreApplication.translate("words", "outside the page"),
        HiddenReason.CLIPPED: QCoreApplication.translate("words", "cut away"),
        HiddenReason.COVERED: QCoreApplication.translate("words", "covered by something"),
        HiddenReason.LAYER_OFF: QCoreApplication.translate("words", "on a layer that is switched off"),
        HiddenReason.TRANSPARENT: QCoreApplication.translate("words", "fully transparent"),
    }[reason]


def strength_note(report: FitReport, requirement: str) -> str:
    """How the best evidence of a requirement stands in the résumé: "used in a job", "listed only" …"""
    result = next((r for r in report.match.requirements if r.id == requirement), None)
    if result is None or not result.evidence:
        return ""
    order = list(Where)
    counted = set(result.fulfilled_by)
    places = [s.where for s in report.resume.skills if s.id in counted]
    places += [a.where for a in report.resume.activities if a.kind in counted]
    return where_name(min(places, key=order.index)) if places else ""


def quoted(text: str) -> str:
    """Words of somebody else's between the language's own marks."""
    return _quoted(text, QLocale().name())


@lru_cache(maxsize=4096)
def _quoted(text: str, _language: str) -> str:
    return QLocale().quoteString(text)


def joined(names: Sequence[str]) -> str:
    """Names parted by commas."""
    return ", ".join(names)


def tr_found(found: int, of: int) -> str:
    """ "5 of 6"."""
    return QCoreApplication.translate("words", "{found} of {of}").format(found=found, of=of)


def whole_money(amount: int, currency: str = DOLLARS) -> str:
    """A whole amount: "$150,000", of another currency "150,000 EUR"."""
    figure = QLocale().toString(amount)
    if currency == DOLLARS:
        return QCoreApplication.translate("words", "${amount}").format(amount=figure)
    return f"{figure}\u00a0{currency_code(currency)}".rstrip()


def figures(text: str) -> str:
    """Figures that read from left to right in every language: "8.3 / 11.0" and "+4.1" are not turned round."""
    return f"\u2066{text}\u2069"
