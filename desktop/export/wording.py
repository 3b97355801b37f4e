"""The words of a report in its language: fixed sentences, points, amounts and months. No Qt, so that the terminal has them too.

Sentences are asked for by their English form; `resources/i18n/<language>/report.toml` has the others.
"""

from __future__ import annotations

from dataclasses import dataclass

from desktop.messages import Message
from matching.fit import wording
from matching.knowledge.phrases import ENGLISH, PhraseBook, phrase_book
from matching.months import YearMonth


@dataclass(frozen=True, slots=True)
class Wording:
    """Says a report's own sentences in one language."""

    book: PhraseBook = ENGLISH

    def __call__(self, sentence: str, **values: object) -> str:
        """A sentence, by its English form, with its places filled."""
        return self.book.filled(sentence, **values)

    def trouble(self, message: Message) -> str:
        """What happened, what it means and what to do, in one line; a technical cause stays as it is."""
        told = [self(part) for part in (message.title, message.meaning, message.next_step) if part]
        return " ".join([*told, f"({message.detail})"] if message.detail else told)

    def points(self, tenths: int) -> str:
        """Tenths of a point as printed: 123 is "12.3"."""
        return self.book.figures.number(wording.tenths(tenths))

    def share(self, thousandths: int) -> str:
        """Thousandths as a decimal: 960 is "0.96"."""
        return self.book.figures.number(wording.share(thousandths))

    def number(self, value: float, decimals: int = 0) -> str:
        return self.book.figures.number(f"{value:,.{decimals}f}")

    def money(self, amount: int, currency: str = "USD") -> str:
        """A whole amount with its currency: "$123,000"."""
        if currency == "?":  # a base of one's own whose currency nobody named
            return self.number(amount)
        if currency != "USD":
            return f"{self.number(amount)} {currency}"
        return self.book.figures.amount(f"${amount:,}")

    def span(self, low: int, high: int, currency: str = "USD") -> str:
        """ "$100,000 to $151,000", or the one amount where both are the same."""
        if low == high:
            return self.money(low, currency)
        return self("{low} to {high}", low=self.money(low, currency), high=self.money(high, currency))

    def month(self, month: YearMonth) -> str:
        return self.book.figures.month(str(month))


def wording_in(language: str) -> Wording:
    """The words of a language such as "de"; English where there is no such."""
    return Wording(phrase_book(language))
