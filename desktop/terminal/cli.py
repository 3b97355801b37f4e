"""The command line: parses arguments by the contract and prints results. No Qt but for opening the window."""

from __future__ import annotations

import argparse
import errno
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import matching
from matching.months import YearMonth

if TYPE_CHECKING:
    from desktop.export.wording import Wording

COMMANDS = ("score", "report")
_WRITING = (errno.ENOSPC, errno.EFBIG, errno.EIO)
OUTPUTS = (".pdf", ".html", ".json", ".csv")
SIGNED = (".pdf", ".html")  # what has a foot for the counselor's name
EPILOG = """\
commands:
  rolefit [FILE ...]             open the window and import the files
  rolefit score FILE|DIR ...     print the result of each résumé
  rolefit report FILE -o OUT     write a report as .pdf, .html, .json or .csv; FILE may be a saved result (.json)

exit status: 0 every file was read, 1 at least one was not, 2 wrong usage
"""


def _month(text: str) -> YearMonth:
    try:
        return YearMonth.parse(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not a month such as 2026-11") from error


def _years(text: str) -> float:
    try:
        years = float(text)
    except ValueError:
        years = -1.0
    if not 0 <= years <= 70:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of years from 0 to 70")
    return years


def _size(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 10_000_000:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of people from 1 on")
    return int(text)


def _local_base(text: str) -> tuple[int, str]:
    amount, _, code = text.partition(":")
    if not amount.isdecimal() or not 1 <= int(amount) <= 10**12 or len(code) != 3 or not (code.isascii() and code.isalpha()):
        raise argparse.ArgumentTypeError(f"{text!r} is not a yearly amount and three letters, such as 65000:EUR")
    return int(amount), code.upper()


def _language(code: str) -> str:
    from matching.knowledge.phrases import spoken_languages

    if code not in spoken_languages():
        raise argparse.ArgumentTypeError(f"there is no language {code!r}; there is: {', '.join(spoken_languages())}")
    return code


def _this_month() -> YearMonth:
    today = date.today()
    return YearMonth(today.year, today.month)


def _options() -> argparse.ArgumentParser:
    """The options that all commands share."""
    parser = argparse.ArgumentParser(prog="rolefit", add_help=False)
    parser.add_argument("--role", default="senior-backend-engineer", metavar="ID", help="role profile (default %(default)s)")
    parser.add_argument("--variant", metavar="ID", help="variant of the role, such as architect")
    parser.add_argument("--place", metavar="TEXT", help="place for the salary expectation (default: the résumé's)")
    parser.add_argument(
        "--years", type=_years, metavar="N", help="years of back-end work for the salary (default: the résumé's)"
    )
    parser.add_argument("--company-size", type=_size, metavar="N", help="people in the company, for the salary")
    parser.add_argument("--pay-base", choices=("official", "guides"), default="official", help="what the salary is anchored on")
    parser.add_argument(
        "--local-base", type=_local_base, metavar="AMOUNT:CODE", help="usual yearly pay where there are no figures (65000:EUR)"
    )
    parser.add_argument("--as-of", type=_month, metavar="YYYY-MM", help='the month that "present" means (default: this month)')
    parser.add_argument("--password", metavar="-", help="'-' asks for it, or reads a line from standard input")
    parser.add_argument(
        "--lang", type=_language, metavar="CODE", help="language: en or de (default: English, in the window the chosen one)"
    )
    parser.add_argument("--data-dir", type=Path, metavar="DIR", help="where Rolefit keeps its data")
    parser.add_argument("--version", action="version", version=f"rolefit {matching.__version__}")
    return parser


def _parser(command: str | None) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="rolefit" if command is None else f"rolefit {command}",
        description="Reads a résumé PDF on this computer and shows how it fits the role: fit, gaps and salary, with evidence.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[_options()],
        allow_abbrev=False,
    )
    if command is None:
        parser.add_argument("files", nargs="*", metavar="FILE", help="résumés to open in the window")
    elif command == "score":
        parser.add_argument("files", nargs="+", metavar="FILE", help="PDF files, or folders of them")
        parser.add_argument("--json", action="store_true", help="one JSON object a line")
    else:
        parser.add_argument("files", nargs=1, metavar="FILE", help="the résumé, or a result that was saved as .json")
        parser.add_argument(
            "-o", "--output", required=True, type=Path, metavar="OUT", help="file ending in .pdf, .html, .json or .csv"
        )
        parser.add_argument("--by", default="", metavar="NAME", help="your name, for the foot of a .pdf or .html")
        parser.add_argument("--by-line", default="", metavar="TEXT", help="organisation or phone, behind your name")
    return parser


def _command_of(arguments: Sequence[str]) -> tuple[str | None, list[str]]:
    """The command and the arguments without it; the command is the first argument that is no option or option's value."""
    _, rest = _options().parse_known_args([a for a in arguments if a not in ("-h", "--help", "--version")])
    first = next((argument for argument in rest if not argument.startswith("-")), None)
    if first not in COMMANDS:
        return None, list(arguments)
    arguments = list(arguments)
    arguments.remove(first)
    return first, arguments


def _read_password(given: str | None, language: str | None) -> str:
    if given != "-":
        return given or ""
    if sys.stdin is not None and sys.stdin.isatty():
        from getpass import getpass

        say = _wording(language)
        try:
            return getpass(say("Password of the PDF: "))
        except EOFError:  # nothing was typed
            return ""
    return sys.stdin.readline().rstrip("\r\n") if sys.stdin is not None else ""


def run(arguments: Sequence[str]) -> int:
    """Carry out a command line (without the program's name) and return its exit status."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
    command, rest = _command_of(arguments)
    parser = _parser(command)
    options = parser.parse_args(rest)
    if command is None:
        from desktop.running.opening import open_window

        return open_window(options.files, options.data_dir, options.lang)
    try:
        options.password = _read_password(options.password, options.lang)
        return _score(parser, options) if command == "score" else _report(parser, options)
    except BrokenPipeError:  # the reader of our output went away, as `| head` does
        _drop_output()
        return 1
    except OSError as error:  # such as a full disk
        _drop_output()
        say, why = _wording(options.lang), error.strerror or error
        if error.errno in _WRITING:
            print(say("The result could not be written: {why}. Nothing was changed.", why=why), file=sys.stderr)
        else:
            print(say("The system refused what reading needs: {why}. Nothing was changed.", why=why), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        say = _wording(options.lang)
        print(say("Stopped. The results printed so far are complete."), file=sys.stderr)
        return 130


def _wording(language: str | None) -> Wording:
    """The words of the language asked for; loaded when something is to be said, so that a quick start stays quick."""
    from desktop.export.wording import wording_in

    return wording_in(language or "en")


def _drop_output() -> None:
    """Let what is still to be printed go nowhere, so that leaving the program does not fail once more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _score(parser: argparse.ArgumentParser, options: argparse.Namespace) -> int:
    from desktop.terminal.scoring import check_request, request_from, score_files

    options.as_of = options.as_of or _this_month()
    request = request_from(options)
    if mistake := check_request(request):
        parser.error(mistake)
    language = options.lang or "en"
    return score_files(options.files, request, password=options.password, as_json=options.json, language=language)


def _report(parser: argparse.ArgumentParser, options: argparse.Namespace) -> int:
    from desktop.export.json_result import is_saved_result
    from desktop.export.options import ReportOptions
    from desktop.terminal.scoring import check_request, request_from, write_report, write_saved

    if options.output.suffix.lower() not in OUTPUTS:
        parser.error(f"OUT must end in {', '.join(OUTPUTS)}; {options.output.name!r} does not")
    if os.path.isdir(options.files[0]):  # noqa: PTH112 names that are no text stay as they are
        parser.error("FILE is a folder; a report is about one résumé")
    if _same_file(options.files[0], options.output):
        parser.error("OUT is the résumé itself, which is never overwritten; choose another name")
    if (options.by or options.by_line) and options.output.suffix.lower() not in SIGNED:
        parser.error(f"--by and --by-line are for {' and '.join(SIGNED)}; data carries no name of yours")
    written = ReportOptions(language=options.lang or "en", by=options.by, by_line=options.by_line)
    if is_saved_result(options.files[0]):
        if mistake := _of_saved(parser, options):
            parser.error(mistake)
        return write_saved(options.files[0], options.output, written)
    options.as_of = options.as_of or _this_month()
    request = request_from(options)
    if mistake := check_request(request):
        parser.error(mistake)
    return write_report(options.files[0], options.output, request, written, password=options.password)


def _of_saved(parser: argparse.ArgumentParser, options: argparse.Namespace) -> str:
    """What cannot be asked of a saved result, as a sentence, or nothing."""
    if options.output.suffix.lower() == ".json":
        return "FILE is a saved result already; OUT must end in .pdf, .html or .csv"
    for name in ("role", "variant", "place", "years", "company_size", "pay_base", "local_base", "as_of"):
        if getattr(options, name) != parser.get_default(name):
            return f"--{name.replace('_', '-')} cannot change a saved result; give the résumé itself"
    return ""


def _same_file(given: str, output: Path) -> bool:
    try:
        return os.path.samefile(given, output)  # noqa: PTH121 names that are no text stay as they are
    except OSError:  # one of them does not exist yet
        return False
