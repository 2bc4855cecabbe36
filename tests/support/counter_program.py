"""A teller's program without a window: plain HTTP, and the rule by which it listens to one server.

It does what `shared/client` does: it tells one server at a time, turns to the other one after a
silence or when it is sent back, keeps the term, and tells a stand-in first what it has heard.
"""

import contextlib
import json
import threading
import time
import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import httpx

PATIENCE_S = 2.0
STREAM_S = 60.0


@dataclass
class Called:
    """A call that this program was told of."""

    ticket: str
    number: str
    counter: str
    server: str
    at_s: float


@dataclass
class CounterProgram:
    """One open counter. ``servers``: addresses of the branch at the branch server and the stand-in.

    ``cut``: addresses that cannot be reached, for tests; ``told``: the newest event that the
    branch server's stream has told. Seconds are real ones.
    """

    counter: str
    headers: dict[str, str]
    servers: tuple[str, str]
    silence_s: float = 15.0
    beat_s: float = 2.0
    at: int = 0
    term: str = ""
    knows: int = 0
    told: int = 0
    is_held: bool = True
    cut: set[int] = field(default_factory=set)
    calls: list[Called] = field(default_factory=list)
    present: dict[str, Any] | None = None
    turns: int = 0

    def __post_init__(self) -> None:
        self._client = httpx.Client(
            timeout=PATIENCE_S, headers=self.headers, trust_env=False, verify=False
        )
        self._beat, self._visit = "", 0
        self._heard: list[dict[str, Any]] = []
        self._lock = threading.RLock()
        self._is_over = threading.Event()
        self._byte_s = time.monotonic()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._listener = threading.Thread(target=self._listen, daemon=True)

    def start(self) -> "CounterProgram":
        self._thread.start()
        self._listener.start()
        return self

    def stop(self) -> None:
        self._is_over.set()
        if self._thread.is_alive():
            self._thread.join(10)
        self._client.close()

    def ask(self, method: str, path: str, body: object = None, key: str = "") -> httpx.Response:
        """One question to whom we listen.

        Raises:
            httpx.TransportError: there was no answer.
        """
        with self._lock:
            at, visit = self.at, self._visit
        if at in self.cut:
            time.sleep(0.02)
            raise httpx.ConnectError("cut")
        headers = {"Idempotency-Key": key} if key else {}
        answer = self._client.request(
            method, f"{self.servers[at]}/{path}", json=body, headers=headers
        )
        if at in self.cut:
            raise httpx.ReadTimeout("cut")
        with self._lock:
            if visit == self._visit:
                code = answer.json()["code"] if answer.status_code == 503 else ""
                if code != "store_unavailable":
                    self._byte_s = time.monotonic()
                if code == "handed_back":
                    self._turn(0)
        return answer

    def insist(self, path: str, body: object = None, within_s: float = 30.0) -> httpx.Response:
        """A command under one key until a server in charge answers, wherever that is.

        Raises:
            TimeoutError: nobody did.
        """
        key, until_s = uuid.uuid4().hex, time.monotonic() + within_s
        while time.monotonic() < until_s:
            try:
                answer = self.ask("POST", path, body or {}, key)
            except httpx.TransportError:
                self._look()
            else:
                if answer.status_code != 503:
                    return answer
            time.sleep(0.05)
        raise TimeoutError(path)

    def open(self) -> None:
        self.insist(f"counters/{self.counter}/open").raise_for_status()

    def leave(self) -> None:
        """Close the counter; the program runs on, and keeps its word."""
        self.insist(f"counters/{self.counter}/close").raise_for_status()

    def next(self, within_s: float = 30.0) -> Called | None:
        """End the present visit and call the next customer."""
        answer = self.insist(f"counters/{self.counter}/next", within_s=within_s)
        if answer.status_code == 204:
            self.present = None
            return None
        ticket = answer.raise_for_status().json()["ticket"]
        self.present = ticket
        server = "branch" if self.at == 0 else "stand_in"
        called = Called(ticket["id"], ticket["number"], self.counter, server, time.monotonic())
        self.calls.append(called)
        return called

    def close(self) -> None:
        """The present customer is done."""
        if self.present is not None:
            self.insist(f"tickets/{self.present['id']}/close").raise_for_status()
            self.present = None

    def _run(self) -> None:
        pause_s = 0.0
        while not self._is_over.wait(pause_s):
            pause_s = self.beat_s
            try:
                pause_s = self._tell()
            except httpx.TransportError:
                pass
            except ValueError:
                pass
            self._look()

    def _tell(self) -> float:
        said = {
            "program": "test",
            "counter": self.counter,
            "beat": self._beat,
            "term": self.term,
            "sequence": self.knows,
        }
        visit = self._visit
        answer = self.ask("POST", "devices/heartbeat", said)
        if answer.status_code != 200 or visit != self._visit:
            return self.beat_s
        taken = answer.json()
        self._beat, self.term = taken["beat"], taken["term"] or self.term
        self.is_held = taken["is_held"]
        if taken["wants_heard"]:
            self._tell_heard()
        elif self.at == 0 and taken["last"] > self.knows and self._read_ahead():
            return 0.0
        return min(float(taken["every_ms"]) / 1000, self.beat_s)

    def _read_ahead(self) -> bool:
        """What the stream has not told yet; whether there is any."""
        before = self.knows
        answer = self.ask("GET", f"log?after={before}")
        if answer.status_code == 200 and self.at == 0:
            self._take(answer.json()["events"])
        return self.knows > before

    def _listen(self) -> None:
        """The branch server's stream, like every other program; a stand-in's is not needed."""
        while not self._is_over.wait(0.05):
            if self.at == 0 and 0 not in self.cut:
                with contextlib.suppress(httpx.HTTPError, ValueError, RuntimeError):
                    self._follow(self._visit)

    def _follow(self, visit: int) -> None:
        patience = httpx.Timeout(PATIENCE_S, read=STREAM_S)
        headers = {"Last-Event-ID": str(self.knows)}
        address = f"{self.servers[0]}/events"
        with self._client.stream("GET", address, headers=headers, timeout=patience) as answer:
            answer.raise_for_status()
            for line in answer.iter_lines():
                if visit != self._visit or 0 in self.cut or self._is_over.is_set():
                    return
                self._byte_s = time.monotonic()
                if line.startswith("data:"):
                    event = json.loads(line.removeprefix("data:"))
                    self._take([event])
                    self.told = event["sequence"]

    def _take(self, events: list[dict[str, Any]]) -> None:
        with self._lock:
            self._heard += [each for each in events if each["sequence"] > self.knows]
            self._heard = self._heard[-200:]
            self.knows = max([self.knows, *(event["sequence"] for event in self._heard)])

    def _tell_heard(self) -> None:
        said: dict[str, object] = {
            "counter": self.counter,
            "sequence": self.knows,
            "events": self._heard,
        }
        if self.present is not None:
            said["serving"] = {
                "ticket": self.present["id"],
                "called_at": self.present["called_at"],
            }
        self.ask("POST", "stand-in/heard", said)

    def _look(self) -> None:
        with self._lock:
            if time.monotonic() - self._byte_s >= self.silence_s:
                self._turn(1 - self.at)

    def _turn(self, at: int) -> None:
        if at != self.at:
            self.turns += 1
        self.at, self._beat, self.is_held = at, "", False
        self._visit += 1
        self._byte_s = time.monotonic()


def stop(programs: Iterable[CounterProgram]) -> None:
    """End all of them."""
    for program in programs:
        program.stop()
