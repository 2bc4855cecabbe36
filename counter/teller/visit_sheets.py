"""What the sheets of a visit that goes on ask: why to hold, where to, when again, who is back."""

from datetime import datetime

from counter.teller import words
from counter.teller.scene import Scene
from counter.teller.sheet import Choice, SheetText
from counter.teller.sheet_texts import taken_back
from counter.teller.stepper import Minutes
from counter.teller.visits import HELD, MISSED, TO_COUNTER, TO_SERVICE
from shared.config.profile import Profile
from shared.i18n import translate
from shared.protocol.lobby import TicketView

SHOWN_MAX = 9
"""A sheet has nine digits."""
MORE = "more:"
REMIND_MIN = 10
"""After so long a reminder is offered; the arrows change it."""
LATER_MIN = (5, 10, 15, 20, 30, 45, 60)
"""Minutes offered; those beyond the profile's limit are left out."""


def hold_sheet(scene: Scene, now: datetime, language: str) -> SheetText:
    """F6: a digit chooses why, Enter puts the visit aside."""
    number = _number(scene)
    pools = scene.profile.visit.pools if scene.profile else ()
    choices = tuple(
        Choice(each.id, each.name.of(language), _held(number, each.limit_min, language))
        for each in pools
    )
    return SheetText(
        title=translate("Teller", "Hold %1", number, language=language),
        question=translate("Teller", "Why? Choose with a digit.", language=language),
        confirm=translate("Teller", "Put aside", language=language),
        symbol="pause",
        choices=choices,
        columns=1,
        minutes=Minutes(
            translate("Teller", "Remind me at", language=language),
            translate("Teller", "not at all", language=language),
            now,
            REMIND_MIN,
        ),
    )


def _held(number: str, limit_min: float | None, language: str) -> str:
    if limit_min is None:
        return translate(
            "Teller",
            "%1 steps aside and keeps its place. F9 takes it back.",
            number,
            language=language,
        )
    return translate(
        "Teller",
        "%1 steps aside and keeps its place. F9 takes it back; else it waits again in %2 min.",
        number,
        round(limit_min),
        language=language,
    )


def later_sheet(scene: Scene, language: str) -> SheetText:
    """F8: a digit chooses the minutes, Enter puts the ticket back."""
    number = _number(scene)
    most = scene.profile.visit.defer_max_min if scene.profile else LATER_MIN[-1]
    choices = tuple(
        Choice(
            str(minutes),
            translate("Teller", "in %n minutes", n=minutes, language=language),
            translate(
                "Teller",
                "%1 keeps its place and is not called before that. The phone page says so.",
                number,
                language=language,
            ),
        )
        for minutes in LATER_MIN
        if minutes <= most
    )
    return SheetText(
        title=translate("Teller", "Call %1 later", number, language=language),
        question=translate("Teller", "Not before? Choose with a digit.", language=language),
        confirm=translate("Teller", "Call later", language=language),
        symbol="schedule",
        choices=choices,
    )


def transfer_sheet(scene: Scene, language: str, first: int = 0) -> SheetText:
    """F7: a digit chooses where to, Enter sends on; what does not fit is on a further sheet."""
    number = _number(scene)
    found = [*_counters(scene, language), *_services(scene, language)]
    choices = found[first : first + SHOWN_MAX]
    if len(found) > first + SHOWN_MAX:
        left = len(found) - first - SHOWN_MAX + 1
        more = Choice(
            f"{MORE}{first + SHOWN_MAX - 1}",
            translate("Teller", "%n more", n=left, language=language),
            translate("Teller", "Further counters and services.", language=language),
        )
        choices = [*choices[: SHOWN_MAX - 1], more]
    return SheetText(
        title=translate("Teller", "Transfer %1", number, language=language),
        question=translate("Teller", "Where to? Choose with a digit.", language=language),
        confirm=translate("Teller", "Transfer", language=language),
        symbol="sync_alt",
        choices=tuple(choices),
        columns=1,
    )


