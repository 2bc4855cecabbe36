"""``shared.dispatch`` compiled: the same functions over int64 arrays.

Rows, tables and states are arrays of 64-bit integers with the columns of ``shared.dispatch.layout``
(tables in two dimensions, without ratio rules of shape (0, RATIO_WIDTH)). Dispatch stays plain
Python: its functions are registered with Numba from here. What was compiled is kept on disk, and
is compiled again when a source of dispatch, one of this folder, or Numba has changed.
"""

import importlib
import sys
from collections.abc import Callable, Iterator, MutableSequence, Sequence
from contextlib import contextmanager
from functools import cache
from hashlib import sha256
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Any, Final, NamedTuple

import numba
import numpy as np
from numba import njit
from numba.extending import register_jitable

from shared.config.state import state_folder
from shared.dispatch import (
    announce,
    eligibility,
    layout,
    precedence,
    ratio,
    reason,
    select,
    standing,
    walking,
)
from shared.rollout.day import Ints

Table = Sequence[Sequence[int]]  # what dispatch asks for; compiled code takes arrays

MODULES: tuple[ModuleType, ...] = (
    layout,
    reason,
    eligibility,
    precedence,
    ratio,
    standing,
    select,
    announce,
    walking,
)


#: Modules of this folder that Python runs; what they say changes no machine code.
NOT_COMPILED: Final = (
    "__main__",
    "branch_arrays",
    "course",
    "floor",
    "floor_arrays",
    "plans",
    "run",
    "snapshot",
    "visits_now",
)

#: Nothing here makes an array, so no references need counting: four times as fast.
OPTIONS: Final[dict[str, Any]] = {"_nrt": False}


class Kernel(NamedTuple):
    """The compiled decisions. Signatures and meaning are those of ``shared.dispatch``.

    ``next_ticket`` is ``survey`` and ``select_ticket`` in one step: (row, reason code, facts).
    """

    survey: Callable[..., standing.Facts]
    select_ticket: Callable[..., tuple[int, int]]
    select_counter: Callable[..., int]
    advance: Callable[..., None]
    next_ticket: Callable[..., tuple[int, int, standing.Facts]]


def next_ticket(
    tickets: Table,
    count: int,
    counter: Sequence[int],
    policy: Table,
    house: Sequence[int],
    ratios: Table,
    state: Sequence[int],
    now_us: int,
    claims: MutableSequence[int],
    points: MutableSequence[int],
) -> tuple[int, int, standing.Facts]:
    """The ticket that a free counter takes, as (row, reason code, facts)."""
    facts = standing.survey(
        tickets, count, counter, policy, house, ratios, state, now_us, claims, points
    )
    row, why = select.select_ticket(tickets, count, claims, points, facts)
    return row, why, facts


@cache
def kernel() -> Kernel:
    """The compiled functions; the first call on a machine compiles them (some seconds)."""
    register()
    with cached_here():
        return Kernel(
            njit(cache=True, **OPTIONS)(standing.survey),
            njit(cache=True, **OPTIONS)(select.select_ticket),
            njit(cache=True, **OPTIONS)(select.select_counter),
            njit(cache=True, **OPTIONS)(select.advance),
            njit(cache=True, **OPTIONS)(next_ticket),
        )


@cache
def register() -> None:
    """Let compiled code call the functions of dispatch, which stay plain Python."""
    load_numba()
    for function in dispatch_functions():
        register_jitable(**OPTIONS)(function)


def load_numba() -> None:
    """Load the part of Numba that asks whether SciPy's linear algebra is there, and say no.

    Nothing here uses it, and importing it takes longer than loading the compiled day.
    """
    wanted = "scipy.linalg"
    if wanted in sys.modules:
        return
    sys.modules[wanted] = None  # type: ignore[assignment]  # Python's own way to say: not there
    try:
        importlib.import_module("numba.np.arraymath")
    finally:
        del sys.modules[wanted]


@contextmanager
def cached_here() -> Iterator[None]:
    """What is decorated inside is kept in our folder; Numba reads its setting then."""
    settings = vars(numba.config)
    before = settings["CACHE_DIR"]
    settings["CACHE_DIR"] = str(cache_folder())
    try:
        yield
    finally:
        settings["CACHE_DIR"] = before


def dispatch_functions() -> list[FunctionType]:
    """Every function that dispatch defines."""
    return [function for module in MODULES for function in functions_of(module)]


def functions_of(module: ModuleType) -> list[FunctionType]:
    """The functions that a module defines itself."""
    return [
        thing
        for thing in vars(module).values()
        if isinstance(thing, FunctionType) and thing.__module__ == module.__name__
    ]


def cache_folder() -> Path:
    """Where the compiled code is kept: beside this module, or in the state folder.

    Numba does not notice an edit in a module whose functions are called by the compiled one, so
    the folder is named after all sources.
    """
    name = f"kernel-{sources_hash()}"
    beside = Path(__file__).parent / "__pycache__" / name
    try:
        beside.mkdir(parents=True, exist_ok=True)
        (beside / "writable").touch()
    except OSError:
        return state_folder() / name
    return beside


def sources_hash() -> str:
    """A fingerprint of the sources of dispatch, of this folder, and of Numba's version."""
    found = sha256(numba.__version__.encode())
    for module in MODULES:
        found.update(Path(str(module.__file__)).read_bytes())
    for path in sorted(Path(__file__).parent.glob("*.py")):
        if path.stem not in NOT_COMPILED:
            found.update(path.read_bytes())
    return found.hexdigest()[:16]


def table(rows: Any, width: int) -> Ints:
    """Rows of integers as a two-dimensional array, also when there are none."""
    return np.array(rows, dtype=np.int64).reshape(len(rows), width)


def line(row: Any) -> Ints:
    """One row of integers as an array."""
    return np.array(row, dtype=np.int64)
