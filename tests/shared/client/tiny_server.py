"""A branch server that fits in a test: real sockets, a log in memory, and every way of failing."""

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, cast

from shared.config.load import load_profile
from shared.protocol.base import ServerKind
from shared.protocol.device import HeartbeatTaken
from shared.protocol.event import EventView
from tests.support import view

BRANCH = "/api/v1/branches/renmin"


def event(sequence: int, kind: str = "ticket.issued") -> EventView:
    """An event of the log."""
    return EventView(sequence=sequence, kind=kind, at=view.NOW, recorded_at=view.NOW)


class TinyServer:
    """The server; ``start`` and ``kill`` as often as wanted, always on the same port.

    ``log`` is the truth, ``name`` its name. ``unsent`` are sequences that the stream leaves out,
    ``doubled`` those that it sends twice. ``is_frozen``: connections are accepted and nothing is
    said on them.
    ``answers``: (method, path ending) to a list of (status, body) taken one by one; a status of 0
    closes the connection without an answer.
    ``kind``, ``stand_in``, ``charge``: one of a branch's two servers; ``is_handing_back``:
    it refuses everything with ``handed_back``.
    """

    def __init__(self) -> None:
        self.log: list[EventView] = []
        self.first = 100
        self.name = "first"
        self.unsent: set[int] = set()
        self.doubled: set[int] = set()
        self.is_frozen = False
        self.beat_s = 0.05
        self.now = view.NOW
        self.clock_rate = 1.0
        self.kind: ServerKind = "branch"
        self.stand_in = ""
        self.charge = HeartbeatTaken(beat="", every_ms=100)
        self.beats = 0
        self.is_handing_back = False
        self.answers: dict[tuple[str, str], list[tuple[int, object]]] = {}
        self.requests: list[tuple[str, str, dict[str, str], str]] = []
        self.port = 0
        self.changed = threading.Condition()
        self.is_running = False
        self._http: ThreadingHTTPServer | None = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def last(self) -> int:
        return self.first + len(self.log)

    def start(self) -> None:
        http = ThreadingHTTPServer(("127.0.0.1", self.port), Handler)
        http.daemon_threads = True
        cast("Any", http).tiny = self
        self.port = http.server_address[1]
        self._http = http
        self.is_running = True
        threading.Thread(target=http.serve_forever, args=(0.01,), daemon=True).start()

    def kill(self) -> None:
        if self._http is None:
            return
        with self.changed:
            self.is_running = False
            self.changed.notify_all()
        self._http.shutdown()
        self._http.server_close()
        self._http = None

    def add(self, count: int = 1, kind: str = "ticket.issued") -> None:
        """So many events happen."""
        with self.changed:
            self.log += [event(self.last + 1 + i, kind) for i in range(count)]
            self.changed.notify_all()

    def asked(self, method: str, ending: str) -> list[dict[str, str]]:
        """The headers of each request to a path."""
        return [h for m, path, h, _ in self.requests if m == method and path.endswith(ending)]

    def bodies(self, ending: str) -> list[Any]:
        """What was sent to a path, in order."""
        return [json.loads(body) for _, path, _, body in self.requests if path.endswith(ending)]


class Handler(BaseHTTPRequestHandler):
    """One connection."""

    protocol_version = "HTTP/1.1"

    @property
    def tiny(self) -> TinyServer:
        return cast("TinyServer", cast("Any", self.server).tiny)

    def log_message(self, format: str, *args: object) -> None:
        pass

    def do_GET(self) -> None:
        self._serve("GET")

    def do_POST(self) -> None:
        self._serve("POST")

    def do_DELETE(self) -> None:
        self._serve("DELETE")

    def _serve(self, method: str) -> None:
        tiny = self.tiny
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        headers = {name.lower(): value for name, value in self.headers.items()}
        tiny.requests.append((method, self.path, headers, body))
        if tiny.is_frozen:
            self._freeze()
            return
        for (verb, ending), prepared in tiny.answers.items():
            if verb == method and self.path.endswith(ending) and prepared:
                self._answer(*prepared.pop(0))
                return
        if tiny.is_handing_back:
            problem = {"title": "", "status": 503, "detail": "", "code": "handed_back"}
            self._answer(503, problem)
        elif self.path.endswith("/devices/heartbeat"):
            tiny.beats += 1
            taken = tiny.charge.model_copy(update={"beat": f"{tiny.kind}.{tiny.beats}"})
            self._answer(200, taken.model_dump(mode="json"))
        elif self.path.endswith("/stand-in/heard"):
            tiny.charge = tiny.charge.model_copy(update={"wants_heard": False})
            self._answer(200, {"sequence": tiny.last})
        else:
            self._usual(self.path)

    def _usual(self, path: str) -> None:
        """The reading part of the API."""
        tiny = self.tiny
        if path == "/api/v1/branches":
            self._answer(200, {"branches": [{"id": "renmin", "name": "人民路支行"}]})
        elif path == f"{BRANCH}/config":
            profile = load_profile("neighbourhood").model_dump(mode="json")
            config = {"profile": profile, "server_version": "0", "policy_hash": "0"}
            self._answer(200, config | {"stand_in": tiny.stand_in})
        elif path.startswith(f"{BRANCH}/lobby"):
            found = view.lobby(
                sequence=tiny.last, log=tiny.name, now=tiny.now, clock_rate=tiny.clock_rate
            )
            self._answer(200, found.model_dump(mode="json"))
        elif path.startswith(f"{BRANCH}/log?after="):
            after = int(path.partition("after=")[2].partition("&")[0])
            events = [e.model_dump(mode="json") for e in tiny.log if e.sequence > after]
            self._answer(200, {"events": events, "last": tiny.last})
        elif path == f"{BRANCH}/events":
            self._stream(int(self.headers["Last-Event-ID"]))
        else:
            problem = {"title": "no", "status": 404, "detail": "unknown path", "code": "no_path"}
            self._answer(404, problem)

    def _answer(self, status: int, body: object) -> None:
        if status == 0:
            self.close_connection = True
            return
        data = b"" if status == 204 else json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def _freeze(self) -> None:
        """Hold the connection and say nothing."""
        self.close_connection = True
        while self.tiny.is_frozen and self.tiny.is_running:
            time.sleep(0.01)

    def _stream(self, last: int) -> None:
        tiny = self.tiny
        self.close_connection = True
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        while tiny.is_running:
            if not tiny.is_frozen:
                try:
                    last = self._send_after(last)
                except OSError:
                    return
            with tiny.changed:
                tiny.changed.wait(tiny.beat_s)

    def _send_after(self, last: int) -> int:
        """A beat and what is new; in one write, as a server under load would."""
        tiny = self.tiny
        pieces = [f": beat {tiny.now.isoformat()}\n\n"]
        for each in [e for e in tiny.log if e.sequence > last]:
            last = each.sequence
            if last in tiny.unsent:
                continue
            data = each.model_dump_json()
            frame = f"id: {each.sequence}\nevent: {each.kind}\ndata: {data}\n\n"
            pieces += [frame] * (2 if last in tiny.doubled else 1)
        self.wfile.write("".join(pieces).encode())
        self.wfile.flush()
        return last
