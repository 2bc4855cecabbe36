"""Back, Language, Help and Large type stand in the same place on every screen."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QRectF

from kiosk.ticketing.selftest.limits import FIXED
from kiosk.ticketing.selftest.measure import Screenful

Places = dict[str, QRectF]


def places(seen: Screenful) -> Places:
    """Where the fixed controls are; a grey one takes no touch and is missing here."""
    return {each.name: each.place for each in seen.targets if each.name in FIXED}


def moved(first: Mapping[str, QRectF], now: Mapping[str, QRectF]) -> Iterator[str]:
    """A sentence for each control that is somewhere else now."""
    for name, place in now.items():
        before = first.get(name, place)
        if place != before:
            yield f"{name} has moved from {_words(before)} to {_words(place)}"


def _words(place: QRectF) -> str:
    return f"{place.x():.0f},{place.y():.0f} {place.width():.0f}x{place.height():.0f}"
