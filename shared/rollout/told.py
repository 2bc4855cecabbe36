"""What the compiler is told about the arrays of a day, which it could not see by itself.

How wide a table is, so that the place of a row is no product of two unknowns; and that nothing in
the kernel counts rows from the end, so that no index is looked at before it is used. The latter
is 10 to 18 % of the time of a day. ``tests/shared/rollout`` lives days that refuse such an index.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from numba import types
from numba.core import cgutils
from numba.extending import lower_builtin, type_callable
from numba.np import arrayobj

from shared.rollout.day import wide

#: Parts of Numba that say nothing about types.
LOWER: Any = lower_builtin
BUILD: Any = cgutils


@type_callable(wide)
def _type_of_wide(context: Any) -> Any:  # noqa: ARG001 - asked for by Numba
    """The same array; the width has to be a constant."""

    def typer(rows: Any, width: Any) -> Any:
        return rows if isinstance(width, types.IntegerLiteral) else None

    return typer


def _known_width(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
    """The same array with a width that is a constant of the machine code."""
    rows, columns = signature.args[0], signature.args[1].literal_value
    array = context.make_array(rows)(context, builder, arguments[0])
    count = builder.extract_value(array.shape, 0)
    width, item, row = (context.get_constant(types.intp, n) for n in (columns, 8, 8 * columns))
    array.shape = BUILD.pack_array(builder, [count, width])
    array.strides = BUILD.pack_array(builder, [row, item])
    return array._getvalue()


LOWER(wide, types.Array, types.IntegerLiteral)(_known_width)


@contextmanager
def counted_from_the_front() -> Iterator[None]:
    """What is compiled inside takes every index as it is.

    Numba has no setting for that; should it do it in another place one day, days are lived more
    slowly, and not otherwise.
    """
    place, name = vars(arrayobj), "fix_integer_index"
    before = place.get(name)
    if before is None:
        yield
        return
    place[name] = _as_it_is
    try:
        yield
    finally:
        place[name] = before


def _as_it_is(context: Any, builder: Any, kind: Any, index: Any, *_: Any) -> Any:
    """The index as a word of the machine."""
    return context.cast(builder, index, kind, types.intp)
