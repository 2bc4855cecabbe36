"""What must hold of a day in the busy hall, and its figures."""

from collections import Counter
from collections.abc import Collection, Iterable

from shared.domain import event as kinds
from shared.protocol.event import EventView
from simulator.demo.check import Checklist
from tests.torture.board import calls_of
from tests.torture.hall import HallDay
from tests.torture.ledger import Ledger

#: After these a ticket waits and may be called; after those it may not.
WAITS_AGAIN = (kinds.TICKET_ISSUED, kinds.TICKET_RETURNED, kinds.TICKET_RESUMED)
WAITS_NOT = (kinds.TICKET_HELD, kinds.TICKET_DEFERRED, kinds.TICKET_CANCELLED, kinds.TICKET_EXPIRED)


def check_day(day: HallDay, ledger: Ledger) -> Checklist:
    """Every demand on the day, held or not, with what was seen."""
    checks = Checklist()
    _check_log(checks, day.log)
    _check_answers(checks, day.log, ledger)
    _check_screens(checks, day, ledger)
    checks.equal("everybody noticed the outage", set(ledger.outages), day.clients)
    checks.equal("complaints of QML", day.qml_problems, [])
    checks.equal("lobby db verify", " 0 faults" in day.verified, True)
    checks.equal("traceback or error in the server's log", _trouble(day.server_log), [])
    return checks


def figures(day: HallDay, ledger: Ledger) -> dict[str, object]:
    """What happened, for the table."""
    counted = Counter(event.kind for event in day.log)
    return {
        "busy for": f"{day.took_s:.1f} s",
        "without server": f"{day.outage_s:.1f} s",
        "events": len(day.log),
        "tickets issued": counted[kinds.TICKET_ISSUED],
        "numbers read at the kiosks": len(day.shown),
        "calls": counted[kinds.TICKET_CALLED],
        "recalls": counted[kinds.TICKET_RECALLED],
        "no-shows, taken back": (
            f"{counted[kinds.TICKET_NO_SHOW]}, {counted[kinds.TICKET_RETURNED]}"
        ),
        "visits closed": counted[kinds.TICKET_CLOSED],
        "waiting at the end": len(day.snapshot.waiting),
        "commands sent": sum(ledger.sent.values()),
        "refused by a rule": dict(ledger.refused),
        "without an answer": dict(ledger.lost),
    }


def _check_log(checks: Checklist, log: list[EventView]) -> None:
    """The log by itself."""
    is_gap_free = [e.sequence for e in log] == list(range(1, len(log) + 1))
    checks.true("sequence without gaps", is_gap_free, f"{len(log)} events")
    numbers = [e.number for e in log if e.kind == kinds.TICKET_ISSUED]
    checks.equal("numbers given twice", _doubles(numbers), [])
    checks.true("there were tickets and calls", len(numbers) > 0, f"{len(numbers)} tickets")
    checks.equal("tickets called twice without a return", called_twice(log), [])


def called_twice(log: Iterable[EventView]) -> list[str]:
    """Numbers of tickets that were called while they were not waiting."""
    waiting: set[str] = set()
    wrong = []
    for event in log:
        if event.kind in WAITS_AGAIN:
            waiting.add(event.ticket)
        elif event.kind == kinds.TICKET_CALLED:
            if event.ticket not in waiting:
                wrong.append(event.number)
            waiting.discard(event.ticket)
        elif event.kind in WAITS_NOT:
            waiting.discard(event.ticket)
    return wrong


def _check_answers(checks: Checklist, log: list[EventView], ledger: Ledger) -> None:
    """What clients were told stands in the log; nothing was done twice for one command."""
    issued = {(e.ticket, e.number) for e in log if e.kind == kinds.TICKET_ISSUED}
    told = [(t.id, t.number) for t in ledger.issued]
    checks.equal("tickets acknowledged and missing", _missing(told, issued), [])
    calls = {(e.ticket, e.counter, e.at) for e in log if e.kind == kinds.TICKET_CALLED}
    answers = [(r.ticket.id, r.ticket.counter, r.ticket.called_at) for r in ledger.called]
    checks.equal("calls acknowledged and missing", _missing(answers, calls), [])
    closed = {(e.ticket, e.data.get("outcome")) for e in log if e.kind == kinds.TICKET_CLOSED}
    ended = [(t.id, t.outcome) for t in ledger.closed]
    checks.equal("visits acknowledged as closed and missing", _missing(ended, closed), [])
    surplus = len(issued) - len(told)
    is_explained = 0 <= surplus <= ledger.lost["issue"]
    checks.true("no ticket that nobody asked for", is_explained, f"{surplus} unacknowledged")


def _check_screens(checks: Checklist, day: HallDay, ledger: Ledger) -> None:
    """What people read is what the server knows."""
    issued = Counter(e.number for e in day.log if e.kind == kinds.TICKET_ISSUED)
    wrong = [number for number in day.shown if issued[number] != 1]
    checks.equal("numbers on a kiosk's screen and not in the log", wrong, [])
    checks.equal("numbers on two screens", _doubles(day.shown), [])
    told = sorted(ticket.number for ticket in ledger.issued)
    checks.equal("every number given was read", sorted(day.shown) == told, True)
    checks.equal("the board's calls", day.board_calls, calls_of(day.snapshot))
    checks.equal("the board's waiting total", day.board_waiting, str(len(day.snapshot.waiting)))


def _doubles(names: Iterable[str]) -> list[str]:
    return sorted(name for name, times in Counter(names).items() if times > 1)


def _missing(told: Iterable[object], found: Collection[object]) -> list[object]:
    return [answer for answer in told if answer not in found]


def _trouble(server_log: str) -> list[str]:
    words = ("Traceback", " ERROR ", " CRITICAL ")
    return [line for line in server_log.splitlines() if any(word in line for word in words)]
