"""Plain words for what the desk shows: names from the profile, times, why a ticket was called.

Every function takes the window's language, so that two programs in one process may differ.
"""

from datetime import datetime, timedelta

from shared.config.profile import Profile, ServiceTable, Text
from shared.i18n import translate
from shared.i18n.rule_words import level_for_staff
from shared.protocol.lobby import Reason, TicketView

SHOWN_NUMBERS = 2
"""How many passed-over tickets are named before "and n more"."""


def named(names: dict[str, Text], key: str, language: str) -> str:
    """A name of the profile; the identifier where the profile does not know it (any more)."""
    return names[key].of(language) if key in names else key


def service_name(profile: Profile | None, service: str, language: str) -> str:
    """A service's name."""
    services = profile.services if profile else ()
    return named({each.id: each.name for each in services}, service, language)


def service_of(profile: Profile | None, service: str) -> ServiceTable | None:
    """The service in the profile, if it is there."""
    services = profile.services if profile else ()
    return next((each for each in services if each.id == service), None)


def segment_name(profile: Profile | None, segment: str, language: str) -> str:
    """A segment's short name."""
    segments = profile.segments if profile else ()
    return named({each.id: each.short or each.name for each in segments}, segment, language)


def segment_kind(profile: Profile | None, segment: str) -> str:
    """The kind of a segment (ordinary, priority, key, vip, corporate), for its mark."""
    segments = profile.segments if profile else ()
    return next((each.kind for each in segments if each.id == segment), "ordinary")


def counter_name(profile: Profile | None, counter: str, language: str) -> str:
    """The counter's own name, or its number: Counter 3."""
    counters = profile.counters if profile else ()
    own = next((each.name for each in counters if each.id == counter), None)
    return (
        own.of(language) if own else translate("Teller", "Counter %1", counter, language=language)
    )


def outcome_name(profile: Profile | None, outcome: str, language: str) -> str:
    """An outcome's name."""
    outcomes = profile.outcomes if profile else ()
    return named({each.id: each.name for each in outcomes}, outcome, language)


def pause_name(profile: Profile | None, reason: str, language: str) -> str:
    """A pause reason's name."""
    reasons = profile.pause_reasons if profile else ()
    return named({each.id: each.name for each in reasons}, reason, language)


def service_list(profile: Profile | None, services: tuple[str, ...], language: str) -> str:
    """The names of several services, in the profile's order as given."""
    joint = "、" if language.startswith("zh") else ", "
    return joint.join(service_name(profile, each, language) for each in services)


def clock(at: datetime, now: datetime) -> str:
    """A time of day such as 10:24, in the time zone of ``now`` (the branch's)."""
    return at.astimezone(now.tzinfo).strftime("%H:%M")


def whole_minutes(start: datetime, end: datetime) -> int:
    """Full minutes between two times, never negative."""
    return max(0, (end - start) // timedelta(minutes=1))


def timer(start: datetime | None, now: datetime) -> str:
    """4:12, or 1:04:12 from an hour on; 0:00 while the start is not known."""
    elapsed = max(timedelta(0), now - start) if start is not None else timedelta(0)
    seconds = elapsed // timedelta(seconds=1)
    hours, minutes, rest = seconds // 3600, seconds // 60 % 60, seconds % 60
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"


def minutes_text(seconds: float) -> str:
    """Minutes with one decimal, such as 5.8 (two-decimal noise is forbidden)."""
    return f"{seconds / 60:.1f}"


def why(reason: Reason, ticket: TicketView, profile: Profile | None, language: str) -> str:
    """One line: why this ticket was called here, and before whom."""
    waited = int(reason.waited_s // 60)
    match reason.rule:
        case "only_one":
            return translate(
                "Teller",
                "the only one waiting for this counter, for %n min",
                n=waited,
                language=language,
            )
        case "standby":
            return translate(
                "Teller", "came while this counter was free, so called at once", language=language
            )
        case "most_senior":
            return _most_senior(reason, waited, language)
        case "highest_score":
            return _highest_score(reason, ticket, waited, profile, language)
    return _guaranteed(reason, waited, language)


def _guaranteed(reason: Reason, waited: int, language: str) -> str:
    """A level above the score decided, or a person: which, how long it waited, before whom."""
    level = level_for_staff(reason.rule, language)
    if not reason.passed_over:
        return translate("Teller", "%1 (%2 min)", level, waited, language=language)
    return translate(
        "Teller",
        "%1 (%2 min), before %3",
        level,
        waited,
        _numbers(reason.passed_over, language),
        language=language,
    )


def _most_senior(reason: Reason, waited: int, language: str) -> str:
    """Nobody eligible had come before."""
    return translate(
        "Teller",
        "came first of the %1 waiting for this counter (%2 min); nobody passed over",
        reason.waiting,
        waited,
        language=language,
    )


def _highest_score(
    reason: Reason, ticket: TicketView, waited: int, profile: Profile | None, language: str
) -> str:
    """Somebody had come before: how many, and who they are."""
    segment = segment_name(profile, ticket.segment, language)
    if not reason.passed_over:
        return translate("Teller", "%1, by the rule (%2 min)", segment, waited, language=language)
    return translate(
        "Teller",
        "%1, by the rule (%2 min), before %n who came earlier: %3",
        segment,
        waited,
        _first_numbers(reason.passed_over, language),
        n=len(reason.passed_over),
        language=language,
    )


def _first_numbers(numbers: tuple[str, ...], language: str) -> str:
    """A049, B033 … where the sentence says how many they are."""
    if len(numbers) <= SHOWN_NUMBERS:
        return _numbers(numbers, language)
    shown = _numbers(numbers[:SHOWN_NUMBERS], language)
    return translate("Teller", "%1 …", shown, language=language)


def _numbers(numbers: tuple[str, ...], language: str) -> str:
    """A049, B033 and 2 more."""
    joint = "、" if language.startswith("zh") else ", "
    shown = joint.join(numbers[:SHOWN_NUMBERS])
    rest = len(numbers) - SHOWN_NUMBERS
    if rest <= 0:
        return shown
    return translate("Teller", "%1 and %n more", shown, n=rest, language=language)
