"""Salary expectation: area median x experience x company size, with bands, the official table and the guides' figures.

The model is decided in the domain notes; every ratio and spread stands in `resources/salaries/tables.toml` with its source.
Fit does not move pay: nothing here looks at the score. Money is US dollars a year, base pay before tax.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from matching.fit.report import Factor, GuidePay, OfficialPay, SalaryExpectation
from matching.knowledge.places import Place, PlaceKind, find_place
from matching.knowledge.salaries import Area, Percentiles, SalaryTables, Spread, step_for
from matching.reading.resume import Resume

DEFAULT_PLACE = "your default place"


@dataclass(frozen=True, slots=True)
class SalaryQuestion:
    """What the expectation should assume; None means: what the résumé says, or neutral.

    Args:
        place: a place as written, or an area's name.
        area: an official area's code; goes before `place`.
        default_area: an area's code to use where neither a question nor the résumé names a place.
        years: years of back-end work; only whole completed years count (scoring rule 11).
        level: a preset to look around with: mid, senior or lead; goes before `years`.
        company_size: people in the company.
        base: "official" (area median) or "guides" (the role guides' 120,000).
        local_base: yearly pay of one's own for a place without data, in `local_currency`.
    """

    place: str | None = None
    area: str | None = None
    years: float | None = None
    level: str | None = None
    company_size: int | None = None
    base: str = "official"
    local_base: int | None = None
    local_currency: str = ""
    default_area: str | None = None


@dataclass(frozen=True, slots=True)
class OfferPlace:
    """Where an amount lies: `band` is below_wide, below_likely, likely, above_likely or above_wide; text in two sentences."""

    band: str
    text: str
    official_text: str


def expect_salary(question: SalaryQuestion, resume: Resume, tables: SalaryTables) -> SalaryExpectation:
    """The expected range for place, years and company size. Unavailable, with the reason, outside the United States."""
    place = _place(question, resume, tables)
    level = question.level or resume.level.value
    if place.kind is PlaceKind.ABROAD and question.local_base is None:
        return SalaryExpectation(available=False, why=_why_abroad(place), place=place.written, level=level, base=question.base)
    years = _whole_years(question, resume, tables)
    factors = tuple(_factors(question, place, years, tables))
    centre = 1.0
    for factor in factors:
        centre *= factor.value
    spread = tables.spread if years is not None else tables.spread_unknown_years
    local = place.kind is PlaceKind.ABROAD
    return SalaryExpectation(
        available=True,
        currency=question.local_currency or "?" if local else "USD",
        place=place.area.name if place.area else place.written if local else tables.text["currency.place"],
        default_place=place.reason == DEFAULT_PLACE,
        level=level,
        base="local" if local else question.base,
        centre=_thousands(centre),
        likely=_band(centre, spread.likely),
        wide=_band(centre, spread.wide),
        factors=factors,
        official=None if local else _official(place.area, tables),
        guides=() if local else _guides(place.area, tables),
        remarks=tuple(_remarks(place, years, spread, _thousands(centre), question, tables)),
    )


def _thousands(dollars: float) -> int:
    """Rounded half up to 1,000 dollars. The tiny addition keeps 147,500.0 from falling to 147,499.999…"""
    return int((dollars + 1e-6) / 1000 + 0.5) * 1000


def _band(centre: float, factors: tuple[float, float]) -> tuple[int, int]:
    return _thousands(centre * factors[0]), _thousands(centre * factors[1])


def _place(question: SalaryQuestion, resume: Resume, tables: SalaryTables) -> Place:
    if question.area is not None:
        area = tables.areas[question.area]
        return Place(area.name, PlaceKind.AREA, area, "chosen")
    written = question.place if question.place is not None else resume.contact.place
    if question.default_area is not None and not written.strip():
        area = tables.areas[question.default_area]
        return Place(area.name, PlaceKind.AREA, area, DEFAULT_PLACE)
    by_name = next((area for area in tables.areas.values() if area.name == written), None)
    return Place(written, PlaceKind.AREA, by_name, "chosen") if by_name else find_place(written)


def _why_abroad(place: Place) -> str:
    return (
        f"{place.reason}. The guides and the open data here cover the United States only, and converting by exchange rate or "
        "price level would mislead, so no figure is given. You can enter a local base of your own."
    )


def _whole_years(question: SalaryQuestion, resume: Resume, tables: SalaryTables) -> int | None:
    if question.level is not None and question.level in tables.level_years:
        return tables.level_years[question.level]
    if question.years is not None:
        return int(question.years)
    return None if resume.months_backend is None else resume.months_backend // 12


def _factors(question: SalaryQuestion, place: Place, years: int | None, tables: SalaryTables) -> Iterator[Factor]:
    yield from _base(question, place, tables)
    yield _experience(years, question, tables)
    yield _size(question.company_size, tables)


def _base(question: SalaryQuestion, place: Place, tables: SalaryTables) -> Iterator[Factor]:
    text = tables.text
    if place.kind is PlaceKind.ABROAD:
        yield Factor("Base", float(question.local_base or 0), "the local base you entered", "entered by you")
        return
    if question.base == "guides":
        named = "guides 000 and 001: “" + "”, “".join(g.phrase for g in tables.guides[:2]) + "”"
        yield Factor("Base", float(tables.guides_base), text["guides_base.text"], named)
        factor = tables.location_factor(place.area)
        where = _by_name(place, place.area) if place.area else f"the country as a whole, because {place.reason}"
        told = f"x {factor:.3f} for {where}: mean pay of software developers there over the national mean"
        yield Factor("Place", factor, told, text["areas.source"])
    elif place.area:
        where = _by_name(place, place.area)
        told = f"{_money(place.area.percentiles.p50)}, the median of software developers in {where} (derived)"
        yield Factor("Base", float(place.area.percentiles.p50), told, text["areas.source"])
    else:
        told = f"{_money(tables.national.p50)}, the national median of software developers, because {place.reason}"
        yield Factor("Base", float(tables.national.p50), told, text["national.source"])


def _by_name(place: Place, area: Area) -> str:
    return f"{area.name}, {DEFAULT_PLACE}" if place.reason == DEFAULT_PLACE else area.name


def _experience(years: int | None, question: SalaryQuestion, tables: SalaryTables) -> Factor:
    source = tables.text["experience.source"]
    if years is None:
        return Factor("Experience", 1.0, "x 1.000: the years are not known, so the band is wider", source)
    step = step_for(tables.experience, min(years, tables.experience[-1].last))
    span = f"{step.first} to {step.last}" if step is not tables.experience[-1] else f"{step.first} and more"
    own = {True: f"as a {question.level} would have", False: "of back-end work"}[question.level in tables.level_years]
    whole = "1 whole year" if years == 1 else f"{years} whole years"
    return Factor("Experience", step.ratio, f"x {step.ratio:.3f} for {whole} {own} (step {span})", source)


def _size(people: int | None, tables: SalaryTables) -> Factor:
    source = tables.text["company_size.source"]
    if people is None:
        return Factor("Company size", 1.0, "x 1.000: not stated", source)
    step = step_for(tables.company_size, people)
    last = f"to {step.last:,}" if step is not tables.company_size[-1] else "and more"
    span = "1 person" if step.last == 1 else f"{step.first:,} {last} people"
    return Factor("Company size", step.ratio, f"x {step.ratio:.3f} for a company of {span}", source)


def _money(dollars: float) -> str:
    return f"${dollars:,.0f}"


def percentiles_of(area: Area | None, tables: SalaryTables) -> Percentiles:
    """Quarter points and tails of an area (derived), or of the country (published)."""
    return area.percentiles if area else tables.national


def _official(area: Area | None, tables: SalaryTables) -> OfficialPay:
    points = percentiles_of(area, tables)
    p25, p50, p75 = (_thousands(p) for p in (points.p25, points.p50, points.p75))
    name = area.name if area else "the United States"
    period = tables.text["areas.period"] if area else tables.text["national.period"]
    how = "derived from official wage levels" if area else "as published"
    text = (
        f"Official check: in {period} half of all software developers in {name} earned {_money(p25)} to {_money(p75)} ({how})."
    )
    if points.p90 > tables.cap:
        text += " " + tables.text["areas.cap_note"]
    source = tables.text["areas.source"] if area else tables.text["national.source"]
    return OfficialPay(p25, p50, p75, text, source, _thousands(points.p10), _thousands(points.p90))


def _guides(area: Area | None, tables: SalaryTables) -> tuple[GuidePay, ...]:
    factor = tables.location_factor(area)
    return tuple(
        GuidePay(_thousands(g.stated[0] * factor), _thousands(g.stated[1] * factor), g.stated, g.guide, g.title, g.phrase)
        for g in tables.guides
    )


def _remarks(
    place: Place, years: int | None, spread: Spread, centre: int, question: SalaryQuestion, tables: SalaryTables
) -> Iterator[str]:
    yield "A guide, not an offer: yearly base pay before tax, without bonus, shares or benefits."
    if place.reason == DEFAULT_PLACE:
        yield f"The résumé names no place, so {DEFAULT_PLACE} is used: {place.written}."
    if place.kind is PlaceKind.ABROAD:
        yield "The ratios for experience and company size come from the United States; beside a local base they help roughly."
    else:
        yield _comparison(place.area, tables)
    if years is not None and years < tables.role_years:
        yield (
            f"The guides put this role at {tables.role_years} or more years (“{tables.text['role_years.phrase']}”); "
            f"with {years} whole years the figure is for work below it."
        )
    if years is None:
        yield "The résumé gives no dates, so no factor for experience is used and the band is wider."
    yield (
        f"The likely band holds about half of people alike on these points (x {spread.likely[0]} to x {spread.likely[1]}), "
        f"the wide band eight in ten (x {spread.wide[0]} to x {spread.wide[1]}); "
        f"spread on the log scale {spread.s}: {spread.parts}."
    )
    yield f"{tables.text['spread.tested']} {tables.text['spread.judgement']}"
    yield "Fit does not move this figure. Place, years or level, and company size do."
    if place.kind is not PlaceKind.ABROAD:
        yield _outlook(tables)


def _comparison(area: Area | None, tables: SalaryTables) -> str:
    """How the guides' figures compare with the official median, and which is older (domain notes 2.2 and 2.4)."""
    factor = tables.location_factor(area)
    guides, official = _thousands(tables.guides_base * factor), _thousands(percentiles_of(area, tables).p50)
    ratio = round((guides / official - 1) * 100)
    if ratio:
        told = f"{abs(ratio)} % {'below' if ratio < 0 else 'above'} the official median of {_money(official)}"
    else:
        told = f"level with the official median of {_money(official)}"
    return (
        f"The guides' {_money(tables.guides_base)}, {_money(guides)} for this place, lies {told}; "
        f"the guides are undated and evidently older than the official figures of {tables.text['national.period']}."
    )


def _outlook(tables: SalaryTables) -> str:
    parts = [f"{o.growth_percent} % for {o.period} ({o.group}; {o.source})" for o in tables.outlook]
    return "Outlook for jobs in the United States: " + "; then ".join(parts) + "."


def place_offer(amount: int, expectation: SalaryExpectation, tables: SalaryTables) -> OfferPlace:
    """Where what a person earns or was offered (in the expectation's currency) lies in the band and in the official table."""
    (likely_low, likely_high), (wide_low, wide_high) = expectation.likely, expectation.wide
    if amount < wide_low:
        band, text = "below_wide", "lies below the wide band: fewer than one in ten people alike on these points earn less"
    elif amount < likely_low:
        band, text = "below_likely", "lies in the lower part, below the likely band"
    elif amount <= likely_high:
        side = "above" if amount > expectation.centre else "below" if amount < expectation.centre else "at"
        band, text = "likely", f"lies in the likely band, {side} its centre"
    elif amount <= wide_high:
        band, text = "above_likely", "lies in the upper part, above the likely band"
    else:
        band, text = "above_wide", "lies above the wide band: fewer than one in ten people alike on these points earn more"
    return OfferPlace(band, f"{amount:,} {text}.", _offer_in_table(amount, expectation))


def _offer_in_table(amount: int, expectation: SalaryExpectation) -> str:
    official = expectation.official
    if official is None:
        return "There is no official table for this place."
    steps = ((official.p10, "tenth"), (official.p25, "quarter"), (official.p50, "half"), (official.p75, "three quarters"))
    passed = [name for point, name in steps if point is not None and amount >= point]
    if official.p90 is not None and amount >= official.p90:
        passed.append("nine tenths")
    if not passed:
        return "In the official table it lies among the lowest-paid tenth of software developers there."
    share = {"tenth": "a tenth", "quarter": "a quarter"}.get(passed[-1], passed[-1])
    return f"In the official table at least {share} of software developers there earn less or as much."
