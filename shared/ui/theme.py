"""``Theme``: the tokens for QML, live. In QML a singleton of module ``shared.ui.controls``.

Each QML engine has its own Theme (see ``shared.ui.engine``), so a light kiosk and a dark board can
live in one process. Every size is a design pixel times ``scale``.
"""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtGui import QColor

from shared.ui.contrast import with_accent
from shared.ui.fonts import FAMILY
from shared.ui.tokens import DARK, LARGE, LIGHT, MM_PER_PX, TOUCH, TOUCH_LARGE, Colours, TouchSizes

PRESS_MS = 80
FADE_MS = 160
TOUCH_FROM = 712.0
"""Nothing that can be touched lies above this line of the kiosk's drawing."""


def _colour(token: str, notify: Signal) -> Property:
    """A read-only property that gives one colour token of the present scheme."""
    return Property(QColor, lambda theme: QColor(getattr(theme.colours, token)), notify=notify)


def _size(token: str, notify: Signal) -> Property:
    """A read-only property that gives one size token, scaled, in pixels."""
    return Property(int, lambda theme: theme.scaled(getattr(theme.sizes, token)), notify=notify)


def _mode(kind: type, attribute: str, notify: Signal) -> Property:
    """A property that can be changed; everything bound to the theme follows."""

    def read(theme: "Theme") -> object:
        return getattr(theme, attribute)

    def write(theme: "Theme", value: object) -> None:
        theme.change(attribute, value)

    return Property(kind, read, write, notify=notify)


