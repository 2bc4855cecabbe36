"""A search finds the best where all can be looked at, comes near elsewhere, and repeats itself."""

import json
from itertools import product
from pathlib import Path

import pytest

from simulator.planning.journal import Journal, JournalOfAnother
from simulator.planning.search import Choice, Found, Score, Space, search

SMALL: Space = {"a": [1, 2, 3], "b": ["x", "y"], "c": [0.5, 1.0]}
START: Choice = {"a": 1, "b": "x", "c": 0.5}
WIDE: Space = {name: list(range(9)) for name in "abcd"}
CORNER: Choice = dict.fromkeys("abcd", 0)


def rough(choice: Choice) -> Score | None:
    """Smallest where a is 3, b is y; not allowed with c at 1."""
    if choice["c"] == 1.0:
        return None
    return Score(0.0, -float(choice["a"]) - (choice["b"] == "y"))


def bowl(choice: Choice) -> Score:
    """Best at 7 5 3 1 without a bound; the bound moves the first to 6."""
    a, b, c, d = (int(choice[name]) for name in "abcd")
    return Score(a - 6, (a - 7) ** 2 + (b - 5) ** 2 + (c - 3) ** 2 + abs(d - 1))


def test_all_are_looked_at_where_that_is_possible() -> None:
    found = search(SMALL, START, rough, most=12, seed=1)
    assert dict(found.choice) == {"a": 3, "b": "y", "c": 0.5}
    assert (found.tried, found.possible, found.size) == (12, 6, 12)
    assert found.is_best_of_all
    assert not found.is_cut_short


def test_a_wide_space_is_searched_and_the_bound_kept() -> None:
    every: list[Choice] = [dict(zip("abcd", p, strict=True)) for p in product(range(9), repeat=4)]
    best = min(bowl(choice).order for choice in every)
    found = search(WIDE, CORNER, bowl, most=150, seed=4)
    assert list(best) == [0, 1]
    assert found.score.order == best
    assert found.tried <= 150
    assert not found.is_best_of_all


@pytest.mark.parametrize("seed", [1, 2])
def test_the_same_seed_asks_the_same(seed: int) -> None:
    asked: list[list[Choice]] = [[], []]
    for log in asked:

        def noted(choice: Choice, log: list[Choice] = log) -> Score:
            log.append(choice)
            return bowl(choice)

        search(WIDE, CORNER, noted, most=40, seed=seed)
    assert asked[0] == asked[1]
    assert asked[0][0] == CORNER


class Killed(Exception):
    """As kill -9 would."""


def test_what_was_killed_goes_on_to_the_same_end(tmp_path: Path) -> None:
    """Killed at the twentieth look, in the middle of a line, it asks only for what is missing."""
    asked = []

    def until(last: int) -> Found:
        def counted(choice: Choice) -> Score:
            asked.append(choice)
            if len(asked) == last:
                raise Killed
            return bowl(choice)

        with Journal(tmp_path / "journal", {"of": "this"}) as journal:
            return search(WIDE, CORNER, counted, most=60, seed=3, journal=journal)

    with pytest.raises(Killed):
        until(20)
    with (tmp_path / "journal").open("a") as file:
        file.write('["half a li')
    asked.clear()
    again = until(-1)
    alone = search(WIDE, CORNER, bowl, most=60, seed=3)
    assert again == alone
    assert len(asked) == alone.tried - 19


def test_a_search_that_is_stopped_gives_the_best_so_far() -> None:
    looks: list[int] = []
    found = search(
        WIDE,
        CORNER,
        bowl,
        most=60,
        seed=3,
        on_step=lambda done, of, best: looks.append(done),
        should_stop=lambda: len(looks) >= 10,
    )
    assert found.is_cut_short
    assert found.tried == 10
    assert looks == list(range(1, 11))


def test_a_journal_of_another_search_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "journal"
    with Journal(path, {"seed": 1}) as journal:
        journal.keep("one", [0.1, 2.0])
    held = path.read_text()
    assert json.loads(held.splitlines()[1]) == ["one", [0.1, 2.0]]
    for other in ({"seed": 2}, {}):
        with pytest.raises(JournalOfAnother):
            Journal(path, other)
    assert path.read_text() == held
    alien = tmp_path / "letter"
    alien.write_text("Dear")
    with pytest.raises(JournalOfAnother):
        Journal(alien, {})
    assert alien.read_text() == "Dear"
