"""What customers meet between door and counter, as plain figures that both engines read."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Layout:
    """Distances in millimetres. Zones are those in which people wait, by their place in the list.

    ``entrance_mm`` lies between door and kiosks, ``to_seat_mm`` between kiosks and each zone,
    ``to_counter_mm`` between each zone and each counter (-1: not measured, the counter's usual
    walk). ``zone_of`` is where a class waits (service index x number of segments + segment index).
    """

    entrance_mm: int
    to_seat_mm: tuple[int, ...]
    to_counter_mm: tuple[tuple[int, ...], ...]
    zone_of: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SelfService:
    """Machines in one line, first come first served: ``services_masks`` by machine, a bit each.

    By service: ``usual_us`` is the usual time there, ``saves_us`` the least saving against the
    counter with which it is offered.
    """

    services_masks: tuple[int, ...]
    usual_us: tuple[int, ...]
    saves_us: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Floor:
    """The hall besides its queue. Without anything: nobody hears, turns round, or walks.

    ``usual_us`` is the usual service time by service. ``balk_ppm`` are the shares that turn round
    by how many wait (millionths, the last for all beyond). ``over_milli`` -1: nothing is announced;
    else whoever is told more than so many thousandths of the own patience leaves at once, and
    others stay at least ``least_milli`` thousandths of what they were told.
    """

    usual_us: tuple[int, ...] = ()
    balk_ppm: tuple[int, ...] = ()
    over_milli: int = -1
    least_milli: int = 0
    machines: SelfService | None = None
    layout: Layout | None = None

    @property
    def is_used(self) -> bool:
        """Whether there is anything to say of the hall."""
        return self.is_heeded or self.layout is not None

    @property
    def is_heeded(self) -> bool:
        """Whether anybody decides at the ticket whether to stay."""
        return bool(self.balk_ppm) or self.over_milli >= 0 or self.machines is not None


#: A hall in which there is nothing but the queue.
PLAIN: Final = Floor()
