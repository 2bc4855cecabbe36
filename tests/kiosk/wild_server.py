"""A server that misbehaves in every way a broken, slow or hostile one can; sound when it is calm.

It keeps what is true: which numbers it gave for which wish in an answer that was sent whole, and
which numbers it ever told of as called.
"""

import json
import random
import threading
import time
from collections.abc import Callable
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, cast

from shared.config.load import load_profile
from shared.protocol.event import EventView
from tests.support import view

BRANCH = "/api/v1/branches/renmin"
SERIES = {"cash": "A", "account": "B", "transfer": "A", "wealth": "C", "lost": "B", "other": "A"}
PROFILE: dict[str, Any] = load_profile("neighbourhood").model_dump(mode="json")
TINY_S = 0.02
HUGE = 1_500_000


class WildServer:
    """The server. ``wildness``: share of answers that are not what they should be."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.wildness = 0.0
        self.given: dict[str, list[str]] = {}
        self.called: set[str] = set()
        self.log: list[EventView] = []
        self.issued = 0
        self.requests: list[str] = []
        self.is_running = True
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._http.daemon_threads = True
        cast("Any", self._http).wild = self
        self.lock = threading.Lock()
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.01,), daemon=True)
        self._thread.start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._http.server_address[1]}"

    def stop(self) -> None:
        self.is_running = False
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()

    def is_wild(self) -> bool:
        with self.lock:
            return self.chance.random() < self.wildness

    def pick(self, *choices: Any) -> Any:
        with self.lock:
            return self.chance.choice(choices)

    # ------------------------------------------------------------ what is true

    def ticket(self, service: str) -> dict[str, Any]:
        """A new ticket."""
        with self.lock:
            self.issued += 1
            number = f"{SERIES.get(service, 'A')}{self.issued:03d}"
        return view.issued(number, service=service).model_dump(mode="json")

    def lobby(self) -> dict[str, Any]:
        """The snapshot."""
        with self.lock:
            last, calls = 100 + len(self.log), self.log[-4:]
        recent = tuple(
            view.call(each.number, each.counter, sequence=each.sequence) for each in calls[::-1]
        )
        lobby = view.lobby(sequence=last, waiting=view.twelve_waiting(), recent_calls=recent)
        return lobby.model_dump(mode="json")

    def call(self) -> EventView:
        """Somebody is called."""
        with self.lock:
            sequence = 101 + len(self.log)
            number = f"A{500 + len(self.log)}"
            at = view.NOW + timedelta(milliseconds=len(self.log))
            event = EventView(
                sequence=sequence,
                kind="ticket.called",
                at=at,
                recorded_at=at,
                ticket=f"t-{number.lower()}",
                number=number,
                counter="2",
            )
            self.log.append(event)
            self.called.add(number)
        return event


class Handler(BaseHTTPRequestHandler):
    """One connection."""

    protocol_version = "HTTP/1.1"
    timeout = 5

    @property
    def wild(self) -> WildServer:
        return cast("WildServer", cast("Any", self.server).wild)

    def log_message(self, format: str, *args: object) -> None:
        pass

    def do_GET(self) -> None:
        self._serve("GET")

    def do_POST(self) -> None:
        self._serve("POST")

    def do_DELETE(self) -> None:
        self._serve("DELETE")

    def _serve(self, method: str) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.wild.requests.append(f"{method} {self.path}")
        try:
            if self.path.endswith("/events"):
                self._stream()
            else:
                self._reply(method, self._truth(method, body))
        except OSError:
            self.close_connection = True

    def _truth(self, method: str, body: bytes) -> tuple[int, Any]:
        path = self.path.partition("?")[0]
        if path.endswith("/tickets") and method == "POST":
            return 201, self.wild.ticket(json.loads(body)["service"])
        found: dict[str, Callable[[], Any]] = {
            "/api/v1/branches": lambda: {"branches": [{"id": "renmin"}]},
            f"{BRANCH}/config": lambda: {
                "profile": PROFILE,
                "server_version": "0",
                "policy_hash": "0",
            },
            f"{BRANCH}/lobby": self.wild.lobby,
            f"{BRANCH}/log": self._page,
            f"{BRANCH}/number-leases": lambda: {"first": 801, "last": 900},
            f"{BRANCH}/devices/heartbeat": lambda: {"beat": "b.1"},
            f"{BRANCH}/journals": lambda: self._taken(body),
            f"{BRANCH}/help-requests": lambda: {"sequence": 1},
        }
        return (200, found[path]()) if path in found else (404, {"code": "no_path"})

    def _taken(self, body: bytes) -> dict[str, int]:
        told = json.loads(body)
        last = told["first"] + len(told["entries"]) - 1
        return {"last": last, "taken": len(told["entries"]), "known": 0, "kept": 0}

    def _page(self) -> dict[str, Any]:
        after = int(self.path.partition("after=")[2].partition("&")[0] or 0)
        events = [e.model_dump(mode="json") for e in self.wild.log if e.sequence > after]
        return {"events": events, "last": 100 + len(self.wild.log)}

    # ------------------------------------------------------------ how it is told

    def _reply(self, method: str, truth: tuple[int, Any]) -> None:
        status, message = truth
        is_ticket = method == "POST" and self.path.endswith("/tickets")
        if self.wild.is_wild():
            ways = (self._garbage, self._wrong, self._cut, self._slow, self._error, self._elsewhere)
            self.wild.pick(*ways)(status, message)
            return
        data = json.dumps(message).encode()
        self._send(status, data, self.wild.pick("application/json", "application/json"))
        if is_ticket:
            self.wild.given.setdefault(message["service"], []).append(message["number"])

    def _garbage(self, status: int, _message: Any) -> None:
        huge = b" " * HUGE + b"{}"
        data = self.wild.pick(b"{", b"", b"null", b"[]", b"\xff\xfe\x00", b"<html>", huge, b"NaN")
        self._send(status, data, self.wild.pick("application/json", "text/html", "image/png"))

    def _wrong(self, status: int, message: Any) -> None:
        """Right in form, wrong somewhere: types, times, names, another's ticket."""
        changed = json.loads(json.dumps(message))
        value = self.wild.pick(None, -1, 10**30, "x" * 5000, [], {}, True, "2026-11-24T10:12:00")
        if isinstance(changed, dict) and changed:
            changed[self.wild.pick(*changed)] = value
            if "profile" in changed and isinstance(changed["profile"], dict):
                profile = changed["profile"]
                profile[self.wild.pick(*profile)] = value
            if "number" in changed:
                self._other_ticket(changed)
        self._send(status, json.dumps(changed).encode())

    def _other_ticket(self, ticket: dict[str, Any]) -> None:
        """The ticket of somebody else: for another service, over already, or given before."""
        known = [n for numbers in self.wild.given.values() for n in numbers]
        others = (
            {"service": "gold"},
            {"state": "closed"},
            {"number": "<b>1</b>"},
            {"number": "", "id": ""},
            {"id": f"t-{known[-1].lower()}", "number": known[-1]} if known else {"state": "gone"},
        )
        ticket.update(self.wild.pick(*others))

    def _cut(self, status: int, message: Any) -> None:
        """Half of what was promised, then nothing."""
        data = json.dumps(message).encode()
        self.close_connection = True
        self.send_response(status)
        self.send_header("Content-Length", str(len(data) + 10))
        self.end_headers()
        self.wfile.write(data[: len(data) // 2])

    def _slow(self, _status: int, _message: Any) -> None:
        """Nothing, until nobody waits any more."""
        time.sleep(0.25)
        self.close_connection = True

    def _error(self, _status: int, _message: Any) -> None:
        problem = {"title": "", "status": 500, "detail": "bug", "code": "internal", "params": []}
        status = self.wild.pick(500, 500, 503, 502, 404, 418, 204)
        data = b"" if status == 204 else self.wild.pick(json.dumps(problem).encode(), b"oops")
        self._send(status, data, self.wild.pick("application/problem+json", "text/plain"))

    def _elsewhere(self, _status: int, _message: Any) -> None:
        """Go to another address: there is a good answer to another question."""
        self.send_response(self.wild.pick(301, 302, 307, 308))
        self.send_header("Location", f"{BRANCH}/lobby")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send(self, status: int, data: bytes, kind: str = "application/json") -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if data:
            self.wfile.write(data)

    # ------------------------------------------------------------ the stream

    def _stream(self) -> None:
        self.close_connection = True
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        last = int(self.headers.get("Last-Event-ID") or 0)
        for _ in range(400):
            if not self.wild.is_running or (self.wild.is_wild() and self.wild.is_wild()):
                return  # cut in the middle, now and then
            new = [e for e in self.wild.log if e.sequence > last]
            frames = [self._frame(each) for each in new]
            if self.wild.is_wild():
                frames = self._spoil(frames)
            last = max([last, *(e.sequence for e in new)])
            beat = f": beat {view.NOW.isoformat()}\n\n".encode()
            self.wfile.write(beat + b"".join(frames))
            self.wfile.flush()
            time.sleep(TINY_S)

    def _frame(self, event: EventView) -> bytes:
        data = event.model_dump_json()
        return f"id: {event.sequence}\nevent: {event.kind}\ndata: {data}\n\n".encode()

    def _spoil(self, frames: list[bytes]) -> list[bytes]:
        """Duplicates, gaps, events in the wrong order, from the past, or that are none."""
        known = self.wild.log[:1] or [self.wild.call()]
        strange = (
            b"data: {\n\n",
            b"data: \xff\xfe\n\n",
            b": beat yesterday\n\n: beat 2026-11-24T10:12:00\n\n: beat\n\n",
            b"id: 99999\nevent: ticket.called\ndata: []\n\n",
            b"x" * 20_000 + b"\n\n",
            self._frame(known[0]),
            self._frame(known[0].model_copy(update={"sequence": -5})),
            self._frame(known[0].model_copy(update={"at": view.NOW.replace(tzinfo=None)})),
        )
        spoiled = [*frames, *frames, *(self.wild.pick(*strange) for _ in range(2))]
        with self.wild.lock:
            self.wild.chance.shuffle(spoiled)
            return spoiled[: self.wild.chance.randint(0, len(spoiled))]
