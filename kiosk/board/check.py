"""`lobby check`: the recordings of the voice and, with ``--screens``, the displays' digits."""

import os
from collections.abc import Iterator

from kiosk.board.voice.joiner import clip_set
from kiosk.board.voice.needed import Source, check
from shared.config.check_machine import readable_profiles
from shared.config.finding import Asked, Finding, Verdict
from shared.i18n import translate


def check_voice(asked: Asked) -> Iterator[Finding]:
    """Whether the shipped set can speak every call of the branch, and what it cannot say."""
    for name, profile in readable_profiles(asked):
        found = check(profile, clip_set(), None)
        missing = [each.needed.clip.path for each in found if each.is_fault]
        instead = [each.needed.says for each in found if each.source is Source.LEFT_OUT]
        if missing:
            text = translate(
                "Check",
                "The voice lacks %1 for profile %2: record it, see lobby board --check-voice.",
                ", ".join(missing),
                name,
                language=asked.language,
            )
            yield Finding(Verdict.FAILED, text)
            continue
        text = translate(
            "Check",
            "The voice can speak every call of profile %1; %2 pieces are not recorded, "
            "the hall is asked to look at the screen instead.",
            name,
            len(instead),
            language=asked.language,
        )
        yield Finding(Verdict.OK, text)


def check_displays(asked: Asked) -> Iterator[Finding]:
    """Each number of the board, or of a counter's display, that is too low on its panel."""
    if not asked.screens:
        text = translate("Check", "Not measured: give --screens.", language=asked.language)
        yield Finding(Verdict.SKIPPED, text)
        return
    os.environ.update(QT_QPA_PLATFORM="offscreen", QT_QUICK_BACKEND="software")  # before Qt loads
    from kiosk.board.selftest_run import self_test

    for name, profile in readable_profiles(asked):
        found = self_test(profile)
        verdict = Verdict.FAILED if found.faults else Verdict.OK
        text = translate(
            "Check",
            "Displays of profile %1: %2 measured, %3 faults; see lobby board --self-test.",
            name,
            len(found.rows),
            found.faults,
            language=asked.language,
        )
        yield Finding(verdict, text)
