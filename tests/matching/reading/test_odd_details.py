"""Details that few files have: signs glued to a list item, packed data that breaks off, lost tables of packed objects."""

from __future__ import annotations

import zlib
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from matching.errors import UnreadableDocument
from matching.knowledge.skills import load_skill_book
from matching.reading import guarded_filters, guards, rebuilding, typos
from matching.reading.corrections import NotMyJob, apply_corrections
from matching.reading.layout import arrange
from matching.reading.limits import DEFAULT, ReadingLimits
from matching.reading.pdf import read_pdf
from matching.reading.resume import Activity, Where
from tests.matching.reading.resume_texts import AS_OF
from tests.matching.reading.test_corrections import _read as resume_with_two_jobs
from tests.matching.reading.test_layout import row
from tests.matching.reading.tiny_pdf import tiny_pdf

pytestmark = pytest.mark.usefixtures("guarded")

NAME = "BT /F1 12 Tf 72 720 Td (Jane Doe) Tj ET "


# --- list signs ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("printed", "sign", "text"),
    [
        ("•Built services", "•", "Built services"),
        ("·Built services", "·", "Built services"),
        ("-Built services", "-", "Built services"),
        ("–Built services", "–", "Built services"),
        ("-5 degrees", "", "-5 degrees"),
        ("·5 degrees", "", "·5 degrees"),
        ("\uf0b7 Built services", "\uf0b7", "Built services"),
        ("- Built services", "-", "Built services"),
        ("+ Built services", "", "+ Built services"),
        ("-", "", "-"),
    ],
)
def test_a_sign_before_an_item_is_told_from_its_words(printed: str, sign: str, text: str) -> None:
    words = row("Developer at Moss Retail", 72, 100) + row(printed, 72, 120)
    line = arrange(words, 612, 792).lines[-1]
    assert (line.bullet, line.text) == (sign, text)


def test_plus_signs_are_list_signs_where_they_make_a_list() -> None:
    words = row("+ Built services", 72, 100) + row("+ Kept them alive", 72, 120) + row("+ 49 170 123456", 72, 140)
    lines = arrange(words, 612, 792).lines
    assert [line.bullet for line in lines] == ["+", "+", ""]


# --- packed data --------------------------------------------------------------------------------------------------------


def test_lzw_within_the_budget() -> None:
    guards.new_file(DEFAULT)
    assert guarded_filters.unpack_lzw(b"\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01") == b"-----A---B"
    guards.new_file(ReadingLimits(inflated_bytes=3))
    with pytest.raises(UnreadableDocument):
        guarded_filters.unpack_lzw(b"\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01")


def test_packed_data_of_nothing_is_nothing() -> None:
    guards.new_file(DEFAULT)
    with pytest.raises(zlib.error):
        guarded_filters.salvage(b"no packed data at all")
    with pytest.raises(zlib.error):
        guarded_filters.salvage(b"")


def test_run_lengths_that_break_off_keep_what_there_is() -> None:
    assert guarded_filters.unpack_run_lengths(b"\x02abc\x05de") == b"abcde"
    assert guarded_filters.unpack_run_lengths(b"\xfe") == b""


# --- files without their table ------------------------------------------------------------------------------------------


def packed() -> bytes:
    file = BytesIO()
    with pikepdf.open(BytesIO(tiny_pdf(NAME))) as made:
        made.save(file, object_stream_mode=pikepdf.ObjectStreamMode.generate, compress_streams=False, static_id=True)
    return file.getvalue()


def by_search(data: bytes) -> str:
    with rebuilding.forced():
        return " ".join(line.text for line in read_pdf(data).lines)


def outcome(data: bytes) -> str:
    try:
        return by_search(data)
    except UnreadableDocument as error:
        return error.problem.value


@pytest.mark.parametrize(
    ("change", "to"),
    [
        (b"/First ", b"/Fist  "),
        (b"/N ", b"/M "),
        (b"/Type /ObjStm", b"/Type /Objxxx"),
        (b"/Type /Catalog", b"/Typo /Catalog"),
        (b"/Root", b"/Roof"),
    ],
)
def test_packed_objects_that_cannot_be_found_are_damage_or_read_all_the_same(change: bytes, to: bytes) -> None:
    data = packed()
    assert change in data
    assert outcome(data.replace(change, to)) in ("Jane Doe", "", "damaged")


def test_a_lost_table_and_many_trailers(monkeypatch: pytest.MonkeyPatch) -> None:
    data = tiny_pdf(NAME)
    assert by_search(data.replace(b"trailer\n<<", b"trailer\n(odd) trailer >> trailer\n<<")) == "Jane Doe"
    monkeypatch.setattr(rebuilding, "_MOST_OBJECTS", 2)
    assert outcome(data) in ("", "damaged")


def test_a_file_without_its_end_is_read() -> None:
    data = tiny_pdf(NAME)
    assert outcome(data[: data.index(b"xref\n")]) == "Jane Doe"


# --- corrections and slips ----------------------------------------------------------------------------------------------


def test_what_was_done_in_a_job_that_is_none_was_done_elsewhere() -> None:
    made, resume = resume_with_two_jobs()
    deeds = tuple(Activity("mentoring", Where.EXPERIENCE, place, False, (), "Taught two juniors.") for place in (0, 1, None))
    resume = replace(resume, activities=deeds)
    book = load_skill_book()
    first = apply_corrections(resume, made.document, [NotMyJob("Backend Developer", "Tallow Bank")], book, AS_OF)
    assert [(deed.where, deed.position) for deed in first.activities] == [
        (Where.OTHER, None),
        (Where.EXPERIENCE, 0),
        (Where.EXPERIENCE, None),
    ]


def test_slips_are_read_the_same_after_many_words(monkeypatch: pytest.MonkeyPatch) -> None:
    book = load_skill_book()
    monkeypatch.setattr(typos, "_KNOWN_MOST", 1)
    for printed, skill in (("pyhton", "python"), ("teraform", "terraform"), ("pyhton", "python")):
        found = typos.read_right(printed, book)
        assert found is not None
        assert found.skill == skill
