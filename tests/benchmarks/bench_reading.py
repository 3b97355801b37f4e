"""Measures reading: time against default pdfminer and pypdfium2, recall of characters, boxes, hidden text, the two ways.

    python tests/benchmarks/bench_reading.py [FOLDER] [--rounds 3] [--only speed|recall|boxes|hidden|ways]

Speed: bytes to `Document`, visibility and order included, warm, in one process; the three readers take turns within a
round, ratios are taken within the round, the median of rounds counts. Recall: the share of pypdfium2's characters that the
reading has, hidden text included, as bags of characters; left out are icon fonts and fonts without Unicode maps (listed by
name) and /ActualText, which pypdfium2 prints instead of the letters on the page. Boxes: the share of words whose box holds
at least 90 % of their characters by pypdfium2's character boxes, and at most thrice as many, plus ten.
"""

from __future__ import annotations

import argparse
import ctypes
import io
import logging
import re
import statistics
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import pikepdf
import processes
import pypdfium2
import pypdfium2.raw
from figures import say
from pdfminer.high_level import extract_pages
from pdfminer.layout import LAParams

from matching.errors import UnreadableDocument
from matching.reading.content_scanner import ContentScanner
from matching.reading.document import Document
from matching.reading.fonts import UNREADABLE, FontFace
from matching.reading.pdf import read_pdf

ICON_FONT = re.compile(r"awesome|icon|phosphor|material|symbol|dingbat|wingding|emoji", re.I)
Place = tuple[float, float, str, str]  # x, y, character, font


def read(data: bytes) -> Document | None:
    """The document, None where there is none."""
    try:
        return read_pdf(data)
    except UnreadableDocument:
        return None


def by_default_pdfminer(data: bytes) -> None:
    for _ in extract_pages(io.BytesIO(data), laparams=LAParams()):
        pass


def by_pdfium(data: bytes) -> None:
    for page in pypdfium2.PdfDocument(data):
        page.get_textpage().get_text_range()


def took(reader: Callable[[bytes], object], files: dict[str, bytes]) -> float:
    start = time.perf_counter()
    for data in files.values():
        reader(data)
    return time.perf_counter() - start


def speed(files: dict[str, bytes], rounds: int) -> None:
    """Prints the ratios."""
    took(read, files)
    to_pdfminer, to_pdfium = [], []
    for number in range(rounds):
        ours, pdfium, pdfminer = took(read, files), took(by_pdfium, files), took(by_default_pdfminer, files)
        to_pdfminer.append(ours / pdfminer)
        to_pdfium.append(ours / pdfium)
        print(
            f"  round {number + 1}: {1000 * ours / len(files):.1f} ms a file, {ours / pdfminer:.3f} of default pdfminer, ",
            end="",
        )
        print(f"{ours / pdfium:.2f} x pypdfium2's text")
    print(f"  {len(files)} files, {rounds} rounds, the three by turns within a round")
    miner, pdfium = statistics.median(to_pdfminer), statistics.median(to_pdfium)
    say("reading, time to default pdfminer's", f"{miner:.3f}", "at most 0.30", miner <= 0.30)
    say("reading, time to pypdfium2's plain text", f"{pdfium:.2f}", "at most 7", pdfium <= 7)


