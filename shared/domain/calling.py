"""Commands of the counter towards customers: next, recall, start, close, no-show, return."""

from shared.dispatch.eligibility import is_eligible
from shared.dispatch.layout import C_INDEX, T_SENIOR_US
from shared.dispatch.precedence import score
from shared.dispatch.reason import NAMES, STANDBY
from shared.dispatch.select import is_passed_over, select_counter, select_ticket
from shared.domain import event as kinds
from shared.domain.branch import Branch
from shared.domain.counter import Counter
from shared.domain.errors import (
    OutcomeUnknown,
    RecallsMissing,
    TicketStateWrong,
)
from shared.domain.event import Event
from shared.domain.ticket import Ticket, TicketState


def call_next(branch: Branch, now_us: int, *, counter: str) -> list[Event]:
    """End the present customer with the usual outcome and call the next one.

    With nobody waiting the counter stands by, where the profile wants it, and the next eligible
    arrival is called there at once; without standby nothing more happens.

    Raises:
        CounterUnknown, CounterNotOpen.
    """
    desk = branch.open_counter(counter)
    at_us = branch.stamp(now_us)
    events = []
    if desk.ticket:
        events = _finish(branch, branch.tickets[desk.ticket], at_us, branch.rules.outcomes[0])
    since_midnight_us = at_us - branch.midnight_us
    row, reason = select_ticket(
        branch.rows, len(branch.rows), desk.row, branch.rules.policy, since_midnight_us
    )
    if row >= 0:
        return [
            *events,
            _call(branch, desk, branch.waiting[row].id, branch.rows[row], at_us, reason),
        ]
    if branch.rules.has_standby and not desk.is_standby:
        events.append(Event(kinds.COUNTER_STANDBY, at_us, at_us, "", counter, desk.staff))
    return events


def standby_call(branch: Branch, ticket: str, row: list[int], at_us: int) -> list[Event]:
    """The call of a new ticket to a counter that stands by; nothing where none may serve it."""
    idle = branch.standby_counters()
    chosen = select_counter(row, [c.row for c in idle], len(idle))
    if chosen < 0:
        return []
    return [_call(branch, idle[chosen], ticket, row, at_us, STANDBY)]


def recall(branch: Branch, now_us: int, *, ticket: str) -> list[Event]:
    """Announce a called ticket once more.

    Raises:
        TicketUnknown, TicketStateWrong: only a called ticket is recalled.
    """
    found = _in_state(branch, ticket, "recalled", TicketState.CALLED)
    at_us = branch.stamp(now_us)
    data: dict[str, kinds.Value] = {"attempt": found.recalls + 1}
    return [_event(kinds.TICKET_RECALLED, found, at_us, data)]


def start(branch: Branch, now_us: int, *, ticket: str) -> list[Event]:
    """The called customer is here.

    Raises:
        TicketUnknown, TicketStateWrong: only a called ticket is started.
    """
    found = _in_state(branch, ticket, "started", TicketState.CALLED)
    at_us = branch.stamp(now_us)
    return [_event(kinds.TICKET_STARTED, found, at_us, {"is_implied": False})]


def close(branch: Branch, now_us: int, *, ticket: str, outcome: str = "") -> list[Event]:
    """End the visit with an outcome of the profile (the usual one when none is given).

    Raises:
        TicketUnknown, OutcomeUnknown, TicketStateWrong: only a called or served ticket is closed.
    """
    found = _in_state(branch, ticket, "closed", TicketState.CALLED, TicketState.SERVING)
    outcomes = branch.rules.outcomes
    if outcome and outcome not in outcomes:
        raise OutcomeUnknown(outcome, ", ".join(outcomes))
    return _finish(branch, found, branch.stamp(now_us), outcome or outcomes[0])


def no_show(branch: Branch, now_us: int, *, ticket: str) -> list[Event]:
    """The called customer did not come; the counter is free.

    Raises:
        TicketUnknown, TicketStateWrong: only a called ticket.
        RecallsMissing: before the minimum of recalls in the profile.
    """
    found = _in_state(branch, ticket, "marked absent", TicketState.CALLED)
    needed = branch.rules.recalls_before_no_show
    if found.recalls < needed:
        raise RecallsMissing(found.number, found.recalls, needed)
    at_us = branch.stamp(now_us)
    return [_event(kinds.TICKET_NO_SHOW, found, at_us, {"recalls": found.recalls})]


def return_(branch: Branch, now_us: int, *, ticket: str) -> list[Event]:
    """A customer who missed the call is back: waits again, once, with the profile's credit.

    Raises:
        TicketUnknown, TicketStateWrong: only a no-show that has not returned before.
    """
    found = _in_state(branch, ticket, "returned", TicketState.NO_SHOW)
    if found.returns:
        raise TicketStateWrong(found.number, found.state, "returned again")
    at_us = branch.stamp(now_us)
    senior_us = max(found.arrived_us, at_us - branch.rules.return_credit_us)
    returned = Event(kinds.TICKET_RETURNED, at_us, at_us, ticket, "", "", {"senior_us": senior_us})
    row = list(found.row)
    row[T_SENIOR_US] = senior_us - branch.midnight_us
    return [returned, *standby_call(branch, ticket, row, at_us)]


def _in_state(branch: Branch, ticket: str, verb: str, *states: TicketState) -> Ticket:
    found = branch.ticket(ticket)
    if found.state not in states:
        raise TicketStateWrong(found.number, found.state, verb)
    return found


def _finish(branch: Branch, ticket: Ticket, at_us: int, outcome: str) -> list[Event]:
    """Close the ticket; the start is implied where nobody pressed a key for it.

    An implied start lies one walk after the call, but not after the end.
    """
    events = []
    if ticket.state is TicketState.CALLED:
        assert ticket.called_us is not None
        walk_us = branch.counters[ticket.counter].spec.walk_us
        begun_us = min(at_us, ticket.called_us + walk_us)
        events.append(_event(kinds.TICKET_STARTED, ticket, at_us, {"is_implied": True}, begun_us))
    events.append(_event(kinds.TICKET_CLOSED, ticket, at_us, {"outcome": outcome}))
    return events


def _call(
    branch: Branch, desk: Counter, ticket: str, row: list[int], at_us: int, reason: int
) -> Event:
    """The call as an event, with its reason as data: rule, score, who is passed over."""
    rules = branch.rules
    passed_over = [other.id for other in branch.waiting if is_passed_over(other.row, row, desk.row)]
    data: dict[str, kinds.Value] = {
        "rule": NAMES[reason],
        "score": score(row, rules.policy, at_us - branch.midnight_us),
        "passed_over": passed_over,
        "waiting": _could_be_called(branch, row, desk),
        "policy": rules.policy_name,
        "policy_hash": rules.policy_hash,
        "counter_index": desk.row[C_INDEX],
    }
    return Event(kinds.TICKET_CALLED, at_us, at_us, ticket, desk.id, desk.staff, data)


def _could_be_called(branch: Branch, row: list[int], desk: Counter) -> int:
    """How many tickets this counter could have called, the called one among them."""
    others = sum(1 for other in branch.rows if other is not row and is_eligible(other, desk.row))
    return others + 1


def _event(
    kind: str,
    ticket: Ticket,
    recorded_us: int,
    data: dict[str, kinds.Value],
    at_us: int | None = None,
) -> Event:
    true_us = recorded_us if at_us is None else at_us
    return Event(kind, true_us, recorded_us, ticket.id, ticket.counter, ticket.staff, data)
