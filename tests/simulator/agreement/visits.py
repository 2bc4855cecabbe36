"""Random visits: missed calls, holds, sending on, further needs, turns; and the rules for them."""

import random

from shared.domain.rules import HoldPool, PoolReach, Rules, Segment, Service, VisitRules
from simulator.model.act import FOR_GOOD, Act, ActKind, Acts


def random_visit_rules(draw: random.Random, unit_us: int) -> VisitRules:
    """Pools of every reach, with and without a limit; credits, returns, release, turns."""
    pools = tuple(
        HoldPool(f"p{n}", reach, draw.choice((None, 0, 2 * unit_us, 15 * unit_us)))
        for n, reach in enumerate(PoolReach)
    )
    return VisitRules(
        items_per_turn=draw.choice((0, 0, 1, 2)),
        transfer_credit_us=draw.choice((None, 0, 10 * unit_us)),
        return_credit_us=draw.choice((0, 5 * unit_us)),
        returns_max=draw.choice((0, 1, 2)),
        release_us=draw.choice((0, 3, 15)) * unit_us,
        pools=pools,
    )


def random_acts(
    draw: random.Random, rules: Rules, service: Service, segment: Segment, most_us: int
) -> Acts:
    """What is out of the ordinary in a walk-in's visit; times up to ``most_us``."""
    offered = [s.id for s in rules.services if rules.is_offered(s, segment)]
    acts: list[Act] = []
    if draw.random() < 0.3:
        acts.append(Act(ActKind.ITEMS, str(draw.choice((1, 2, 3, 7)))))
    acts += on_the_way(draw, rules, offered, most_us)
    needs = [s for s in offered if s != service.id]
    for need in draw.sample(needs, min(len(needs), draw.choice((0, 0, 1, 2, 3)))):
        acts.append(Act(ActKind.NEED, need, 0, time_us(draw, most_us)))
    return (*acts, *wrap_up(draw, most_us))


def on_the_way(draw: random.Random, rules: Rules, offered: list[str], most_us: int) -> list[Act]:
    """Missed calls, holds and sending on in any order."""
    found = []
    for _ in range(draw.choice((0, 1, 1, 2, 4))):
        kind = draw.choice((ActKind.MISS, ActKind.HOLD, ActKind.SEND))
        what = ""
        away_us = time_us(draw, 3 * most_us)
        if kind is ActKind.MISS:
            away_us = draw.choice((FOR_GOOD, away_us, away_us, 0))
        elif kind is ActKind.HOLD:
            what = draw.choice(rules.visit.pools).id
        else:
            what = draw.choice(offered)
        found.append(Act(kind, what, away_us, 0 if not what else time_us(draw, most_us)))
    return found


def wrap_up(draw: random.Random, most_us: int) -> Acts:
    """The teller's work afterwards, for some."""
    return (Act(ActKind.WRAP_UP, "", 0, time_us(draw, most_us)),) if draw.random() < 0.3 else ()


def time_us(draw: random.Random, most_us: int) -> int:
    """A time from 0 up."""
    return draw.choice((0, int(most_us * draw.random()), int(most_us * draw.random())))
