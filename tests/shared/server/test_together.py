"""Many clients at once: no number twice, no ticket called twice, nothing missing."""

import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

from shared.store.verify import verify_branch
from tests.support.server import RunningServer

KIOSKS, TELLERS, COMMANDS = 8, 6, 200


def test_no_number_twice_and_no_ticket_called_twice(server: RunningServer) -> None:
    counters = ["1", "2", "3"]
    for number, counter in enumerate(counters, start=1):
        server.client("teller", f"t{number}").post(f"counters/{counter}/open").raise_for_status()
    together = threading.Barrier(KIOSKS + TELLERS)

    def give(_: int) -> list[str]:
        with server.client("kiosk") as kiosk:
            together.wait()
            answers = [
                kiosk.post("tickets", json={"service": "cash"}) for _ in range(COMMANDS // KIOSKS)
            ]
        return [a.raise_for_status().json()["number"] for a in answers]

    def take(place: int) -> list[str]:
        """Two people press next at each counter: the same person on two machines."""
        number = place % len(counters) + 1
        called = []
        with server.client("teller", f"t{number}") as teller:
            together.wait()
            for _ in range(COMMANDS // TELLERS):
                answer = teller.post(f"counters/{number}/next")
                if answer.raise_for_status().status_code == 200:
                    called.append(answer.json()["ticket"]["number"])
        return called

    with ThreadPoolExecutor(KIOSKS + TELLERS) as pool:
        giving = [pool.submit(give, n) for n in range(KIOSKS)]
        taking = [pool.submit(take, n) for n in range(TELLERS)]
        numbers = [n for future in giving for n in future.result(60)]
        called = [n for future in taking for n in future.result(60)]

    assert sorted(numbers) == [f"A{n:03d}" for n in range(1, COMMANDS + 1)]
    log = server.client("board").get("log", params={"limit": 1000}).json()["events"]
    calls = Counter(e["number"] for e in log if e["kind"] == "ticket.called")
    assert set(calls.values()) == {1}
    assert set(called) <= set(calls)
    assert [e["sequence"] for e in log] == list(range(1, len(log) + 1))
    assert verify_branch(server.house.database, server.branch).faults == []
