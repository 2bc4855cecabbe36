"""One branch day in SimPy: customers, kiosks and tellers over the production domain."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from shared.domain import attendance
from shared.domain import event as kinds
from shared.domain.event import Event
from shared.domain.rules import Rules
from shared.rollout.floor import PLAIN, Floor
from simulator.model.befalling import House
from simulator.model.clock import Clock
from simulator.model.customer import Customer, with_seconds
from simulator.model.doors import Doors
from simulator.model.happening import Happening
from simulator.model.kiosks import KioskTime
from simulator.model.lived_day import LivedDay
from simulator.model.machines import Use
from simulator.model.resting import resting_collector
from simulator.model.rooms import Roomed, RoomPool, Rooms
from simulator.model.shift import Shift
from simulator.model.supervisors import Authorised, Supervisors
from simulator.model.tellers import RECALL_US, Tellers


@dataclass(frozen=True, slots=True)
class DayRun:
    """What a simulated day left behind.

    ``events`` is the log as the live branch would write it, times from midnight in microseconds.
    ``tickets`` names each customer's ticket in the order of the demand, empty for those who were
    turned away at the kiosk after the last ticket and for the ``missed`` who had an appointment and
    never came. ``stays_us`` is how long each would have waited after the ticket, -1 for ever.
    Behind the demand stand the tickets of those for whom a machine did not do; ``uses`` are all
    uses of machines in the order in which they ended, ``offered`` the places in the demand of all
    who were offered one; ``authorised`` is what supervisors did,
    ``roomed`` who asked for a room.
    """

    events: list[Event]
    tickets: list[str]
    stays_us: list[int]
    missed: int = 0
    uses: list[Use] = field(default_factory=list)
    offered: frozenset[int] = frozenset()
    authorised: list[Authorised] = field(default_factory=list)
    roomed: list[Roomed] = field(default_factory=list)

    @property
    def turned_away(self) -> int:
        """How many came too late to get a ticket; whoever never came is not among them."""
        return self.tickets.count("") - self.missed


@dataclass(frozen=True, slots=True)
class BranchDay:
    """The model of a day of this branch.

    ``shifts`` say who works when; ``kiosks`` is how many stand in the hall, 0 means that a ticket
    costs no time; ``day`` is the date (ISO), from which the calendar knows its type; ``floor`` is
    what people meet between door and counter. ``recall_us`` is how long a teller waits for somebody
    who does not come before calling again or giving up. ``happenings`` befall the house;
    ``kiosk_plan`` says when kiosks are away or quicker; so many ``supervisors`` authorise;
    ``rooms`` are needed for some services.
    """

    rules: Rules
    shifts: Sequence[Shift]
    kiosks: int = 1
    day: str = "2026-01-05"
    floor: Floor = PLAIN
    recall_us: int = RECALL_US
    happenings: Sequence[Happening] = ()
    kiosk_plan: Sequence[KioskTime] = ()
    supervisors: int = 1
    rooms: Sequence[RoomPool] = ()

    def run(self, customers: Sequence[Customer]) -> DayRun:
        """Play the day of these customers (in order of arrival) to its end."""
        with resting_collector():
            return self._live(customers)

    def _live(self, customers: Sequence[Customer]) -> DayRun:
        day = LivedDay(self.rules, self.day, with_seconds(customers))
        doors = Doors(day, self.kiosks, self.floor, self.kiosk_plan)
        supervisors = Supervisors(day, self.supervisors)
        rooms, layout = Rooms(day, self.rooms), self.floor.layout
        tellers = Tellers(day, self.shifts, self.recall_us, supervisors, rooms, layout)
        Clock(day)
        doors.book()
        day.do(attendance.open_day(day.branch, 0, day=self.day, midnight_us=0))
        tellers.begin()
        House(day, tellers, self.happenings).begin()
        doors.open()
        day.env.run()
        _end_day(day)
        day.forget()
        uses = doors.machines.uses if doors.machines else []
        offered = frozenset(doors.machines.offered if doors.machines else ())
        taken = (doors.tickets, doors.stays_us, doors.missing)
        return DayRun(day.events, *taken, uses, offered, supervisors.done, rooms.done)


def _end_day(day: LivedDay) -> None:
    """Who could not be served by any counter that was open expires at the end."""
    branch = day.branch
    if day.inside or branch.open_counters():
        leftover = attendance.open_day(branch, branch.last_us, day="", midnight_us=0)
        day.do([event for event in leftover if event.kind != kinds.DAY_OPENED])
