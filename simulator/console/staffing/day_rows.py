"""The day in a few figures, plan A beside plan B; no Qt."""

from collections.abc import Sequence

from shared.i18n import translate
from simulator.console.shell.session import Result


def day_rows(
    result: Result | None, need: Sequence[int], before: Sequence[int], there: Sequence[int]
) -> list[tuple[str, ...]]:
    """What the last run says of both plans, and how many half-hours lack a counter."""
    rows: list[tuple[str, ...]] = [(translate("Console", "This day"), "A", "B")]
    limit_min = result.figures.limit_min if result is not None else 0.0
    for row in result.rows if result is not None else ():
        if row.what == "over" and row.limit_min == limit_min:
            name = translate("Console", "Over %1 min, %", f"{row.limit_min:g}")
            rows.append((name, f"{row.a:.1f}", f"{row.b:.1f}"))
        if row.what == "staff":
            rows.append((translate("Console", "Staff hours"), f"{row.a:.1f}", f"{row.b:.1f}"))
    if need:
        name = translate("Console", "Missing half-hours")
        rows.append((name, str(_missing(need, before)), str(_missing(need, there))))
    return rows


def _missing(need: Sequence[int], there: Sequence[int]) -> int:
    return sum(max(0, wanted - found) for wanted, found in zip(need, there, strict=True))
