"""Contradictions between what may happen to visits and the profile; each names a way out."""

from collections.abc import Callable, Iterator

from shared.config.naming import no_such
from shared.config.profile import Profile
from simulator.model.first_fit import first_fit
from simulator.model.scenario import Scenario, Share
from simulator.model.scenario_visits import SENDS_MOST, ForClass, Route, Visiting

Class = tuple[str, str]
#: Says what is wrong with a class that no staffed counter serves.
Unstaffed = Callable[[str, Share], Iterator[str]]


def visit_lines(scenario: Scenario) -> list[tuple[str, ForClass]]:
    """Every line about visits with its place."""
    asked = scenario.visiting
    if asked is None:
        return []
    tables = (
        *("missed_calls", "transfers", "holds", "further_needs", "transactions"),
        *("authorisations", "wrap_up"),
    )
    return [
        (f"visiting.{table}.{number}", line)
        for table in tables
        for number, line in enumerate(getattr(asked, table), start=1)
    ]


def visit_problems(scenario: Scenario, profile: Profile, unstaffed: Unstaffed) -> Iterator[str]:
    """Every contradiction as one sentence."""
    asked = scenario.visiting
    if asked is None:
        return
    pools = [pool.id for pool in profile.visit.pools]
    for number, hold in enumerate(asked.holds, start=1):
        if hold.pool not in pools:
            place = f"visiting.holds.{number}.pool"
            yield no_such(place, hold.pool, pools)
    services = [service.id for service in profile.services]
    unknown = [
        no_such(f"{place}.service", route.service, services)
        for place, route in _routes(asked)
        if route.service not in services
    ]
    yield from unknown
    if not unknown:
        yield from _nowhere(scenario, asked, unstaffed)


def _routes(asked: Visiting) -> Iterator[tuple[str, Route]]:
    for number, line in enumerate(asked.transfers, start=1):
        for place, route in enumerate(line.to, start=1):
            yield f"visiting.transfers.{number}.to.{place}", route
    for number, needs in enumerate(asked.further_needs, start=1):
        for place, route in enumerate(needs.services, start=1):
            yield f"visiting.further_needs.{number}.services.{place}", route


def _nowhere(scenario: Scenario, asked: Visiting, unstaffed: Unstaffed) -> Iterator[str]:
    """Whoever is sent on, or has a further need, must find a counter for it."""
    walk_ins = {(s.service, s.segment) for s in scenario.demand.mix}
    reached = walk_ins | {(a.service, a.segment) for a in scenario.appointments}
    for _ in range(SENDS_MOST):
        found = {
            (route.service, segment): f"visiting.transfers.{asked.transfers.index(line) + 1}"
            for service, segment in sorted(reached)
            if (line := first_fit(asked.transfers, service, segment)) is not None
            for route in line.to
        }
        yield from _missing(found, unstaffed)
        reached = set(found)
    wanted = {
        (route.service, segment): f"visiting.further_needs.{asked.further_needs.index(needs) + 1}"
        for service, segment in sorted(walk_ins)
        if (needs := first_fit(asked.further_needs, service, segment)) is not None
        for route in needs.services
    }
    yield from _missing(wanted, unstaffed)


def _missing(found: dict[Class, str], unstaffed: Unstaffed) -> Iterator[str]:
    for (service, segment), place in found.items():
        yield from unstaffed(place, Share(service=service, segment=segment, share=1))
