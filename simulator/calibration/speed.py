"""How fast tellers are, with their case mix taken into account."""

import math
from dataclasses import dataclass

import numpy as np

from simulator.calibration.fit import Estimate, Z

#: Fewer services say too little of a person.
FEWEST_SERVED = 30


@dataclass(frozen=True, slots=True)
class Speed:
    """One teller: 1 is the usual speed, 1.2 a fifth faster. ``raw`` ignores the case mix."""

    staff: str
    served: int
    speed: Estimate
    raw: float


def speeds(service: list[str], staff: list[str], minutes: list[float]) -> list[Speed]:
    """Every teller with ``FEWEST_SERVED`` services or more; the mean of logarithms is 1.

    Logarithms of times = effect of the service + effect of the teller, by least squares: somebody
    who does the long services is not slow for that. Tellers who never do the same services as
    others cannot be set against them; the fit then shares the difference out (smallest norm).
    """
    counted = {name: staff.count(name) for name in sorted(set(staff))}
    names = [name for name, count in counted.items() if name and count >= FEWEST_SERVED]
    if len(names) < 2:
        return []
    rows = [i for i, name in enumerate(staff) if name in set(names)]
    services = sorted({service[i] for i in rows})
    design = np.zeros((len(rows), len(services) + len(names)))
    logs = np.log([minutes[i] for i in rows])
    for place, i in enumerate(rows):
        design[place, services.index(service[i])] = 1
        design[place, len(services) + names.index(staff[i])] = 1
    normal = design.T @ design
    inverse = np.linalg.pinv(normal)
    effects = inverse @ design.T @ logs
    residual = logs - design @ effects
    freedom = max(1, len(rows) - int(np.linalg.matrix_rank(normal)))
    variance = float(residual @ residual) / freedom
    centre = np.full((len(names), len(names)), -1 / len(names)) + np.eye(len(names))
    own = centre @ effects[len(services) :]
    covariance = centre @ inverse[len(services) :, len(services) :] @ centre.T * variance
    raw = [float(np.mean(logs[[staff[i] == name for i in rows]])) for name in names]
    return [
        Speed(
            name,
            counted[name],
            _speed(float(own[i]), math.sqrt(max(0.0, float(covariance[i, i])))),
            math.exp(float(np.mean(raw)) - raw[i]),
        )
        for i, name in enumerate(names)
    ]


def _speed(effect: float, error: float) -> Estimate:
    return Estimate(math.exp(-effect), math.exp(-effect - Z * error), math.exp(-effect + Z * error))
