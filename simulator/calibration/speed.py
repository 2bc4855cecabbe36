"""How fast tellers are, with their case mix taken into account."""

import math
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from shared.dispatch.layout import SPEED_MILLI_MAX, SPEED_MILLI_MIN
from simulator.calibration.fit import Estimate, Z

#: A service that was done: its kind, who did it, minutes.
Done = tuple[Hashable, str, float]

#: Fewer services say too little of a person.
FEWEST_SERVED = 30


@dataclass(frozen=True, slots=True)
class Speed:
    """One teller: 1 is the usual speed, 1.2 a fifth faster. ``raw`` ignores the case mix."""

    staff: str
    served: int
    speed: Estimate
    raw: float


def speeds(done: Sequence[Done]) -> list[Speed]:
    """Every teller with ``FEWEST_SERVED`` services or more who can be set against another.

    Logarithms of times = effect of the kind of service + effect of the teller, by least squares:
    somebody who does the long services is not slow for that. Tellers who share no kind of service
    with others, directly or through a third one, are compared among themselves; a single one with
    nobody. In each of these groups 1 is the speed with which its services were done: the mean of
    logarithms, weighted by the number of services.
    """
    counted: dict[str, int] = {}
    for _, name, _ in done:
        counted[name] = counted.get(name, 0) + 1
    enough = [each for each in done if each[1] and counted[each[1]] >= FEWEST_SERVED]
    found = [
        speed
        for group in _comparable(enough)
        if len(group) > 1
        for speed in _group_speeds([each for each in enough if each[1] in group])
    ]
    return sorted(found, key=lambda speed: speed.staff)


def _comparable(done: Iterable[Done]) -> list[set[str]]:
    """The tellers in groups that share kinds of service."""
    by_kind: dict[Hashable, set[str]] = {}
    for kind, name, _ in done:
        by_kind.setdefault(kind, set()).add(name)
    groups: list[set[str]] = []
    for names in by_kind.values():
        touching = [group for group in groups if group & names]
        groups = [group for group in groups if not group & names] + [names.union(*touching)]
    return groups


def _group_speeds(done: Sequence[Done]) -> list[Speed]:
    """The speeds of tellers who can all be set against one another."""
    names = sorted({name for _, name, _ in done})
    kinds = list(dict.fromkeys(kind for kind, _, _ in done))
    kind = np.array([kinds.index(kind) for kind, _, _ in done])
    who = np.array([names.index(name) for _, name, _ in done])
    logs = np.log([minutes for _, _, minutes in done])
    design = np.concatenate([np.eye(len(kinds))[kind], np.eye(len(names))[who]], axis=1)
    normal = design.T @ design
    inverse = np.linalg.pinv(normal)
    effects = inverse @ design.T @ logs
    residual = logs - design @ effects
    freedom = max(1, len(done) - int(np.linalg.matrix_rank(normal)))
    variance = float(residual @ residual) / freedom
    counts = np.bincount(who)
    centre = np.eye(len(names)) - counts / len(done)
    own = centre @ effects[len(kinds) :]
    covariance = centre @ inverse[len(kinds) :, len(kinds) :] @ centre.T * variance
    raw = np.bincount(who, logs) / counts
    return [
        Speed(
            name,
            int(counts[i]),
            _speed(float(own[i]), math.sqrt(max(0.0, float(covariance[i, i])))),
            math.exp(float(np.mean(logs)) - float(raw[i])),
        )
        for i, name in enumerate(names)
    ]


def paces(found: Iterable[Speed]) -> dict[str, float]:
    """Teller -> speed, within what a scenario may say."""
    slowest, quickest = SPEED_MILLI_MIN / 1000, SPEED_MILLI_MAX / 1000
    return {each.staff: min(max(each.speed.value, slowest), quickest) for each in found}


def at_counters(done: Iterable[tuple[str, str, float]], pace: dict[str, float]) -> dict[str, float]:
    """Counter -> speed of those who served there, from (counter, teller, minutes) of each service.

    The time that the work would have taken at usual speed / the time that it took: of several
    tellers the mean, weighted by their time there. A teller without a speed counts as usual; a
    counter where nobody has one is left out.
    """
    usual: dict[str, float] = {}
    took: dict[str, float] = {}
    known = set()
    for counter, name, minutes in done:
        usual[counter] = usual.get(counter, 0.0) + minutes * pace.get(name, 1.0)
        took[counter] = took.get(counter, 0.0) + minutes
        if name in pace:
            known.add(counter)
    return {counter: usual[counter] / took[counter] for counter in sorted(known)}


def _speed(effect: float, error: float) -> Estimate:
    return Estimate(math.exp(-effect), math.exp(-effect - Z * error), math.exp(-effect + Z * error))
