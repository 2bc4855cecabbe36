"""Tickets and calls per second, as a ratio to the same server's empty endpoint in the same run."""

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

import httpx

from tests.bench.figure import Figure
from tests.bench.place import Place

COMPANY = 8
#: Counters of the city profile, and for each a service that it offers.
DESKS = {
    "1": "cash", "2": "cash", "3": "account", "4": "account",
    "5": "business-cash", "6": "business-cash", "advice-1": "wealth", "advice-2": "wealth",
}  # fmt: skip
Shoot = Callable[[httpx.Client], httpx.Response]


def measure(made: Place, seconds: float) -> list[Figure]:
    """Empty answers, tickets and calls with one client and with eight, each for so long."""
    services = list(DESKS.values())
    found: list[Figure] = []
    for company in (1, COMPANY):
        kiosks = [made.client("kiosk") for _ in range(company)]
        empty = _rate(kiosks, [_health(made)] * company, seconds)
        tickets = _rate(kiosks, [_ticket(services[n]) for n in range(company)], seconds)
        desks = list(DESKS)[:company]
        tellers = [made.teller(desk) for desk in desks]
        for client, desk in zip(tellers, desks, strict=True):
            client.post(f"counters/{desk}/open").raise_for_status()
        calls = _rate(tellers, [_next(desk) for desk in desks], seconds)
        found += [
            Figure(f"{_people(company)}: empty answers (/healthz)", "/s", (empty,)),
            Figure(f"{_people(company)}: tickets", "/s", (tickets,)),
            Figure(f"{_people(company)}: tickets to empty answers", "x", (tickets / empty,)),
            Figure(f"{_people(company)}: calls (next)", "/s", (calls,)),
            Figure(f"{_people(company)}: calls to empty answers", "x", (calls / empty,)),
        ]
        for client in (*kiosks, *tellers):
            client.close()
    return found


def _people(company: int) -> str:
    return "1 client" if company == 1 else f"{company} clients"


def _health(made: Place) -> Shoot:
    address = f"{made.server}/healthz"
    return lambda client: client.get(address)


def _ticket(service: str) -> Shoot:
    return lambda client: client.post("tickets", json={"service": service})


def _next(desk: str) -> Shoot:
    """Closes the customer before and calls the next one."""
    return lambda client: client.post(f"counters/{desk}/next")


def _rate(clients: Sequence[httpx.Client], shots: Sequence[Shoot], seconds: float) -> float:
    """Answers per second of all clients together, each sending one request after the other.

    The clients share this one process: what they cost is in every figure, the empty one too.
    """
    with ThreadPoolExecutor(len(clients)) as pool:
        began_s = time.perf_counter()
        until_s = began_s + seconds
        runs = [pool.submit(_run, c, s, until_s) for c, s in zip(clients, shots, strict=True)]
        answers = sum(run.result() for run in runs)
        return answers / (time.perf_counter() - began_s)


def _run(client: httpx.Client, shoot: Shoot, until_s: float) -> int:
    answers = 0
    while time.perf_counter() < until_s:
        shoot(client).raise_for_status()
        answers += 1
    return answers
