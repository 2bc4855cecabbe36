"""The bank's own system over a real socket: known, unknown, slow, broken, away."""

import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from shared.server.customers.rest import LEFT_ALONE_S, CustomerRest
from shared.services.customers import Customer

CARD = "6222021234567890123"


class Bank:
    """Answers as the test says, and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, Any]] = []
        self.answer: tuple[int, bytes] = (200, b'{"segment": "key", "customer_ref": "c-17"}')
        self.delay_s = 0.0
        bank = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                bank.asked.append((self.headers["Authorization"] or "", json.loads(body)))
                time.sleep(bank.delay_s)
                status, said = bank.answer
                self.send_response(status)
                self.send_header("Content-Length", str(len(said)))
                self.end_headers()
                self.wfile.write(said)

            def log_message(self, *_said: object) -> None:
                """Quiet."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}/customers"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def bank() -> Iterator[Bank]:
    made = Bank()
    yield made
    made.close()


def test_it_asks_as_the_contract_says(bank: Bank) -> None:
    directory = CustomerRest(bank.url, "secret")
    assert directory.find("renmin", CARD) == Customer("key", "c-17")
    assert bank.asked == [("Bearer secret", {"branch": "renmin", "reference": CARD})]
    directory.close()


def test_unknown_is_an_answer(bank: Bank) -> None:
    bank.answer = (404, b"")
    directory = CustomerRest(bank.url)
    assert [directory.find("renmin", CARD) for _ in range(2)] == [None, None]
    assert len(bank.asked) == 2


@pytest.mark.parametrize("answer", [(500, b""), (200, b"nonsense"), (200, b'{"segment": ""}')])
def test_a_broken_system_is_left_alone_for_a_while(bank: Bank, answer: tuple[int, bytes]) -> None:
    now_s = 100.0
    good, bank.answer = bank.answer, answer
    directory = CustomerRest(bank.url, monotonic=lambda: now_s)
    assert directory.find("renmin", CARD) is None
    bank.answer = good
    assert directory.find("renmin", CARD) is None
    assert len(bank.asked) == 1
    now_s += LEFT_ALONE_S
    assert directory.find("renmin", CARD) == Customer("key", "c-17")


def test_nobody_waits_long(bank: Bank, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shared.server.customers.rest.ANSWER_S", 0.1)
    bank.delay_s = 0.6
    directory = CustomerRest(bank.url)
    begun = time.monotonic()
    assert directory.find("renmin", CARD) is None
    assert time.monotonic() - begun < 0.5
