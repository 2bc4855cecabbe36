"""What ``bench --only store`` found: as tables, as aims kept or not, as JSON."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from rich.table import Table

from tests.bench.store.rounds import Series
from tests.bench.store.run import CROWDED, EIGHT_BRANCHES, EMPTY, SLOW, Load, Pace


@dataclass
class Report:
    """Everything that was measured."""

    paced: list[Pace] = field(default_factory=list)
    loads: list[Load] = field(default_factory=list)

    def to_json(self) -> dict[str, Any]:
        """The same as data; units in the names."""
        return {
            "at_one_a_second": [_pace_of(each) for each in self.paced],
            "as_fast_as_answers_come": [line for load in self.loads for line in _lines_of(load)],
            "aims": [
                {"aim": name, "wished": wished, "found": found, "is_kept": is_kept}
                for name, wished, found, is_kept in self.aims()
            ],
        }

    def aims(self) -> Iterator[tuple[str, str, str, bool]]:
        """What was wished, what was found, whether it is kept; without what was not measured."""
        for pace in (each for each in self.paced if each.what != EMPTY):
            name = f"{pace.database}, one a second: p99 of a {pace.what}"
            yield name, "< 10 ms", f"{pace.p99_ms:.1f} ms", pace.p99_ms < 10
        yield from self._one_client()
        yield from self._to_bare("SQLite", 0.7)
        yield from self._slow()
        yield from self._to_bare(EIGHT_BRANCHES, 0.6)
        yield from self._crowded()
        doubled = sum({load.place: load.doubled for load in self.loads}.values())
        yield (
            "numbers twice, tickets called twice, acknowledged and lost",
            "0",
            str(doubled),
            (doubled == 0),
        )

    def _one_client(self) -> Iterator[tuple[str, str, str, bool]]:
        for name in ("SQLite", "PostgreSQL"):
            if load := self._load(name, 1):
                p99_ms = load.found.tickets.ms(0.99)
                yield (
                    f"{name}, 1 client: p99 of a ticket",
                    "< 10 ms",
                    f"{p99_ms:.1f} ms",
                    p99_ms < 10,
                )

    def _to_bare(self, place: str, wished: float) -> Iterator[tuple[str, str, str, bool]]:
        if load := self._load(place, 32):
            ratio = load.found.tickets.per_s / load.found.bare_per_s
            name = f"{place}, 32 clients: tickets to bare transactions"
            yield name, f">= {wished:.0%}", f"{ratio:.0%}", ratio >= wished

    def _slow(self) -> Iterator[tuple[str, str, str, bool]]:
        grouped, single = (self._load(name, 32) for name in SLOW)
        if grouped and single:
            ratio = grouped.found.tickets.per_s / single.found.tickets.per_s
            name = "5 ms more for each fsync, 32 clients: grouped to one by one"
            yield name, ">= 6", f"{ratio:.1f}", ratio >= 6

    def _crowded(self) -> Iterator[tuple[str, str, str, bool]]:
        empty, full = (self._load(name, 32) for name in CROWDED)
        if empty and full:
            for what in ("tickets", "calls"):
                ratio = getattr(full.found, what).per_s / getattr(empty.found, what).per_s
                yield (
                    f"full database to empty, 32 clients: {what}",
                    ">= 80%",
                    f"{ratio:.0%}",
                    (ratio >= 0.8),
                )

    def _load(self, place: str, clients: int) -> Load | None:
        wanted = (x for x in self.loads if (x.place, x.found.clients) == (place, clients))
        return next(wanted, None)

    def paced_table(self) -> Table:
        """What users feel."""
        made = _table("At one request a second, as in a branch", "database", "request")
        _numbers(made, "times", "p50 ms", "p99 ms")
        for each in self.paced:
            times = (str(each.times), f"{each.p50_ms:.1f}", f"{each.p99_ms:.1f}")
            made.add_row(each.database, each.what, *times)
        return made

    def loads_table(self, loads: Sequence[Load]) -> Table:
        """What the machine bears."""
        made = _table("As fast as answers come, 50 waiting", "where", "clients", "request")
        _numbers(made, "/s", "p50 ms", "p99 ms", "to empty", "to bare", "doubled")
        for load in loads:
            for line in _lines_of(load):
                made.add_row(*_cells(line), end_section=line["request"] == "call")
        return made

    def aims_table(self) -> Table:
        """What was wished."""
        made = _table("Aims", "what")
        _numbers(made, "wished", "found", "kept")
        for name, wished, found, is_kept in self.aims():
            made.add_row(name, wished, found, "yes" if is_kept else "no")
        return made


def _pace_of(pace: Pace) -> dict[str, Any]:
    times = {"times": pace.times, "p50_ms": pace.p50_ms, "p99_ms": pace.p99_ms}
    return {"database": pace.database, "request": pace.what, **times}


def _lines_of(load: Load) -> list[dict[str, Any]]:
    """The yardsticks, tickets and calls of one number of clients."""
    found = load.found
    empty, bare = found.empty.per_s, found.bare_per_s
    common = {"place": load.place, "clients": found.clients}
    lines = [{**common, "request": "bare transaction", "per_s": bare}] if bare else []
    lines.append({**common, "request": "empty answer", **_times(found.empty)})
    for request, series in (("ticket", found.tickets), ("call", found.calls)):
        ratios = {"to_empty": series.per_s / empty, "doubled": load.doubled}
        ratios |= {"to_bare": series.per_s / bare} if bare and request == "ticket" else {}
        lines.append({**common, "request": request, **_times(series), **ratios})
    return lines


def _times(series: Series) -> dict[str, float]:
    return {"per_s": series.per_s, "p50_ms": series.ms(0.5), "p99_ms": series.ms(0.99)}


def _cells(line: dict[str, Any]) -> list[str]:
    def number(name: str, how: str) -> str:
        return format(line[name], how) if name in line else ""

    return [
        line["place"],
        str(line["clients"]),
        line["request"],
        number("per_s", ",.0f"),
        *(number(name, ".1f") for name in ("p50_ms", "p99_ms")),
        *(number(name, ".0%") for name in ("to_empty", "to_bare")),
        number("doubled", "d"),
    ]


def _table(title: str, *names: str) -> Table:
    made = Table(title=title, title_justify="left")
    for name in names:
        made.add_column(name)
    return made


def _numbers(table: Table, *names: str) -> None:
    for name in names:
        table.add_column(name, justify="right")
