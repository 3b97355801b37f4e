"""Tries a bundle as on a bare computer: nothing in the environment, no Python on the path.

Usage: check_bundle.py FOLDER [--no-network]

Prints what was measured; ends with status 1 where anything failed. With --no-network everything runs in a network namespace
of its own without any interface (Linux, where the system allows it).
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "resources" / "samples" / "strong-senior.pdf"
MOST_MEGABYTES = 220
PATIENCE = 180  # seconds for one start: some are enough, but not on a computer that builds something else meanwhile
AS_OF = ["--as-of", "2026-11"]


class Failed(Exception):
    """The bundle does not do what it must; the text says what."""


class Bundle:
    """A bundle's folder and how its program is started: no PATH, no PYTHONHOME, a new home, no screen."""

    def __init__(self, folder: Path, home: Path, offline: bool) -> None:
        self.folder = folder.resolve()
        self.program = self.folder / ("rolefit.exe" if sys.platform == "win32" else "rolefit")
        self.environment = {"PATH": "", "HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
        self.home = home
        self.before = [shutil.which("unshare") or "unshare", "-rn"] if offline else []

    def run(self, *arguments: str, data: bytes = b"", **more: str) -> tuple[subprocess.CompletedProcess[bytes], float]:
        """Start the program; its result and how long it took in seconds. Raises Failed where it does not end."""
        started = time.perf_counter()
        command = [*self.before, str(self.program), *arguments]
        environment = {**self.environment, **more}
        try:
            done = subprocess.run(  # noqa: S603 the program under test, no shell
                command, env=environment, cwd=self.home, input=data, capture_output=True, timeout=PATIENCE, check=False
            )
        except subprocess.TimeoutExpired:
            raise Failed(f"{' '.join(arguments) or 'the window'}: not done after {PATIENCE} s") from None
        return done, time.perf_counter() - started

    def megabytes(self) -> float:
        files = (path for path in self.folder.rglob("*") if path.is_file() and not path.is_symlink())
        return sum(path.stat().st_size for path in files) / 1e6


def expect(true: bool, what: str, done: subprocess.CompletedProcess[bytes] | None = None) -> None:
    """Raise Failed unless `true`."""
    if not true:
        said = "" if done is None else f" (status {done.returncode}: {done.stderr.decode(errors='replace')[-600:]})"
        raise Failed(what + said)


def check_size(bundle: Bundle) -> str:
    size = bundle.megabytes()
    expect(size < MOST_MEGABYTES, f"the bundle has {size:.0f} MB")
    return f"{size:.1f} MB unpacked"


def check_score(bundle: Bundle) -> str:
    """The reading child starts from the bundle, and the result is that of the sample's own description."""
    done, took = bundle.run("score", str(SAMPLE), "--json", *AS_OF)
    expect(done.returncode == 0, "score failed", done)
    told: dict[str, Any] = json.loads(done.stdout)
    expect(told["problem"] is None and told["fit"]["score"] > 75, f"the strong sample scored {told['fit']}")
    return f"score of the strong sample {told['fit']['score']} in {took:.2f} s"


def check_hostile(bundle: Bundle) -> str:
    """A file that is no PDF gets its sentence, not a traceback."""
    bad = bundle.home / "no.pdf"
    bad.write_bytes(b"%PDF-1.4\n" + b"\0" * 500)
    done, _ = bundle.run("score", str(bad), "--json")
    expect(done.returncode == 1 and b"Traceback" not in done.stderr, "a damaged file was not refused", done)
    return f"damaged file refused: {json.loads(done.stdout)['problem']['code']}"


def check_reports(bundle: Bundle) -> str:
    """Every kind of report is written; the PDF needs Qt."""
    for ending, begin in ((".pdf", b"%PDF-"), (".html", b"<!"), (".json", b"{"), (".csv", b"")):
        out = bundle.home / f"report{ending}"
        done, _ = bundle.run("report", str(SAMPLE), "-o", str(out), *AS_OF)
        expect(done.returncode == 0 and out.read_bytes()[:9].lower().startswith(begin.lower()), f"no report as {ending}", done)
    return "reports written as PDF, HTML, JSON, CSV"


def check_window(bundle: Bundle) -> str:
    done, took = bundle.run(ROLEFIT_WINDOW_PROBE="1")
    expect(done.returncode == 0 and b"window shown" in done.stdout, "no window", done)
    return f"window shown in {took:.2f} s"


def check_pages(bundle: Bundle) -> str:
    """The process that draws pages starts from the bundle and draws something on white paper."""
    pdf = SAMPLE.read_bytes()
    heads = ({"op": "open", "size": len(pdf), "password": ""}, {"op": "draw", "page": 0, "width": 300, "height": 400})
    opening, drawing = (json.dumps(head).encode() + b"\n" for head in heads)
    done, _ = bundle.run("--draw-pages", data=opening + pdf + drawing)
    parts = done.stdout.split(b"\n", 2)
    expect(len(parts) == 3 and json.loads(parts[0])["op"] == "opened", "the page was not opened", done)
    expect(json.loads(parts[1])["op"] == "drawn" and len(parts[2]) == 300 * 400 * 3, "the page was not drawn", done)
    inked = sum(value < 128 for value in parts[2])
    expect(inked > 500, "the drawn page is empty")
    return f"page drawn ({inked} dark values)"


CHECKS = (check_size, check_score, check_hostile, check_reports, check_window, check_pages)


def check(folder: Path, offline: bool = False) -> list[str]:
    """Run all checks; what each found, one line each. Raises Failed at the first that fails."""
    with tempfile.TemporaryDirectory() as home:
        bundle = Bundle(folder, Path(home), offline)
        return [one(bundle) for one in CHECKS]


def main() -> int:
    arguments = sys.argv[1:]
    offline = "--no-network" in arguments
    folder = Path(next(argument for argument in arguments if not argument.startswith("--")))
    try:
        lines = check(folder, offline)
    except Failed as failure:
        print(f"FAILED: {failure}")
        return 1
    print("\n".join(lines))
    return 0


if __name__ == "__main__":
    sys.exit(main())
