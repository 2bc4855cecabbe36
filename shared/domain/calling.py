"""Commands of the counter towards customers: next, out of order, recall, start, close, absent."""

from shared.dispatch.layout import C_OVER_SERVICES, C_SERVICES, T_SENIOR_US
from shared.dispatch.reason import PICKED
from shared.domain import event as kinds
from shared.domain.branch import Branch
from shared.domain.certifying import missing
from shared.domain.choosing import call_event, choose, hall, look
from shared.domain.counter import Counter
from shared.domain.errors import (
    OutcomeUnknown,
    ReasonMissing,
    RecallsMissing,
    TicketStateWrong,
)
from shared.domain.event import Event
from shared.domain.finishing import Ending, finish, ticket_event
from shared.domain.refused import CounterCannotServe, CustomerElsewhere, NobodyLooked
from shared.domain.staff_refused import NotCertified
from shared.domain.ticket import Ticket, TicketState


def call_next(branch: Branch, now_us: int, *, counter: str) -> list[Event]:
    """End the present customer's stop with the usual outcome and call the next one.

    With a pause planned after the present customer the counter pauses instead. With nobody waiting
    the counter stands by, where the profile wants it, and ``settle`` calls the next eligible
    arrival there at once; without standby nothing more happens. A customer with many transactions
    stays for another turn while nobody else waits.

    Raises:
        CounterUnknown, CounterNotOpen.
    """
    desk = branch.open_counter(counter)
    at_us = branch.stamp(now_us)
    pauses = desk.plan is not None and desk.plan.at_us <= at_us
    ending = _end_present(branch, desk, at_us, leaves=pauses)
    if ending.stays:
        return ending.events
    if pauses:
        return [*ending.events, planned_pause(desk, at_us)]
    events = ending.events
    if branch.waiting or ending.coming:
        here = hall(branch, at_us, ending.coming)
        row, reason, seen = choose(branch, desk, here)
        if row >= 0:
            events.append(call_event(branch, desk, here.tickets[row], here, at_us, reason, seen))
            return events
    if branch.rules.has_standby and not desk.is_standby:
        events.append(Event(kinds.COUNTER_STANDBY, at_us, at_us, "", counter, desk.staff))
    return events


def call_picked(
    branch: Branch, now_us: int, *, counter: str, ticket: str, reason: str, by: str = ""
) -> list[Event]:
    """Call this ticket out of order, waiting or held, for a reason of the profile.

    ``by`` is who decided it, when that is not the person at the counter. The present customer's
    stop ends as with ``call_next``.

    Raises:
        CounterUnknown, CounterNotOpen, TicketUnknown, ReasonMissing.
        TicketStateWrong: only a waiting or a held ticket.
        CounterCannotServe: the service is not served there now. NotCertified: that is why.
        CustomerElsewhere: the customer is at a counter with another ticket.
    """
    desk = branch.open_counter(counter)
    found = in_state(branch, ticket, "called", TicketState.WAITING, TicketState.HELD)
    if reason not in branch.rules.visit.call_reasons:
        raise ReasonMissing(", ".join(branch.rules.visit.call_reasons))
    if not serves_now(branch, desk, found.service):
        lacking = missing(branch, (desk.staff, desk.mentor), found.service, branch.stamp(now_us))
        if lacking:
            raise NotCertified(desk.staff, found.service, lacking[0])
        raise CounterCannotServe(desk.id, found.service)
    if any(t.counter != desk.id for t in branch.siblings(found) if t.id in _present(branch)):
        raise CustomerElsewhere(found.number)
    at_us = branch.stamp(now_us)
    ending = _end_present(branch, desk, at_us, leaves=True)
    here = hall(branch, at_us, ending.coming)
    seen = look(branch, desk, here)
    call = call_event(branch, desk, found, here, at_us, PICKED, seen)
    data = {**call.data, "reason": reason, "by": by or desk.staff}
    return [*ending.events, call._replace(data=data)]


def recall(branch: Branch, now_us: int, *, ticket: str) -> list[Event]:
    """Announce a called ticket once more.

    Raises:
        TicketUnknown, TicketStateWrong: only a called ticket is recalled.
    """
    found = in_state(branch, ticket, "recalled", TicketState.CALLED)
    at_us = branch.stamp(now_us)
    data: dict[str, kinds.Value] = {"attempt": found.recalls + 1}
    return [ticket_event(kinds.TICKET_RECALLED, found, at_us, data)]


def start(branch: Branch, now_us: int, *, ticket: str, began_us: int | None = None) -> list[Event]:
    """The called customer is here, by default since now; ``began_us`` tells of an earlier time.

    Raises:
        TicketUnknown, TicketStateWrong: only a called ticket is started.
    """
    found = in_state(branch, ticket, "started", TicketState.CALLED)
    assert found.called_us is not None
    at_us = branch.stamp(now_us)
    true_us = at_us if began_us is None else min(at_us, max(began_us, found.called_us))
    return [ticket_event(kinds.TICKET_STARTED, found, at_us, {"is_implied": False}, true_us)]


