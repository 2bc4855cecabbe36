"""The best of many choices: all of them where that is possible, else a search in two steps."""

import json
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from simulator.planning.journal import Journal

Value = str | int | float | bool
Choice = Mapping[str, Value]
#: What may be chosen: the values of each part, in an order in which neighbours are alike.
Space = Mapping[str, Sequence[Value]]
Places = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """How good a choice is: first how far it is beyond the bounds, then what it costs."""

    violation: float
    cost: float

    @property
    def order(self) -> tuple[float, float]:
        """Smaller is better."""
        return (max(0.0, self.violation), self.cost)


@dataclass(frozen=True, slots=True)
class Found:
    """The best choice of a search, on the days that it looked at.

    ``size`` is how many choices there are, ``tried`` how many of them were looked at,
    ``possible`` how many of these may be made at all.
    """

    choice: Choice
    score: Score
    tried: int
    possible: int
    size: int
    is_cut_short: bool

    @property
    def is_best_of_all(self) -> bool:
        """Whether every choice was looked at."""
        return self.tried == self.size


#: None: the choice may not be made.
Evaluate = Callable[[Choice], Score | None]
OnStep = Callable[[int, int, Score | None], None]


def search(
    space: Space,
    start: Choice,
    evaluate: Evaluate,
    *,
    most: int,
    seed: int,
    journal: Journal | None = None,
    on_step: OnStep | None = None,
    should_stop: Callable[[], bool] = lambda: False,
) -> Found:
    """The best choice found by looking at ``most`` of them at most, ``start`` before all others.

    Where there are no more than that, all are looked at. Else half of the looks go to Optuna's
    sampler (TPE, seeded), the rest to the neighbours of the best, one part at a time, until none is
    better. ``start`` has to be a choice of the space that may be made.
    """
    looks = _Looks(space, evaluate, journal or Journal(None, {}), min(most, size_of(space)))
    looks.on_step, looks.should_stop = on_step, should_stop
    first = looks.places_of(start)
    looks.look(first)  # also when it is to stop at once: there is always an answer
    for places in _order(looks, first, seed):
        if not looks.has_more:
            break
        looks.look(places)
    assert looks.best is not None, "the start may be made"
    score, places = looks.best
    return Found(
        looks.choice(places),
        score,
        looks.tried,
        sum(found is not None for found in looks.seen.values()),
        size_of(space),
        looks.is_cut_short,
    )


def size_of(space: Space) -> int:
    """How many choices there are."""
    return math.prod(len(values) for values in space.values())


class _Looks:
    """What has been looked at, and the best of it."""

    def __init__(self, space: Space, evaluate: Evaluate, journal: Journal, most: int) -> None:
        self.space, self.evaluate, self.journal, self.most = space, evaluate, journal, most
        self.names = list(space)
        self.seen: dict[Places, Score | None] = {}
        self.best: tuple[Score, Places] | None = None
        self.is_cut_short = False
        self.on_step: OnStep | None = None
        self.should_stop: Callable[[], bool] = lambda: False

    @property
    def tried(self) -> int:
        return len(self.seen)

    @property
    def has_more(self) -> bool:
        if self.tried >= self.most:
            return False
        self.is_cut_short = self.is_cut_short or self.should_stop()
        return not self.is_cut_short

    def choice(self, places: Places) -> Choice:
        return {n: self.space[n][place] for n, place in zip(self.names, places, strict=True)}

    def places_of(self, choice: Choice) -> Places:
        return tuple(list(self.space[name]).index(choice[name]) for name in self.names)

    def look(self, places: Places) -> Score | None:
        if places in self.seen:
            return self.seen[places]
        found = self._answer(self.choice(places))
        self.seen[places] = found
        if found is not None and (self.best is None or found.order < self.best[0].order):
            self.best = (found, places)
        if self.on_step is not None:
            self.on_step(self.tried, self.most, self.best[0] if self.best else None)
        return found

    def _answer(self, choice: Choice) -> Score | None:
        def find() -> list[float] | None:
            found = self.evaluate(choice)
            return None if found is None else [found.violation, found.cost]

        kept = self.journal.ask(json.dumps(dict(choice), sort_keys=True), find)
        return Score(*kept) if isinstance(kept, list) else None


def _order(looks: _Looks, first: Places, seed: int) -> Iterator[Places]:
    """The choices in the order in which they are looked at; some come again."""
    if looks.most == size_of(looks.space):
        yield from product(*(range(len(values)) for values in looks.space.values()))
        return
    from simulator.planning.tpe import sampled

    sizes = [len(values) for values in looks.space.values()]
    for places in sampled(sizes, first, looks.look, seed, asks=looks.most):
        if looks.tried >= max(2, looks.most // 2) or not looks.has_more:
            break
        yield places
    yield from _neighbours(looks)


def _neighbours(looks: _Looks) -> Iterator[Places]:
    """Around the best, one part at a time, until nothing is better or the looks are used up."""
    centre: Places | None = None
    while looks.best is not None and looks.best[1] != centre and looks.has_more:
        centre = looks.best[1]
        for part, values in enumerate(looks.space.values()):
            for place in sorted(range(len(values)), key=lambda p: abs(p - centre[part])):
                if looks.has_more:
                    yield (*centre[:part], place, *centre[part + 1 :])
