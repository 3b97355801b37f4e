"""The Salary tab: level, place, company size and base; the expected range, pay by place, and where it all comes from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.cases.values import Assumptions
from desktop.style.theme import theme
from desktop.windows import words
from desktop.windows.flow import Flow
from desktop.windows.notice_lines import AmberLine
from desktop.windows.parts import Card, Contents, Scrolled, button, plain, row, rule
from desktop.windows.place_field import PlaceField, Search
from desktop.windows.salary_chart import Legend, SalaryChart, short_place
from matching.fit.report import FitReport, SalaryExpectation

SIZES = (None, 10, 50, 250, 1000, 5000, 20000)


class SalaryTab(QWidget):
    """`assumed(changes)`: what the expectation should assume now, as keyword arguments of `Casework.assume`."""

    assumed = Signal(dict)

    def __init__(self, search: Search) -> None:
        super().__init__()
        self._search = search
        self._filling = False
        self._of = ""  # the document that is shown, by its SHA-256
        self.heading = plain("", "h1", wrap=True)
        self.about = plain("", "small", wrap=True)
        self.chart, self.legend = SalaryChart(), Legend()
        self.offer_words = plain("", "gap", wrap=True)
        self.offer_hint = plain(self.tr("It is marked in the chart and changes nothing else."), "small", wrap=True)
        self.official = plain("", "small", wrap=True)
        card = Card(margin=24, spacing=8)
        for part in (self.heading, self.about, self.chart, self.legend, self.official):
            card.column.addWidget(part)
        self.own = self._own_base()
        card.column.addWidget(self.own)
        self._offering = QWidget()
        offering = QVBoxLayout(self._offering)
        offering.setContentsMargins(0, 0, 0, 0)
        offering.addWidget(rule())
        offering.addLayout(self._offer_line())
        card.column.addWidget(self._offering)
        self.sources, self._sources = Card(margin=24), Contents(spacing=6)
        self.sources.setMinimumWidth(270)
        self.sources.column.addWidget(self._sources)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(card)
        left.addStretch(1)
        right.addWidget(self.sources)
        right.addStretch(1)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._across.setSpacing(16)
        self._across.addLayout(left, 2)
        self._across.addLayout(right, 1)
        self._page = page = Scrolled()
        page.column.addWidget(self._choices())
        page.column.addLayout(self._across)
        page.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)

    # ---- what can be chosen

    def _choices(self) -> QWidget:
        holder = QWidget()
        flow = Flow(holder, spacing=12)
        flow.addWidget(self._field(self.tr("Level"), self._levels()))
        self.place = PlaceField(self._search)
        self.place.setMinimumWidth(190)
        self.place.chosen.connect(lambda code: self._tell(area=code or None))
        flow.addWidget(self._field(self.tr("Place"), self.place))
        self.people = QComboBox()
        for size in SIZES:
            text = self.tr("any size") if size is None else self.tr("about %n people", "", size)
            self.people.addItem(text, size)
        self.people.currentIndexChanged.connect(lambda _i: self._tell(company_size=self.people.currentData()))
        flow.addWidget(self._field(self.tr("Company"), self.people))
        self.base = QComboBox()
        self.base.addItem(self.tr("official data"), "official")
        self.base.addItem(self.tr("role guides"), "guides")
        self.base.currentIndexChanged.connect(lambda _i: self._tell(pay_base=self.base.currentData()))
        flow.addWidget(self._field(self.tr("Base"), self.base))
        return holder

    def _own_base(self) -> QWidget:
        """For a place that the data does not cover: a usual yearly pay there, as the person knows it."""
        holder, fields = QWidget(), QWidget()
        column, flow = QVBoxLayout(holder), Flow(fields, spacing=12)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.own_amount, self.own_currency = QLineEdit(), QLineEdit()
        self.own_amount.setMaxLength(12)
        self.own_amount.setFixedWidth(110)
        self.own_amount.setPlaceholderText(self.tr("a year"))
        self.own_amount.editingFinished.connect(self._own_entered)
        self.own_currency.setMaxLength(3)
        self.own_currency.setFixedWidth(64)
        self.own_currency.setPlaceholderText(_usual_currency())
        self.own_currency.editingFinished.connect(self._own_entered)
        flow.addWidget(self._field(self.tr("Own base"), self.own_amount))
        flow.addWidget(self._field(self.tr("Currency"), self.own_currency))
        hint = self.tr("What such work usually pays there in a year. The ratios for experience and size then apply to it.")
        column.addWidget(fields)
        column.addWidget(plain(hint, "small", wrap=True))
        holder.hide()
        return holder

    def _own_entered(self) -> None:
        letters = "".join(c for c in self.own_currency.text().upper() if c.isascii() and c.isalpha())
        amount = _amount(self.own_amount.text())
        self._tell(local_base=amount, local_currency=(letters if len(letters) == 3 else _usual_currency()) if amount else "")

    def _offer_line(self) -> QHBoxLayout:
        """An offer to mark in the chart, with what it means beside it."""
        self.offer = QLineEdit()
        self.offer.setMaxLength(12)
        self.offer.setFixedWidth(110)
        self.offer.editingFinished.connect(self._offer_entered)
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addWidget(self._field(self.tr("My offer"), self.offer))
        line.addWidget(self.offer_words, 1)
        line.addWidget(self.offer_hint, 1)
        return line

    def _field(self, name: str, field: QWidget) -> QWidget:
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        label = plain(name, "body2")
        label.setBuddy(field)
        if not field.accessibleName():
            field.setAccessibleName(name)
        line.addWidget(label)
        line.addWidget(field)
        return holder

    def _levels(self) -> QFrame:
        frame = QFrame()
        frame.setObjectName("segments")
        frame.setAccessibleName(self.tr("Level"))
        line = QHBoxLayout(frame)
        line.setContentsMargins(2, 2, 2, 2)
        line.setSpacing(0)
        self.levels = QButtonGroup(self)
        names = {"": self.tr("As read"), "mid": self.tr("Mid"), "senior": self.tr("Senior"), "lead": self.tr("Lead")}
        for key, name in names.items():
            made = button(name, kind="segment")
            made.setCheckable(True)
            made.setProperty("level", key)
            self.levels.addButton(made)
            line.addWidget(made)
        self.levels.buttonClicked.connect(lambda pressed: self._tell(level=pressed.property("level") or None))
        return frame

    def _tell(self, **changes: object) -> None:
        if not self._filling:
            self.assumed.emit(changes)

    def _offer_entered(self) -> None:
        self._tell(offer=_amount(self.offer.text()))

    # ---- what is shown

    def show_salary(self, report: FitReport, assumptions: Assumptions, pays: Sequence[SalaryExpectation], offer: str) -> None:
        pay = report.salary
        if report.document.sha256 == self._of:
            self._page.stay()
        else:
            self._page.to_top()
        self._of = report.document.sha256
        self._fill(pay, assumptions)
        if pay.available:
            self.heading.setText(self.tr("Expect {range}").format(range=words.money_range(*pay.likely, pay.currency)))
            text = self.tr(
                "Back-end engineer in {place}, {currency} a year before tax. The middle is {centre}, the wide range {wide}."
            )
            wide, centre = words.money_range(*pay.wide, pay.currency), words.money(pay.centre, pay.currency)
            text = text.format(place=pay.place, currency=self._currency(pay), centre=centre, wide=wide)
            if pay.default_place:
                text += " " + self.tr("The résumé names no place: this is your default place.")
            self.about.setText(text)
        else:
            self.heading.setText(self.tr("No figures for this place"))
            self.about.setText(pay.why)
        for part in (self.chart, self.legend, self.sources, self._offering):
            part.setVisible(pay.available)  # without figures the sentence stands in their place
        alike = [one for one in pays if one.currency == pay.currency]  # one axis holds one currency
        self.chart.show_pays(alike, pay.place, assumptions.offer)
        self.legend.show_kinds(official=any(one.official for one in alike), offer=assumptions.offer is not None)
        self.offer_words.setText(offer)
        self.offer_words.setVisible(bool(offer))
        self.offer_hint.setVisible(not offer)
        self.official.setText(pay.official.text if pay.official else "")
        self._show_sources(pay)

    def _currency(self, pay: SalaryExpectation) -> str:
        """What an amount is in, as it stands in a sentence."""
        if pay.currency == words.DOLLARS:
            return self.tr("US dollars")
        return words.currency_code(pay.currency) or self.tr("in the currency of your own base,")

    def _fill(self, pay: SalaryExpectation, assumptions: Assumptions) -> None:
        self._filling = True
        self.place.show_place(short_place(pay.place) if pay.available else pay.place)
        for made in self.levels.buttons():
            made.setChecked((made.property("level") or None) == assumptions.level)
        self.people.setCurrentIndex(SIZES.index(assumptions.company_size) if assumptions.company_size in SIZES else 0)
        self.base.setCurrentIndex(self.base.findData(assumptions.pay_base))
        self.own.setVisible(not pay.available or pay.base == "local")
        self.own_amount.setText(QLocale().toString(assumptions.local_base) if assumptions.local_base else "")
        self.own_currency.setText(assumptions.local_currency)
        currency = words.currency_code(pay.currency)
        dollars = pay.currency == words.DOLLARS
        self.offer.setPlaceholderText(
            self.tr("$ a year") if dollars else self.tr("{currency} a year").format(currency=currency)
        )
        self.offer.setText(words.whole_money(assumptions.offer, pay.currency) if assumptions.offer else "")
        self._filling = False

    def _show_sources(self, pay: SalaryExpectation) -> None:
        with self._sources.anew() as column:
            self._fill_sources(column, pay)

    def _fill_sources(self, column: QVBoxLayout, pay: SalaryExpectation) -> None:
        column.addWidget(plain(self.tr("Where this comes from"), "h3", wrap=True))
        column.addSpacing(6)
        for place, factor in enumerate(pay.factors):
            ratio = f"× {QLocale().toString(float(factor.value), 'f', 2)}"
            value = ratio if place else words.money(factor.value, pay.currency)  # the first is the base, in money
            column.addLayout(row(plain(factor.name, "strong"), None, plain(value, "strong")))
            column.addWidget(plain(factor.text, "small", wrap=True))
            if factor.source:
                column.addWidget(plain(factor.source, "note", wrap=True))
            column.addSpacing(8)
        if pay.guides:
            column.addWidget(rule())
            column.addWidget(plain(self.tr("The role guides' own figures"), "strong", wrap=True))
        for guide in pay.guides:
            column.addWidget(self._guide(guide.title, guide.phrase, guide.low, guide.high))
        if pay.remarks:
            column.addWidget(rule())
        for i, remark in enumerate(pay.remarks):
            column.addWidget(AmberLine(remark) if i == 0 else plain(remark, "small", wrap=True))

    def _guide(self, title: str, phrase: str, low: int, high: int) -> QLabel:
        pay = words.money(low) if low == high else words.money_range(low, high)
        text = self.tr("{title}: “{phrase}”; for this place {pay}").format(title=title, phrase=phrase, pay=pay)
        return plain(text, "small", wrap=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = event.size().width() < theme().px(720)
        self._across.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        super().resizeEvent(event)


def _amount(text: str) -> int | None:
    """An amount as a person types it: "150", "150k" and "150,000" are the same; None where there is no number but 0."""
    digits = "".join(c for c in text if c.isdecimal())
    amount = int(digits) if digits else 0
    return (amount * 1000 if amount < 1000 else amount) or None


def _usual_currency() -> str:
    """The currency of the person's own country, as three letters."""
    return QLocale.system().currencySymbol(QLocale.CurrencySymbolFormat.CurrencyIsoCode) or "EUR"