def close(
    branch: Branch, now_us: int, *, ticket: str, outcome: str = "", whole_visit: bool = False
) -> list[Event]:
    """End the stop with an outcome of the profile (the usual one when none is given).

    Needs that this counter cannot serve send the ticket on, unless ``whole_visit`` ends it here.
    A pause planned after this customer begins.

    Raises:
        TicketUnknown, OutcomeUnknown, TicketStateWrong: only a called or served ticket is closed.
    """
    found = in_state(branch, ticket, "closed", TicketState.CALLED, TicketState.SERVING)
    outcomes = branch.rules.outcomes
    if outcome and outcome not in outcomes:
        raise OutcomeUnknown(outcome, ", ".join(outcomes))
    at_us = branch.stamp(now_us)
    pauses = bool(after_stop(branch, found, at_us))
    ending = finish(
        branch, found, at_us, outcome or outcomes[0], whole_visit=whole_visit, leaves=pauses
    )
    return ending.events if ending.stays else [*ending.events, *after_stop(branch, found, at_us)]


def no_show(branch: Branch, now_us: int, *, ticket: str, has_looked: bool = False) -> list[Event]:
    """The called customer did not come; the counter is free.

    ``has_looked``: somebody went and looked for the customer, who may not have heard the call; not
    needed where somebody in the hall has said so since the call.

    Raises:
        TicketUnknown, TicketStateWrong: only a called ticket.
        RecallsMissing: before the minimum of recalls in the profile.
        NobodyLooked: the customer does not hear well, and nobody went to look.
    """
    found = in_state(branch, ticket, "marked absent", TicketState.CALLED)
    needed = branch.rules.recalls_before_no_show
    if found.recalls < needed:
        raise RecallsMissing(found.number, found.recalls, needed)
    is_sought = has_looked or found.is_found
    if found.is_visual and not is_sought:
        raise NobodyLooked(found.number)
    at_us = branch.stamp(now_us)
    data: dict[str, kinds.Value] = {"recalls": found.recalls}
    if is_sought:
        data["has_looked"] = True
    absent = ticket_event(kinds.TICKET_NO_SHOW, found, at_us, data)
    return [absent, *after_stop(branch, found, at_us)]


def return_(branch: Branch, now_us: int, *, ticket: str) -> list[Event]:
    """A customer who missed the call is back: waits again with the profile's credit.

    Raises:
        TicketUnknown, TicketStateWrong: only a no-show that has not returned too often.
    """
    found = in_state(branch, ticket, "returned", TicketState.NO_SHOW)
    if found.returns >= branch.rules.visit.returns_max:
        raise TicketStateWrong(found.number, found.state, "returned again")
    at_us = branch.stamp(now_us)
    before_us = branch.midnight_us + found.row[T_SENIOR_US]
    senior_us = max(before_us, at_us - branch.rules.visit.return_credit_us)
    data: dict[str, kinds.Value] = {"senior_us": senior_us}
    return [Event(kinds.TICKET_RETURNED, at_us, at_us, ticket, "", "", data)]


def in_state(branch: Branch, ticket: str, verb: str, *states: TicketState) -> Ticket:
    """The ticket when it stands in one of these states; TicketUnknown, TicketStateWrong."""
    found = branch.ticket(ticket)
    if found.state not in states:
        raise TicketStateWrong(found.number, found.state, verb)
    return found


def serves_now(branch: Branch, desk: Counter, service: str) -> bool:
    """Whether this counter serves the service now, as its own or as overflow."""
    index = branch.rules.service_index[service]
    return bool((desk.row[C_SERVICES] | desk.row[C_OVER_SERVICES]) >> index & 1)


def after_stop(branch: Branch, ticket: Ticket, at_us: int) -> list[Event]:
    """What happens at a counter that has become free: a pause planned for this moment."""
    desk = branch.counters[ticket.counter]
    if desk.plan is None or desk.plan.at_us > at_us:
        return []
    return [planned_pause(desk, at_us)]


def planned_pause(desk: Counter, at_us: int) -> Event:
    """The counter pauses, or closes, as it was planned."""
    plan = desk.plan
    assert plan is not None
    if not plan.reason:
        return Event(kinds.COUNTER_CLOSED, at_us, at_us, "", desk.id, desk.staff)
    data: dict[str, kinds.Value] = {"reason": plan.reason, "until_us": plan.until_us}
    return Event(kinds.COUNTER_PAUSED, at_us, at_us, "", desk.id, desk.staff, data)


def _end_present(branch: Branch, desk: Counter, at_us: int, *, leaves: bool) -> Ending:
    """The usual end of the present customer's stop; nothing when nobody is there."""
    if not desk.ticket:
        return Ending([])
    present = branch.tickets[desk.ticket]
    return finish(branch, present, at_us, branch.rules.outcomes[0], leaves=leaves)


def _present(branch: Branch) -> set[str]:
    """The tickets that are at counters now."""
    return {c.ticket for c in branch.counters.values() if c.ticket}