def _counters(scene: Scene, language: str) -> list[Choice]:
    """Open counters that serve what this customer needs now."""
    ticket = scene.ticket
    if ticket is None:
        return []
    return [
        Choice(
            f"{TO_COUNTER}{each.id}",
            _counter_words(scene, each.id, each.staff_name, language),
            translate(
                "Teller",
                "%1 keeps its number and its place, and only %2 calls it.",
                ticket.number,
                words.counter_name(scene.profile, each.id, language),
                language=language,
            ),
        )
        for each in scene.counters
        if each.id != scene.counter and each.state == "open" and ticket.service in each.services
    ]


def _counter_words(scene: Scene, counter: str, staff: str | None, language: str) -> str:
    name = words.counter_name(scene.profile, counter, language)
    return f"{name} · {staff}" if staff else name


def _services(scene: Scene, language: str) -> list[Choice]:
    """Services that some counter of the profile offers, but the present one."""
    ticket, profile = scene.ticket, scene.profile
    if ticket is None or profile is None:
        return []
    return [
        Choice(
            f"{TO_SERVICE}{each}",
            words.service_name(profile, each, language),
            translate(
                "Teller",
                "%1 keeps its number and waits for: %2.",
                ticket.number,
                words.service_name(profile, each, language),
                language=language,
            ),
        )
        for each in _offered(profile)
        if each != ticket.service
    ]


def _offered(profile: Profile) -> list[str]:
    served = {service for counter in profile.counters for service in counter.services}
    return [service.id for service in profile.services if service.id in served]


def back_sheet(scene: Scene, now: datetime, language: str) -> SheetText:
    """F9: a digit chooses who is back, Enter lets the ticket wait again."""
    held = [_held_choice(scene, each, now, language) for each in scene.held]
    missed = [_missed_choice(scene, each, now, language) for each in scene.missed]
    found = [*held, *missed]
    question = translate("Teller", "Who is back? Choose with a digit.", language=language)
    if len(found) > SHOWN_MAX:
        question = translate(
            "Teller",
            "Who is back? The first %1 of %2; choose with a digit.",
            SHOWN_MAX,
            len(found),
            language=language,
        )
    return SheetText(
        title=translate("Teller", "Take back", language=language),
        question=question,
        confirm=translate("Teller", "Take back", language=language),
        symbol="undo",
        choices=tuple(found[:SHOWN_MAX]),
        columns=1,
    )


def _held_choice(scene: Scene, ticket: TicketView, now: datetime, language: str) -> Choice:
    until = (
        translate("Teller", "until %1", words.clock(ticket.until, now), language=language)
        if ticket.until
        else ""
    )
    said = (ticket.number, pool_name(scene.profile, ticket.pool, language), until)
    return Choice(
        f"{HELD}{ticket.id}",
        " · ".join(word for word in said if word),
        translate("Teller", "%1 waits again in its old place.", ticket.number, language=language),
    )


def _missed_choice(scene: Scene, ticket: TicketView, now: datetime, language: str) -> Choice:
    at = words.clock(ticket.ended_at or now, now)
    missed = translate("Teller", "missed at %1", at, language=language)
    service = words.service_name(scene.profile, ticket.service, language)
    return Choice(
        f"{MISSED}{ticket.id}",
        f"{ticket.number} · {service} · {missed}",
        taken_back(scene, ticket, now, language),
    )


def pool_name(profile: Profile | None, pool: str | None, language: str) -> str:
    """Why a ticket is on hold; one that is called later has no reason."""
    pools = profile.visit.pools if profile else ()
    name = next((each.name.of(language) for each in pools if each.id == pool), "")
    return name or translate("Teller", "called later", language=language)


def pick_sheet(scene: Scene, ticket: TicketView, language: str) -> SheetText:
    """Enter in the list: why this one is called before its turn; kept with the call."""
    reasons = scene.profile.visit.call_reasons if scene.profile else ()
    choices = tuple(
        Choice(
            each.id,
            each.name.of(language),
            translate(
                "Teller",
                "%1 is called now, before its turn; reason and your name are kept.",
                ticket.number,
                language=language,
            ),
        )
        for each in reasons
    )
    return SheetText(
        title=translate("Teller", "Call %1 out of order", ticket.number, language=language),
        question=translate("Teller", "Why? Choose with a digit.", language=language),
        confirm=translate("Teller", "Call", language=language),
        symbol="list",
        choices=choices,
    )


def _number(scene: Scene) -> str:
    return scene.ticket.number if scene.ticket is not None else ""
