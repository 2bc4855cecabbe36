"""The score of promised windows, of each day and of all together."""

from collections.abc import Iterator, Mapping

from shared.metrics.promises import Promises, WindowScore, score
from shared.reports.amounts import percent
from shared.reports.day_json import finite

Json = dict[str, object]
ALL = "all"


def together(days: Mapping[str, Promises]) -> Promises:
    """Everything that was promised on these days."""
    return Promises(
        kept=[each for day in days.values() for each in day.kept],
        waited=sum(day.waited for day in days.values()),
        withheld=sum(day.withheld for day in days.values()),
        withdrawn=sum(day.withdrawn for day in days.values()),
        uncalled=sum(day.uncalled for day in days.values()),
    )


def windows_json(days: Mapping[str, Promises]) -> Json:
    """Every figure; units in the names, null where nothing can be said."""
    return {
        "days": {day: figures_of(found) for day, found in days.items()},
        ALL: figures_of(together(days)),
    }


def windows_lines(days: Mapping[str, Promises]) -> Iterator[str]:
    """The same for a terminal."""
    yield "day         promises  inside  in time  withheld  width min  plain min"
    for day, found in days.items():
        yield _line(day, found)
    if len(days) != 1:
        yield _line(ALL, together(days))
    everything = score(together(days).kept)
    for service, (count, share) in everything.by_service.items():
        yield f"  {service:<18}{count:>6}  {_share(share)}"


def _line(name: str, found: Promises) -> str:
    mine = score(found.kept)
    withheld = found.withheld / found.waited if found.waited else float("nan")
    widths = f"{mine.width_s / 60:>9.1f}  {mine.plain_width_s / 60:>9.1f}"
    shares = f"{_share(mine.held)}   {_share(mine.in_time)}    {_share(withheld)}"
    return f"{name:<10}  {mine.count:>8}  {shares}  {widths}"


def _share(share: float) -> str:
    return f"{'–' if share != share else percent(share):>6}"


def figures_of(found: Promises) -> Json:
    """Every figure of these promises."""
    mine: WindowScore = score(found.kept)
    return {
        "promises_called": mine.count,
        "promises_withdrawn": found.withdrawn,
        "promises_uncalled": found.uncalled,
        "tickets_waited": found.waited,
        "withheld_0_1": finite(found.withheld / found.waited) if found.waited else None,
        "inside_0_1": finite(mine.held),
        "in_time_0_1": finite(mine.in_time),
        "width_mean_s": finite(mine.width_s),
        "plain_estimate_silent_0_1": finite(mine.plain_silent),
        "width_mean_beside_it_s": finite(mine.beside_s),
        "plain_estimate_width_mean_s": finite(mine.plain_width_s),
        "by_service": {
            service: {"promises_called": count, "inside_0_1": finite(share)}
            for service, (count, share) in mine.by_service.items()
        },
    }
