"""“Why was this one next, and not me?”: a ticket's story in words, for staff or for the customer.

The customer learns when others were called first and by which rule, as far as that tells nothing
of what kind of customer they are; no number, no group, no matter of anybody else.
"""

from collections.abc import Iterable
from typing import Final

from shared.dispatch.layout import MINUTE_US
from shared.domain.event import TICKET_ISSUED
from shared.i18n import translate
from shared.i18n.rule_words import level_for_staff, somebody_else, why_you
from shared.metrics.visit import SECOND_US
from shared.protocol.event import to_datetime
from shared.protocol.why import Audience, StoryLine, TicketStory
from shared.services.explain_names import Names
from shared.services.explain_steps import step_words
from shared.services.story import Calling, Moment, Other, Passing, Story

PASSED_OVER: Final = "passed_over"
CALLED: Final = "ticket.called"
POINT: Final = 1000 * MINUTE_US
#: How many of those passed over a sentence names.
NAMED: Final = 3


def explain(
    found: Story, said: Names, audience: Audience, overtakes_max: int | None
) -> TicketStory:
    """The story in words; ``overtakes_max`` is the limit of its class, None without one."""
    visit = found.visit
    joint = "" if said.language.startswith("zh") else " "
    lines = [line for moment in found.moments for line in _lines(found, moment, said, audience)]
    return TicketStory(
        ticket=visit.ticket,
        number=visit.number,
        day=visit.day,
        audience=audience,
        language=said.language,
        state=visit.state,
        came_at=to_datetime(visit.arrived_us),
        called_at=None if visit.called_us is None else to_datetime(visit.called_us),
        waited_s=visit.wait_s,
        clock_stood_s=visit.clock_stood_s,
        overtaken=len(found.passings),
        overtakes_max=overtakes_max,
        summary=joint.join(_summary(found, said, audience, overtakes_max)),
        lines=tuple(lines),
    )


def _lines(found: Story, moment: Moment, said: Names, audience: Audience) -> Iterable[StoryLine]:
    is_staff = audience is Audience.STAFF
    if isinstance(moment, Passing):
        kind = PASSED_OVER
        text = _passing(moment, said) if is_staff else _passing_for_customer(moment, said)
    elif isinstance(moment, Calling):
        kind = CALLED
        text = _calling(moment, said) if is_staff else _calling_for_customer(moment, said)
    elif moment.event.kind == TICKET_ISSUED:
        kind = TICKET_ISSUED
        text = _came(found, said, is_staff=is_staff)
    else:
        kind, text = moment.event.kind, step_words(moment, said)
    if text:
        yield StoryLine(
            at=to_datetime(moment.at_us), clock=said.clock(moment.at_us), kind=kind, text=text
        )


def _came(found: Story, said: Names, *, is_staff: bool) -> str:
    """When it came and for what; staff also read for which group."""
    visit, services = found.visit, said.services(found.needs)
    if visit.booked_us is not None:
        booked = said.clock(visit.booked_us)
        return translate(
            "Why", "Came for %1, booked for %2.", services, booked, language=said.language
        )
    if not is_staff:
        return translate(
            "Why",
            "You came for %1; %n people were before you.",
            services,
            n=found.people_ahead,
            language=said.language,
        )
    return translate(
        "Why",
        "Came for %1 (%2); %n people ahead.",
        services,
        said.of("segment", found.visit.segment),
        n=found.people_ahead,
        language=said.language,
    )


def _passing(passing: Passing, said: Names) -> str:
    """Who was called past it, for staff: number, group, arrival, rule, and the scores."""
    level = level_for_staff(passing.level, said.language)
    if passing.theirs is not None and passing.mine is not None:
        level = translate(
            "Why",
            "%1, %2 points against %3",
            level,
            _points(passing.theirs),
            _points(passing.mine),
            language=said.language,
        )
    return translate(
        "Why",
        "%1 (%2, came %3) was called to %4: %5.",
        passing.other.number,
        said.of("segment", passing.other.segment),
        said.clock(passing.other.arrived_us),
        said.counter(passing.counter),
        level,
        language=said.language,
    )


