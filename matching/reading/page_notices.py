"""What the user should know about a reading: one notice a matter, in a sentence that a person can act on."""

from __future__ import annotations

from collections.abc import Sequence

from matching.reading.document import HiddenReason, Notice, NoticeCode, Page

# From this share of glyphs on whose letters their font hides, a page counts as not readable.
MOST_UNREADABLE = 0.05

_WHY = {
    HiddenReason.COLOUR: "in the colour of what lies behind it",
    HiddenReason.SIZE: "too small to read",
    HiddenReason.RENDER_MODE: "marked as invisible",
    HiddenReason.OFF_PAGE: "outside the page",
    HiddenReason.CLIPPED: "clipped away",
    HiddenReason.COVERED: "covered by a picture or shape",
    HiddenReason.LAYER_OFF: "on a layer that is switched off",
    HiddenReason.TRANSPARENT: "fully transparent",
}


def notices_of(pages: Sequence[Page], page_count: int, owner_protected: bool, max_pages: int) -> tuple[Notice, ...]:
    """The notices of a reading, file first, then page by page."""
    found = []
    if owner_protected:
        found.append(_OWNER_PROTECTED)
    if page_count > max_pages:
        found += _many_pages(page_count, max_pages)
    for page in pages:
        found += _of_page(page)
    return tuple(found)


_OWNER_PROTECTED = Notice(
    NoticeCode.OWNER_PROTECTED,
    "The author restricted copying or printing of this file. It was read as usual; ask the author before you pass it on.",
)


def _many_pages(count: int, read: int) -> list[Notice]:
    """That there are many pages, and which of them are missing."""
    many = f"The file has {count} pages; the first {read} were read. If it holds several résumés, import each as its own file."
    rest = f"Pages {read + 1} to {count} were not read." if count > read + 1 else f"Page {count} was not read."
    missing = f"{rest} What stands on them counts as not found; export the pages that matter as a file of their own."
    return [Notice(NoticeCode.MANY_PAGES, many), Notice(NoticeCode.PAGES_MISSING, missing)]


def _of_page(page: Page) -> list[Notice]:
    found = []
    if page.hidden:
        found.append(Notice(NoticeCode.HIDDEN_TEXT, _hidden(page), page.number))
    if page.recognised:
        found.append(Notice(NoticeCode.RECOGNISED_TEXT, _RECOGNISED.format(page=page.number), page.number))
    if page.unreadable_share > MOST_UNREADABLE:
        found.append(Notice(NoticeCode.TEXT_UNREADABLE, _unreadable(page), page.number))
    if page.cut_short:
        found.append(Notice(NoticeCode.PAGES_MISSING, _CUT_SHORT.format(page=page.number), page.number))
    if page.columns_uncertain:
        found.append(Notice(NoticeCode.COLUMNS_UNCERTAIN, _UNCERTAIN.format(page=page.number), page.number))
    return found


_RECOGNISED = (
    "Page {page} is a scanned picture; its text was read from the text layer that the scanner made and may hold mistakes. "
    "Check important words against the picture."
)
_CUT_SHORT = (
    "Page {page} holds far more than a page of a résumé does; only its beginning was read. Ask for the résumé as exported from "
    "the original document."
)
_UNCERTAIN = (
    "The columns of page {page} could not be told apart safely; lines may be mixed. Compare the findings with the page."
)


def _unreadable(page: Page) -> str:
    share = round(100 * page.unreadable_share)
    return (
        f"On page {page.number}, {share} % of the letters cannot be read, because a font of the file hides which letters they "
        "are. Ask for the résumé as exported from the original document."
    )


def _hidden(page: Page) -> str:
    words = sum(len(hidden.text.split()) for hidden in page.hidden)
    reasons = list(dict.fromkeys(_WHY[hidden.reason] for hidden in page.hidden))
    what = "1 word that a reader cannot see was" if words == 1 else f"{words} words that a reader cannot see were"
    return f"Page {page.number}: {what} found and ignored ({'; '.join(reasons)}). Look at them before you judge the candidate."
