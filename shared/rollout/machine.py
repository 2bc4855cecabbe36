"""The kernel compiled: a whole day on arrays in machine code, without Python's lock.

The modules of the day are plain Python like dispatch; they are registered with Numba from here and
kept on disk in the same way (``compiled.cached_here``).
"""

from collections.abc import Callable, Sequence
from functools import cache
from threading import Lock
from types import ModuleType
from typing import Any, Final, NamedTuple

from numba import njit, typeof
from numba.extending import register_jitable

from shared.rollout import (
    away,
    coming,
    due,
    first,
    hall,
    happenings,
    heeding,
    kiosk,
    kiosk_house,
    living,
    machines,
    many,
    morning,
    overflow,
    rooms,
    serving,
    stints,
    stop,
    supervising,
    taking,
    telling,
    visiting,
    walking,
)
from shared.rollout.compiled import OPTIONS, cached_here, functions_of, register
from shared.rollout.day import Extras
from shared.rollout.told import counted_from_the_front

#: What happens seldom is called; all else is put in place, since a call of a function hands over
#: two hundred words: where the arrays lie and how long they are.
SELDOM: Final = (
    telling.write_event,
    telling.write_call,
    heeding.heed,
    machines.begin_machines,
    machines.goes_to_machine,
    machines.end_machine,
    serving.count_served,
    walking.walk_us,
    stints.stint_moment,
    stints.leave_desk,
    stints.refresh_services,
    stints.switch_services,
    coming.find_lapses,
    kiosk_house.through_house,
    happenings.happen,
    happenings.stood_us,
    living.everybody_left,
    due.look_at_clock,
    overflow.next_overflow_us,
    stop.begin_visit,
    stop.further_needs,
    stop.begin_stop,
    stop.enter_room,
    rooms.begin_rooms,
    rooms.ask_room,
    rooms.leave_room,
    stop.time_of,
    stop.need_left,
    supervising.ask_supervisor,
    supervising.pass_on_supervisor,
    stop.join_again,
    visiting.end_step,
    visiting.somebody_waits,
    visiting.settle_idle,
    away.find_back,
    away.come_back,
    away.resume_due,
    away.release_due,
    away.find_release,
    due.expire_all,
    due.end_day,
)

MODULES: Final[tuple[ModuleType, ...]] = (
    first,
    telling,
    hall,
    overflow,
    stints,
    rooms,
    stop,
    supervising,
    away,
    walking,
    serving,
    machines,
    visiting,
    heeding,
    kiosk,
    kiosk_house,
    coming,
    morning,
    happenings,
    taking,
    due,
    living,
    many,
)


LOADING: Final = Lock()
ENTRY: Final[dict[str, Any]] = {"cache": True, "nogil": True, **OPTIONS}


class Machine(NamedTuple):
    """The compiled entry; its signature and meaning are those of ``many.live_days``.

    ``loaded`` are the last arguments (``extras``) with which it was called already.
    """

    live_days: Callable[..., None]
    loaded: set[Extras]

    def load(self, arguments: Sequence[Any]) -> None:
        """Load, or compile, the code for arguments like these; once for each ``extras``."""
        with LOADING:
            if arguments[-1] in self.loaded or not hasattr(self.live_days, "compile"):
                return  # the latter: Numba is switched off
            with counted_from_the_front():
                self.live_days.compile(tuple(map(typeof, arguments)))
            self.loaded.add(arguments[-1])


@cache
def machine() -> Machine:
    """The compiled day; the first call on a machine compiles it (some seconds a function)."""
    register()
    for module in MODULES:
        for function in functions_of(module):
            register_jitable(**OPTIONS, forceinline=function not in SELDOM)(function)
    with cached_here():
        return Machine(njit(**ENTRY)(many.live_days), set())
