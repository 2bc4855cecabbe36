"""What is remembered for a second, and how often the database is asked."""

from collections.abc import Collection

import pytest

from shared.server import memory
from shared.server.memory import Memory
from tests.shared.server.test_bucket import Seconds


class Table:
    """A table that counts who asks it for what."""

    def __init__(self) -> None:
        self.rows = {"a": 1, "b": 2, "c": 3}
        self.asked: list[set[str]] = []

    def read(self, secrets: Collection[str]) -> dict[str, int]:
        self.asked.append(set(secrets))
        return {secret: self.rows[secret] for secret in secrets if secret in self.rows}


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Seconds:
    made = Seconds()
    monkeypatch.setattr("shared.server.memory.time.monotonic", made)
    return made


def test_found_once_a_second(clock: Seconds) -> None:
    table = Table()
    kept = Memory(table.read)
    assert [kept.get("a"), kept.get("a")] == [1, 1]
    clock.now_s += 1.0
    table.rows["a"] = 9
    assert (kept.get("a"), table.asked) == (9, [{"a"}, {"a"}])


def test_those_that_are_asked_for_are_looked_up_together(clock: Seconds) -> None:
    table = Table()
    kept = Memory(table.read)
    for secret in ("a", "b", "c", "a", "b"):
        kept.get(secret)
    clock.now_s += 1.0
    assert [kept.get(secret) for secret in ("a", "b", "c")] == [1, 2, 3]
    assert table.asked[3:] == [{"a", "b"}, {"c"}]


def test_what_is_taken_away_is_known_no_longer_than_a_second(clock: Seconds) -> None:
    table = Table()
    kept = Memory(table.read)
    for secret in ("a", "b", "a", "b"):
        kept.get(secret)
    del table.rows["b"]
    clock.now_s += 0.6
    assert (kept.get("b"), kept.get("none")) == (2, None)
    assert kept.get("b") is None


def test_wrong_secrets_do_not_ask_for_the_others_again_and_again(clock: Seconds) -> None:
    table = Table()
    kept = Memory(table.read)
    for secret in ("a", "a"):
        kept.get(secret)
    clock.now_s += 0.6
    for n in range(3):
        assert kept.get(f"wrong-{n}") is None
    assert table.asked[1:] == [{"wrong-0", "a"}, {"wrong-1"}, {"wrong-2"}]


def test_forgotten_is_looked_up(clock: Seconds) -> None:
    table = Table()
    kept = Memory(table.read)
    kept.get("a")
    kept.forget("a")
    del table.rows["a"]
    assert kept.get("a") is None


@pytest.mark.usefixtures("clock")
def test_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "REMEMBERED_MAX", 2)
    table = Table()
    kept = Memory(table.read)
    assert [kept.get(secret) for secret in ("a", "b", "c", "a")] == [1, 2, 3, 1]
    assert table.asked == [{"a"}, {"b"}, {"c"}, {"a"}]
