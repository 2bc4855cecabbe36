"""Who is busy in the hall: customers with a finger, tellers with a keyboard, tellers without eyes.

Each has a ``step`` that does at most one thing, chosen by a generator with a seed.
"""

import random
import time
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Qt

from counter.teller.program import TellerProgram
from kiosk.ticketing.program import KioskProgram
from shared.client.ports import LobbyClient, Reply
from shared.protocol.command import CloseTicket, SignIn
from shared.protocol.lobby import NextResult, Session, TicketView
from simulator.demo.branch import PIN
from simulator.demo.stage import Stage

GUARD_S = 1.1
"""The teller's window takes a second press within a second for the same press."""
NEXT, RECALL, START, CLOSE = Qt.Key.Key_F2, Qt.Key.Key_F3, Qt.Key.Key_F4, Qt.Key.Key_F5
FIRST_OUTCOME, ENTER = Qt.Key.Key_1, Qt.Key.Key_Return
WAIT_S = (0.1, 0.5)


class Person(Protocol):
    """Somebody who is busy."""

    def step(self) -> None:
        """Do one thing, or nothing."""


class CustomerCrowd:
    """One customer after the other at a kiosk window; ``shown`` are the numbers they read there."""

    def __init__(self, stage: Stage, name: str, draw: random.Random) -> None:
        """The window of this name is open."""
        program = stage.programs[name]
        assert isinstance(program, KioskProgram)
        self._stage, self._name, self._draw = stage, name, draw
        self._flow = program.flow
        self.shown: list[str] = []

    def step(self) -> None:
        """What the screen asks for: a tile, then reading the number and going away."""
        match self._flow.screen_name:
            case "start":
                self._touch_one_of([t.key for t in self._flow.face.start_tiles if not t.errand])
            case "group":
                self._touch_one_of([t.key for t in self._flow.group if not t.errand])
            case "ways":
                if not self._flow.asking_for:
                    self._stage.touch(self._name, "way-counter")
            case "ticket":
                self.read()
                self._stage.touch(self._name, "doneButton")
            case "refused":
                self._stage.touch(self._name, "messageButton")

    def read(self) -> None:
        """Read the number, if one is shown that we have not read yet."""
        if self._flow.screen_name == "ticket":
            number = str(self._stage.item(self._name, "number").property("number"))
            if self.shown[-1:] != [number]:
                self.shown.append(number)

    def _touch_one_of(self, keys: list[str]) -> None:
        if not self._flow.asking_for and self._flow.face.is_open:
            self._stage.touch(self._name, f"tile-{self._draw.choice(keys)}")


class KeyboardTeller:
    """A teller at a real window who uses nothing but keys."""

    def __init__(self, stage: Stage, name: str, staff: str, draw: random.Random) -> None:
        """Signs in by typing; the counter opens with it."""
        program = stage.programs[name]
        assert isinstance(program, TellerProgram)
        self._stage, self._name, self._draw = stage, name, draw
        self._window = program.window
        self._presenter = program.presenter
        self._ready_s = 0.0
        for text in (staff, PIN):
            stage.type(name, text)
            stage.key(name, ENTER)
        stage.wait(lambda: self._presenter.is_at_desk, f"{name} is at the desk")

    def step(self) -> None:
        """F2 most of the time; now and then recall, start, or another outcome."""
        if time.monotonic() < self._ready_s or self._presenter.pending is not None:
            return
        self._ready_s = time.monotonic() + GUARD_S
        key = self._draw.choices((NEXT, RECALL, START, CLOSE), (6, 1, 1, 2))[0]
        self._stage.key(self._name, key)
        if self._window.desk.sheet is not None:
            self._stage.key(self._name, FIRST_OUTCOME)
            self._stage.key(self._name, ENTER)


class BareTeller:
    """A teller as a client alone: calls, closes, recalls, gives up and takes back."""

    def __init__(self, client: LobbyClient, counter: str, staff: str, draw: random.Random) -> None:
        """``sign_in`` comes before the first step."""
        self._client, self.counter, self._staff = client, counter, staff
        self._draw = draw
        self._ticket: TicketView | None = None
        self._absent: list[str] = []
        self._is_pending = False
        self._ready_s = 0.0
        self.is_at_work = False

    def sign_in(self) -> None:
        """Sign in and open the counter."""
        command = SignIn(staff=self._staff, pin=PIN, counter=self.counter)
        self._client.sign_in(command).then(self._signed_in)

    def _signed_in(self, _session: Session) -> None:
        self._client.open_counter(self.counter).then(self._opened)

    def _opened(self, _counter: object) -> None:
        self.is_at_work = True

    def step(self) -> None:
        """One command, when the one before is answered and a short while has passed."""
        if self._is_pending or time.monotonic() < self._ready_s:
            return
        choices = (self._next, self._close, self._recall, self._no_show, self._take_back)
        self._draw.choices(choices, (6, 2, 1, 2, 1))[0]()

    def finish(self) -> bool:
        """Close whom we have; whether nobody is left here."""
        if self._is_pending:
            return False
        here = self._here()
        if here is None:
            return True
        self._run(self._client.close_ticket(here, CloseTicket()), self._gone)
        return False

    def _here(self) -> str | None:
        """Whom we have as far as we know: by the last answer, or called to us while we stood by."""
        if self._ticket is not None:
            return self._ticket.id
        counters = self._client.lobby.counters if self._client.lobby else ()
        mine = next((c.ticket for c in counters if c.id == self.counter), None)
        return mine.id if mine else None

    def _next(self) -> None:
        self._run(self._client.next(self.counter), self._called)

    def _close(self) -> None:
        if here := self._here():
            self._run(self._client.close_ticket(here, CloseTicket()), self._gone)

    def _recall(self) -> None:
        if here := self._here():
            self._run(self._client.recall(here), self._kept)

    def _no_show(self) -> None:
        """The bank's rule wants a recall before it."""
        if here := self._here():
            self._run(
                self._client.recall(here),
                lambda _ticket: self._run(self._client.no_show(here), self._missed),
            )

    def _take_back(self) -> None:
        if self._absent:
            self._run(self._client.return_ticket(self._absent.pop()), lambda _ticket: None)

    def _run(self, reply: Reply, on_done: Callable[[object], None]) -> None:
        self._is_pending = True

        def done(answer: object) -> None:
            self._rest()
            on_done(answer)

        reply.then(done, lambda _failure: self._forget())

    def _called(self, answer: object) -> None:
        self._ticket = answer.ticket if isinstance(answer, NextResult) else None

    def _kept(self, answer: object) -> None:
        assert isinstance(answer, TicketView)
        self._ticket = answer

    def _gone(self, _answer: object) -> None:
        self._ticket = None

    def _missed(self, answer: object) -> None:
        assert isinstance(answer, TicketView)
        self._ticket = None
        self._absent.append(answer.id)

    def _forget(self) -> None:
        """Refused, or nobody answered: what we believed may be wrong."""
        self._ticket = None
        self._rest()

    def _rest(self) -> None:
        self._is_pending = False
        self._ready_s = time.monotonic() + self._draw.uniform(*WAIT_S)
