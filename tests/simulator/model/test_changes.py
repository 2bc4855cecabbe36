"""A scenario as another one with changes; every refusal names the place."""

import re
from pathlib import Path

import pytest

from shared.config.load import profile_path
from shared.config.rules import clock_us
from shared.domain.errors import ScenarioInvalid
from simulator.experiment.engine import Engine, choose
from simulator.model.changes import scenario_path
from simulator.model.plan import Plan, load_plan
from simulator.schema import Subject, schema_of

ALL_BUT_ONE = """schema_version = 1
based_on = "city"
staffing = [
    { counter = "2" }, { counter = "3" }, { counter = "4" }, { counter = "5" }, { counter = "6" },
    { counter = "advice-1" }, { counter = "advice-2" }, { counter = "vip" },
]
"""
ONE_MORE = """schema_version = 1
based_on = "there/base.toml"
name = { zh = "多一个柜员", en = "One more teller" }
policy = { preset = "strict" }
more_staffing = [{ counter = "1", opens = "11:00", closes = "13:00" }]
"""


def written(folder: Path, text: str, name: str = "mine.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def plan_of(folder: Path, text: str) -> Plan:
    return load_plan(written(folder, text))


@pytest.fixture
def there(tmp_path: Path) -> Path:
    """A folder with the scenario that others are based on."""
    (tmp_path / "there").mkdir()
    return written(tmp_path / "there", ALL_BUT_ONE, "base.toml").parent


def test_one_more_teller_and_another_preset(tmp_path: Path, there: Path) -> None:
    base, plan = load_plan(there / "base.toml"), plan_of(tmp_path, ONE_MORE)
    assert plan.scenario.demand == base.scenario.demand == load_plan("city").scenario.demand
    assert plan.scenario.staffing[:-1] == base.scenario.staffing
    assert sorted({s.counter for s in plan.shifts} - {s.counter for s in base.shifts}) == ["1"]
    assert plan.profile.policy.preset == "strict"
    assert plan.policy_hash != base.policy_hash
    assert plan.scenario.name.en == "One more teller"


def test_the_example_of_the_documentation_is_sound(tmp_path: Path) -> None:
    page = Path(__file__).parents[3] / "docs" / "simulation.md"
    blocks = re.findall(r"```toml\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
    (text,) = (block for block in blocks if "based_on" in block)
    noon = [shift.stints for shift in plan_of(tmp_path, text).shifts if shift.counter == "6"]
    assert [(stint.from_us, stint.to_us) for stints in noon for stint in stints] == [
        (clock_us("11:00"), clock_us("13:00"))
    ]


@pytest.mark.usefixtures("there")
def test_changes_of_changes_keep_what_they_do_not_name(tmp_path: Path) -> None:
    written(tmp_path, ONE_MORE, "more.toml")
    mine = plan_of(tmp_path, 'schema_version = 1\nbased_on = "more.toml"\ndays = 7\n')
    assert (mine.scenario.days, mine.scenario.name.en) == (7, "One more teller")
    assert len(mine.scenario.staffing) == 9


def test_a_profile_is_found_from_where_it_was_named(tmp_path: Path, there: Path) -> None:
    own = profile_path("city").read_text(encoding="utf-8")
    written(there, own, "branch.toml")
    whole = scenario_path("city").read_text(encoding="utf-8")
    written(there, whole.replace('profile = "city"', 'profile = "branch.toml"'), "own.toml")
    mine = plan_of(tmp_path, 'based_on = "there/own.toml"')
    assert mine.profile == load_plan("city").profile


def test_the_shipped_full_day_is_played_by_the_kernel() -> None:
    assert choose(load_plan("city-full")).engine is Engine.COMPILED


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            'based_on = "citi"',
            "based_on: there is no “citi”. Did you mean “city”? Or write a path relative to this "
            "file.",
        ),
        ('based_on = "mine.toml"', "based_on: “mine.toml” is based on this scenario. Name one"),
        ("based_on = 3", "based_on: Write it in quotation marks (found: 3)."),
        ('based_on = "city"\ntellers = 3', "tellers: this key is not known."),
        ('based_on = "city"\ndays = 0', "days: It must be at least 1 (found: 0)."),
        (
            'based_on = "city"\npolicy = { preset = "strikt" }',
            "policy: There is no preset “strikt”.",
        ),
        (
            'based_on = "city"\npolicy = { preset = "all" }',
            "policy: There is no preset “all”.",
        ),
        (
            'based_on = "city"\nstaffing = []\nmore_staffing = [{ counter = "1" }]',
            "more_staffing: “city” staffs every counter all day. Write staffing.",
        ),
    ],
)
def test_refusals_name_the_place(tmp_path: Path, text: str, sentence: str) -> None:
    with pytest.raises(ScenarioInvalid) as refused:
        plan_of(tmp_path, text)
    assert sentence in str(refused.value)
    assert "mine.toml" in str(refused.value)


def test_a_fault_of_the_other_scenario_is_named_there(tmp_path: Path) -> None:
    written(tmp_path, 'schema_version = 1\nprofile = "city"\n', "other.toml")
    with pytest.raises(ScenarioInvalid) as refused:
        plan_of(tmp_path, 'based_on = "other.toml"')
    assert "other.toml" in str(refused.value)


def test_two_that_are_based_on_each_other(tmp_path: Path) -> None:
    written(tmp_path, 'based_on = "mine.toml"', "other.toml")
    with pytest.raises(ScenarioInvalid):
        plan_of(tmp_path, 'based_on = "other.toml"')


def test_the_schema_asks_for_the_other_scenario_alone() -> None:
    assert schema_of(Subject.CHANGES)["required"] == ["based_on"]
