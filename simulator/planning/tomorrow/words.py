"""Plans for tomorrow in sentences, in either language."""

from collections.abc import Iterator

from shared.i18n import translate
from simulator.planning.clock import clock
from simulator.planning.tomorrow.choice import Choice, Own
from simulator.planning.tomorrow.choices import Choices
from simulator.planning.tomorrow.effect import Tomorrow


def what_to_do(choices: Choices, choice: Choice, language: str) -> Iterator[str]:
    """What differs from doing nothing, a sentence each; and who goes to the cash van when."""
    for place, person in enumerate(choices.people):
        before, own = choices.nothing.people[place], choice.people[place]
        yield from _of_person(person.number, before, own, language)
        if own.later_min:
            yield _moves(choices, choice, place, language)
    for trip in choice.trips:
        number, begins = choices.people[trip.person].number, clock(trip.begins)
        yield translate(
            "Tomorrow", "%1 goes to the cash van at %2.", number, begins, language=language
        )
    guest = choice.guest
    if guest is not None and guest.lunch is not None and choices.day.guest_lunch_min:
        yield translate(
            "Tomorrow",
            "Borrow somebody for counter %1 all day, lunch at %2.",
            guest.counter,
            clock(guest.lunch),
            language=language,
        )
    elif guest is not None:
        yield translate(
            "Tomorrow", "Borrow somebody for counter %1 all day.", guest.counter, language=language
        )


def _of_person(number: str, before: Own, own: Own, language: str) -> Iterator[str]:
    for was, counter in zip(before.counters, own.counters, strict=True):
        if counter != was:
            yield translate(
                "Tomorrow",
                "%1 sits at counter %2 instead of %3.",
                number,
                counter,
                was,
                language=language,
            )
    if own.lunch is not None and before.lunch is not None and own.lunch != before.lunch:
        at, planned = clock(own.lunch), clock(before.lunch)
        yield translate(
            "Tomorrow",
            "%1 has lunch at %2 instead of %3.",
            number,
            at,
            planned,
            language=language,
        )


def _moves(choices: Choices, choice: Choice, place: int, language: str) -> str:
    """When somebody goes on to the next counter."""
    moves = list(choices.day.own(choice, place))[1:]
    times = ", ".join(f"{line.opens} → {line.counter}" for line in moves)
    number = choices.people[place].number
    return translate("Tomorrow", "%1 changes counters at %2.", number, times, language=language)


def kind_words(kind: str, language: str) -> str:
    """What sort of plan it is."""
    words = {
        "lunches": translate("Tomorrow", "other times", language=language),
        "counters": translate("Tomorrow", "other counters", language=language),
        "borrowed": translate("Tomorrow", "somebody lent", language=language),
    }
    return words[kind]


def if_nothing(found: Tomorrow, language: str) -> Iterator[str]:
    """How it goes when nobody does anything, and whether that may be."""
    nothing, plan = found.nothing, found.choices.plan
    counted = nothing.counted[..., 0].sum()
    over = 1 - nothing.within[..., 0].sum() / max(counted, 1)
    unserved = (nothing.arrived - nothing.called).sum() / nothing.days
    yield translate(
        "Tomorrow",
        "%1, if nobody does anything: mean wait %2 min, %3 wait over %4 min, %5 go unserved, "
        "the day costs %6 %7.",
        plan.scenario.name.of(language),
        f"{nothing.mean_wait_s() / 60:.1f}",
        f"{over:.1%}",
        f"{plan.limits[0].within_s / 60:g}",
        f"{unserved:.1f}",
        f"{found.nothing_cost:,.0f}",
        found.currency,
        language=language,
    )
    if not found.is_nothing_feasible:
        yield translate(
            "Tomorrow",
            "That breaks what has to be kept (people at counters, dual control, lunches).",
            language=language,
        )
    if not found.plans:
        yield translate(
            "Tomorrow",
            "No plan keeps everything that has to be kept. Allow borrowing, or fewer at counters.",
            language=language,
        )


def how_sure(found: Tomorrow, language: str) -> Iterator[str]:
    """What the differences rest on."""
    yield translate(
        "Tomorrow",
        "Differences to doing nothing on %1 fresh days, the same customers; ± half-width of the "
        "95 % interval. %2 plans looked at in %3 s.",
        f"{found.fresh_days:,}",
        found.looked_at,
        f"{found.seconds:.0f}",
        language=language,
    )
    if found.was_cut_short:
        yield translate("Tomorrow", "Cut short: the best so far.", language=language)
