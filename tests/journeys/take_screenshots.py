"""Writes pictures of every state of the window to a folder, for eyes: `python tests/journeys/take_screenshots.py FOLDER`.

    --looks light dark contrast      default: light dark
    --sizes full small large-text    1440 x 900, 960 x 640, and full size with text at 150 %; default: full small
    --language en|de                 default: en
    --only desk notice-              states whose names begin so; default: all

Set QT_SCALE_FACTOR=1.5 for another screen. The pictures' names are `state-look-size.png`.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
# The offscreen platform's own screen is smaller than the window, and would push its menus back into itself.
os.environ.setdefault("QT_QPA_PLATFORM", f"offscreen:configfile={Path(__file__).with_name('screen.json')}")

from collections.abc import Sequence

from tests.journeys import states_of_desk, states_of_one
from tests.journeys.staging import PEOPLE, Stage, wait
from tests.journeys.states_of_one import State

LOOKS = ("light", "dark", "contrast")
SIZES = ("full", "small", "large-text")


def take(stage: Stage, states: Sequence[State], folder: Path, looks: Sequence[str], sizes: Sequence[str]) -> int:
    """Put a window into each state, and picture it in every look and size. Returns how many pictures were written."""
    count = 0
    for state in states:
        dress(stage, looks[0], sizes[0])
        state.show(stage)
        for look in looks:
            for size in sizes:
                dress(stage, look, size)
                wait(120)
                stage.picture().save(str(folder / f"{state.name}-{look}-{size}.png"))
                count += 1
        stage.clear()
    return count


def dress(stage: Stage, look: str, size: str) -> None:
    """Another look and size for the window."""
    menus = stage.rolefit.menus
    menus.change_look("dark" if look == "dark" else "light", 1.5 if size == "large-text" else 1.0, look == "contrast")
    if size == "small":
        stage.window.resize(960, 640)
    else:
        stage.window.resize(1440, 900)
    wait(30)


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description="Pictures of every state of the window.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--looks", nargs="+", choices=LOOKS, default=LOOKS[:2])
    parser.add_argument("--sizes", nargs="+", choices=SIZES, default=SIZES[:2])
    parser.add_argument("--language", default="en")
    parser.add_argument("--only", nargs="+", default=[""])
    parser.add_argument("--people", type=int, default=PEOPLE)
    chosen = parser.parse_args(arguments)
    chosen.folder.mkdir(parents=True, exist_ok=True)
    work, count = Path(tempfile.mkdtemp(prefix="rolefit-pictures-")), 0
    for name, people, states in (("one", 0, states_of_one.STATES), ("desk", chosen.people, states_of_desk.STATES)):
        wanted = [state for state in states if state.name.startswith(tuple(chosen.only))]
        if wanted:
            stage = Stage(work / name, chosen.language, people)
            count += take(stage, wanted, chosen.folder, chosen.looks, chosen.sizes)
            stage.end()
    print(count, "pictures in", chosen.folder)
    return 0


if __name__ == "__main__":
    main(sys.argv[1:])
    os._exit(0)  # no need to tear the window down piece by piece
