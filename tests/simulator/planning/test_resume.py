"""A search that was killed goes on from its journal to the answer of one that was left alone."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from shared.config.toml_text import toml_text
from simulator.model.plan import load_plan
from simulator.planning.cost.curve import trade_off
from simulator.planning.cost.prices import load_prices
from simulator.planning.journal import Journal
from simulator.planning.rostering.loop import plan_roster
from simulator.planning.rostering.staff_file import StaffFile
from simulator.planning.staffing.answer import Wish
from simulator.planning.staffing.result import answer_json
from simulator.planning.staffing.search import search
from simulator.planning.tomorrow import judge
from simulator.planning.tomorrow import search as tomorrow
from simulator.planning.tomorrow.choices import Choices
from simulator.planning.tomorrow.constraints import Constraints
from simulator.planning.tomorrow.people import people_of, without
from simulator.planning.tomorrow.telling import tomorrow_json
from tests.simulator.planning.killed import SECONDS, Capture, answer, killed
from tests.simulator.planning.rostering.small import FILE
from tests.simulator.planning.rostering.test_loop import QUICK, week
from tests.simulator.planning.staffing.test_search import FIVE_MINUTES, small_branch

CASE = Path(__file__).parents[2] / "data" / "cases" / "case_10_staffing.toml"
QUIET = f"""schema_version = 1
based_on = "{CASE}"
name = {{ zh = "安静", en = "Quiet" }}
[demand]
half_hours_per_hour = {[5] * 16}
mix = [{{ service = "service", segment = "everybody", share = 1 }}]
"""


def commands(folder: Path) -> dict[str, list[str]]:
    """Searches of some seconds."""
    quiet, staff = folder / "quiet.toml", folder / "staff.toml"
    quiet.write_text(QUIET, encoding="utf-8")
    file = StaffFile.model_validate({**FILE, "fairness": []})
    staff.write_text(toml_text(file), encoding="utf-8")
    fresh = ["--fresh-days", "20"]
    few = ["--days", "20", "--effort", "0.2", "--rounds", "2"]
    return {
        "policy": ["sim", "policy", "neighbourhood", "--days", "40", "--most", "30", *fresh],
        "staff": ["sim", "staff", str(quiet), "--within", "5", "--share", "0.5", *fresh],
        "tomorrow": ["sim", "tomorrow", "neighbourhood", "--absent", "1004", "--no-borrow", *fresh],
        "roster": ["sim", "roster", str(staff), *few, *fresh],
    }


@pytest.mark.parametrize("command", ["policy", "staff", "tomorrow", "roster"])
def test_killed_and_run_again_it_gives_the_same_answer(
    command: str, capsys: Capture, tmp_path: Path
) -> None:
    """kill -9 in a real process; then the whole answer, figure by figure."""
    words, journal = commands(tmp_path)[command], tmp_path / "journal"
    left = killed(words, journal)
    assert left >= 3
    again = answer(capsys, [*words, "--journal", str(journal)], tmp_path / "again.json")
    assert journal.read_bytes().count(b"\n") - 1 > left
    assert again == answer(capsys, words, tmp_path / "alone.json")


def staffing(journal: Journal) -> object:
    wish = Wish(FIVE_MINUTES, rungs=(20, 40, 80), fresh_days=40, bound_width=1)
    return answer_json(search(small_branch((12, 24, 10), 3), wish, journal=journal))


def plans(journal: Journal) -> object:
    plan = load_plan("neighbourhood")
    kept = replace(Constraints(), may_borrow=False)
    choices = Choices(plan, without(people_of(plan), ["1004"]), kept)
    return tomorrow_json(tomorrow.plans_for(choices, load_prices(), 1, 20, journal=journal))


def rosters(journal: Journal) -> object:
    return plan_roster(week(), replace(QUICK, rounds=1), journal=journal)


def curve(journal: Journal) -> object:
    points = trade_off(load_plan("neighbourhood"), load_prices(), 10, 1, journal=journal)
    return [(p.step, p.staffing, p.bill.a_day(), p.mean_wait_s) for p in points]


@pytest.mark.parametrize("find", [staffing, plans, rosters, curve])
def test_wherever_the_journal_was_cut_the_answer_is_the_same(
    find: Callable[[Journal], object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(judge, "RUNGS", (5, 10, 15, 20, 25))
    monkeypatch.setattr(tomorrow, "RANDOM", 4)
    monkeypatch.setattr(tomorrow, "SWEEPS", 1)
    path = tmp_path / "journal"
    with Journal(path, {"of": "this"}) as journal:
        whole = told(find(journal))
    held = path.read_bytes()
    for part in (0.0, 0.1, 0.45, 0.8, 1.0):
        cut = held[: round(part * len(held))]
        path.write_bytes(cut)
        with Journal(path, {"of": "this"}) as journal:
            assert told(find(journal)) == whole
            assert journal.recalled >= cut.count(b"\n") - 1
        assert path.read_bytes() == held


def told(found: object) -> str:
    """An answer in words, without how long it took."""
    if isinstance(found, dict):
        return json.dumps({name: each for name, each in found.items() if name != SECONDS})
    return repr(found)
