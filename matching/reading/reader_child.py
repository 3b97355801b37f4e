"""The child process that opens a stranger's file: gets bytes through a pipe, answers with pages, then waits for the next.

It is given no path to open, closes itself off from the system before the first byte of a file arrives, and names every
end: a document, the result of a task, or a problem. It imports no Qt.
"""

from __future__ import annotations

import logging
import os
import sys
from typing import Any, BinaryIO

from matching.errors import Problem, UnreadableDocument
from matching.reading import wire
from matching.reading.document import Document, Page
from matching.reading.limits import MIB, ReadingLimits

_END_OF_FILE = b"%%EOF"

# A child whose memory has grown beyond this is not kept for the next file, or a folder of résumés would keep its largest.
KEEP_BELOW = 160 * MIB

# Frames to the child are the parent's own, which has checked the file's size against its limits.
_MOST_FROM_PARENT = 1 << 31


class _Conversation:
    """One file's answers to the parent: pages as they are finished, then the end."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._sent: list[Page] = []

    def page(self, page: Page, page_count: int | None = None) -> None:
        """Send a finished page at once, so that it is kept if a later one takes too long.

        A page of a number that was sent before takes its place, and those after it are to come again."""
        payload = wire.to_json([page_count, wire.plain(page, Page)])
        self._sent[page.number - 1 :] = [page]
        wire.write_frame(self._stream, wire.PAGE, payload)

    def document(self, document: Document) -> None:
        """Send the document; pages that went ahead unchanged are named by their index only."""
        whole = []
        for index, page in enumerate(document.pages):
            ahead = index < len(self._sent) and (page is self._sent[index] or page == self._sent[index])
            whole.append(index if ahead else wire.plain(page, Page))
        fields = wire.plain(_without_pages(document), Document)
        wire.write_frame(self._stream, wire.DOCUMENT, wire.to_json([fields, whole]))

    def result(self, value: object, hint: Any) -> None:
        wire.write_frame(self._stream, wire.RESULT, wire.to_json([_retiring(), wire.plain(value, hint)]))

    def problem(self, problem: Problem, detail: str) -> None:
        wire.write_frame(self._stream, wire.PROBLEM, wire.to_json([problem.value, detail]))


def _without_pages(document: Document) -> Document:
    return Document(document.name, document.path, document.sha256, document.page_count, (), document.notices)


def _retiring() -> bool:
    """Whether this process has grown too large to be kept. Not by `ru_maxrss`: that starts with the parent's peak."""
    try:
        with open("/proc/self/statm", "rb") as file:  # noqa: PTH123 plain and quick
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") > KEEP_BELOW
    except (OSError, AttributeError):  # not Linux: 100 files are soon over
        return False


def _cause(error: BaseException) -> str:
    """The class of an error and where it arose. Not its message: pdfminer's messages quote the file."""
    trace, place = error.__traceback__, ""
    while trace is not None:
        place = f"{os.path.basename(trace.tb_frame.f_code.co_filename)}:{trace.tb_lineno}"  # noqa: PTH119 no Path for one name
        trace = trace.tb_next
    return f"{type(error).__name__} in {place}" if place else type(error).__name__


def problem_of(error: BaseException, password: str) -> tuple[Problem, str]:
    """The problem code for whatever reading raised, with a technical cause that quotes nothing of the file."""
    from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect

    if isinstance(error, UnreadableDocument):
        return error.problem, error.detail
    if isinstance(error, PDFPasswordIncorrect):
        return (Problem.WRONG_PASSWORD if password else Problem.PASSWORD), ""
    if password and isinstance(error, UnicodeEncodeError):  # a password that the old encryption cannot spell
        return Problem.WRONG_PASSWORD, ""
    if isinstance(error, PDFEncryptionError):
        return Problem.UNSUPPORTED_PROTECTION, _cause(error)
    if isinstance(error, MemoryError):
        return Problem.TOO_MUCH_MEMORY, _cause(error)
    return Problem.DAMAGED, _cause(error)


def _blank(document: Document | None) -> bool:
    """Whether nothing at all was found: no text, seen or hidden, and no picture that could hold some."""
    return document is None or not (document.lines or any(page.images or page.hidden for page in document.pages))


