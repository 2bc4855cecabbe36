"""`lobby check`: the machine itself, and the profile that it is to run."""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from shared.config.finding import Asked, Finding, Verdict
from shared.config.load import load_profile
from shared.config.profile import Profile
from shared.config.settings import read_settings
from shared.config.state import state_folder
from shared.domain.errors import LobbyError
from shared.i18n import error_sentence, translate

#: The versions that the tests run on.
PYTHONS: Final = ((3, 11), (3, 13))
MEGABYTE: Final = 1_000_000
#: Below this a day's log, its copies and the journals may not fit any more.
LITTLE_MB: Final = 2000
TOO_LITTLE_MB: Final = 200


def check_machine(asked: Asked) -> Iterator[Finding]:
    """Python, the folder for what is kept, room on its disk."""
    yield _python(asked.language, sys.version_info[:2])
    folder = state_folder()
    yield _folder(asked.language, folder)
    yield _room(asked.language, folder, shutil.disk_usage(_existing(folder)).free // MEGABYTE)


def _python(language: str, version: tuple[int, int]) -> Finding:
    shown = ".".join(map(str, version))
    if PYTHONS[0] <= version <= PYTHONS[1]:
        return Finding(Verdict.OK, translate("Check", "Python %1.", shown, language=language))
    return Finding(
        Verdict.WARNING,
        translate(
            "Check",
            "Python %1 is not tested with this product: install one from 3.11 to 3.13.",
            shown,
            language=language,
        ),
    )


def _folder(language: str, folder: Path) -> Finding:
    if os.access(_existing(folder), os.W_OK):
        text = translate("Check", "%1 can be written.", folder, language=language)
        return Finding(Verdict.OK, text)
    return Finding(
        Verdict.FAILED,
        translate(
            "Check",
            "%1 cannot be written: give it to the user who runs the program, "
            "or set LOBBY_STATE_DIR.",
            folder,
            language=language,
        ),
    )


def _room(language: str, folder: Path, free_mb: int) -> Finding:
    if free_mb >= LITTLE_MB:
        text = translate("Check", "%1 MB are free there.", free_mb, language=language)
        return Finding(Verdict.OK, text)
    return Finding(
        Verdict.FAILED if free_mb < TOO_LITTLE_MB else Verdict.WARNING,
        translate(
            "Check",
            "Only %1 MB are free in %2: make room, or no ticket can be kept one day.",
            free_mb,
            folder,
            language=language,
        ),
    )


def _existing(folder: Path) -> Path:
    """The folder, or the nearest above it that is there already."""
    return next(each for each in (folder, *folder.parents) if each.exists())


def check_profiles(asked: Asked) -> Iterator[Finding]:
    """Every profile that would be served, with the first thing that is wrong in each."""
    for name in profiles_asked(asked):
        yield _profile(asked.language, name)


def profiles_asked(asked: Asked) -> list[str]:
    """The profiles by name or file: the one asked for, else those of the settings."""
    if asked.profile:
        return [asked.profile]
    settings = read_settings()
    if settings.profiles is None:
        return [settings.profile]
    return sorted(str(path) for path in settings.profiles.glob("*.toml"))


def readable_profiles(asked: Asked) -> Iterator[tuple[str, Profile]]:
    """Those of them that can be read, by name; the others are told by ``check_profiles``."""
    for name in profiles_asked(asked):
        try:
            yield name, load_profile(name)
        except LobbyError:
            continue


def _profile(language: str, name: str) -> Finding:
    try:
        profile = load_profile(name)
    except LobbyError as error:
        return Finding(Verdict.FAILED, error_sentence(error, language))
    if problem := _time_zone(profile):
        return Finding(
            Verdict.FAILED,
            translate(
                "Check",
                "Profile %1: this machine knows no time zone %2. Install the package tzdata.",
                name,
                problem,
                language=language,
            ),
        )
    return Finding(
        Verdict.OK,
        translate(
            "Check",
            "Profile %1, version %2: %3 services, %4 counters.",
            name,
            profile.version,
            len(profile.services),
            len(profile.counters),
            language=language,
        ),
    )


def _time_zone(profile: Profile) -> str:
    """The name of the branch's time zone where the machine lacks it."""
    try:
        ZoneInfo(profile.branch.time_zone)
    except ZoneInfoNotFoundError:
        return profile.branch.time_zone
    return ""
