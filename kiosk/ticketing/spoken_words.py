"""What a voice says of the screen: the words of the page from top to bottom, and of each control.

Only the first language is spoken. An item may say what is spoken of it (a property ``spoken``,
empty: nothing); of a control it is what a screen reader would hear.
"""

from collections.abc import Iterator

from PySide6.QtCore import QPointF
from PySide6.QtGui import QAccessible
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.ticketing.selftest.measure import ancestors, foreground, place_of, shown
from shared.i18n import translate

CONTROL = "QQuickAbstractButton"
FIXED = frozenset({"header", "bottomBar"})
"""Always there: read when they are touched, not with every page."""


def page_words(window: QQuickWindow, language: str) -> list[str]:
    """The sentences of what lies in front, from top to bottom, then how much there is to touch."""
    front = foreground(window)
    found = sorted(_read(front), key=lambda each: (round(each[0]), each[1]))
    said = [words for _y, _x, words in found]
    controls = [each for each in controls_of(front) if not _is_fixed(each)]
    if controls:
        choices = translate("Spoken", "%n things to touch", n=len(controls), language=language)
        said.append(choices)
    return said


def control_words(control: QQuickItem, language: str) -> str:
    """Name and state of a control."""
    own = control.property("spoken")
    said = str(own) if own is not None else _accessible(control)
    if not control.isEnabled():
        said = f"{said}, {translate('Spoken', 'not possible now', language=language)}"
    elif control.property("checked") is True:
        said = f"{said}, {translate('Spoken', 'chosen', language=language)}"
    return said


def controls_of(front: QQuickItem) -> list[QQuickItem]:
    """What can be touched, also what is switched off."""
    return [
        each for each in shown(front) if each.inherits(CONTROL) and not place_of(each).isEmpty()
    ]


def control_at(window: QQuickWindow, place: QPointF) -> QQuickItem | None:
    """The control below a finger, of what lies in front."""
    found = [each for each in controls_of(foreground(window)) if place_of(each).contains(place)]
    return found[-1] if found else None


def _read(item: QQuickItem) -> Iterator[tuple[float, float, str]]:
    """Words with their place, without those of controls."""
    if not item.isVisible() or item.inherits(CONTROL) or item.objectName() in FIXED:
        return
    words = _own_words(item)
    if words is None:
        for child in item.childItems():
            yield from _read(child)
    elif words:
        place = place_of(item)
        yield place.top(), place.left(), words


def _own_words(item: QQuickItem) -> str | None:
    """Of an item that speaks for all that lies in it; None: its children do."""
    own = item.property("spoken")
    if own is not None:
        return str(own)
    if item.property("primarySize") is not None:  # a text in both languages
        return str(item.property("primary"))
    return str(item.property("text")) if item.inherits("QQuickText") else None


def _accessible(control: QQuickItem) -> str:
    """What a screen reader hears, in the first language only."""
    said = QAccessible.queryAccessibleInterface(control).text(QAccessible.Text.Name)
    second = str(control.property("secondary") or "")
    return said.replace(f", {second}", "", 1) if second else said


def _is_fixed(control: QQuickItem) -> bool:
    return any(above.objectName() in FIXED for above in ancestors(control))
