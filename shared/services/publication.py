"""Use case of the profile: put another one in force, also in the middle of a day."""

from collections.abc import Container, Iterable, Iterator
from zoneinfo import ZoneInfo

from shared.config.check import problems
from shared.config.fingerprint import profile_hash
from shared.config.profile import Profile
from shared.config.rules import to_rules
from shared.domain import event as kinds
from shared.domain.appointment import Appointment, AppointmentState
from shared.domain.branch import Branch
from shared.domain.counter import Counter, CounterState
from shared.domain.errors import ProfileInvalid, RuleRefused
from shared.domain.event import Event
from shared.domain.opening import clock_text
from shared.domain.refused import NotByStandIn
from shared.domain.rules import Rules
from shared.domain.ticket import FINAL, Ticket
from shared.protocol.profile import ProfilePublished
from shared.services.attendance import open_day
from shared.services.day import LocalDay, local_day
from shared.services.decision import Decision
from shared.services.lobby import Lobby


class BranchDiffers(RuleRefused):
    """The profile of one branch was sent to another."""

    code = "branch_differs"
    sentence = "This is the profile of branch “%1”, not of “%2”. Send it to its own branch."


def publish(lobby: Lobby, now_us: int, profile: Profile, staff: str = "") -> Decision:
    """Put the profile in force from now on; nothing is recorded when it holds already.

    Raises:
        BranchDiffers: it belongs to another branch.
        ProfileInvalid: it contradicts itself, or today needs what it lacks.
        NotByStandIn: profiles are published at the branch server.
    """
    if lobby.branch.holder:
        raise NotByStandIn
    rules = _sound_rules(lobby, profile)
    version = profile_hash(profile)

    def answer(after: Lobby) -> ProfilePublished:
        return ProfilePublished(
            profile=version,
            version=profile.version,
            policy=rules.discipline.name,
            policy_hash=rules.discipline.hash,
            sequence=after.branch.sequence,
        )

    if version == lobby.published:
        return Decision([], answer)
    _refuse_unless_today_goes_on(lobby, now_us, profile, rules)
    at_us = lobby.branch.stamp(now_us)
    data: dict[str, kinds.Value] = {
        "profile": version,
        "version": profile.version,
        "policy": rules.discipline.name,
        "policy_hash": rules.discipline.hash,
    }
    event = Event(kinds.PROFILE_PUBLISHED, at_us, at_us, "", "", staff, data)
    return Decision([event], answer, profile=profile)


def new_day(lobby: Lobby, now_us: int, profile: Profile) -> list[Event]:
    """What has to be recorded before another profile takes over after midnight.

    What is left of the old day ends under the rules that it was lived with. The new one is of the
    type that the new calendar gives it. Nothing on the same day, and in a log without any day.
    """
    ended = open_day(lobby, now_us)
    if not ended or not lobby.branch.day:
        return []
    opened = open_day(Lobby(profile), lobby.branch.stamp(now_us))[-1]
    return [] if opened.data["day"] == lobby.branch.day else [*ended[:-1], opened]


def _sound_rules(lobby: Lobby, profile: Profile) -> Rules:
    """The rules of a profile of this branch that does not contradict itself."""
    branch = lobby.branch.rules.branch
    if profile.branch.id != branch:
        raise BranchDiffers(profile.branch.id, branch)
    if sentences := " ".join(problems(profile)):
        raise ProfileInvalid(profile.version, sentences)
    return to_rules(profile)


def _refuse_unless_today_goes_on(lobby: Lobby, now_us: int, profile: Profile, rules: Rules) -> None:
    """Refuse what would leave somebody without a service, a counter or a booked time."""
    branch = lobby.branch
    _refuse_lost_bookings(branch, profile, rules)
    if not branch.day:
        return
    for name in _lacking(branch, rules):
        reason = f"today's log names “{name}”, which it lacks. Keep it until tomorrow."
        raise ProfileInvalid(profile.version, reason)
    _refuse_early_end(branch, now_us, profile, rules)
    today = local_day(branch.stamp(now_us), ZoneInfo(profile.branch.time_zone))
    if today != LocalDay(branch.day, branch.midnight_us):
        reason = f"today was opened in time zone {lobby.zone}. Keep it until tomorrow."
        raise ProfileInvalid(profile.version, reason)