def without_actual_text(data: bytes) -> bytes:
    """The file with /ActualText made meaningless."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Dictionary) and "/ActualText" in thing:
                del thing["/ActualText"]
            if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") != "/Image":
                try:
                    content = thing.read_bytes()
                except pikepdf.PdfError:
                    continue
                if b"/ActualText" in content:
                    thing.write(content.replace(b"/ActualText", b"/XctualText"))
        pdf.save(out)
    return out.getvalue()


def pdfium_places(data: bytes) -> Iterator[list[Place]]:
    """Each page's characters with the middle of their box, in the product's coordinates."""
    raw, (left, right, bottom, top) = pypdfium2.raw, (ctypes.c_double() for _ in range(4))
    name, flags = ctypes.create_string_buffer(200), ctypes.c_int()
    for page in pypdfium2.PdfDocument(data):
        (x0, y0, x1, y1), text, found = page.get_bbox(), page.get_textpage(), []
        for index in range(text.count_chars()):
            char = chr(raw.FPDFText_GetUnicode(text, index) or 32)
            if char.isspace() or not raw.FPDFText_GetCharBox(text, index, left, right, bottom, top):
                continue
            raw.FPDFText_GetFontInfo(text, index, name, 200, flags)
            x, y = (left.value + right.value) / 2 - x0, (bottom.value + top.value) / 2 - y0
            wide, high = x1 - x0, y1 - y0
            turned = {0: (x, high - y), 90: (y, x), 180: (wide - x, y), 270: (high - y, wide - x)}[page.get_rotation()]
            found.append((*turned, char, name.value.decode("utf-8", "replace").split("+")[-1]))
        yield found


def bag(text: str) -> Counter[str]:
    """Characters that count, one spelling each."""
    text = unicodedata.normalize("NFKC", text)
    text = re.sub("[\u00ad\u2010\u2011\ufffe\x02]", "-", text)
    return Counter(char for char in text if not char.isspace() and unicodedata.category(char) not in ("Co", "Cn", "Cc", "Cf"))


class FontsLeftOut:
    """Remembers the fonts whose letters nobody can know, while the product reads."""

    def __init__(self) -> None:
        self.hidden: Counter[str] = Counter()  # font → glyphs without letters, less those with
        pieces = FontFace.pieces

        def watched(face: FontFace, shown: bytes) -> object:
            found = pieces(face, shown)
            for _, _, count, kind in found:
                self.hidden[face.name] += count if kind == UNREADABLE or ICON_FONT.search(face.name) else -count
            return found

        FontFace.pieces = watched  # type: ignore[method-assign, assignment]  # a measurement, in this process only

    @property
    def names(self) -> set[str]:
        """The fonts most of whose glyphs have no letters, and icon fonts."""
        return {name for name, count in self.hidden.items() if count > 0}


def recall(files: dict[str, bytes]) -> None:
    """Prints the share of characters, the worst files, and the fonts left out."""
    rows, all_out = [], set()
    watch = FontsLeftOut()
    for name, data in files.items():
        watch.hidden.clear()
        document = read(data)
        if document is None:
            continue
        all_out |= watch.names
        words = "".join(word.text for _, _, word in document.words() if word.font not in watch.names)
        words += "".join(line.bullet for line in document.lines)
        words += "".join(hidden.text for page in document.pages for hidden in page.hidden)
        places = [place for page in pdfium_places(without_actual_text(data)) for place in page]
        theirs = bag("".join(char for _, _, char, font in places if font not in watch.names))
        if total := theirs.total():
            rows.append(((theirs & bag(words)).total() / total, total, name, (theirs - bag(words)).most_common(5)))
    rows.sort()
    for share, total, name, missing in rows[:6]:
        print(f"  {share:.4f} of {total} in {name[-60:]}, missing {missing}")
    share = sum(s * n for s, n, *_ in rows) / sum(n for _, n, *_ in rows)
    say(f"reading, recall of pypdfium2's characters, {len(rows)} files", f"{share:.4f}", "at least 0.985", share >= 0.985)
    say("reading, recall in the worst file", f"{rows[0][0]:.4f}", "at least 0.95", rows[0][0] >= 0.95)
    print(f"  fonts left out: {', '.join(sorted(all_out)) or 'none'}")


def boxes(files: dict[str, bytes]) -> None:
    """Prints the share of word boxes that hold their word."""
    right = total = 0
    wrong: list[str] = []
    for name, data in files.items():
        document = read(data)
        if document is None:
            continue
        for page, places in zip(document.pages, pdfium_places(data), strict=False):
            for word in (word for line in page.lines for word in line.words if any(map(str.isalnum, word.text))):
                x0, top, x1, bottom = word.box
                inside = "".join(c for x, y, c, _ in places if x0 - 0.5 <= x <= x1 + 0.5 and top - 0.5 <= y <= bottom + 0.5)
                wanted, there = bag(word.text.casefold()), bag(inside.casefold())
                good = (wanted & there).total() >= 0.9 * wanted.total() and there.total() <= 3 * wanted.total() + 10
                right, total = right + good, total + 1
                if not good:
                    wrong.append(f"{word.text!r} holds {inside[:20]!r} in {name[-40:]}")
    for line in wrong[:10]:
        print("  " + line)
    say(f"reading, boxes that hold their word, of {total}", f"{right / total:.4f}", "at least 0.995", right >= 0.995 * total)


def hidden(files: dict[str, bytes]) -> None:
    """Prints what is flagged as hidden."""
    flagged = lines = 0
    for name, data in files.items():
        if (document := read(data)) is not None:
            found = [entry for page in document.pages for entry in page.hidden]
            flagged, lines = flagged + len(found), lines + len(document.lines)
            for entry in found[:3]:
                print(f"  {entry.reason.value}: {entry.text[:50]!r} in {name[-50:]}")
    say(
        f"reading, lines flagged as hidden, {flagged} of {lines}",
        f"{flagged / max(1, lines):.4f}",
        "at most 0.01",
        flagged <= 0.01 * lines,
    )


def ways(files: dict[str, bytes]) -> None:
    """Prints how often the fast scanner gave a page to stock pdfminer."""
    pages = failed = 0
    scan = ContentScanner.page

    def counted(self: ContentScanner, *arguments: object) -> None:
        nonlocal pages, failed
        pages += 1
        try:
            scan(self, *arguments)  # type: ignore[arg-type]  # passed on as they came
        except Exception:
            failed += 1
            raise

    ContentScanner.page = counted  # type: ignore[method-assign, assignment]  # a measurement, in this process only
    for data in files.values():
        read(data)
    ContentScanner.page = scan  # type: ignore[method-assign]
    say("reading, pages that went to stock pdfminer", f"{failed} of {pages}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=processes.MATERIAL / "resumes", help="with the PDF files")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", choices=("speed", "recall", "boxes", "hidden", "ways"))
    chosen = parser.parse_args()
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    files = {str(path): path.read_bytes() for path in sorted(chosen.folder.rglob("*.pdf"))}
    if not files:
        say("reading", processes.ABSENT)
        return
    steps: dict[str, Callable[[], None]] = {
        "speed": lambda: speed(files, chosen.rounds),
        "ways": lambda: ways(files),
        "hidden": lambda: hidden(files),
        "boxes": lambda: boxes(files),
        "recall": lambda: recall(files),
    }
    for name, step in steps.items():
        if chosen.only in (None, name):
            step()


if __name__ == "__main__":
    main()
