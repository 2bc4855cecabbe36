"""`lobby check --screens`: the kiosk's screens measured on the panel of the profile."""

import os
from collections.abc import Iterator

from shared.config.check_machine import readable_profiles
from shared.config.finding import Asked, Finding, Verdict
from shared.i18n import translate


def check_screens(asked: Asked) -> Iterator[Finding]:
    """Each fault of a screen; a profile that cannot be read is told by its own check."""
    if not asked.screens:
        text = translate("Check", "Not measured: give --screens.", language=asked.language)
        yield Finding(Verdict.SKIPPED, text)
        return
    os.environ.update(QT_QPA_PLATFORM="offscreen", QT_QUICK_BACKEND="software")  # before Qt loads
    from kiosk.ticketing.selftest.run import self_test

    for name, profile in readable_profiles(asked):
        found = self_test(profile)
        for fault in found.faults:
            yield Finding(Verdict.FAILED, f"{name}: {fault}")
        if found.is_passed:
            text = translate(
                "Check",
                "The kiosk's screens of profile %1 can be read and reached.",
                name,
                language=asked.language,
            )
            yield Finding(Verdict.OK, text)