def _refuse_lost_bookings(branch: Branch, profile: Profile, rules: Rules) -> None:
    """Whoever has booked a time finds the service on that day."""
    lost = [
        booked
        for booked in branch.appointments.values()
        if booked.state is AppointmentState.BOOKED and not _keeps(rules, booked)
    ]
    if lost:
        names = ", ".join(sorted({booked.service for booked in lost}))
        last = max(booked.day for booked in lost)
        reason = (
            f"{len(lost)} booked appointments need what it lacks ({names}); the last is on {last}. "
            "Keep it until then, or move them first."
        )
        raise ProfileInvalid(profile.version, reason)


def _keeps(rules: Rules, booked: Appointment) -> bool:
    """Whether these rules still serve what was booked."""
    what = rules.service_index.get(booked.service)
    who = rules.segment_index.get(booked.segment)
    if what is None or who is None or booked.service not in rules.appointments:
        return False
    return rules.is_offered(rules.services[what], rules.segments[who])


def _refuse_early_end(branch: Branch, now_us: int, profile: Profile, rules: Rules) -> None:
    """Hours that have passed already would end the tickets of everybody who waits."""
    hours = rules.day(branch.day_type).hours
    if hours is None or rules.serves_inside_at_closing or branch.is_over:
        return
    inside = branch.inside()
    if inside and branch.since_midnight(branch.stamp(now_us)) >= hours.closes_us:
        reason = (
            f"it closes at {clock_text(hours.closes_us)}, which has passed, and {inside} customers "
            "inside would lose their tickets. Give a later closing time."
        )
        raise ProfileInvalid(profile.version, reason)


def _lacking(branch: Branch, rules: Rules) -> Iterator[str]:
    """What today uses and these rules do not have."""
    for ticket in branch.tickets.values():
        yield from _without(rules.service_index, (ticket.service, *ticket.needs))
        yield from _without(rules.segment_index, (ticket.segment,))
        yield from _not_offered(rules, ticket)
        yield from _without(rules.counter_index, (ticket.counter, ticket.bound_counter))
    for desk in branch.counters.values():
        if desk.since_us:  # somebody worked there today
            yield from _without(rules.counter_index, (desk.id,))
        if desk.state is not CounterState.CLOSED:
            yield from _without(rules.service_index, _served(branch, desk))
        plan = desk.plan.reason if desk.plan else ""
        yield from _without(rules.pause_reasons, (desk.pause_reason, plan))
    pools = {pool.id for pool in rules.visit.pools}
    yield from _without(pools, (ticket.pool for ticket in branch.held.values()))
    yield from _without(rules.service_index, branch.suspended)
    reasons = {kind.id for kind in rules.incidents}
    yield from _without(reasons, (incident.reason for incident in branch.incidents.values()))


def _not_offered(rules: Rules, ticket: Ticket) -> Iterator[str]:
    """What this ticket still needs and no counter would ever serve its customer."""
    who = rules.segment_index.get(ticket.segment)
    if who is None or ticket.state in FINAL:
        return
    for need in ticket.needs:
        what = rules.service_index.get(need)
        if what is not None and not rules.is_offered(rules.services[what], rules.segments[who]):
            yield f"{need} / {ticket.segment}"


def _served(branch: Branch, desk: Counter) -> Iterator[str]:
    return (s.id for s in branch.rules.services if desk.services_mask >> s.index & 1)


def _without(known: Container[str], used: Iterable[str]) -> Iterator[str]:
    """The names that are used and not known; an empty one is no name."""
    return (name for name in used if name and name not in known)
