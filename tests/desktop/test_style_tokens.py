"""The look: every pair of tokens that is used has its contrast, in every scheme; icons and style sheet are whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.style.tokens import SCHEMES, colours, contrast, contrast_pairs, type_sizes

ICONS = Path(__file__).parents[2] / "resources" / "icons"


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_pair_has_its_contrast(scheme: str) -> None:
    worn = colours(scheme)
    poor = [
        (a, b, round(contrast(worn[a], worn[b]), 2)) for a, b, least in contrast_pairs() if contrast(worn[a], worn[b]) < least
    ]
    assert poor == []


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_schemes_name_the_same_tokens() -> None:
    assert {scheme: sorted(colours(scheme)) for scheme in SCHEMES} == {scheme: sorted(colours("light")) for scheme in SCHEMES}


def test_no_type_is_smaller_than_twelve() -> None:
    assert min(size.pixels for size in type_sizes().values()) >= 12


def test_icons_are_of_one_make() -> None:
    odd = [
        icon.name
        for icon in sorted(ICONS.glob("*.svg"))
        if 'viewBox="0 0 24 24"' not in (text := icon.read_text()) or 'stroke-width="1.8"' not in text
    ]
    assert odd == []
