"""Signing in over the network."""

import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import httpx

from shared.services.access import WRONG_PINS_MAX
from shared.store.pin import ArgonPins
from tests.support.server import CHEAP_PINS, RunningServer

GUESSES = 40


class WatchedPins(ArgonPins):
    """Counts the PINs that are tested; those that come at once wait for each other a moment."""

    def __init__(self) -> None:
        self.tested = 0
        self._gate, self._full = threading.Lock(), threading.Event()

    def hash(self, pin: str) -> str:
        return CHEAP_PINS.hash(pin)

    def is_right(self, pin_hash: str, pin: str) -> bool:
        with self._gate:
            self.tested += 1
            if self.tested > WRONG_PINS_MAX:
                self._full.set()
        self._full.wait(0.3)  # as slow as a real hash: the others have all begun by then
        return CHEAP_PINS.is_right(pin_hash, pin)


def test_guesses_at_the_same_moment_are_counted_one_by_one(server: RunningServer) -> None:
    pins = server.house.pins = WatchedPins()

    def guess(number: int) -> int:
        answer = httpx.post(
            f"{server.url}/sessions",
            json={"staff": "t5", "pin": f"{9000 + number}"},
            headers=server.headers("teller"),
            timeout=30,
            trust_env=False,
        )
        return answer.status_code

    with ThreadPoolExecutor(GUESSES) as at_once:
        answers = Counter(at_once.map(guess, range(GUESSES)))
    assert pins.tested == WRONG_PINS_MAX
    assert answers == {401: WRONG_PINS_MAX, 429: GUESSES - WRONG_PINS_MAX}
