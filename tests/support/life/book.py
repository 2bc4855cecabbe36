"""A second book of the branch, kept by hand from the log alone, with nothing of dispatch.

It knows names, not rows: who waits, since when, for what, bound to whom; what each counter serves.
Each call is judged again by the words of the rules, and every event must be possible.
"""

from dataclasses import dataclass, field
from typing import Any, Final

from shared.domain.event import Event
from tests.support.life.rules import PLANS, Desk, Plan
from tests.support.life.slip import Seat, Slip

AT_COUNTER: Final = ("called", "serving")
OVER: Final = ("closed", "cancelled", "expired")


@dataclass
class Book:
    """What the log says, event by event. AssertionError when an event is impossible."""

    plan: Plan
    midnight_us: int = 0
    slips: dict[str, Slip] = field(default_factory=dict)
    seats: dict[str, Seat] = field(default_factory=dict)
    suspended: dict[str, int] = field(default_factory=dict)
    resumed_us: dict[str, int] = field(default_factory=dict)

    def write(self, event: Event) -> None:
        """Take one event of the log."""
        handler = getattr(self, "_" + event.kind.replace(".", "_"), None)
        if handler is not None:
            handler(event, event.data)

    def callable_now(self) -> list[Slip]:
        """Who waits and does not stand at a counter with another ticket."""
        return [
            s for s in self.slips.values() if s.state == "waiting" and not self._is_elsewhere(s)
        ]

    def eligible(self, counter: str, now_us: int) -> list[Slip]:
        """Whom this counter may call now, by reservation, overflow, skills and bindings."""
        hall = self.callable_now()
        own = [s for s in hall if self._is_own(s, counter)]
        if own or not self.plan.desks[counter].over_services:
            return own
        return [s for s in hall if self._is_overflow(s, counter, now_us)]

    def _is_elsewhere(self, slip: Slip) -> bool:
        return bool(slip.customer) and any(
            s.customer == slip.customer and s.id != slip.id and s.state in AT_COUNTER
            for s in self.slips.values()
        )

    def _is_own(self, slip: Slip, counter: str) -> bool:
        desk = self.plan.desks[counter]
        return (
            self._is_served(slip, counter, desk.services)
            and slip.segment in desk.segments
            and self._is_free_for(slip, counter)
        )

    def _is_overflow(self, slip: Slip, counter: str, now_us: int) -> bool:
        desk: Desk = self.plan.desks[counter]
        return (
            self._is_served(slip, counter, desk.over_services)
            and slip.segment in desk.over_segments
            and now_us - slip.senior_us >= desk.over_after_us
            and self._is_free_for(slip, counter)
        )

    def _is_served(self, slip: Slip, counter: str, among: tuple[str, ...]) -> bool:
        service = slip.needs[0]
        seat = self.seats[counter]
        return service in among and service in seat.services and not self.suspended.get(service)

    def _is_free_for(self, slip: Slip, counter: str) -> bool:
        return slip.counter_bound in ("", counter) and slip.person_bound in (
            "",
            self.seats[counter].staff,
        )

    # --- the day ---------------------------------------------------------------------------

    def _day_opened(self, event: Event, data: Any) -> None:
        left = [s for s in self.slips.values() if s.state not in (*OVER, "no_show")]
        assert not left, f"{left} are lost at midnight"
        assert not any(seat.staff for seat in self.seats.values())
        self.midnight_us = data["midnight_us"]
        self.slips = {}
        self.suspended = {}
        self.resumed_us = {}
        self.seats = {counter: Seat() for counter in self.plan.desks}

    def _profile_published(self, event: Event, data: Any) -> None:
        self.plan = PLANS[data["profile"]]
        for name, seat in self.seats.items():
            desk = self.plan.desks[name]
            able = {*desk.services, *desk.over_services}
            seat.services = tuple(s for s in seat.services if s in able)

    def _counter_opened(self, event: Event, data: Any) -> None:
        assert not self.seats[event.counter].staff
        assert event.staff not in [seat.staff for seat in self.seats.values()]
        self.seats[event.counter] = Seat(event.staff, tuple(data["services"]))

    def _counter_services_changed(self, event: Event, data: Any) -> None:
        self.seats[event.counter].services = tuple(data["services"])

    def _counter_standby(self, event: Event, data: Any) -> None:
        assert not self.seats[event.counter].ticket
        self.seats[event.counter].is_standby = True

    def _counter_paused(self, event: Event, data: Any) -> None:
        assert not self.seats[event.counter].ticket
        self.seats[event.counter].is_standby = False

    def _counter_closed(self, event: Event, data: Any) -> None:
        assert not self.seats[event.counter].ticket
        self.seats[event.counter] = Seat()

    def _service_suspended(self, event: Event, data: Any) -> None:
        self.suspended[data["service"]] = self.suspended.get(data["service"], 0) + 1

    def _service_resumed(self, event: Event, data: Any) -> None:
        self.suspended[data["service"]] -= 1
        self.resumed_us[data["service"]] = event.recorded_us

    # --- tickets ---------------------------------------------------------------------------

    def _ticket_issued(self, event: Event, data: Any) -> None:
        assert event.ticket not in self.slips
        slip = Slip(
            event.ticket,
            order=len(self.slips),
            senior_us=data.get("senior_us", event.at_us),
            needs=list(data.get("needs", [data["service"]])),
            segment=data["segment"],
            series=data["series"],
            ordinal=data["ordinal"],
            customer=data.get("customer", ""),
            counter_bound=data.get("to_counter", ""),
            person_bound=data.get("to_person", ""),
        )
        same = [s.ordinal for s in self.slips.values() if s.series == slip.series]
        assert slip.ordinal == len(same) + 1, "a number twice, or a gap"
        self.slips[slip.id] = slip

    def _ticket_called(self, event: Event, data: Any) -> None:
        slip, seat = self.slips[event.ticket], self.seats[event.counter]
        is_picked = data["rule"] == "picked"
        assert seat.staff, "called to a counter where nobody works"
        assert not seat.ticket, "two customers at one counter"
        assert slip.state in (("waiting", "held") if is_picked else ("waiting",))
        assert not self._is_elsewhere(slip), "the customer stands at another counter"
        possible = self.eligible(event.counter, event.at_us)
        assert is_picked or slip in possible
        passed = [s for s in possible if s is not slip and s.place < slip.place]
        assert sorted(s.id for s in passed) == sorted(data["passed_over"])
        assert len({s.id for s in possible} | {slip.id}) == data["waiting"]
        if data["rule"] == "only_one":
            assert possible == [slip]
        elif data["rule"] in ("most_senior", "highest_score"):
            assert (data["rule"] == "highest_score") == bool(passed)
        for other in passed:
            other.overtaken += 1
        slip.state, slip.counter = "called", event.counter
        seat.ticket, seat.is_standby = slip.id, False

    def _ticket_started(self, event: Event, data: Any) -> None:
        assert self.slips[event.ticket].state == "called"
        self.slips[event.ticket].state = "serving"

    def _ticket_held(self, event: Event, data: Any) -> None:
        self._leave(event, "held", *AT_COUNTER)

    def _ticket_deferred(self, event: Event, data: Any) -> None:
        self._leave(event, "held", "waiting", "called")

    def _ticket_resumed(self, event: Event, data: Any) -> None:
        slip = self._leave(event, "waiting", "held")
        if "to_person" in data or "to_counter" in data:
            self._bind(slip, data)

    def _ticket_transferred(self, event: Event, data: Any) -> None:
        slip = self.slips[event.ticket]
        was, before_us = slip.state, slip.senior_us
        self._leave(event, "waiting", "waiting", *AT_COUNTER)
        credit_us = self.plan.visit.transfer_credit_us
        if data["reason"] == "next_turn":
            slip.senior_us = event.at_us + 1  # behind everybody who is there
        elif data["reason"] == "sent_on" and was != "waiting" and credit_us is not None:
            slip.senior_us = max(before_us, event.at_us - credit_us)
        slip.needs = list(data["needs"])
        self._bind(slip, data)

    def _ticket_continued(self, event: Event, data: Any) -> None:
        slip = self.slips[event.ticket]
        assert slip.state in AT_COUNTER
        slip.needs = list(data["needs"])

    def _ticket_released(self, event: Event, data: Any) -> None:
        slip = self.slips[event.ticket]
        assert slip.state == "waiting"
        assert slip.counter_bound or slip.person_bound
        self._bind(slip, {})

    def _ticket_reclassified(self, event: Event, data: Any) -> None:
        slip = self.slips[event.ticket]
        slip.needs, slip.segment = list(data["needs"]), data["segment"]

    def _ticket_joined(self, event: Event, data: Any) -> None:
        self.slips[event.ticket].needs = list(data["needs"])
        companion = self.slips[data["companion"]]
        assert companion.state in ("waiting", "held")
        companion.state = "cancelled"

    def _ticket_split(self, event: Event, data: Any) -> None:
        self.slips[event.ticket].needs = list(data["needs"])
        if "companion" in data:
            companion = self.slips[data["companion"]]
            assert companion.state == "cancelled"
            companion.state = "waiting"

    def _ticket_closed(self, event: Event, data: Any) -> None:
        self._leave(event, "closed", *AT_COUNTER)

    def _ticket_no_show(self, event: Event, data: Any) -> None:
        self._leave(event, "no_show", "called")

    def _ticket_returned(self, event: Event, data: Any) -> None:
        slip = self._leave(event, "waiting", "no_show")
        credit_us = self.plan.visit.return_credit_us
        slip.senior_us = max(slip.senior_us, event.at_us - credit_us)

    def _ticket_cancelled(self, event: Event, data: Any) -> None:
        self._leave(event, "cancelled", "waiting", "held")

    _ticket_diverted = _ticket_cancelled

    def _ticket_expired(self, event: Event, data: Any) -> None:
        self._leave(event, "expired", "waiting", "held", *AT_COUNTER)

    def _leave(self, event: Event, to: str, *states: str) -> Slip:
        """Move a ticket from one of these states; its counter is free afterwards."""
        slip = self.slips[event.ticket]
        assert slip.state in states, f"{event.kind} of a ticket that is {slip.state}"
        if slip.state in AT_COUNTER:
            assert self.seats[slip.counter].ticket == slip.id
            self.seats[slip.counter].ticket = ""
        slip.state = to
        return slip

    def _bind(self, slip: Slip, data: Any) -> None:
        slip.counter_bound = data.get("to_counter", "")
        slip.person_bound = data.get("to_person", "")
