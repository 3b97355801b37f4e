"""The sentence that makes a number: says in plain words, with the figures, why a requirement earned its points."""

from __future__ import annotations

from collections.abc import Sequence

from matching.fit.strength import Place, Shown

_NUMBER_NAMES = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def tenths(points: int) -> str:
    """Tenths of a point as people write them: 123 is "12.3"."""
    return f"{points // 10}.{points % 10}"


def share(thousandths: int) -> str:
    """Thousandths as a decimal without needless zeros: 1000 is "1.0", 960 is "0.96"."""
    whole, rest = divmod(thousandths, 1000)
    return f"{whole}.{rest:03d}".rstrip("0").ljust(3, "0") if rest else f"{whole}.0"


def nothing(out_of: int) -> str:
    """The sentence where the résumé shows nothing."""
    return f"Not found in this résumé: 0.0 of {tenths(out_of)} points."


def reckoning(out_of: int, strength: int, points: int) -> str:
    """The sum behind the points."""
    return f"{tenths(out_of)} × {share(strength)} = {tenths(points)} of {tenths(out_of)} points"


def sentence(shown: Shown, out_of: int, points: int, stale_after: int) -> str:
    """Why one thing that the résumé shows earned these points."""
    return f"{_opening(shown, stale_after)}: {reckoning(out_of, shown.strength, points)}."


def two_skills(
    best: Shown, second: Shown | None, several: int, strength: int, out_of: int, points: int, stale_after: int
) -> str:
    """Why a requirement that wants a second skill for its last share earned these points."""
    first = _opening(best, stale_after)
    if second is None:
        rest = f"a second one would earn the last {share(several)}"
    else:
        rest = f"a second one, {_opening(second, stale_after)}, adds {share(several)} × {share(second.strength)}"
    return f"{first}; {rest}: {reckoning(out_of, strength, points)}."


def years(months: int, asked: int, work: str, strength: int, out_of: int, points: int, undated: bool) -> str:
    """Why the months of the role's `work` earned these points; `asked` in months."""
    more = " (jobs without dates are not counted)" if undated else ""
    return f"{months} months of {work} of the {asked} asked for{more}: {reckoning(out_of, strength, points)}."


def _opening(shown: Shown, stale_after: int) -> str:
    if shown.place in (Place.SHOWN, Place.ONCE, Place.CLAIMED, Place.ELSEWHERE):
        return _deed(shown)
    if shown.place is Place.OTHER:
        return shown.label
    return f"{_subject(shown)} {_where(shown.place, stale_after)}"


def _subject(shown: Shown) -> str:
    if not shown.from_skill:
        return shown.label
    how = "is written in it" if shown.written_in else "belongs to it"
    return f"{shown.label}, because {shown.from_skill} {how},"


def _where(place: Place, stale_after: int) -> str:
    return {
        Place.RECENT: f"in a job that ended within {stale_after} months of the end of the latest one",
        Place.STALE: f"in a job that ended more than {stale_after} months before the end of the latest one",
        Place.UNDATED: "in a job without dates",
        Place.PROJECT: "in a project",
        Place.CERTIFICATE: "by a certificate",
        Place.LISTED: "only named in a list, summary or course",
    }[place]


def _deed(shown: Shown) -> str:
    many = _NUMBER_NAMES[shown.count] if shown.count < len(_NUMBER_NAMES) else str(shown.count)
    counted = f"{many} sentence{'s' if shown.count > 1 else ''}".capitalize()
    if shown.place is Place.CLAIMED:
        return f"{counted} claiming {shown.label} in a summary or list, without a job or project that shows it"
    if shown.place is Place.ELSEWHERE:
        return f"{counted} about {shown.label} in work outside this field"
    figure = ", with a figure" if shown.figure else ""
    return f"{counted} about {shown.label} in jobs or projects{figure}"


def join(parts: Sequence[str]) -> str:
    """A list as people say it: "a, b and c"."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
