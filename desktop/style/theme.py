"""The look that is worn now: scheme, text size, fonts, palette and style sheet. Painted widgets ask `theme()` for colours."""

from __future__ import annotations

from importlib.resources import files
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from desktop.style import icons
from desktop.style.dressing import Dressing
from desktop.style.tokens import colours, type_sizes

FAMILY = "Inter"
SHEET_ICONS = ("down", "right", "left")  # what the style sheet draws in the colour of small signs


class Theme(QObject):
    """Colours by token and fonts by role. `changed` comes after the application wears the new look."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.wish = "system"  # system | light | dark
        self.high_contrast = False
        self.scale = 1.0
        self.scheme = "light"
        self._colours = colours("light")
        self._fonts: dict[tuple[str, bool, float], QFont] = {}  # delegates ask for one with every cell they paint
        self._fonts_loaded = False
        self._dressing = Dressing()
        self._worn_scale: float | None = None  # None: nothing was put on yet

    def colour(self, token: str) -> QColor:
        return QColor(self._colours[token])

    def px(self, pixels: float) -> int:
        """Pixels at 100 % → pixels at the chosen text size."""
        return round(pixels * self.scale)

    def font(self, role: str = "body", tabular: bool = False) -> QFont:
        """The font of a type role. `tabular` figures are for the screen only: they spoil the text of a written PDF."""
        made = self._fonts.get((role, tabular, self.scale))
        if made is None:
            made = self._fonts[role, tabular, self.scale] = self._font(role, tabular)
        return QFont(made)  # a copy shares what Qt looked up for it, and the caller may change it

    def _font(self, role: str, tabular: bool) -> QFont:
        size = type_sizes()[role]
        font = QFont(FAMILY)
        font.setPixelSize(max(12, self.px(size.pixels)))
        font.setWeight(QFont.Weight(size.weight))
        if tabular:
            font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def wear(self, wish: str = "system", scale: float = 1.0, high_contrast: bool = False) -> None:
        """Put on a look: `wish` system, light or dark; `scale` 0.9 to 1.5."""
        self.wish, self.scale = wish, min(1.5, max(0.9, scale))
        self.high_contrast = high_contrast or _system_wants_contrast()
        self._put_on()

    def dress(self, window: QWidget) -> None:
        """Let a window and everything in it wear the style sheet, now and after every change."""
        self._dressing.dress(window, self.sheet())

    def finish(self) -> None:
        """Bring a change that is under way to its end."""
        self._dressing.finish()

    def follow_system(self) -> None:
        """Change with the system's scheme while the wish is "system"."""
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)

    def _system_changed(self) -> None:
        if self.wish == "system":
            self._put_on()

    def _put_on(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        if not self._fonts_loaded:
            _load_fonts()
            self._fonts.clear()  # looked up before the family was there
            self._fonts_loaded = True
        dark = self.wish == "dark" or (self.wish == "system" and _system_is_dark())
        before = (self.scheme, self._worn_scale)
        self.scheme = f"contrast-{'dark' if dark else 'light'}" if self.high_contrast else "dark" if dark else "light"
        if (self.scheme, self.scale) == before:
            return
        if self._worn_scale is None:
            app.setStyle("Fusion")
        self._worn_scale = self.scale
        self._colours = colours(self.scheme)
        font = self.font()
        if app.font() != font:  # telling every widget of a font takes long
            app.setFont(font)
        app.setPalette(self._palette())
        icons.forget()
        self._dressing.change(self.sheet(), app.palette(), self.changed.emit)

    def _palette(self) -> QPalette:
        roles = {
            QPalette.ColorRole.Window: "window",
            QPalette.ColorRole.WindowText: "text",
            QPalette.ColorRole.Base: "surface",
            QPalette.ColorRole.AlternateBase: "sunken",
            QPalette.ColorRole.Text: "text",
            QPalette.ColorRole.Button: "raised",
            QPalette.ColorRole.ButtonText: "text",
            QPalette.ColorRole.BrightText: "danger",
            QPalette.ColorRole.Highlight: "tint",
            QPalette.ColorRole.HighlightedText: "text",
            QPalette.ColorRole.Link: "accentText",
            QPalette.ColorRole.LinkVisited: "accentText",
            QPalette.ColorRole.ToolTipBase: "raised",
            QPalette.ColorRole.ToolTipText: "text",
            QPalette.ColorRole.PlaceholderText: "text3",
            QPalette.ColorRole.Mid: "line",
            QPalette.ColorRole.Accent: "accent",
        }
        palette = QPalette()
        for role, token in roles.items():
            palette.setColor(role, self.colour(token))
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour("text3"))
        return palette

    def sheet(self) -> str:
        """The style sheet with this look's colours and sizes filled in."""
        text = files("resources").joinpath("style/window.qss").read_text(encoding="utf-8")
        values = {name.replace("highlight.", "hl_"): value for name, value in self._colours.items()}
        for role, size in type_sizes().items():
            values[f"{role}_px"] = f"{max(12, self.px(size.pixels))}px"
        for pixels in (16, 20, 24, 28, 30, 32, 36, 38, 40):
            values[f"h{pixels}_px"] = f"{self.px(pixels)}px"
        values["family"] = FAMILY
        drawn = (
            ("check", "check", "onAccent"),
            ("tick", "check", "accentText"),
            ("dash", "minus", "accentText"),
            *((n, n, "text2") for n in SHEET_ICONS),
        )
        for key, name, token in drawn:
            values[f"{key}_icon"] = icons.file_for(name, self._colours[token])
        return Template(text).substitute(values)


def _load_fonts() -> None:
    for entry in sorted(files("resources").joinpath("fonts").iterdir(), key=lambda e: e.name):
        if entry.name.endswith((".otf", ".ttf")):
            QFontDatabase.addApplicationFontFromData(entry.read_bytes())


def _system_is_dark() -> bool:
    hints = QGuiApplication.styleHints()
    return hints.colorScheme() == Qt.ColorScheme.Dark


def _system_wants_contrast() -> bool:
    hints = QGuiApplication.styleHints()
    access = hints.accessibility()
    return access.contrastPreference() == Qt.ContrastPreference.HighContrast


def motion_wanted() -> bool:
    """Whether short movements are welcome (the system's reduced-motion preference, where it tells one)."""
    hints = QGuiApplication.styleHints()
    access = hints.accessibility()
    preference = getattr(access, "motionPreference", None)
    return preference is None or "Reduced" not in str(preference())


_THEME: Theme | None = None


def theme() -> Theme:
    """The application's one theme."""
    global _THEME
    if _THEME is None:
        _THEME = Theme()
    return _THEME


def set_kind(widget: QWidget, kind: str) -> None:
    """Give a button a kind that the style sheet knows, and restyle it."""
    if widget.property("kind") != kind:
        widget.setProperty("kind", kind)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
