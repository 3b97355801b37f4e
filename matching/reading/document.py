"""A PDF as it was read: pages, lines and words with their places. The first step of the one path.

Coordinates are PDF points of the page as it is shown: origin top left of the crop box, after /Rotate, y downwards.
A box is `(x0, top, x1, bottom)`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

Box = tuple[float, float, float, float]


class NoticeCode(StrEnum):
    """The notice codes of the report's JSON."""

    HIDDEN_TEXT = "hidden_text"
    COLUMNS_UNCERTAIN = "columns_uncertain"
    PAGES_MISSING = "pages_missing"
    TEXT_UNREADABLE = "text_unreadable"
    NO_DATES = "no_dates"
    NOT_A_RESUME = "not_a_resume"
    NOT_ENGLISH = "not_english"
    MANY_PAGES = "many_pages"
    NO_CONTACT = "no_contact"
    RECOGNISED_TEXT = "recognised_text"
    OWNER_PROTECTED = "owner_protected"


class HiddenReason(StrEnum):
    """Why a reader of the page cannot see a piece of text."""

    COLOUR = "colour"  # the colour of what lies behind it
    SIZE = "size"  # under about 2 pt
    RENDER_MODE = "render_mode"  # text rendering mode 3, not an OCR layer
    OFF_PAGE = "off_page"
    CLIPPED = "clipped"
    COVERED = "covered"  # by an image or filled shape painted later
    LAYER_OFF = "layer_off"  # optional content that is switched off
    TRANSPARENT = "transparent"  # zero alpha


@dataclass(frozen=True, slots=True)
class Word:
    """One printed word.

    `text` is the printed form (ligatures and soft hyphens as printed are already letters; icon glyphs and `(cid:n)` never
    become words). Matching folds it by `matching.reading.text.folded`. `size` is the font size in points as shown, `colour`
    red, green, blue from 0 to 1 (None: a pattern or unknown). `spaced` says that a gap stood before it in its line.
    """

    text: str
    box: Box
    size: float
    bold: bool = False
    italic: bool = False
    font: str = ""
    colour: tuple[float, float, float] | None = (0.0, 0.0, 0.0)
    link: str = ""  # target of a link annotation under the word, as text only; never opened


@dataclass(frozen=True, slots=True)
class Line:
    """Words of one column that stand on one line, in reading order.

    `page` counts from 1. `block` numbers paragraphs or cells within the page in reading order; `column` is 0 for text across
    the page or in the only column, 1, 2 … for columns from left to right. `furniture` marks headers and footers that repeat
    on pages. `bullet` is the list sign that stood before the words (it is not among them), `recognised` OCR text.
    `gap_before` is the white space above the line, in its own line heights.
    """

    page: int
    words: tuple[Word, ...]
    box: Box
    block: int = 0
    column: int = 0
    bullet: str = ""
    furniture: bool = False
    recognised: bool = False
    gap_before: float = 0.0

    @property
    def text(self) -> str:
        """The line as printed, words parted by one space."""
        return " ".join(word.text for word in self.words)

    @property
    def size(self) -> float:
        """The commonest font size of its words, in points (the larger of equals)."""
        sizes: dict[float, int] = {}
        for word in self.words:
            sizes[word.size] = sizes.get(word.size, 0) + len(word.text)
        return max(sizes, key=lambda size: (sizes[size], size)) if sizes else 0.0

    @property
    def bold(self) -> bool:
        """Whether all its words are bold."""
        return bool(self.words) and all(word.bold for word in self.words)


@dataclass(frozen=True, slots=True)
class HiddenText:
    """Text in the file that nobody can see: shown to the user as found and ignored, never matched."""

    page: int
    text: str
    box: Box
    reason: HiddenReason


@dataclass(frozen=True, slots=True)
class Page:
    """One page as shown; `width` and `height` in points after rotation. Lines are in reading order."""

    number: int
    width: float
    height: float
    lines: tuple[Line, ...] = ()
    hidden: tuple[HiddenText, ...] = ()
    columns_uncertain: bool = False
    recognised: bool = False
    unreadable_share: float = 0.0  # share of glyphs whose font hides their letters
    images: tuple[Box, ...] = ()  # where pictures stand, for "text as picture"
    cut_short: bool = False  # the page asked for more work than any résumé needs, and was not read to its end


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the user should know about the reading. `page` is None where it is about the whole file."""

    code: NoticeCode
    text: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read. `page_count` is what the file has, `pages` what was read (fewer: `pages_missing`).

    `name` and `path` are for people only; nothing opens them again. `sha256` is of the file's bytes.
    """

    name: str
    path: str
    sha256: str
    page_count: int
    pages: tuple[Page, ...]
    notices: tuple[Notice, ...] = ()
    _lines: tuple[Line, ...] = field(default=(), repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_lines", tuple(line for page in self.pages for line in page.lines))

    @property
    def lines(self) -> tuple[Line, ...]:
        """All lines of all pages in reading order; sections and positions refer to them by index."""
        return self._lines

    @property
    def uncertain(self) -> bool:
        """Whether pages or parts of them are missing, or columns may be mixed (scoring rule 10)."""
        return len(self.pages) < self.page_count or any(page.columns_uncertain or page.cut_short for page in self.pages)

    def words(self) -> Iterator[tuple[int, int, Word]]:
        """(line index, word index, word) of every visible word in reading order."""
        for i, line in enumerate(self._lines):
            for j, word in enumerate(line.words):
                yield i, j, word
