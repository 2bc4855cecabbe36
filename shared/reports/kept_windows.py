"""Scores of promised windows that were kept day by day: listed, and put together.

Shares and means are weighed by what they are shares of. What a single day has chosen in hindsight,
the band around the plain estimate, has no mean over days and is left out there.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from shared.reports.amounts import percent
from shared.reports.windows import ALL, Json

Figures = Mapping[str, Any]
COUNTS: Final = ("promises_called", "promises_withdrawn", "promises_uncalled", "tickets_waited")
#: A figure of a day, and the count that it is a mean over.
MEANS: Final = {
    "withheld_0_1": "tickets_waited",
    "inside_0_1": "promises_called",
    "in_time_0_1": "promises_called",
    "width_mean_s": "promises_called",
}


def kept_json(days: Mapping[str, Figures]) -> Json:
    """The figures of each day and of all; units in the names, null where nothing can be said."""
    return {"days": dict(days), ALL: kept_together(days.values())}


def kept_together(days: Iterable[Figures]) -> Json:
    """The figures of several days as one."""
    found = list(days)
    services = sorted({service for day in found for service in day["by_service"]})
    by_service = {
        service: _weighed(
            [day["by_service"][service] for day in found if service in day["by_service"]],
            ("promises_called",),
            {"inside_0_1": "promises_called"},
        )
        for service in services
    }
    return {**_weighed(found, COUNTS, MEANS), "by_service": by_service}


def kept_lines(days: Mapping[str, Figures]) -> Iterator[str]:
    """The same for a terminal."""
    yield "day         promises  inside  in time  withheld  width min"
    for day, figures in days.items():
        yield _line(day, figures)
    if len(days) != 1:
        yield _line(ALL, kept_together(days.values()))


def _weighed(days: list[Figures], counts: tuple[str, ...], means: Mapping[str, str]) -> Json:
    """Sums of the counts, and each mean weighed by its count."""
    sums: Json = {name: sum(day[name] for day in days) for name in counts}
    for name, over in means.items():
        told = [day for day in days if day[name] is not None]
        weight = sum(day[over] for day in told)
        sums[name] = sum(day[name] * day[over] for day in told) / weight if weight else None
    return sums


def _line(name: str, figures: Figures) -> str:
    width_s = figures["width_mean_s"]
    width = "–" if width_s is None else f"{width_s / 60:.1f}"
    shares = [figures[each] for each in ("inside_0_1", "in_time_0_1", "withheld_0_1")]
    inside, in_time, withheld = (f"{'–' if each is None else percent(each):>6}" for each in shares)
    count = figures["promises_called"]
    return f"{name:<10}  {count:>8}  {inside}   {in_time}    {withheld}  {width:>9}"
