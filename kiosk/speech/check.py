"""`lobby check`: whether the kiosk's pages can be spoken on this machine."""

import shutil
from collections.abc import Iterator

from kiosk.speech.espeak import PROGRAM, languages_of, version_of
from shared.config.finding import Asked, Finding, Verdict
from shared.i18n import LANGUAGES, translate


def check_speech(asked: Asked) -> Iterator[Finding]:
    """A kiosk without a voice works; it only offers no spoken pages."""
    path = shutil.which(PROGRAM)
    spoken = languages_of(version_of(path)) if path else frozenset()
    if spoken >= frozenset(LANGUAGES):
        text = translate("Check", "A kiosk here can speak its pages.", language=asked.language)
        yield Finding(Verdict.OK, text)
    elif spoken:
        text = translate(
            "Check",
            "espeak-ng here speaks no Chinese, so a kiosk offers no spoken pages: install 1.52.",
            language=asked.language,
        )
        yield Finding(Verdict.WARNING, text)
    else:
        text = translate(
            "Check",
            "A kiosk here cannot speak its pages: install espeak-ng, 1.52 or newer.",
            language=asked.language,
        )
        yield Finding(Verdict.WARNING, text)
