"""A slip to try a printer with: everything that a ticket's slip has, and no ticket."""

from datetime import UTC, datetime
from queue import Empty, SimpleQueue

from kiosk.printing.printer import printer_at
from kiosk.printing.slip import Bilingual, SlipContent
from kiosk.printing.slip_job import SlipJob
from kiosk.printing.worker import PrintOutcome, PrintResult, PrintWorker
from shared.config.check_machine import profiles_asked
from shared.config.finding import Asked, Finding, Verdict
from shared.config.load import load_profile
from shared.config.profile import Profile
from shared.i18n import translate

LIMIT_S = 60.0


def print_test_slip(address: str, asked: Asked) -> Finding:
    """Print one, and say what came of it; the names are the profile's.

    Raises:
        ProfileInvalid, FileUnreadable: of the profile.
    """
    content = trial_content(load_profile(profiles_asked(asked)[0]), datetime.now(UTC).astimezone())
    outcomes: SimpleQueue[PrintOutcome] = SimpleQueue()
    worker = PrintWorker(lambda: printer_at(address), lambda _job, outcome: outcomes.put(outcome))
    worker.submit("trial", SlipJob(content, asked.test_slip_mm, address))
    try:
        outcome = outcomes.get(timeout=LIMIT_S)
    except Empty:
        outcome = None
    worker.close()
    return _finding(outcome, asked.language)


def trial_content(profile: Profile, now: datetime) -> SlipContent:
    """A slip that nobody takes for a ticket; ``now`` is local time."""
    bank, branch = profile.bank.name, profile.branch.name
    return SlipContent(
        bank=Bilingual(bank.zh, bank.en),
        branch=Bilingual(branch.zh, branch.en),
        number="TEST",
        service=Bilingual("试打，不是号票", "A test, no ticket"),
        arrived=f"{now:%Y-%m-%d %H:%M:%S}",
        short_code="TEST",
        phone_url="https://example.com/test",
    )


def _finding(outcome: PrintOutcome | None, language: str) -> Finding:
    if outcome is not None and outcome.result is PrintResult.PRINTED:
        text = translate("PrinterCheck", "The test slip is printed.", language=language)
        return Finding(Verdict.OK, text)
    if outcome is not None and outcome.result is PrintResult.UNCONFIRMED:
        text = translate(
            "PrinterCheck",
            "The test slip was sent, and the printer does not say what became of it: look.",
            language=language,
        )
        return Finding(Verdict.WARNING, text)
    reason = outcome.reason if outcome is not None else "printer_stalled"
    text = translate(
        "PrinterCheck", "The test slip was not printed (%1).", reason, language=language
    )
    return Finding(Verdict.FAILED, text)