def _passing_for_customer(passing: Passing, said: Names) -> str:
    return translate(
        "Why",
        "Called before you: %1.",
        somebody_else(passing.level, said.language),
        language=said.language,
    )


def _calling(calling: Calling, said: Names) -> str:
    """The ticket's own call, for staff."""
    level = level_for_staff(calling.rule, said.language)
    if calling.by:
        reason = said.of("call", calling.reason)
        level = translate(
            "Why", "%1 (%2, by %3)", level, reason, calling.by, language=said.language
        )
    where = said.counter(calling.counter)
    if not calling.passed:
        return translate(
            "Why", "Called to %1: %2; nobody passed over.", where, level, language=said.language
        )
    return translate(
        "Why",
        "Called to %1: %2; before %3, who came earlier.",
        where,
        level,
        _numbers(calling.passed, said.language),
        language=said.language,
    )


def _calling_for_customer(calling: Calling, said: Names) -> str:
    return translate(
        "Why",
        "You were called to %1: %2.",
        said.counter(calling.counter),
        why_you(calling.rule, said.language),
        language=said.language,
    )


def _numbers(others: tuple[Other, ...], language: str) -> str:
    joint = "、" if language.startswith("zh") else ", "
    shown = joint.join(other.number for other in others[:NAMED])
    rest = len(others) - NAMED
    if rest <= 0:
        return shown
    return translate("Why", "%1 and %n more", shown, n=rest, language=language)


def _summary(
    found: Story, said: Names, audience: Audience, overtakes_max: int | None
) -> Iterable[str]:
    """The answer before the details: how long, how often passed over, and what else counted."""
    visit = found.visit
    minutes = int((visit.wait_s if visit.wait_s is not None else visit.in_vain_s or 0) // 60)
    if visit.called_us is None:
        yield translate("Why", "Not called; waited %n min.", n=minutes, language=said.language)
    else:
        yield translate("Why", "Called after %n min.", n=minutes, language=said.language)
    yield _overtakes(len(found.passings), overtakes_max, said.language)
    if visit.suspended_us:
        yield translate(
            "Why",
            "%n min of the wait the service was suspended.",
            n=visit.suspended_us // SECOND_US // 60,
            language=said.language,
        )
    if visit.deferred_us:
        yield translate(
            "Why",
            "%n min of the wait the ticket was put aside on the customer's own wish.",
            n=visit.deferred_us // SECOND_US // 60,
            language=said.language,
        )
    if found.unserved:
        yield _unserved(found.unserved, audience, said.language)


def _overtakes(times: int, most: int | None, language: str) -> str:
    """How often passed over, and the limit; a higher guarantee or a person may go beyond it."""
    if not times:
        return translate("Why", "Nobody who came later was called first.", language=language)
    if most is None:
        return translate(
            "Why", "Passed over %n times by people who came later.", n=times, language=language
        )
    if times > most:
        return translate(
            "Why",
            "Passed over %n times by people who came later; the limit is %1, but a guarantee above "
            "it, or a person, decided.",
            most,
            n=times,
            language=language,
        )
    return translate(
        "Why",
        "Passed over %n times by people who came later; the limit is %1.",
        most,
        n=times,
        language=language,
    )


def _unserved(count: int, audience: Audience, language: str) -> str:
    if audience is Audience.STAFF:
        return translate(
            "Why",
            "%n who came later were called to counters that may not call this ticket.",
            n=count,
            language=language,
        )
    return translate(
        "Why",
        "%n who came later were called to counters that could not serve you; your place stayed.",
        n=count,
        language=language,
    )


def _points(score: int) -> str:
    """A score in points, such as 12.3."""
    return f"{score / POINT:.1f}"