def _read(request: dict[str, Any], data: bytes, limits: ReadingLimits, talk: _Conversation) -> Document:
    """The document behind `data`. Raises whatever reading raises; UnreadableDocument where nothing can be seen."""
    from matching.reading.pdf import read_pdf, require_text
    from matching.reading.rebuilding import forced

    def read() -> Document:
        secret = request["password"]
        return read_pdf(data, request["name"], request["path"], secret, on_page=talk.page, max_pages=limits.pages)

    document: Document | None = None
    damage: UnreadableDocument | None = None
    try:
        document = read()
    except UnreadableDocument as error:
        if error.problem is not Problem.DAMAGED:
            raise
        damage = error
    if _blank(document):  # once more, as if the file had no table of its objects
        try:
            with forced():
                document = read()
        except UnreadableDocument:
            if document is None:
                raise
        if _blank(document) and (damage is not None or _END_OF_FILE not in data[-2048:]):
            raise damage or UnreadableDocument(Problem.DAMAGED, "the end of the file is missing")
    assert document is not None
    if not document.lines and request["recogniser"]:
        from matching.reading.recognition import recognised_document

        document = recognised_document(document, data, request["password"], request["recogniser"], limits, talk.page)
    return require_text(document)


def _conclude(request: dict[str, Any], document: Document, talk: _Conversation) -> None:
    """Do the task, if there is one, and say that the file is done."""
    if not request["task"]:
        talk.result(None, None)
        return
    try:
        arguments = wire.rebuilt_arguments(request["task"], request["arguments"])
        result = wire.task_function(request["task"])(document, **arguments)
    except (UnreadableDocument, MemoryError):
        raise
    except Exception as error:  # ours, not the file's: the file was read
        raise UnreadableDocument(Problem.READER_STOPPED, _cause(error)) from None
    talk.result(result, wire.task_result(request["task"]))


def _answer(request: dict[str, Any], data: bytes, talk: _Conversation) -> bool:
    """Work on one request and answer it. Returns whether this process may take another."""
    limits = wire.rebuilt(request["limits"], ReadingLimits)
    try:
        from matching.reading import guards

        guards.new_file(limits)
        _system().allow_time(limits)
        if request["document"] is None:
            document = _read(request, data, limits, talk)
            talk.document(document)
        else:
            document = wire.rebuilt(request["document"], Document)
        _conclude(request, document, talk)
    except Exception as error:
        problem, detail = problem_of(error, request["password"])
        error.__traceback__ = None
        talk.problem(problem, detail)
        return False
    return not _retiring()


def serve(source: BinaryIO, answers: BinaryIO) -> None:
    """Answer requests until the parent closes its end or a file has caused a problem."""
    import json

    while True:
        try:
            _, header = wire.read_frame(source, _MOST_FROM_PARENT)
            _, data = wire.read_frame(source, _MOST_FROM_PARENT)
        except EOFError:
            return
        if not _answer(json.loads(header), data, _Conversation(answers)):
            return
        del header, data


def _own_pipes() -> tuple[BinaryIO, BinaryIO]:
    """The two pipes under private numbers; whatever prints or reads in this process meets the null device instead."""
    source, answers = os.dup(0), os.dup(1)
    null = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(null, number)
    os.close(null)
    return os.fdopen(source, "rb"), os.fdopen(answers, "wb")


def _warm_up(task: str) -> None:
    """Import everything that reading needs while files may still be opened and memory is still free."""
    from matching.reading import guards, pdf

    guards.install()
    assert pdf
    if task:
        home = sys.modules[wire.task_function(task).__module__]
        getattr(home, "warm_up", lambda: None)()


def _system() -> Any:
    """The module that closes this process off on the system at hand."""
    if sys.platform == "linux":
        from matching.reading import limits_linux as system
    elif sys.platform == "win32":
        from matching.reading import limits_windows as system
    else:
        from matching.reading import limits_macos as system
    return system


def main(arguments: list[str] | None = None) -> int:
    """Run as the child. `arguments`: the limits as JSON, the task that will be asked for (or ""), "recognise" or "".

    Without `arguments` they are the program's own, after `--reader-child` (a frozen bundle)."""
    arguments = sys.argv[2:] if arguments is None else arguments
    source, answers = _own_pipes()
    logging.disable(logging.CRITICAL)
    limits = wire.rebuilt(wire.from_json(arguments[0].encode()), ReadingLimits)
    _warm_up(arguments[1])
    sys.dont_write_bytecode = True
    _system().close_off(limits, arguments[2] == "recognise")
    try:
        serve(source, answers)
    except BrokenPipeError:
        os._exit(0)  # the parent has gone; nothing is left to flush
    return 0
