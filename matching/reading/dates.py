"""Dates and spans of time in a line of a résumé, and the months they stand for (scoring rule 5).

A `DateSpan` knows where in the text it stands, so that the rest of the line can be read without it. Durations ("3 years"),
phone numbers, versions and plain figures are no dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from matching.knowledge.headings import DateWords, heading_words
from matching.months import MonthSpan, YearMonth
from matching.reading.resume import DatePoint

_CENTURY_TURN = 60  # two-digit years from here on are of the last century
_SEASON_MONTHS, _HALF_MONTHS = 3, 6
_YEAR_START, _YEAR_END, _SINGLE_YEAR_END = 7, 6, 12


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A span or single date as written at `text[begin:stop]`. `end` is None where `present`, `start` where only the end is
    given. `single` says that one date alone stands there."""

    start: DatePoint | None
    end: DatePoint | None
    present: bool
    begin: int
    stop: int
    single: bool = False


@dataclass(frozen=True, slots=True)
class _Point:
    """A date as scanned. `strong` dates stand by themselves; weak ones ("Sep 15", "03/18") need the other end of a span."""

    year: int
    month: int | None
    begin: int
    stop: int
    strong: bool
    last_month: int | None = None  # of a season
    day_first: bool | None = None


def _choice(words: Iterable[str]) -> str:
    return "|".join(
        re.escape(word).replace(r"\ ", r"\s+").replace("'", "['’]") for word in sorted(words, key=lambda w: (-len(w), w))
    )


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Patterns for points, a month or season without year, the sign between two points, "present", "since", "onwards", and
    "present" with its sign before a point."""
    words = heading_words().dates
    names = _choice([*words.months, *words.seasons, *words.halves])
    between = _choice(words.between)
    point = rf"""
        (?<![\w./'’$€£#])(?:
          (?:(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|er|\.|º)?\s+(?:(?:{between})\s+)?)?(?P<name>{names})\b\.?
             (?:\s+(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?\s*,)?
             (?:\s*[,/\-–.]\s*|\s+(?:{between})\s*|\s*)(?:(?P<year>(?:18|19|20)\d\d)(?P<turn>/(?:20)?\d\d(?!\d))?|['’‘´`](?P<tick>\d\d)|(?P<short>\d\d))
        | (?P<sy>(?:18|19|20)\d\d)[\s,/\-]{{0,2}}(?P<sn>{names})\b\.?(?!\s*[,'’/]?\s*\d)
        | (?<![A-Za-z][\-–])(?:
          (?P<d>\d{{1,2}})(?P<sep>[./\-])(?P<m>\d{{1,2}})(?P=sep)(?P<y>(?:19|20)\d\d|\d\d)
        | (?P<iy>(?:18|19|20)\d\d)\s?[\-/.]\s?(?P<im>0[1-9]|1[0-2]|[1-9](?=\s|$|\W))(?:[\-/.](?:0[1-9]|[12]\d|3[01]))?
        | (?P<nm>0?[1-9]|1[0-2])\s?[/.\-]\s?(?:(?P<ny>(?:18|19|20)\d\d)|['’]?(?P<ns>\d\d))
        | (?P<only>(?:18|19|20)\d\d)
        | ['’‘´`](?P<tickonly>\d\d)
        ))(?![\d%€$£+]|[.,:/]\d|\s?(?:%|€|\$)|(?<=\d)[a-z])"""
    flags = re.IGNORECASE | re.VERBOSE
    return (
        re.compile(point, flags),
        re.compile(rf"(?<!\w)(?P<name>{names})\b\.?", re.IGNORECASE),
        re.compile(rf"\s*(?:[-–—‑‒―−~→>/]|[-–—]{{2,3}}|(?<!\w)(?:{_choice(words.until)})(?!\w))\s*", re.IGNORECASE),
        re.compile(
            rf"(?:(?:{_choice({*words.since, *words.until})})\s+)?(?<!\w)(?:{_choice(words.present)})(?!\w)\.?", re.IGNORECASE
        ),
        re.compile(rf"(?<!\w)(?P<word>{_choice(words.since)})\s+(?:(?:{_choice(['the', 'le', 'el'])})\s+)?$", re.IGNORECASE),
        re.compile(rf"\s*(?:[-–—]\s*(?:…|\.{{2,3}})?\s*(?=$|[|)\],;·•])|\b(?:{_choice(words.onwards)})\b\.?)", re.IGNORECASE),
        re.compile(rf"(?:^|[|(,;])\s*((?:{_choice(words.present)})(?!\w))\s*[-–—‑−]\s*$", re.IGNORECASE),
    )


def _full_year(two_digits: str) -> int:
    year = int(two_digits)
    return year + (1900 if year >= _CENTURY_TURN else 2000)


def _named(match: re.Match[str], words: DateWords, name: str, year: int, strong: bool) -> _Point:
    name = re.sub(r"\s+", " ", name.casefold())
    season, half = words.seasons.get(name), words.halves.get(name)
    month = season or half or words.months[name]
    last = (month + _SEASON_MONTHS - 1) if season else (month + _HALF_MONTHS - 1) if half else None
    return _Point(year, month, match.start(), match.end(), strong, last)


def _point(match: re.Match[str], words: DateWords) -> _Point | None:
    """The point that `match` of the point pattern means; None where its numbers are no date."""
    begin, stop = match.span()
    if name := match["name"]:
        if match["year"]:
            point = _named(match, words, name, int(match["year"]), True)
            return point if not match["turn"] or point.last_month else None  # "Winter 2019/20", but no "Jan 2019/20"
        return _named(match, words, name, _full_year(match["tick"] or match["short"]), bool(match["tick"]))
    if match["d"]:
        return _day_point(match)
    if match["iy"]:
        return _Point(int(match["iy"]), int(match["im"]), begin, stop, True)
    if match["nm"]:
        year = int(match["ny"]) if match["ny"] else _full_year(match["ns"])
        return _Point(year, int(match["nm"]), begin, stop, bool(match["ny"]))
    if match["sy"]:
        return _named(match, words, match["sn"], int(match["sy"]), True)
    if match["only"]:
        return _Point(int(match["only"]), None, begin, stop, True)
    return _Point(_full_year(match["tickonly"]), None, begin, stop, False)


def _day_point(match: re.Match[str]) -> _Point | None:
    """A date with its day: day first with dots or where the second number is over 12 only month first makes sense."""
    first, second = int(match["d"]), int(match["m"])
    year = int(match["y"]) if len(match["y"]) == 4 else _full_year(match["y"])
    day_first = True if first > 12 or match["sep"] == "." else False if second > 12 else None
    day, month = (first, second) if day_first is not False else (second, first)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return _Point(year, month, match.start(), match.end(), True, None, day_first)


def _swapped(point: _Point, text: str) -> _Point:
    """`point` read month first: what a slashed date means unless its other end shows that the day comes first."""
    first = re.match(r"\d+", text[point.begin :])
    month = int(first[0]) if first else point.month
    return _Point(point.year, month, point.begin, point.stop, point.strong)


def _settle_days(points: list[_Point], text: str) -> list[_Point]:
    """Decide slashed dates such as 03/04/2019: as another date of the line shows, else month first."""
    if not any(point.day_first is None and point.month and "/" in text[point.begin : point.stop] for point in points):
        return points
    shown = [point.day_first for point in points if point.day_first is not None]
    if True in shown:
        return points
    triple = re.compile(r"\d{1,2}[/-]\d{1,2}[/-]\d{2,4}")
    return [
        _swapped(point, text) if point.day_first is None and triple.fullmatch(text[point.begin : point.stop]) else point
        for point in points
    ]


def _date_point(point: _Point, text: str, late: bool) -> DatePoint:
    written = text[point.begin : point.stop].strip()
    month, year = point.month, point.year
    if late and point.last_month is not None:
        month, year = (point.last_month - 1) % 12 + 1, year + (point.last_month - 1) // 12
    return DatePoint(year, month, written)


def _may_hold_date(text: str) -> bool:
    return any(sign.isdigit() for sign in text)


def find_spans(text: str) -> tuple[DateSpan, ...]:
    """All spans and single dates of a line, from left to right. Nothing where the line has no figure."""
    if not _may_hold_date(text):
        return ()
    pattern = _patterns()[0]
    words = heading_words().dates
    points = [point for match in pattern.finditer(text) if (point := _point(match, words))]
    points = _settle_days(points, text)
    spans: list[DateSpan] = []
    index = 0
    while index < len(points):
        span, used = _span_at(points, index, text)
        if span:
            spans.append(span)
        index += used
    return tuple(spans)


def _span_at(points: list[_Point], index: int, text: str) -> tuple[DateSpan | None, int]:
    """The span that begins with `points[index]`, and how many points it takes."""
    point = points[index]
    _, _, between, present, since, onwards, now_before = _patterns()
    begin = _with_since(point.begin, text, since)
    start = _date_point(point, text, late=False)
    sign = between.match(text, point.stop)
    if sign and index + 1 < len(points) and points[index + 1].begin == _skip_words(text, sign.end(), points[index + 1].begin):
        following = points[index + 1]
        if _ordered(point, following) and not (sign[0].strip() in {"/", "e", "a", "and", ""} and point.month is None):
            return DateSpan(start, _date_point(following, text, late=True), False, begin, following.stop), 2
        more = between.match(text, following.stop)  # "2020/10 - | 2015/04 - 2020/09": the second span of two
        if _turned(point, following, sign[0].strip()) and not more:
            first = _date_point(following, text, late=False)
            return DateSpan(first, _date_point(point, text, late=True), False, begin, following.stop), 2
    if sign and (now := present.match(text, sign.end())):
        return DateSpan(start, None, True, begin, now.end()), 1
    if sign and (short := _short_year(point, text, sign.end())):
        return DateSpan(start, short[0], False, begin, short[1]), 1
    if latest_first := now_before.search(text, 0, point.begin):
        return DateSpan(start, None, True, latest_first.start(1), point.stop), 1
    earlier = _month_before(point, text)
    if earlier:
        return DateSpan(earlier[0], _date_point(point, text, late=True), False, earlier[1], point.stop), 1
    if not point.strong and not (begin < point.begin):
        return None, 1
    if _is_open(text, begin, point):
        return DateSpan(start, None, True, begin, _after_present(text, point.stop, present)), 1
    if tail := onwards.match(text, point.stop):
        return DateSpan(start, None, True, begin, tail.end()), 1
    return DateSpan(start, _date_point(point, text, late=True), False, point.begin, point.stop, single=True), 1


def _skip_words(text: str, position: int, target: int) -> int:
    """`target` where only a small word ("the", "el") or sign stands between; else `position`."""
    return (
        target
        if re.fullmatch(r"\s*(?:the|le|el|ca\.?|approx\.?|exp\.?|expected|\()?\s*", text[position:target], re.IGNORECASE)
        else position
    )


def _ordered(first: _Point, second: _Point) -> bool:
    return (first.year, first.month or 1) <= (second.year, second.last_month or second.month or 12)


def _turned(first: _Point, second: _Point, sign: str) -> bool:
    """Whether a span is written with its later end first ("March 2021 – Oct 2019"): both told alike, a dash between them."""
    alike = (first.month is None) == (second.month is None) and first.strong and second.strong
    return alike and sign in {"-", "–", "—", "‑", "−"} and _ordered(second, first)


def _with_since(begin: int, text: str, since: re.Pattern[str]) -> int:
    found = since.search(text, 0, begin)
    return found.start() if found else begin


def _is_open(text: str, begin: int, point: _Point) -> bool:
    word = re.sub(r"\s+", " ", text[begin : point.begin].strip().casefold())
    return bool(word) and any(word.startswith(entry) for entry in heading_words().dates.open_since)


def _after_present(text: str, position: int, present: re.Pattern[str]) -> int:
    found = re.match(r"\s*[-–,(]?\s*", text[position:])
    start = position + (found.end() if found else 0)
    now = present.match(text, start)
    return now.end() if now else position


def _short_year(point: _Point, text: str, position: int) -> tuple[DatePoint, int] | None:
    """The end of "2019–20": two figures after a four-figure year."""
    found = re.compile(r"(\d\d)(?![\d/.:%-])").match(text, position)
    if not found or point.month is not None or not re.search(r"\d{4}$", text[point.begin : point.stop]):
        return None
    year = point.year // 100 * 100 + int(found[1])
    if not point.year <= year <= point.year + 15:
        return None
    return DatePoint(year, None, found[1]), found.end()


def _month_before(point: _Point, text: str) -> tuple[DatePoint, int] | None:
    """The start of "Jan – Mar 2019": a month before the sign, its year being that of the end."""
    if point.month is None:
        return None
    _, month_only, between, *_ = _patterns()
    words = heading_words().dates
    for match in month_only.finditer(text, 0, point.begin):
        sign = between.match(text, match.end())
        if sign and sign.end() == point.begin and sign[0].strip():
            name = re.sub(r"\s+", " ", match["name"].casefold())
            month = words.seasons.get(name) or words.halves.get(name) or words.months[name]
            year = point.year if month <= point.month else point.year - 1
            return DatePoint(year, month, match[0]), match.start()
    return None


def resolve(span: DateSpan, as_of: YearMonth) -> MonthSpan | None:
    """The months of `span` by scoring rule 5; what lies in the future is cut at `as_of`, whose month never counts.

    None where the start is unknown.
    """
    if span.start is None:
        return None
    first, stop = _first_month(span.start), as_of.index
    if span.end is not None and not span.present:
        stop = _last_month(span.start, span.end) + 1
    stop = min(stop, as_of.index)
    return MonthSpan(first, max(first, stop))


def _first_month(start: DatePoint) -> int:
    return YearMonth(start.year, start.month or _YEAR_START).index


def _last_month(start: DatePoint, end: DatePoint) -> int:
    if end.month is not None:
        return YearMonth(end.year, end.month).index
    alone = end.year == start.year  # one year, or a month and its year: to the end of it
    return YearMonth(end.year, _SINGLE_YEAR_END if alone else _YEAR_END).index
