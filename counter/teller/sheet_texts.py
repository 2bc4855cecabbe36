"""What the sheets ask: an outcome, why to pause, whether to leave; and how a return counts."""

from datetime import datetime

from counter.teller import words
from counter.teller.scene import Scene
from counter.teller.sheet import Choice, SheetText
from shared.i18n import translate
from shared.protocol.lobby import TicketView


def outcome_sheet(scene: Scene, language: str) -> SheetText:
    """F5: a digit ends the visit at once."""
    number = scene.ticket.number if scene.ticket is not None else ""
    outcomes = scene.profile.outcomes if scene.profile else ()
    choices = tuple(
        Choice(
            each.id,
            each.name.of(language),
            translate(
                "Teller",
                "%1 ends as: %2. Nobody is called until you press F2.",
                number,
                each.name.of(language),
                language=language,
            ),
        )
        for each in outcomes
    )
    return SheetText(
        title=translate("Teller", "Close %1", number, language=language),
        question=translate("Teller", "How did it end? A digit closes at once.", language=language),
        confirm=translate("Teller", "Close the visit", language=language),
        symbol="check",
        choices=choices,
        is_immediate=True,
    )


def taken_back(scene: Scene, ticket: TicketView, now: datetime, language: str) -> str:
    """The result by the domain's rule: seniority of the profile's credit, or less if it is young.

    See shared.domain.calling.return_.
    """
    credit = scene.profile.calling.return_credit_min if scene.profile else 0.0
    minutes = min(int(credit), words.whole_minutes(ticket.arrived_at, now))
    if minutes == 0:
        return translate(
            "Teller",
            "%1 waits again as if it had just come. This works once for a ticket.",
            ticket.number,
            language=language,
        )
    return translate(
        "Teller",
        "%1 waits again as if it had come %n min ago. This works once for a ticket.",
        ticket.number,
        n=minutes,
        language=language,
    )


STAY, AWAY = "stay", "away"


def leave_sheet(scene: Scene, language: str) -> SheetText:
    """The window is to be closed while a customer is here: asked once."""
    number = scene.ticket.number if scene.ticket is not None else ""
    choices = (
        Choice(
            STAY,
            translate("Teller", "Stay with %1", number, language=language),
            translate("Teller", "Nothing changes.", language=language),
        ),
        Choice(
            AWAY,
            translate("Teller", "Close the window", language=language),
            translate(
                "Teller",
                "%1 stays with this counter; sign in again to finish it.",
                number,
                language=language,
            ),
        ),
    )
    return SheetText(
        title=translate("Teller", "%1 is still here", number, language=language),
        question=translate("Teller", "Close the window all the same?", language=language),
        confirm=translate("Teller", "OK", language=language),
        symbol="warning",
        choices=choices,
    )
