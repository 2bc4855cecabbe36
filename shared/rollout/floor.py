"""What customers meet between door and counter, as plain figures that both engines read."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Floor:
    """The hall besides its queue. Without anything: nobody hears or turns round.

    ``usual_us`` is the usual service time by service. ``balk_ppm`` are the shares that turn round
    by how many wait (millionths, the last for all beyond). ``over_milli`` -1: nothing is announced;
    else whoever is told more than so many thousandths of the own patience leaves at once, and
    others stay at least ``least_milli`` thousandths of what they were told.
    """

    usual_us: tuple[int, ...] = ()
    balk_ppm: tuple[int, ...] = ()
    over_milli: int = -1
    least_milli: int = 0

    @property
    def is_heeded(self) -> bool:
        """Whether anybody decides at the ticket whether to stay."""
        return bool(self.balk_ppm) or self.over_milli >= 0


#: A hall in which there is nothing but the queue.
PLAIN: Final = Floor()
