"""A screen of its own (Xvfb), a window manager on it (openbox), hands (xdotool) and a watchman (strace) for real windows."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

TOOLS = ("Xvfb", "openbox", "xdotool", "strace")
WATCHED = "trace=open,openat,openat2,connect,socket,execve"
NETWORK = re.compile(r"socket\(AF_INET|sa_family=AF_INET")


def missing_tools(tools: Sequence[str] = TOOLS) -> str:
    """Why a real window cannot be driven, or a program not watched, here; "" where it can."""
    if os.environ.get("ROLEFIT_REAL_WINDOW") != "1":
        return "real windows and watched programs are run on request: ROLEFIT_REAL_WINDOW=1"
    missing = [tool for tool in tools if shutil.which(tool) is None]
    return f"not installed: {', '.join(missing)}" if missing else ""


def until(true: Callable[[], object], what: str, seconds: float = 90) -> None:
    """Look again and again at something outside this process, which sends no signal."""
    end = time.monotonic() + seconds
    while not true():
        if time.monotonic() > end:
            raise TimeoutError(what)
        time.sleep(0.05)


class Screen:
    """One X display and its hands. `shoot` keeps what is on it as a picture."""

    def __init__(self, display: str, pictures: Path) -> None:
        self.display, self.pictures = display, pictures
        self.environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "LANG": "C.UTF-8"}
        self.environment.pop("QT_SCALE_FACTOR", None)

    def hands(self, *words: str) -> str:
        """xdotool."""
        done = subprocess.run(
            ["xdotool", *words], env=self.environment, capture_output=True, text=True, check=False, timeout=60
        )
        return done.stdout.strip()

    def title(self) -> str:
        """Of the window that has the focus."""
        return self.hands("getactivewindow", "getwindowname")

    def titles(self) -> list[str]:
        """Of all windows."""
        found = self.hands("search", "--onlyvisible", "--name", ".").split()
        return [self.hands("getwindowname", window) for window in found]

    def wait_for(self, pattern: str, seconds: float = 90) -> str:
        """Until the window with the focus is called so."""
        until(lambda: re.search(pattern, self.title()), f"no window called {pattern}, but {self.titles()}", seconds)
        return self.title()

    def keys(self, *keys: str) -> None:
        for key in keys:
            self.hands("key", "--clearmodifiers", key)
            time.sleep(0.15)  # as a person would: the window has its turn between two keys

    def type(self, text: str) -> None:
        for number, line in enumerate(text.split("\n")):
            if number:
                self.keys("Return")
            self.hands("type", "--delay", "12", line)

    def click(self, x: int, y: int) -> None:
        self.hands("mousemove", str(x), str(y), "click", "1")
        time.sleep(0.2)

    def shoot(self, name: str) -> None:
        """A picture of the whole screen, where ImageMagick is here."""
        time.sleep(0.6)  # the last paint has arrived
        if shutil.which("import"):
            target = str(self.pictures / f"{name}.png")
            subprocess.run(["import", "-window", "root", target], env=self.environment, check=False, timeout=60)


@contextmanager
def real_screen(pictures: Path, size: str = "1600x1000") -> Iterator[Screen]:
    """A display with a free number and a window manager; both are ended afterwards."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{size}x24", "-nolisten", "tcp"],
        pass_fds=[writing], stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(writing)
    manager = None
    try:
        with os.fdopen(reading) as told:
            screen = Screen(f":{told.readline().strip()}", pictures)
        manager = subprocess.Popen(["openbox"], env=screen.environment, stderr=subprocess.DEVNULL)
        yield screen
    finally:
        for process in (manager, server):
            if process is not None:
                process.terminate()
                process.wait(20)


def watched(command: Sequence[str], notes: Path) -> list[str]:
    """The command with everything it and its children open, connect to and start written to `notes`."""
    return ["strace", "-f", "-qq", "-s", "4096", "-e", WATCHED, "-o", str(notes), *command]


def opened(notes: Path) -> list[str]:
    """What was noted, call by call."""
    return notes.read_text("utf-8", "replace").splitlines()


def internet_sockets(notes: Path) -> list[str]:
    """Calls that made or connected an internet socket."""
    return [call for call in opened(notes) if NETWORK.search(call)]
