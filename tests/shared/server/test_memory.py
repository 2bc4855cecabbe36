"""What is remembered for a second, and how often the database is asked."""

import asyncio
from collections.abc import Callable, Collection, Coroutine
from functools import wraps
from threading import Event, get_ident
from typing import Any

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


def in_loop(test: Callable[..., Coroutine[Any, Any, None]]) -> Callable[..., None]:
    """Run a test in an event loop of its own."""

    @wraps(test)
    def run(*given: Any, **named: Any) -> None:
        asyncio.run(test(*given, **named))

    return run


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Seconds:
    made = Seconds()
    monkeypatch.setattr("shared.server.memory.time.monotonic", made)
    return made


@in_loop
async def test_found_once_a_second(clock: Seconds) -> None:
    table = Table()
    kept = Memory(table.read)
    assert [await kept.get("a"), await kept.get("a")] == [1, 1]
    clock.now_s += 1.0
    table.rows["a"] = 9
    assert (await kept.get("a"), table.asked) == (9, [{"a"}, {"a"}])


@in_loop
async def test_those_that_are_asked_for_are_looked_up_together(clock: Seconds) -> None:
    table = Table()
    kept = Memory(table.read)
    for secret in ("a", "b", "c", "a", "b"):
        await kept.get(secret)
    clock.now_s += 1.0
    assert [await kept.get(secret) for secret in ("a", "b", "c")] == [1, 2, 3]
    assert table.asked[3:] == [{"a", "b"}, {"c"}]


@in_loop
async def test_what_is_taken_away_is_known_no_longer_than_a_second(clock: Seconds) -> None:
    table = Table()
    kept = Memory(table.read)
    for secret in ("a", "b", "a", "b"):
        await kept.get(secret)
    del table.rows["b"]
    clock.now_s += 0.6
    assert (await kept.get("b"), await kept.get("none")) == (2, None)
    assert await kept.get("b") is None


@in_loop
async def test_wrong_secrets_do_not_ask_for_the_others_again_and_again(clock: Seconds) -> None:
    table = Table()
    kept = Memory(table.read)
    for secret in ("a", "a"):
        await kept.get(secret)
    clock.now_s += 0.6
    for n in range(3):
        assert await kept.get(f"wrong-{n}") is None
    assert table.asked[1:] == [{"wrong-0", "a"}, {"wrong-1"}, {"wrong-2"}]


@in_loop
async def test_forgotten_is_looked_up(clock: Seconds) -> None:
    table = Table()
    kept = Memory(table.read)
    await kept.get("a")
    kept.forget("a")
    del table.rows["a"]
    assert await kept.get("a") is None


@pytest.mark.usefixtures("clock")
@in_loop
async def test_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "REMEMBERED_MAX", 2)
    table = Table()
    kept = Memory(table.read)
    assert [await kept.get(secret) for secret in ("a", "b", "c", "a")] == [1, 2, 3, 1]
    assert table.asked == [{"a"}, {"b"}, {"c"}, {"a"}]


class Slow(Table):
    """A table that answers when it is let, or fails."""

    def __init__(self) -> None:
        super().__init__()
        self.let = Event()
        self.threads: set[int] = set()
        self.failure: Exception | None = None

    def read(self, secrets: Collection[str]) -> dict[str, int]:
        self.threads.add(get_ident())
        found = super().read(secrets)
        assert self.let.wait(10)
        if self.failure:
            raise self.failure
        return found


async def begun(kept: Memory[int], *secrets: str) -> "list[asyncio.Task[int | None]]":
    """Who asks for these secrets, and waits by now."""
    tasks = [asyncio.ensure_future(kept.get(secret)) for secret in secrets]
    await asyncio.sleep(0)
    return tasks


@in_loop
async def test_loop_goes_on_while_the_database_does_not_answer(clock: Seconds) -> None:
    """One question at a time; who comes meanwhile shares it, or the next one."""
    table = Slow()
    kept = Memory(table.read)
    waiting = await begun(kept, "a", "a", "b", "wrong", "b", "c")
    clock.now_s += 0.9
    waiting += await begun(kept, "a")
    table.let.set()
    assert await asyncio.gather(*waiting) == [1, 1, 2, None, 2, 3, 1]
    assert table.asked == [{"a"}, {"b", "wrong", "c"}]
    assert get_ident() not in table.threads


@in_loop
async def test_question_that_is_under_way_for_long_is_asked_again(clock: Seconds) -> None:
    """What it will say may be older than a second for somebody who comes now."""
    table = Slow()
    kept = Memory(table.read)
    first = await begun(kept, "a")
    while not table.asked:
        await asyncio.sleep(0)
    clock.now_s += 1.0
    del table.rows["a"]
    second = await begun(kept, "a")
    table.let.set()
    assert await asyncio.gather(*first, *second) == [1, None]


@in_loop
async def test_unknown_is_remembered_for_a_second(clock: Seconds) -> None:
    table = Table()
    kept = Memory(table.read)
    assert [await kept.get("wrong"), await kept.get("wrong")] == [None, None]
    assert table.asked == [{"wrong"}]
    table.rows["wrong"] = 4
    clock.now_s += 1.0
    assert await kept.get("wrong") == 4


@in_loop
async def test_failure_is_told_to_all_and_remembered_for_a_second(clock: Seconds) -> None:
    table = Slow()
    kept = Memory(table.read)
    table.failure = ConnectionError("nobody answers")
    waiting = await begun(kept, "a", "b")
    table.let.set()
    told = await asyncio.gather(*waiting, return_exceptions=True)
    with pytest.raises(ConnectionError):
        await kept.get("c")
    assert ([type(each) for each in told], table.asked) == ([ConnectionError] * 2, [{"a"}])
    table.failure = None
    clock.now_s += 1.0
    assert await kept.get("c") == 3


@pytest.mark.usefixtures("clock")
@in_loop
async def test_forgotten_while_it_is_looked_up_is_not_remembered() -> None:
    table = Slow()
    kept = Memory(table.read)
    waiting = await begun(kept, "a")
    while not table.asked:
        await asyncio.sleep(0)
    del table.rows["a"]
    kept.forget("a")
    waiting += await begun(kept, "a")
    table.let.set()
    assert await asyncio.gather(*waiting) == [1, None]
    assert await kept.get("a") is None


@in_loop
async def test_regular_is_who_was_found_when_last_looked_up(clock: Seconds) -> None:
    table = Table()
    kept = Memory(table.read)
    assert not kept.is_regular("a")
    assert await kept.get("a") == 1
    clock.now_s += 60
    assert (await kept.get("b"), kept.is_regular("a")) == (2, True)
    del table.rows["a"]
    assert (await kept.get("a"), kept.is_regular("a")) == (None, False)


@pytest.mark.usefixtures("clock")
@in_loop
async def test_unknown_ones_are_bounded_and_cost_nobody_their_place(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(memory, "REMEMBERED_MAX", 2)
    table = Table()
    kept = Memory(table.read)
    for secret in ("a", "w1", "w2", "w3", "w3", "a", "w1"):
        await kept.get(secret)
    assert table.asked == [{"a"}, {"w1"}, {"w2"}, {"w3"}, {"w1"}]
