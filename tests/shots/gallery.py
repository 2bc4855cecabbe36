"""All pictures by name; what has words exists in Chinese and in English."""

from collections.abc import Callable, Iterator
from pathlib import Path

from shared.i18n import LANGUAGES
from tests.shots import (
    board_shots,
    console_shots,
    desk_shots,
    kiosk_shots,
    lead_shots,
    pad_shots,
    people_shots,
    phone_shots,
    slip_shots,
    teller_shots,
)
from tests.shots.hero import hero
from tests.shots.picture import Picture, write

SURFACES: tuple[Callable[[str], Iterator[tuple[str, Picture]]], ...] = (
    kiosk_shots.shots,
    board_shots.shots,
    teller_shots.shots,
    people_shots.shots,
    pad_shots.shots,
    desk_shots.shots,
    console_shots.shots,
)
PAGES = (*phone_shots.PAGES, *lead_shots.PAGES, "report.zh.png", "report.en.png")
"""What a browser shows; made only where there is one."""
HERO = ("kiosk-ticket", "board-calling", "teller-serving")
HERO_LANGUAGE = "en"


def names() -> list[str]:
    """The file names of all pictures of our own windows, without a browser's."""
    both = [
        *kiosk_shots.SCREENS,
        *board_shots.SCREENS,
        *teller_shots.SCREENS,
        *people_shots.SCREENS,
        *pad_shots.SCREENS,
        *desk_shots.SCREENS,
        *console_shots.SCREENS,
    ]
    spoken = [f"{name}.{language}.png" for name in both for language in LANGUAGES]
    return sorted([*spoken, *slip_shots.names(), "hero.png"])


def take_console(folder: Path, tell: Callable[[Path], None]) -> None:
    """Take the console's pictures, and the desk's and its own of a large screen, not for docs."""
    for language in LANGUAGES:
        for take_them in (console_shots.shots, console_shots.large_shots, desk_shots.large_shots):
            for name, picture in take_them(language):
                tell(write(picture, folder / f"{name}.{language}.png"))


def take(folder: Path, tell: Callable[[Path], None]) -> None:
    """Take every picture of our own windows."""
    kept: dict[str, Picture] = {}
    for language in LANGUAGES:
        for surface in SURFACES:
            for name, picture in surface(language):
                tell(write(picture, folder / f"{name}.{language}.png"))
                if language == HERO_LANGUAGE and name in HERO:
                    kept[name] = picture
    for name, picture in slip_shots.shots():
        tell(write(picture, folder / f"{name}.png"))
    tell(write(hero(*(kept[name] for name in HERO)), folder / "hero.png"))
