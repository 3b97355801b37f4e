"""The timeline: positions and skills over the years as rows of a list, years per skill, last used; drawn with QPainter."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QListView, QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from desktop.style.theme import theme
from desktop.windows import words
from desktop.windows.parts import Card, Scrolled, plain
from matching.fit.report import FitReport
from matching.knowledge.roles import available_roles, load_role
from matching.months import MonthSpan
from matching.reading.resume import Evidence, How, Resume

Index = QModelIndex | QPersistentModelIndex
BAR = int(Qt.ItemDataRole.UserRole) + 1
MOST_SKILLS = 30
AXIS = 36  # height of the axis with the asked years below the figures


@dataclass(frozen=True, slots=True)
class Bar:
    """One row: a job or a skill with its spans (month indexes). `backend` jobs count for the asked years.

    `below` is a job's company, on a line of its own.
    """

    name: str
    note: str
    spans: tuple[MonthSpan, ...]
    months: int
    job: bool
    backend: bool = False
    evidence: tuple[Evidence, ...] = ()
    below: str = ""

    @property
    def spoken(self) -> str:
        ends = [f"{words.month(s.first)} – {words.month(s.stop - 1)}" for s in self.spans]
        return ", ".join(part for part in (self.name, self.below, words.years(self.months), *ends, self.note) if part)


def bars_of(resume: Resume) -> tuple[Bar, ...]:
    """Jobs in the order of the résumé, then skills by months, most first."""
    jobs = [
        Bar(
            p.title or p.company or QCoreApplication.translate("Timeline", "Position"),
            QCoreApplication.translate("Timeline", "back-end work") if p.backend else "",
            (p.span,) if p.span else (), p.months, True, p.backend, p.evidence, p.company if p.title else "",
        )
        for p in resume.positions
    ]  # fmt: skip
    skills = []
    for skill in resume.skills:
        spans = {resume.positions[m.position].span for m in skill.mentions if m.position is not None and not m.negative}
        dated = tuple(sorted(span for span in spans if span is not None))
        if dated and skill.months and skill.how is not How.IMPLIED:
            last = words.month(skill.last_used) if skill.last_used is not None else ""
            note = QCoreApplication.translate("Timeline", "last used {month}").format(month=last) if last else ""
            skills.append(Bar(skill.name, note, dated, skill.months, False, False, skill.mentions[0].evidence))
    skills.sort(key=lambda bar: (-bar.months, bar.name))
    return (*jobs, *skills[:MOST_SKILLS])


def asked_years(report: FitReport) -> int:
    """The years of work that the report's role asks for; 0 where it asks for none or is not known here."""
    if report.match.role not in available_roles():
        return 0
    return max((requirement.years for requirement in load_role(report.match.role).requirements), default=0)


