"""Contradictions about visits and incidents: ids that stand twice, turns longer than a ticket."""

from collections.abc import Iterator

from shared.config.naming import doubles
from shared.config.profile import Profile


def visit_problems(profile: Profile) -> Iterator[str]:
    """What is wrong with hold pools, reasons, incidents, turns."""
    visit = profile.visit
    lists = {
        "visit.pools": [pool.id for pool in visit.pools],
        "visit.call_reasons": [reason.id for reason in visit.call_reasons],
        "incidents": [incident.id for incident in profile.incidents],
        "outcomes": [outcome.id for outcome in profile.outcomes],
        "pause_reasons": [reason.id for reason in profile.pause_reasons],
    }
    for table, ids in lists.items():
        yield from doubles(table, ids)
    if visit.items_per_turn > visit.items_max:
        yield (
            f"visit.items_per_turn: {visit.items_per_turn} is more than a ticket may hold "
            f"(items_max {visit.items_max}). Write at most {visit.items_max}, or 0 for all at once."
        )
