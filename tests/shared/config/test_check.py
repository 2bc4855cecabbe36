"""Contradictions between the tables of a profile: each is one sentence with a way out."""

import pytest

from shared.config.check import problems
from shared.config.load import load_profile
from shared.config.profile import Profile

GOOD = load_profile("neighbourhood")


def changed(table: str, index: int, **values: object) -> Profile:
    """The neighbourhood profile with one row of a list changed."""
    raw = GOOD.model_dump()
    rows = list(raw[table])
    rows[index] = rows[index] | values
    return Profile.model_validate(raw | {table: rows})


@pytest.mark.parametrize("name", ["neighbourhood", "city"])
def test_shipped_profiles_are_sound(name: str) -> None:
    assert list(problems(load_profile(name))) == []


def test_an_unknown_service_at_a_counter() -> None:
    broken = changed("counters", 0, services=("cahs", "transfer"))
    assert list(problems(broken)) == [
        "counters “1”: there is no service “cahs”. Did you mean “cash”?"
    ]


def test_a_name_like_nothing_else_gets_the_list() -> None:
    broken = changed("counters", 3, segments=("xyz",))
    assert list(problems(broken)) == [
        "counters “4”: there is no segment “xyz”. Choose one of: ordinary, priority, key."
    ]


def test_a_double_id() -> None:
    broken = changed("counters", 1, id="1")
    assert list(problems(broken)) == ["counters: “1” stands there twice. Give each its own id."]


def test_a_service_that_nobody_serves() -> None:
    broken = changed("counters", 3, services=("account",))
    assert list(problems(broken)) == [
        "services “wealth”: no counter serves it. Add it to a counter's services, or remove it."
    ]


def test_a_tile_that_is_neither_service_nor_group() -> None:
    broken = changed("tiles", 2, service=None, services=("transfer",))
    assert list(problems(broken)) == [
        "tiles 3: give either a service, or a name and services for a group."
    ]


def test_an_unknown_zone() -> None:
    broken = changed("machines", 0, zone="sefl")
    assert list(problems(broken)) == [
        "machines “atm-1”: there is no zone “sefl”. Did you mean “self”?"
    ]


def test_hours_that_run_backwards() -> None:
    broken = Profile.model_validate(
        GOOD.model_dump() | {"hours": {"opens": "09:00", "last_ticket": "17:30", "closes": "17:00"}}
    )
    assert list(problems(broken)) == [
        "hours: opens 09:00, last_ticket 17:30, closes 17:00 do not follow one another. "
        "Put them in this order."
    ]


def test_an_unknown_time_zone() -> None:
    branch = GOOD.branch.model_dump() | {"time_zone": "Asia/Shanghia"}
    broken = Profile.model_validate(GOOD.model_dump() | {"branch": branch})
    assert list(problems(broken)) == [
        "branch.time_zone: “Asia/Shanghia” is no time zone. Write it like Asia/Shanghai."
    ]
