"""The groups and requirements of a match as a tree of rows: what the view draws and what a screen reader says."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum

from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt

from desktop.windows import words
from matching.fit.report import FitReport, GroupResult, RequirementResult, State
from matching.reading.layout_words import STRONG_BULLETS

Index = QModelIndex | QPersistentModelIndex


class Kind(IntEnum):
    GROUP = 0
    REQUIREMENT = 1
    NOTE = 2


BULLETS = "".join(sorted(STRONG_BULLETS)) + " \t"
ROW = int(Qt.ItemDataRole.UserRole) + 1


@dataclass(slots=True)
class Row:
    """One row. `label` and `text` are for NOTE rows: what it is, and its words."""

    kind: Kind
    parent: Row | None = None
    group: GroupResult | None = None
    requirement: RequirementResult | None = None
    label: str = ""
    text: str = ""
    place: int = 0
    children: list[Row] = field(default_factory=list)

    def add(self, child: Row) -> None:
        child.parent, child.place = self, len(self.children)
        self.children.append(child)

    @property
    def cells(self) -> str:
        """The row parted by tabs, for a table: what, points, of how many, and the best quote or the words of a note."""
        if self.group is not None:
            return "\t".join((self.group.name, words.points(self.group.points), words.points(self.group.out_of)))
        if self.requirement is not None:
            points, out_of = words.points(self.requirement.points), words.points(self.requirement.out_of)
            return "\t".join((self.requirement.name, points, out_of, " ".join(short_note(self.requirement).split())))
        return "\t".join((self.label, " ".join(self.text.split())))

    @property
    def spoken(self) -> str:
        """The whole row as a sentence."""
        if self.group is not None:
            found = sum(r.points > 0 for r in self.group.requirements)
            text = QCoreApplication.translate("Groups", "{name}: {found} of {of} found, {points} of {out_of} points")
            return text.format(
                name=self.group.name,
                found=found,
                of=len(self.group.requirements),
                points=words.points(self.group.points),
                out_of=words.points(self.group.out_of),
            )
        if self.requirement is not None:
            text = QCoreApplication.translate("Groups", "{name}: {state}, {points} of {out_of} points")
            return text.format(
                name=self.requirement.name,
                state=words.state_name(self.requirement.state),
                points=words.points(self.requirement.points),
                out_of=words.points(self.requirement.out_of),
            )
        return f"{self.label}: {self.text}"


def rows_of(report: FitReport) -> Row:
    """The tree of a report: groups, requirements, and below each why, evidence and sources."""
    root = Row(Kind.GROUP)
    labels = (
        QCoreApplication.translate("Groups", "Why"),
        QCoreApplication.translate("Groups", "Page {number}"),
        QCoreApplication.translate("Groups", "Asked for in"),
    )
    for group in report.match.groups:
        top = Row(Kind.GROUP, group=group)
        for requirement in group.requirements:
            line = Row(Kind.REQUIREMENT, requirement=requirement)
            for label, text in _notes(requirement, labels):
                line.add(Row(Kind.NOTE, label=label, text=text))
            top.add(line)
        root.add(top)
    return root


def _notes(requirement: RequirementResult, labels: tuple[str, str, str]) -> list[tuple[str, str]]:
    """(label, text) of why, evidence and sources; `labels` are those of the three."""
    why, page, asked = labels
    notes = [(why, requirement.why)] if requirement.why else []
    seen: set[tuple[int, str]] = set()
    for item in requirement.evidence:
        if (item.page, item.quote) not in seen and len(seen) < 6:
            seen.add((item.page, item.quote))
            notes.append((page.format(number=item.page), words.quoted(item.quote)))
    notes += [(asked, f"{source.title}: {words.quoted(source.phrase)}") for source in requirement.sources]
    return notes


def short_note(requirement: RequirementResult) -> str:
    """The words beside a requirement's name: its best quote, or what is missing."""
    if requirement.evidence:
        return words.quoted(around(requirement.evidence[0].quote, requirement.evidence[0].text))
    return (
        QCoreApplication.translate("Groups", "Not found in this résumé")
        if requirement.state is State.NOT_FOUND
        else requirement.why
    )


def around(quote: str, text: str) -> str:
    """The quote from the words that count, where they do not stand near its beginning: there is room for few words.

    The bullet that a line is printed with is left out.
    """
    quote = quote.lstrip(BULLETS)
    at = quote.find(text.lstrip(BULLETS))
    return f"…{quote[at:]}" if at >= 10 else quote


class GroupModel(QAbstractItemModel):
    """A read-only tree with one column."""

    def __init__(self) -> None:
        super().__init__()
        self._root = Row(Kind.GROUP)

    def show_report(self, report: FitReport) -> None:
        self.beginResetModel()
        self._root = rows_of(report)
        self.endResetModel()

    def row_at(self, index: Index) -> Row:
        found = index.internalPointer() if index.isValid() else None
        return found if isinstance(found, Row) else self._root

    def find(self, requirement: str) -> QModelIndex:
        """The index of a requirement by id; invalid where there is none."""
        for group in self._root.children:
            for line in group.children:
                if line.requirement is not None and line.requirement.id == requirement:
                    return self.createIndex(line.place, 0, line)
        return QModelIndex()

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 - Qt's signature
        children = self.row_at(parent).children
        return self.createIndex(row, column, children[row]) if 0 <= row < len(children) and column == 0 else QModelIndex()

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override] # noqa: B008 - QObject.parent() besides
        above = self.row_at(index).parent if index.isValid() else None
        return QModelIndex() if above is None or above is self._root else self.createIndex(above.place, 0, above)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return len(self.row_at(parent).children)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        here = self.row_at(index)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return here.spoken
        if role == Qt.ItemDataRole.AccessibleDescriptionRole and here.requirement is not None:
            return short_note(here.requirement)
        return here if role == ROW else None
