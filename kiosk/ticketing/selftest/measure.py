"""What is on a screen at this moment: touch targets and texts with their size and colours.

Read from the item tree, so it holds for what is drawn and not for what was meant; the colour behind
a text is taken from the picture. Lengths are design pixels (of a window shown at its design size).
"""

import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage
from PySide6.QtQml import QJSValue
from PySide6.QtQuick import QQuickItem, QQuickWindow

TOUCHABLE = ("QQuickAbstractButton", "QQuickMouseArea", "QQuickAbstractSlider")
TEXTS = ("QQuickText", "QQuickTextInput", "QQuickTextEdit")
OPAQUE = 0.99
STRIDE = 3
"""Every third pixel of every third line is enough to know the commonest colour."""


@dataclass(frozen=True, slots=True)
class Target:
    """Something that takes a touch."""

    name: str
    place: QRectF
    is_everywhere: bool = False
    """Touch anywhere: it fills the window behind what it belongs to."""


@dataclass(frozen=True, slots=True)
class Letters:
    """A text, the height of its capitals and its contrast against what lies behind it."""

    text: str
    target: str
    """The control that it stands on; empty: none."""
    place: QRectF
    capital_px: float
    ink: str
    behind: str


@dataclass(frozen=True, slots=True)
class Screenful:
    """Everything that was found."""

    targets: tuple[Target, ...]
    letters: tuple[Letters, ...]


def measure(window: QQuickWindow) -> Screenful:
    """Everything that can be touched or read on a window now."""
    picture = window.grabWindow().convertToFormat(QImage.Format.Format_RGB32)
    window_place = QRectF(0, 0, window.width(), window.height())
    root = foreground(window)
    seen = [each for each in shown(root) if _opacity(each) > 0]
    targets = [each for each in seen if _takes_touch(each)]
    return Screenful(
        tuple(_target(each, window_place) for each in targets),
        tuple(
            _letters(each, picture)
            for each in seen
            if _is_kind(each, TEXTS)
            and str(each.property("text")).strip()
            and not place_of(each).isEmpty()
        ),
    )


def walk(item: QQuickItem) -> Iterator[QQuickItem]:
    """The item and every item below it, delegates included."""
    yield item
    for child in item.childItems():
        yield from walk(child)


def shown(item: QQuickItem) -> Iterator[QQuickItem]:
    """The same without what is hidden; pages that are not shown are many."""
    if item.isVisible():
        yield item
        for child in item.childItems():
            yield from shown(child)


def place_of(item: QQuickItem) -> QRectF:
    """Where an item is in its window, cut to what its ancestors let through."""
    place = item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))
    for above in ancestors(item):
        if above.clip():
            window = above.mapRectToScene(QRectF(0, 0, above.width(), above.height()))
            place = place.intersected(window)
    return place


def ancestors(item: QQuickItem) -> Iterator[QQuickItem]:
    """The item, what it lies on, and so on to the window's own item."""
    above: QQuickItem | None = item
    while above is not None:
        yield above
        # The stubs forget that the topmost item has no parent.
        above = cast("QQuickItem | None", above.parentItem())


def foreground(window: QQuickWindow) -> QQuickItem:
    """What lies before all else while it is shown, an item that says ``isModal``; or everything."""
    root = window.contentItem()
    modal = [each for each in walk(root) if each.isVisible() and each.property("isModal") is True]
    return modal[-1] if modal else root


def _takes_touch(item: QQuickItem) -> bool:
    return _is_kind(item, TOUCHABLE) and item.isEnabled() and not place_of(item).isEmpty()


def _target(item: QQuickItem, window: QRectF) -> Target:
    place = place_of(item)
    is_everywhere = place.contains(window) and item.inherits("QQuickMouseArea")
    return Target(item.objectName() or _kind(item), place, is_everywhere)


def _letters(text: QQuickItem, picture: QImage) -> Letters:
    place = place_of(text)
    ink = QColor(text.property("color"))
    behind = _behind(picture, place, ink)
    shown = _mixed(ink, behind, ink.alphaF() * _opacity(text))
    return Letters(
        str(text.property("text")),
        _control_of(text),
        place,
        _capital_px(text),
        shown.name(),
        behind.name(),
    )


def _capital_px(text: QQuickItem) -> float:
    """The height of a capital as it is drawn: of the font that was fitted, and scaled."""
    font = QFont(text.property("font"))
    info = text.property("fontInfo")  # the size after fitting; only Text has it
    if isinstance(info, QJSValue) and (drawn := info.property("pixelSize").toInt()) > 0:
        font.setPixelSize(min(drawn, font.pixelSize()))
    scale = text.mapRectToScene(QRectF(0, 0, 1, 1)).height()
    return QFontMetricsF(font).capHeight() * scale


def _behind(picture: QImage, place: QRectF, ink: QColor) -> QColor:
    """The commonest colour of the picture where the text stands, that is not its ink."""
    area = place.toAlignedRect().intersected(picture.rect())
    pixels = memoryview(picture.constBits()).cast("I")
    line = picture.bytesPerLine() // 4
    seen: Counter[int] = Counter()
    for y in range(area.top(), area.bottom() + 1, STRIDE):
        seen.update(pixels[y * line + area.left() : y * line + area.right() + 1 : STRIDE].tolist())
    own = ink.rgb() | 0xFF000000
    found = next((colour for colour, _ in seen.most_common() if colour | 0xFF000000 != own), own)
    return QColor.fromRgb(found)


def _mixed(ink: QColor, behind: QColor, share: float) -> QColor:
    """A text that is not quite opaque, as the eye sees it."""
    if share > OPAQUE:
        return ink
    parts = (
        (ink.red(), behind.red()),
        (ink.green(), behind.green()),
        (ink.blue(), behind.blue()),
    )
    return QColor(*(round(a * share + b * (1 - share)) for a, b in parts))


def _opacity(item: QQuickItem) -> float:
    return math.prod(each.opacity() for each in ancestors(item))


def _control_of(item: QQuickItem) -> str:
    controls = (each for each in ancestors(item) if each.inherits("QQuickAbstractButton"))
    return next((each.objectName() or _kind(each) for each in controls), "")


def _is_kind(item: QQuickItem, kinds: tuple[str, ...]) -> bool:
    return any(item.inherits(kind) for kind in kinds)


def _kind(item: QQuickItem) -> str:
    """The QML type's name, where an item has none of its own."""
    return item.metaObject().className().split("_QML")[0]
