"""A real web hook on a real socket: keeps what it is sent, and answers as a test tells it."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Hook:
    """What came in, oldest first; ``answers`` are statuses to give, 200 when none is left."""

    url: str
    taken: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    bodies: list[bytes] = field(default_factory=list)
    answers: list[int] = field(default_factory=list)
    came: threading.Condition = field(default_factory=threading.Condition)

    def wait(self, count: int, within_s: float = 10.0) -> list[dict[str, Any]]:
        """The messages once there are so many."""
        with self.came:
            assert self.came.wait_for(lambda: len(self.taken) >= count, within_s), self.taken
        return self.taken


@contextmanager
def web_hook(port: int = 0) -> Iterator[Hook]:
    """A web hook on any free port of this machine."""
    hook = Hook("")

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            status = hook.answers.pop(0) if hook.answers else 200
            self.send_response(status)
            self.send_header("Content-Length", "0")
            self.end_headers()
            with hook.came:
                hook.bodies.append(body)
                hook.headers.append(dict(self.headers))
                hook.taken.append(json.loads(body))
                hook.came.notify_all()

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
    hook.url = f"http://127.0.0.1:{server.server_port}/messages"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), name="hook")
    thread.start()
    try:
        yield hook
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
