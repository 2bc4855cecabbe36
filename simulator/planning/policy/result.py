"""A policy search as JSON and as tables for the terminal."""

from pathlib import Path

from rich.console import Console

from shared.config.toml_text import toml_text
from shared.reports.writing import writing
from simulator.experiment.interval import Interval
from simulator.experiment.json_interval import Json, interval_json, intervals_json
from simulator.experiment.table import empty_table, figure
from simulator.planning.policy.find import PolicyFound
from simulator.planning.search import Found


def policy_json(found: PolicyFound, seed: int) -> Json:
    """Figures with their units in the names."""
    return {
        "scenario": found.plan.scenario.name.en,
        "seed": seed,
        "search_days": found.days,
        "fresh_days": found.fresh_days,
        "search": search_json(found.found),
        "present": dict(found.present),
        "is_better_on_fresh_days": found.is_better,
        "fresh": {
            "present": intervals_json(_figures(found, is_present=True)),
            "found": intervals_json(_figures(found, is_present=False)),
            "cost_difference_weighted_min": interval_json(found.difference),
            "cost_difference_by_segment_weighted_min": intervals_json(found.by_segment),
        },
    }


def search_json(found: Found) -> Json:
    """What a search came to on its own days."""
    return {
        "choice": dict(found.choice),
        "cost": found.score.cost,
        "beyond_bounds": max(0.0, found.score.violation),
        "tried": found.tried,
        "possible": found.possible,
        "choices": found.size,
        "is_best_of_all": found.is_best_of_all,
        "is_cut_short": found.is_cut_short,
    }


def _figures(found: PolicyFound, *, is_present: bool) -> dict[str, Interval]:
    which = "present" if is_present else "found"
    names = {
        "cost_weighted_min": f"cost_{which}",
        "share_within_first_limit_0_1": f"within_{which}",
        "share_passed_beyond_cap_0_1": f"passed_{which}",
        "share_beyond_longest_wait_0_1": f"waited_{which}",
    }
    return {name: getattr(found, attribute) for name, attribute in names.items()}


def print_policy(console: Console, found: PolicyFound) -> None:
    """What changes, what it comes to on fresh days beside today, and whether to do it."""
    console.print(f"{found.plan.scenario.name.en}: weights of the policy", highlight=False)
    table = empty_table()
    for head in ("part", "today", "found"):
        table.add_column(head, justify="left" if head == "part" else "right", no_wrap=True)
    for name, value in found.found.choice.items():
        is_new = value != found.present[name]
        table.add_row(name, str(found.present[name]), str(value) if is_new else "same")
    console.print(table)
    _fresh(console, found)
    console.print(search_sentence(found.found), highlight=False)
    if found.is_better:
        console.print("Better on fresh days, and no bound of the profile is kept worse.")
    else:
        console.print("Not shown to be better on fresh days: keep today's policy.")


def _fresh(console: Console, found: PolicyFound) -> None:
    table = empty_table()
    for head in (f"{found.fresh_days} fresh days", "today", "found"):
        table.add_column(head, justify="right" if head in ("today", "found") else "left")
    for words, name, factor in (
        ("cost, weighted min a customer", "cost", 1),
        ("within the first limit, %", "within", 100),
        ("passed more often than the cap, %", "passed", 100),
        ("waited beyond the longest wait, %", "waited", 100),
    ):
        pair = (getattr(found, f"{name}_{which}") for which in ("present", "found"))
        table.add_row(words, *(figure(interval, factor, 2) for interval in pair))
    table.add_row("difference of the cost", "", figure(found.difference, 1, 2))
    for segment, interval in found.by_segment.items():
        table.add_row(f"  {segment}", "", figure(interval, 1, 2))
    console.print(table)


def search_sentence(found: Found) -> str:
    """How much of the choices was looked at, for people."""
    if found.is_cut_short:
        return f"Cut short: the best of {found.tried:,} looked at, out of {found.size:,} choices."
    if found.is_best_of_all:
        return f"All {found.size:,} choices were looked at: the best on these days."
    return (
        f"{found.tried:,} of {found.size:,} choices were looked at (a sampler, then neighbours of "
        "the best): there may be a better one."
    )


def write_profile(path: Path, found: PolicyFound) -> None:
    """The branch's profile with the policy that was found.

    Raises:
        FileUnwritable: it cannot be written.
    """
    comment = (
        "The branch with the policy that lobby sim policy found: compare before publishing it.\n"
        f"Weighted minutes a customer {found.cost_found.estimate:.2f}, before "
        f"{found.cost_present.estimate:.2f}."
    )
    with writing(path):
        path.write_text(toml_text(found.profile, comment), encoding="utf-8")
