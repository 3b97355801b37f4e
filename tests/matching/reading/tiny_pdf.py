"""Makes small PDFs for the tests, with exactly the content stream and resources that a test is about."""

from __future__ import annotations

HELVETICA = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"


def tiny_pdf(
    content: str | bytes,
    resources: str = "",
    page: str = "/MediaBox[0 0 612 792]",
    catalog: str = "",
    objects: tuple[str | bytes, ...] = (),
) -> bytes:
    """A PDF of one page.

    Args:
        content: the content stream; its font is /F1, Helvetica.
        resources: further entries of the resource dictionary.
        page: further entries of the page.
        catalog: further entries of the catalogue.
        objects: further objects; the first has number 6.
    """
    stream = content if isinstance(content, bytes) else content.encode("latin-1")
    bodies: list[bytes] = [
        f"<</Type/Catalog/Pages 2 0 R{catalog}>>".encode("latin-1"),
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"<</Type/Page/Parent 2 0 R{page}/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>{resources}>>>>".encode("latin-1"),
        b"<</Length %d>>\nstream\n%s\nendstream" % (len(stream), stream),
        HELVETICA.encode("latin-1"),
        *(body if isinstance(body, bytes) else body.encode("latin-1") for body in objects),
    ]
    data, offsets = b"%PDF-1.7\n", []
    for number, body in enumerate(bodies, 1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    count = len(bodies) + 1
    trailer = b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (count, len(data))
    return data + b"xref\n0 %d\n0000000000 65535 f \n" % count + table + trailer


def stream_object(data: str | bytes, entries: str = "") -> bytes:
    """A stream object for `objects`."""
    raw = data if isinstance(data, bytes) else data.encode("latin-1")
    return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (entries.encode("latin-1"), len(raw), raw)
