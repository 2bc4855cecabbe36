"""Random halls: what people are told, who turns round."""

import random
from collections.abc import Iterable

from shared.domain.rules import Rules
from shared.rollout.floor import Floor, Layout, SelfService
from simulator.model.customer import ACCEPTS, DECLINES, FAILS, MILLION, NO_MACHINE, Customer


def random_floor(draw: random.Random, rules: Rules, length_us: int) -> Floor:
    """Often nothing of it; else each part by itself, times in proportion to the day."""
    if draw.random() < 0.5:
        return Floor()
    longest_us = max(length_us // 40, 1)
    machines = random_machines(draw, rules, longest_us) if draw.random() < 0.5 else None
    tells, balks = draw.random() < 0.6, draw.random() < 0.5
    shares = (0, 0, 200_000, 500_000, 0, 900_000, MILLION)
    return Floor(
        usual_us=tuple(draw.randrange(longest_us + 1) for _ in rules.services),
        balk_ppm=tuple(draw.choice(shares) for _ in range(draw.randrange(1, 9))) if balks else (),
        over_milli=draw.choice((0, 300, 1000, 5000)) if tells else -1,
        least_milli=draw.choice((0, 800, 3000)),
        machines=machines,
        layout=random_layout(draw, rules, longest_us) if draw.random() < 0.5 else None,
    )


def random_layout(draw: random.Random, rules: Rules, longest_us: int) -> Layout:
    """One zone or several, at distances that are walked in parts of the day."""
    longest_mm = max(longest_us // 1000, 2)  # at a metre a second
    zones = draw.choice((1, 1, 2, 3))

    def distance_mm() -> int:
        return draw.choice((0, 1, draw.randrange(longest_mm)))

    return Layout(
        entrance_mm=distance_mm(),
        to_seat_mm=tuple(distance_mm() for _ in range(zones)),
        to_counter_mm=tuple(
            tuple(draw.choice((-1, distance_mm(), distance_mm())) for _ in rules.counters)
            for _ in range(zones)
        ),
        zone_of=tuple(
            draw.randrange(zones) for _ in range(len(rules.services) * len(rules.segments))
        ),
    )


def random_machines(draw: random.Random, rules: Rules, longest_us: int) -> SelfService:
    """Few machines, some of which serve little."""
    every = (1 << len(rules.services)) - 1
    return SelfService(
        services_masks=tuple(
            draw.choice((every, draw.randrange(every + 1)))
            for _ in range(draw.choice((1, 1, 2, 4)))
        ),
        usual_us=tuple(draw.randrange(longest_us + 1) for _ in rules.services),
        saves_us=tuple(draw.choice((0, longest_us, -longest_us)) for _ in rules.services),
    )


def with_choices(
    draw: random.Random, people: Iterable[Customer], length_us: int
) -> tuple[Customer, ...]:
    """The same customers with what they do in the hall."""
    return tuple(
        person._replace(
            balk_ppm=draw.randrange(MILLION),
            machine=draw.choice((NO_MACHINE, NO_MACHINE, DECLINES, ACCEPTS, ACCEPTS, FAILS)),
            machine_us=draw.choice((0, draw.randrange(1 + length_us // 20))),
            speed_mm_s=draw.choice((1, 700, 1200, 1_000_000, 10**9)),
        )
        for person in people
    )