class Theme(QObject):
    """Colours, sizes, font and modes of one surface (kiosk, board, pad or desk program)."""

    changed = Signal()

    def __init__(self, scheme: str = "light", mm_per_px: float = MM_PER_PX["kiosk"]) -> None:
        """A theme in a scheme, for a panel whose pixels have this size in millimetres."""
        super().__init__()
        self._schemes = (LIGHT, DARK, LARGE)
        self._scheme = scheme
        self._large_type = False
        self._reduced_motion = False
        self._scale = 1.0
        self._mm_per_px = mm_per_px
        self._lowered = False
        self._reach_top = TOUCH_FROM

    @property
    def colours(self) -> Colours:
        """The colour tokens in force."""
        light, dark, large = self._schemes
        if self._large_type:
            return large
        return dark if self._scheme == "dark" else light

    @property
    def sizes(self) -> TouchSizes:
        """The size tokens in force, before scaling."""
        return TOUCH_LARGE if self._large_type else TOUCH

    def scaled(self, pixels: float) -> int:
        """Design pixels to pixels on this window."""
        return round(pixels * self._scale)

    def set_accent(self, accent: str) -> None:
        """Take the bank's accent colour from its profile (``#RRGGBB``, for the light scheme).

        Raises:
            ColourInvalid, AccentTooWeak: the colour cannot be used; the theme stays as it was.
        """
        self._schemes = with_accent(accent)
        self.changed.emit()

    def set_scheme(self, scheme: str) -> None:
        """``light`` or ``dark``; large type is always black on white."""
        self.change("_scheme", scheme)

    def set_large_type(self, large_type: bool) -> None:
        """Switch the large-type mode on or off."""
        self.change("_large_type", large_type)

    def set_reduced_motion(self, reduced_motion: bool) -> None:
        """Without motion every change is at once."""
        self.change("_reduced_motion", reduced_motion)

    def set_scale(self, scale: float) -> None:
        """The factor on all sizes; 1.0 is as drawn."""
        self.change("_scale", scale)

    def set_lowered(self, lowered: bool) -> None:
        """Bring everything touchable within reach of somebody who sits."""
        self.change("_lowered", lowered)

    def set_reach_top(self, reach_top: float) -> None:
        """The design pixel from the top above which a seated person does not reach."""
        self.change("_reach_top", reach_top)

    def change(self, attribute: str, value: object) -> None:
        """Change one mode and tell everybody, if it is a change at all (the setters use it)."""
        if getattr(self, attribute) != value:
            setattr(self, attribute, value)
            self.changed.emit()

    @Slot(float, result=float)
    def px(self, mm: float) -> float:
        """Millimetres on the panel to pixels."""
        return mm / self._mm_per_px

    @Slot(float, result=int)
    def dp(self, pixels: float) -> int:
        """Design pixels to pixels, for measures that are no token; read once, not live."""
        return self.scaled(pixels)

    scheme = _mode(str, "_scheme", changed)
    largeType = _mode(bool, "_large_type", changed)
    reducedMotion = _mode(bool, "_reduced_motion", changed)
    scale = _mode(float, "_scale", changed)
    mmPerPx = _mode(float, "_mm_per_px", changed)
    lowered = _mode(bool, "_lowered", changed)
    reachTop = _mode(float, "_reach_top", changed)

    fontFamily = Property(str, lambda _: FAMILY, constant=True)
    pressMs = Property(int, lambda self: 0 if self._reduced_motion else PRESS_MS, notify=changed)
    fadeMs = Property(int, lambda self: 0 if self._reduced_motion else FADE_MS, notify=changed)

    window = _colour("window", changed)
    panel = _colour("panel", changed)
    surface = _colour("surface", changed)
    surface2 = _colour("surface2", changed)
    outline = _colour("outline", changed)
    lineStrong = _colour("line_strong", changed)
    text = _colour("text", changed)
    text2 = _colour("text2", changed)
    accent = _colour("accent", changed)
    onAccent = _colour("on_accent", changed)
    accentSoft = _colour("accent_soft", changed)
    accentPressed = _colour("accent_pressed", changed)
    positive = _colour("positive", changed)
    positiveSoft = _colour("positive_soft", changed)
    warning = _colour("warning", changed)
    warningSoft = _colour("warning_soft", changed)
    danger = _colour("danger", changed)
    dangerSoft = _colour("danger_soft", changed)
    priority = _colour("priority", changed)
    prioritySoft = _colour("priority_soft", changed)
    onPriority = _colour("on_priority", changed)
    disabled = _colour("disabled", changed)
    tileFoot = _colour("tile_foot", changed)

    grid = _size("grid", changed)
    margin = _size("margin", changed)
    gap = _size("gap", changed)
    radius = _size("radius", changed)
    border = _size("border", changed)
    noticeBorder = _size("notice_border", changed)
    pressBorder = _size("press_border", changed)
    focusBorder = _size("focus_border", changed)
    focusOffset = _size("focus_offset", changed)
    headerHeight = _size("header_height", changed)
    headerText = _size("header_text", changed)
    clockText = _size("clock", changed)
    mark = _size("mark", changed)
    touchZoneTop = _size("touch_zone_top", changed)
    touchZoneBottom = _size("touch_zone_bottom", changed)
    barHeight = _size("bar_height", changed)
    barIcon = _size("bar_icon", changed)
    barLabel = _size("bar_label", changed)
    barSecond = _size("bar_second", changed)
    question = _size("question", changed)
    questionSecond = _size("question_second", changed)
    tileHeight = _size("tile_height", changed)
    tileIcon = _size("tile_icon", changed)
    tileTitle = _size("tile_title", changed)
    tileSecond = _size("tile_second", changed)
    tileWait = _size("tile_wait", changed)
    tileUnit = _size("tile_unit", changed)
    priorityHeight = _size("priority_height", changed)
    priorityTitle = _size("priority_title", changed)
    buttonHeight = _size("button_height", changed)
    buttonText = _size("button_text", changed)
    buttonSecond = _size("button_second", changed)
    noticeTitle = _size("notice_title", changed)
    body = _size("body", changed)
    small = _size("small", changed)
    caption = _size("caption", changed)
    number = _size("number", changed)
    figure = _size("figure", changed)
    minTarget = _size("min_target", changed)
