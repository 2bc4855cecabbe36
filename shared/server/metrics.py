"""What the server counts while it works, for Prometheus: nothing about a person, nothing unbounded.

Labels are branches, names of routes, four outcomes and states of counters: all of them named by
the code or the profile, none by a caller. Text format 0.0.4 of Prometheus.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from enum import StrEnum
from itertools import accumulate
from math import inf
from typing import Final

from shared.domain.errors import EnvironmentFailed, LobbyError
from shared.domain.ticket import TicketState
from shared.services.lobby import Lobby
from shared.store.job import Done

MEDIA_TYPE: Final = "text/plain; version=0.0.4; charset=utf-8"
#: Upper bounds in seconds: from one commit to a device's patience with a command (4 s).
BUCKETS_S: Final = (0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 4.0)

#: Suffix of the name, labels, value.
Sample = tuple[str, dict[str, str], float]
#: Name, type, help, samples.
Family = tuple[str, str, str, list[Sample]]


class Outcome(StrEnum):
    """What came of a command."""

    DONE = "done"
    REPEATED = "repeated"  # answered from what was kept under its Idempotency-Key
    REFUSED = "refused"
    FAILED = "failed"

    @classmethod
    def of(cls, answered: "Future[Done]") -> "Outcome":
        """A refusal is the caller's affair, the rest, one who left included, the server's."""
        if not answered.done() or answered.cancelled():
            return cls.FAILED
        error = answered.exception()
        if error is None:
            return cls.REPEATED if answered.result().is_repeated else cls.DONE
        is_refusal = isinstance(error, LobbyError) and not isinstance(error, EnvironmentFailed)
        return cls.REFUSED if is_refusal else cls.FAILED


class Metrics:
    """Commands by kind and outcome, and how long they took. Used in the event loop alone."""

    def __init__(self) -> None:
        """Nothing has happened yet."""
        self._commands: Counter[tuple[str, Outcome]] = Counter()
        self._took = [0] * (len(BUCKETS_S) + 1)
        self._took_s = 0.0

    def count(self, command: str, outcome: Outcome, took_s: float) -> None:
        """One command is answered; ``command`` is the name of its route."""
        self._commands[command, outcome] += 1
        self._took[bisect_left(BUCKETS_S, took_s)] += 1
        self._took_s += took_s

    def samples(self) -> Iterator[Family]:
        """The families of this process's commands."""
        commands: list[Sample] = [
            ("", {"command": command, "outcome": outcome}, count)
            for (command, outcome), count in sorted(self._commands.items())
        ]
        yield "lobby_commands_total", "counter", "Commands answered.", commands
        yield "lobby_command_seconds", "histogram", "From request to commit.", self._histogram()

    def _histogram(self) -> list[Sample]:
        bounds = [*(f"{bound:g}" for bound in BUCKETS_S), "+Inf"]
        below = list(accumulate(self._took))
        buckets: list[Sample] = [
            ("_bucket", {"le": bound}, count) for bound, count in zip(bounds, below, strict=True)
        ]
        return [*buckets, ("_sum", {}, self._took_s), ("_count", {}, below[-1])]


def gauges_of(lobby: Lobby) -> Iterator[Family]:
    """How a branch stands."""
    branch = {"branch": lobby.branch.rules.branch}
    states = Counter(desk.state for desk in lobby.branch.counters.values())
    counters: list[Sample] = [
        ("", {**branch, "state": state}, count) for state, count in sorted(states.items())
    ]
    waiting = sum(1 for t in lobby.branch.tickets.values() if t.state is TicketState.WAITING)
    yield "lobby_waiting", "gauge", "Tickets that wait.", [("", branch, waiting)]
    yield "lobby_counters", "gauge", "Counters by state.", counters
    sequence: list[Sample] = [("", branch, lobby.branch.sequence)]
    yield "lobby_log_sequence", "gauge", "Newest event of the log.", sequence


def process_figures(groups: int, commands: int, listeners: int) -> Iterator[Family]:
    """What the parts of this process say: the writer's groups, who listens to the stream."""
    yield "lobby_groups_total", "counter", "Commits.", [("", {}, groups)]
    told = "Commands that these commits made durable; divided by them: the size of a group."
    yield "lobby_grouped_commands_total", "counter", told, [("", {}, commands)]
    yield "lobby_listeners", "gauge", "Open event streams.", [("", {}, listeners)]


def charge_figure(server: str, *, is_held: bool) -> Iterator[Family]:
    """Whether this server may decide."""
    sample: list[Sample] = [("", {"server": server}, float(is_held))]
    yield "lobby_in_charge", "gauge", "1: this server carries out commands.", sample


def exposition(families: Iterable[Family]) -> str:
    """The text of these families; samples of the same family stand together."""
    lines: dict[str, list[str]] = {}
    for name, kind, told, samples in families:
        head = [f"# HELP {name} {told}", f"# TYPE {name} {kind}"]
        lines.setdefault(name, head).extend(_line(name, *sample) for sample in samples)
    return "\n".join(line for family in lines.values() for line in family) + "\n"


def _line(name: str, suffix: str, labels: dict[str, str], value: float) -> str:
    inner = ",".join(f'{label}="{text}"' for label, text in labels.items())
    figure = "+Inf" if value == inf else f"{value}"
    return f"{name}{suffix}{{{inner}}} {figure}" if inner else f"{name}{suffix} {figure}"
