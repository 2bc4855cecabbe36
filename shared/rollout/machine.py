"""The kernel compiled: a whole day on arrays in machine code, without Python's lock.

The modules of the day are plain Python like dispatch; they are registered with Numba from here and
kept on disk in the same way (``compiled.cached_here``).
"""

from collections.abc import Callable
from functools import cache
from types import ModuleType
from typing import Any, Final, NamedTuple

from numba import njit, types
from numba.core import cgutils
from numba.extending import lower_builtin, register_jitable, type_callable

from shared.rollout import (
    away,
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
from shared.rollout.day import wide

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
    morning.find_lapses,
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
    morning,
    happenings,
    taking,
    due,
    living,
    many,
)


@type_callable(wide)
def _type_of_wide(context: Any) -> Any:  # noqa: ARG001 - asked for by Numba
    """The same array; the width has to be a constant."""

    def typer(rows: Any, width: Any) -> Any:
        return rows if isinstance(width, types.IntegerLiteral) else None

    return typer


@lower_builtin(wide, types.Array, types.IntegerLiteral)
def _known_width(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
    """The same array with a width that is a constant of the machine code."""
    rows, columns = signature.args[0], signature.args[1].literal_value
    array = context.make_array(rows)(context, builder, arguments[0])
    count = builder.extract_value(array.shape, 0)
    width, item, row = (context.get_constant(types.intp, n) for n in (columns, 8, 8 * columns))
    array.shape = cgutils.pack_array(builder, [count, width])
    array.strides = cgutils.pack_array(builder, [row, item])
    return array._getvalue()


ENTRY: Final[dict[str, Any]] = {"cache": True, "nogil": True, **OPTIONS}


class Machine(NamedTuple):
    """The compiled entry; its signature and meaning are those of ``many.live_days``."""

    live_days: Callable[..., None]


@cache
def machine() -> Machine:
    """The compiled day; the first call on a machine compiles it (some seconds a function)."""
    register()
    for module in MODULES:
        for function in functions_of(module):
            register_jitable(**OPTIONS, forceinline=function not in SELDOM)(function)
    with cached_here():
        return Machine(
            njit(**ENTRY)(many.live_days),
        )