class BarModel(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.bars: tuple[Bar, ...] = ()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.bars)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        bar = self.bars[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return bar.spoken
        return bar if role == BAR else None


class BarRows(QStyledItemDelegate):
    def __init__(self, chart: TimelineChart) -> None:
        super().__init__(chart)
        self._chart = chart

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        bar = index.data(BAR)
        return QSize(200, theme().px(28 if not isinstance(bar, Bar) or not bar.job else 48 if bar.below else 34))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        bar = index.data(BAR)
        if not isinstance(bar, Bar):
            return
        look, rect = theme(), QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("tint"))
            painter.drawRoundedRect(QRectF(rect).adjusted(0, 1, 0, -1), 6, 6)
        left, right = self._chart.edges()
        half = look.px(9) if bar.below else 0
        self._name(painter, rect.translated(0, -half), bar.name, "strong" if bar.job else "small", bar.job, int(left))
        if bar.below:
            self._name(painter, rect.translated(0, half), bar.below, "small", False, int(left))
        self._spans(painter, bar, rect, left, right)
        painter.setFont(look.font("caption", tabular=True))
        painter.setPen(look.colour("text2"))
        text = words.years(bar.months) if bar.spans else QCoreApplication.translate("Timeline", "no dates")
        painter.drawText(rect.adjusted(0, 0, -8, 0), int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), text)
        painter.restore()

    def _name(self, painter: QPainter, rect: QRect, text: str, role: str, dark: bool, left: int) -> None:
        font = theme().font(role)
        painter.setFont(font)
        painter.setPen(theme().colour("text" if dark else "text2"))
        shown = QFontMetrics(font).elidedText(text[:200], Qt.TextElideMode.ElideRight, left - 20)
        painter.drawText(rect.adjusted(8, 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)

    def _spans(self, painter: QPainter, bar: Bar, rect: QRect, left: float, right: float) -> None:
        look, high = theme(), 12 if bar.job else 6
        painter.setPen(Qt.PenStyle.NoPen if bar.backend or not bar.job else QPen(look.colour("line2"), 1))
        painter.setBrush(look.colour("accent" if bar.backend else "track" if bar.job else "tint2"))
        if not bar.job:
            painter.setPen(QPen(look.colour("accent"), 1))
        for span in bar.spans:
            start, stop = self._chart.at_month(span.first, left, right), self._chart.at_month(span.stop, left, right)
            painter.drawRoundedRect(QRectF(start, rect.center().y() - high / 2 + 0.5, max(3.0, stop - start), high), 3, 3)


class TimelineChart(QWidget):
    """Rows over an axis of years. `evidence_wanted(evidence)`: a row was chosen."""

    evidence_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.model = BarModel()
        self._first, self._stop = 2020 * 12, 2027 * 12
        self._asked = 0
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(BarRows(self))
        self.view.setAccessibleName(self.tr("Jobs and skills over the years"))
        self.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.viewport().setAutoFillBackground(False)
        self.view.selectionModel().currentChanged.connect(self._chosen)
        self.setAccessibleName(self.tr("Jobs and skills over the years"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # time runs as on any axis
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme().px(AXIS), 0, 0)
        column.addWidget(self.view)

    def show_resume(self, resume: Resume) -> None:
        self.model.beginResetModel()
        self.model.bars = bars_of(resume)
        self.model.endResetModel()
        months = [m for bar in self.model.bars for s in bar.spans for m in (s.first, s.stop)]
        if months:
            self._first = min(months) // 12 * 12
            self._stop = max(self._first + 24, -(-max(months) // 12) * 12)
        self.updateGeometry()
        self.update()

    def show_asked(self, years: int) -> None:
        """Mark so many years on the axis, back from the last month shown; 0 marks nothing."""
        self._asked = years
        self.setAccessibleDescription(self.tr("The role asks for %n years", "", years) if years else "")
        self.update()

    def _paint_asked(self, painter: QPainter, left: float, right: float) -> None:
        """A bracket as long as the asked years, over the axis, ending where the last job ends."""
        spans = [span.stop for bar in self.model.bars if bar.backend for span in bar.spans]
        if not self._asked or not spans:
            return
        stop, look = max(spans), theme()
        start = max(self._first, stop - self._asked * 12)
        x0, x1 = self.at_month(start, left, right), self.at_month(stop, left, right)
        top = look.px(25)
        painter.fillRect(QRectF(x0, top, x1 - x0, 3), look.colour("accent"))
        for x in (x0, x1 - 2):
            painter.fillRect(QRectF(x, top, 2, look.px(8)), look.colour("accent"))

    def edges(self) -> tuple[float, float]:
        return min(theme().px(230), self.width() * 0.42), self.width() - theme().px(76)

    def at_month(self, month: int, left: float, right: float) -> float:
        return left + (month - self._first) / (self._stop - self._first) * (right - left)

    def sizeHint(self) -> QSize:
        height = sum(self.view.sizeHintForIndex(self.model.index(i)).height() for i in range(self.model.rowCount()))
        return QSize(420, height + theme().px(AXIS) + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(300, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), theme()
        left, right = self.edges()
        years = (self._stop - self._first) // 12
        every = max(1, -(-years * look.px(38) // max(1, int(right - left))))
        painter.setFont(look.font("caption", tabular=True))
        for i in range(years + 1):
            x = self.at_month(self._first + i * 12, left, right)
            painter.fillRect(QRectF(x, look.px(24), 1, self.height()), look.colour("line"))
            if i % every == 0:
                painter.setPen(look.colour("text2"))
                area = QRectF(x - 30, 0, 60, look.px(22))
                painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(self._first // 12 + i))
        self._paint_asked(painter, left, right)

    def _chosen(self, index: QModelIndex, _before: QModelIndex) -> None:
        if index.isValid() and self.model.bars[index.row()].evidence:
            self.evidence_wanted.emit(self.model.bars[index.row()].evidence)


class TimelineTab(QWidget):
    """The chart with what the asked years come to."""

    evidence_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.heading = plain("", "h3", wrap=True)
        self.about = plain("", "small", wrap=True)
        self.chart = TimelineChart()
        self.chart.evidence_wanted.connect(self.evidence_wanted)
        card = Card(margin=20, spacing=8)
        for part in (self.heading, self.about, self.chart):
            card.column.addWidget(part)
        page = Scrolled()
        page.column.addWidget(card)
        page.follow(self.chart.view)
        page.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)

    def show_report(self, report: FitReport) -> None:
        resume = report.resume
        if resume.months_backend is None:
            self.heading.setText(self.tr("No position has a date"))
        else:
            backend, every = words.years(resume.months_backend), words.years(resume.months_experience or 0)
            self.heading.setText(self.tr("{backend} of back-end work, {every} in all").format(backend=backend, every=every))
        about = self.tr("Dark bars are back-end work; overlaps count once. Level as read: {level}.")
        reasons = " ".join(resume.level_reasons)
        self.about.setText(f"{about.format(level=words.level_name(resume.level))} {reasons}".strip())
        asked = asked_years(report)
        if asked:
            self.about.setText(
                self.about.text() + " " + self.tr("The bracket on the axis is as long as the %n years asked.", "", asked)
            )
        self.chart.show_resume(resume)
        self.chart.show_asked(asked if resume.months_backend is not None else 0)
