"""Made-up values for the window's tests: an invented person's document, report and an engine that answers at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from desktop.cases.values import Assumptions, FileToRead, ReadingEffort, Standards
from matching.errors import Problem, UnreadableDocument
from matching.fit.report import (
    Effort,
    Factor,
    FitReport,
    Gap,
    GapKind,
    GroupResult,
    GuidePay,
    HealthFinding,
    OfficialPay,
    ProfileMatch,
    RequirementResult,
    SalaryExpectation,
    Source,
    State,
    VariantResult,
)
from matching.months import MonthSpan, YearMonth
from matching.reading.document import (
    Document,
    HiddenReason,
    HiddenText,
    Line,
    Notice,
    NoticeCode,
    Page,
    Word,
)
from matching.reading.limits import DEFAULT, ReadingLimits
from matching.reading.resume import (
    Contact,
    DatePoint,
    Evidence,
    How,
    Level,
    Mention,
    Position,
    PositionKind,
    RejectedMention,
    Resume,
    SkillFinding,
    Where,
)

NAME = "Ada Example"
TEXT = (
    "Ada Example",
    "Back-end engineer, Chicago, IL",
    "Backend Engineer, Northwind Orders 2021 to now",
    "Moved order history to PostgreSQL and redesigned the schema",
    "Added Redis as a read cache; wrote REST APIs with OpenAPI",
    "Packaged services with Docker and ran them on AWS",
    "Software Engineer, Harbor Payments 2018 to 2021",
    "Built the settlement service in Java with Spring Boot",
    "Skills Python, Go, Java, SQL, Git. Spring 2019 intake",
)


def line(number: int, text: str, page: int = 1) -> Line:
    """A line of 6-point-wide letters."""
    words, x, top = [], 72.0, 60.0 + number * 30
    for part in text.split():
        words.append(Word(part, (x, top, x + len(part) * 6, top + 12), 11.0))
        x += len(part) * 6 + 6
    return Line(page, tuple(words), (72.0, top, x, top + 12), number // 3)


def document(texts: Sequence[str] = TEXT, name: str = "ada.pdf", sha: str = "a" * 64, pages: int = 1) -> Document:
    made = tuple(
        Page(
            n,
            612,
            792,
            tuple(line(i, text, n) for i, text in enumerate(texts)),
            (HiddenText(n, "kubernetes kubernetes", (72, 700, 200, 712), HiddenReason.COLOUR),) if n == 1 else (),
        )
        for n in range(1, pages + 1)
    )
    notices = (Notice(NoticeCode.HIDDEN_TEXT, "Page 1 holds text that nobody can see; it was ignored.", 1),)
    return Document(name, f"/papers/{name}", sha, pages, made, notices)


def evidence(doc: Document, text: str) -> tuple[Evidence, ...]:
    """Where `text` (one word) stands first."""
    for here in doc.lines:
        for word in here.words:
            if word.text.strip(",;.") == text:
                return (Evidence(here.page, word.box, text, here.text),)
    return ()


def requirement(doc: Document, key: str, name: str, group: str, points: int, out_of: int, word: str = "") -> RequirementResult:
    found = evidence(doc, word) if word else ()
    state = State.MET if points == out_of else State.PARTLY if points else State.NOT_FOUND
    kind = None if points == out_of else GapKind.LISTED_ONLY if points else GapKind.MISSING
    source = Source("guide.txt", "Senior Backend Engineer Job Description", "Experience with database management")
    why = f"{name} counts with {points / 10:.1f} of {out_of / 10:.1f} points."
    return RequirementResult(
        key, name, group, points, out_of, 1000 * points // out_of, state, kind, why, found, (source,), points, points, (key,)
    )


def match(doc: Document) -> ProfileMatch:
    rows = {
        ("languages", "Languages and frameworks"): [
            ("languages", "Programming languages", 120, 120, "Java"),
            ("framework", "Back-end framework", 40, 80, "Spring"),
        ],
        ("databases", "Databases"): [
            ("relational", "Relational database", 90, 90, "PostgreSQL"),
            ("cache", "Caching", 30, 30, "Redis"),
            ("nosql", "NoSQL database", 0, 60, ""),
        ],
        ("services", "APIs and services"): [
            ("api", "API design", 120, 120, "REST"),
            ("containers", "Containers", 50, 50, "Docker"),
            ("cloud", "Cloud platform", 100, 100, "AWS"),
        ],
        ("craft", "Architecture and craft"): [
            ("architecture", "Software architecture", 0, 150, ""),
            ("git", "Version control", 50, 50, "Git"),
            ("security", "Application security", 0, 80, ""),
            ("mentoring", "Mentoring", 0, 70, ""),
        ],
    }
    groups = tuple(
        GroupResult(key, name, tuple(requirement(doc, k, n, key, p, o, w) for k, n, p, o, w in lines))
        for (key, name), lines in rows.items()
    )
    market = (("kubernetes", "Kubernetes", False), ("kafka", "Kafka", False), ("linux", "Linux", True))
    variants = (VariantResult("architect", "Architect", 480), VariantResult("lead", "Team lead", 512))
    return ProfileMatch("senior-backend-engineer", "Senior backend engineer", "1.0", "", groups, variants, market)


def gaps(found: ProfileMatch) -> tuple[Gap, ...]:
    made = [
        Gap(
            r.id,
            r.name,
            r.group,
            r.out_of - r.points,
            r.kind,
            Effort.MEDIUM if r.points else Effort.LARGE,
            f"Name one thing you did with {r.name.lower()} in a job, and its result.",
            check_first="You name Spring 2019." if r.points else "",
        )
        for r in found.requirements
        if r.kind is not None
    ]
    return tuple(sorted(made, key=lambda gap: -gap.points))


def pay(place: str = "Chicago-Naperville-Elgin, IL-IN-WI", median: int = 123_000) -> SalaryExpectation:
    likely = (round(median * 0.814), round(median * 1.228))
    wide = (round(median * 0.676), round(median * 1.478))
    official = OfficialPay(
        round(median * 0.79),
        median,
        round(median * 1.27),
        f"Official check for {place}.",
        "BLS OEWS, May 2024",
        round(median * 0.6),
        round(median * 1.6),
    )
    factors = (
        Factor("Base", median, f"Official median for {place}", "OFLC wage year 2025-26"),
        Factor("Experience", 1.0, "7 years of back-end work", "Stack Overflow survey 2017"),
    )
    guide = GuidePay(
        110_000, 110_000, (120_000, 120_000), "guide.txt", "Senior Backend Engineer Salary Guide", "around $120,000"
    )
    remarks = ("A guide, not an offer: yearly base pay before tax.", "The guides' figures are undated and lie below the table.")
    return SalaryExpectation(
        True, "", "USD", place, "senior", "official", median, likely, wide, factors, official, (guide,), remarks
    )


def resume(doc: Document) -> Resume:
    jobs = (
        Position(
            "Backend Engineer",
            "Northwind Orders",
            "",
            PositionKind.JOB,
            DatePoint(2021, None, "2021"),
            None,
            True,
            MonthSpan(2021 * 12 + 6, 2026 * 12 + 10),
            (2, 3, 4, 5),
            (3, 4, 5),
            1,
            evidence(doc, "Northwind"),
            True,
        ),
        Position(
            "Software Engineer",
            "Harbor Payments",
            "",
            PositionKind.JOB,
            DatePoint(2018, None, "2018"),
            DatePoint(2021, None, "2021"),
            False,
            MonthSpan(2018 * 12 + 6, 2021 * 12 + 6),
            (6, 7),
            (7,),
            1,
            evidence(doc, "Harbor"),
            True,
        ),
    )
    skills = tuple(
        SkillFinding(
            key,
            name,
            "tool",
            How.EXACT,
            Where.EXPERIENCE,
            jobs[at].months,
            jobs[at].span.stop - 1,
            (Mention(evidence(doc, name), Where.EXPERIENCE, How.EXACT, at),),
        )
        for key, name, at in (("relational", "PostgreSQL", 0), ("cache", "Redis", 0), ("languages", "Java", 1))
        if jobs[at].span is not None
    )
    spring = evidence(doc, "Spring")
    rejected = (RejectedMention("Spring", "spring-framework", "a season with a year", spring[0]),) if spring else ()
    return Resume(
        Contact(NAME, ("ada@example.org",), place="Chicago, IL"),
        (),
        jobs,
        (),
        (),
        (),
        skills,
        rejected,
        (),
        100,
        100,
        Level.SENIOR,
        ("Seven years of back-end work.",),
    )


def report(doc: Document | None = None) -> FitReport:
    """A whole made-up report."""
    doc = doc or document()
    found = match(doc)
    health = (
        HealthFinding("no_link", "No link to your work", "People like to look at code.", "Add one link below your name.", 1),
        HealthFinding(
            "hidden", "Hidden text", "Readers may take it for cheating.", "Remove it.", 1, (72, 700, 200, 712), "warning"
        ),
    )
    return FitReport("0.1.0", YearMonth(2026, 11), doc, resume(doc), found, gaps(found), pay(), health)


class MadeUpEngine:
    """Answers at once. `problems` by file name; `password` opens a file called locked.pdf; `gate` may hold a reading up."""

    def __init__(self) -> None:
        self.efforts: list[ReadingEffort] = []  # of every reading
        self.pictures = False  # whether a recogniser is installed
        self.standards, self.limits = Standards(), DEFAULT
        self.problems: dict[str, Problem] = {}
        self.make: Callable[[Document], FitReport] = report
        self.corrected: list[Sequence[object]] = []
        self.gate: Callable[[Callable[[], bool]], None] | None = None

    def read(self, file: FileToRead, cancelled: Callable[[], bool], on_page: Callable[[int, int], None]) -> Document:
        self.efforts.append(file.effort)
        if self.gate:
            self.gate(cancelled)
        if file.name == "locked.pdf" and file.password != "open sesame":
            raise UnreadableDocument(Problem.WRONG_PASSWORD if file.password else Problem.PASSWORD)
        if file.name in self.problems:
            raise UnreadableDocument(self.problems[file.name], "made up")
        import hashlib

        on_page(1, 1)
        return replace(document(name=file.name, sha=hashlib.sha256(file.data).hexdigest()), path=file.path)

    def report(self, document: Document, assumptions: Assumptions, corrections: Sequence[object]) -> FitReport:
        self.corrected.append(corrections)
        return self.make(document)

    def salary(self, report: FitReport, assumptions: Assumptions) -> SalaryExpectation:
        return pay("Boston-Cambridge-Nashua, MA-NH", 148_000) if assumptions.area else pay()

    def pay_by_place(self, report: FitReport, assumptions: Assumptions) -> tuple[SalaryExpectation, ...]:
        others = (
            ("San Francisco-Oakland, CA", 181_000),
            ("Seattle-Tacoma, WA", 170_000),
            ("New York-Newark, NY-NJ", 151_000),
            ("Austin-Round Rock, TX", 130_000),
            ("United States", 133_000),
        )
        made = {place: pay(place, median) for place, median in others} | {report.salary.place: report.salary}
        return tuple(sorted(made.values(), key=lambda p: -p.centre))

    def score_with(self, match: ProfileMatch, closed: frozenset[str]) -> int:
        return match.score + sum(r.out_of - r.points for r in match.requirements if r.id in closed)

    def smallest_set(self, report: FitReport, target: int) -> tuple[str, ...] | None:
        chosen: list[str] = []
        for gap in report.gaps:
            if self.score_with(report.match, frozenset(chosen)) >= target:
                break
            chosen.append(gap.requirement)
        return tuple(chosen) if self.score_with(report.match, frozenset(chosen)) >= target else None

    def search_places(self, text: str) -> tuple[tuple[str, str], ...]:
        return (("14460", "Boston-Cambridge-Nashua, MA-NH"),) if "bos" in text.lower() else ()

    def name_of_place(self, code: str) -> str:
        return {"14460": "Boston-Cambridge-Nashua, MA-NH"}.get(code, "")

    def hold_against(self, standards: Standards) -> None:
        self.standards = standards

    def allow(self, limits: ReadingLimits) -> None:
        self.limits = limits

    def offer_words(self, amount: int, salary: SalaryExpectation) -> str:
        return f"{amount:,} lies in the likely band."

    def skills(self) -> tuple[tuple[str, str], ...]:
        return (("spring-framework", "Spring"), ("postgresql", "PostgreSQL"), ("kafka", "Kafka"))

    def warm_up(self) -> None:
        return

    def reads_pictures(self) -> bool:
        return self.pictures

    def close(self) -> None:
        return
