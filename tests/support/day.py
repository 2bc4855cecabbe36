"""A business day in bank words, lived through the core exactly as the server does it.

People go by their names: ``day.issue("Anna wants cash")`` gives a ticket that is called "Anna"
from then on. Times are clock times such as "09:30". Nothing here decides anything.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, Final

from shared.domain import attendance, booking, calling, incident, regrouping, ticketing, visiting
from shared.domain.branch import Branch
from shared.domain.choosing import order_at
from shared.domain.event import Event
from shared.domain.rules import Rules
from shared.domain.settle import carry_out
from shared.domain.tick import next_due_us, tick
from tests.support.bank import MINUTE_US, bank, clock

DAY_US: Final = 24 * 60 * MINUTE_US
FRIDAY: Final = "2026-11-20"


class Day:
    """One day, or several in a row, of one branch. ``events`` is the log."""

    def __init__(
        self, rules: Rules | None = None, *, on: str = FRIDAY, at: str = "09:00", **library: Rules
    ) -> None:
        self.branch = Branch(rules or bank(), library)
        self.events: list[Event] = []
        self.first = date.fromisoformat(on)
        self.now_us = clock(at)
        self._live()

    # --- time -------------------------------------------------------------------------------

    def passes(self, minutes: float = 0, us: int = 0) -> None:
        """Time goes by; whatever falls due on the way happens then, as in a live branch."""
        self._until(self.now_us + round(minutes * MINUTE_US) + us)

    def comes(self, text: str) -> None:
        """It is this time of the day now."""
        self._until(self.now_us // DAY_US * DAY_US + clock(text))

    def next_day(self, text: str = "09:00") -> None:
        """It is this time of the next day; the branch was switched off in between."""
        self.now_us = (self.now_us // DAY_US + 1) * DAY_US + clock(text)
        self._live()

    def _until(self, until_us: int) -> None:
        while (due_us := next_due_us(self.branch)) is not None and due_us <= until_us:
            self.now_us = max(self.now_us, due_us)
            self._live()
        self.now_us = until_us
        self._live()

    def _live(self) -> None:
        number = self.now_us // DAY_US
        day = (self.first + timedelta(days=number)).isoformat()
        opened = attendance.open_day(self.branch, self.now_us, day=day, midnight_us=number * DAY_US)
        self.events += carry_out(self.branch, opened, self.now_us)
        self.events += carry_out(self.branch, tick(self.branch, self.now_us), self.now_us)

    def do(self, command: Callable[..., list[Event]], **words: Any) -> list[Event]:
        """What a command brings about, the calls to idle counters among it."""
        done = carry_out(self.branch, command(self.branch, self.now_us, **words), self.now_us)
        self.events += done
        return done

    # --- the door ---------------------------------------------------------------------------

    def issue(self, sentence: str, **words: Any) -> str:
        """``"Anna wants cash, card and loan"``: her ticket; gives the number on the slip."""
        name, wanted = sentence.split(" wants ")
        service, *more = re.split(r", | and ", wanted)
        self.do(ticketing.issue, ticket=name, service=service, more_needs=more, **words)
        return self.number(name)

    def cancel(self, name: str) -> None:
        self.do(ticketing.cancel, ticket=name)

    def promise(self, name: str, from_: str, until: str) -> None:
        window = {"from_us": clock(from_), "until_us": clock(until)}
        self.do(regrouping.promise, ticket=name, basis=self.branch.sequence, **window)

    # --- calling ----------------------------------------------------------------------------

    def next(self, counter: str) -> str:
        """The teller presses next; who stands there now, empty for nobody."""
        self.do(calling.call_next, counter=counter)
        return self.at(counter)

    def pick(self, counter: str, name: str, reason: str = "lead", by: str = "") -> None:
        self.do(calling.call_picked, counter=counter, ticket=name, reason=reason, by=by)

    def start(self, name: str) -> None:
        self.do(calling.start, ticket=name)

    def close(self, name: str, outcome: str = "", *, whole_visit: bool = False) -> None:
        self.do(calling.close, ticket=name, outcome=outcome, whole_visit=whole_visit)

    def does_not_come(self, name: str) -> None:
        """Recalled once, then marked absent."""
        self.do(calling.recall, ticket=name)
        self.do(calling.no_show, ticket=name)

    def comes_back(self, name: str) -> None:
        self.do(calling.return_, ticket=name)

    # --- the visit --------------------------------------------------------------------------

    def hold(self, name: str, pool: str = "documents") -> None:
        self.do(visiting.hold, ticket=name, pool=pool)

    def resume(self, name: str, **words: Any) -> None:
        self.do(visiting.resume, ticket=name, **words)

    def defer(self, name: str, minutes: int) -> None:
        self.do(visiting.defer, ticket=name, minutes=minutes)

    def send(self, name: str, **words: str) -> None:
        """Transfer to a service, a counter or a person."""
        self.do(visiting.transfer, ticket=name, **words)

    def next_matter(self, name: str) -> None:
        self.do(visiting.next_need, ticket=name)

    def reclassify(self, name: str, by: str, **words: str) -> None:
        self.do(regrouping.reclassify, ticket=name, by=by, **words)

    def join(self, name: str, companion: str) -> None:
        self.do(regrouping.join, ticket=name, companion=companion)

    def split(self, name: str, companion: str) -> None:
        self.do(regrouping.split_companion, ticket=name, companion=companion)

    # --- counters ---------------------------------------------------------------------------

    def open(self, counter: str, staff: str = "", **words: Any) -> None:
        """Somebody works there; by default a person named after the counter."""
        self.do(
            attendance.open_counter, counter=counter, staff=staff or f"teller {counter}", **words
        )

    def leave(self, counter: str) -> None:
        self.do(attendance.close_counter, counter=counter)

    def last_customer_then(
        self, counter: str, reason: str, *, at: str = "", until: str = ""
    ) -> None:
        """Plan a pause (or, with an empty reason, the end of work)."""
        self.do(
            attendance.plan_pause,
            counter=counter,
            reason=reason,
            at_us=clock(at) if at else 0,
            until_us=clock(until) if until else None,
        )

    def serve_only(self, counter: str, *services: str) -> None:
        self.do(attendance.set_services, counter=counter, services=services)

    # --- incidents and appointments -----------------------------------------------------------

    def suspend(self, *services: str, reason: str = "system", by: str = "manager") -> list[Event]:
        """An incident; all services when none is named."""
        return self.do(incident.declare, incident="outage", reason=reason, services=services, by=by)

    def resume_all(self, by: str = "manager") -> list[Event]:
        return self.do(incident.end, incident="outage", by=by)

    def book(self, name: str, service: str, at: str, *, ahead: int = 0, **words: str) -> None:
        """An appointment; the name serves as its code."""
        self.do(
            booking.book,
            appointment=name,
            code_digest=name,
            service=service,
            due_us=self._midnight_us(ahead) + clock(at),
            **self._day(ahead),
            **words,
        )

    def change_booking(self, name: str, at: str, *, ahead: int = 0) -> None:
        due_us = self._midnight_us(ahead) + clock(at)
        self.do(booking.change, code_digest=name, due_us=due_us, **self._day(ahead))

    def check_in(self, name: str) -> str:
        """The customer with the appointment is here; gives the number on the slip."""
        self.do(booking.check_in, code_digest=name, ticket=name)
        return self.number(name)

    def _midnight_us(self, ahead: int) -> int:
        return (self.now_us // DAY_US + ahead) * DAY_US

    def _day(self, ahead: int) -> dict[str, Any]:
        midnight_us = self._midnight_us(ahead)
        day = (self.first + timedelta(days=midnight_us // DAY_US)).isoformat()
        return {"day": day, "midnight_us": midnight_us}

    # --- looking ----------------------------------------------------------------------------

    def at(self, counter: str) -> str:
        """Who stands at the counter."""
        return self.branch.counters[counter].ticket

    def number(self, name: str) -> str:
        return self.branch.tickets[name].number

    def state(self, name: str) -> str:
        """Where the ticket stands, such as "waiting"."""
        return str(self.branch.tickets[name].state)

    def needs(self, name: str) -> list[str]:
        """What the ticket still needs, the present matter first."""
        return self.branch.tickets[name].needs

    def why(self, name: str) -> str:
        """The rule by which the ticket was called last."""
        return self.branch.tickets[name].why

    def overtaken(self, name: str) -> int:
        return self.branch.tickets[name].overtaken

    def order(self, counter: str) -> list[str]:
        """Whom this counter may call now, the next one first."""
        desk = self.branch.counters[counter]
        return [ticket.id for ticket in order_at(self.branch, desk, self.now_us)]

    def counter_state(self, counter: str) -> str:
        return str(self.branch.counters[counter].state)

    def happened(self, kind: str) -> list[Event]:
        """All events of this kind so far."""
        return [event for event in self.events if event.kind == kind]
