"""Acts as columns of the kernel, and back: services and pools by their places in the profile."""

from collections.abc import Sequence

import numpy as np

from shared.domain.rules import Rules
from shared.rollout.columns import ACT_END, ACT_WIDTH, PERSON_WIDTH, Q_KIND
from shared.rollout.day import Ints
from simulator.model.act import Act, ActKind, Acts


def to_rows(rules: Rules, acts: Sequence[Acts], room: int = 0) -> Ints:
    """The acts of each customer: (customers, n, 4), n the most that anybody has, or ``room``."""
    most = max((len(mine) for mine in acts), default=0)
    rows = np.zeros((len(acts), max(most, room), ACT_WIDTH), dtype=np.int64)
    for row, mine in zip(rows, acts, strict=True):
        for place, act in enumerate(mine):
            row[place] = act.kind, _place(rules, act), act.away_us, act.time_us
    return rows


def from_rows(rules: Rules, rows: Ints) -> list[Acts]:
    """The acts of each customer from such columns."""
    if not rows.shape[1]:
        return [()] * len(rows)
    return [
        tuple(
            Act(ActKind(kind), _name(rules, ActKind(kind), what), away_us, time_us)
            for kind, what, away_us, time_us in mine
            if kind != ACT_END
        )
        for mine in rows.tolist()
    ]


def with_acts(people: Ints, acts: Ints) -> Ints:
    """Rows of customers with their acts behind them; as they are where nobody has room for any."""
    if not acts.shape[1]:
        return people
    flat = acts.reshape(len(people), acts.shape[1] * ACT_WIDTH)
    return np.concatenate([people, flat], axis=1)


def most_acts(acts: Ints) -> int:
    """How many acts anybody has."""
    return int((acts[:, :, Q_KIND] != ACT_END).any(axis=0).sum())


def room_of(people: Ints) -> int:
    """For how many acts these rows have room."""
    return int(people.shape[1] - PERSON_WIDTH) // ACT_WIDTH


def _place(rules: Rules, act: Act) -> int:
    if act.kind is ActKind.ITEMS:
        return int(act.what)
    if act.kind is ActKind.HOLD:
        return [pool.id for pool in rules.visit.pools].index(act.what)
    return rules.service_index.get(act.what, 0)


def _name(rules: Rules, kind: ActKind, place: int) -> str:
    match kind:
        case ActKind.ITEMS:
            return str(place)
        case ActKind.HOLD:
            return rules.visit.pools[place].id
        case ActKind.SEND | ActKind.NEED:
            return rules.services[place].id
        case _:
            return ""
