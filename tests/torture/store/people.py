"""Who asks for things: kiosks, tellers, bookers. Each does one thing after the other in a thread.

Nobody remembers more than a person would; what was told is in the book.
"""

import threading
import time
from collections.abc import Callable
from typing import Any, Final

from tests.support.server import PIN
from tests.torture.store.caller import Answer, Caller

REST_S: Final = (0.0, 0.15)
#: Above so many waiting the kiosks give way, so that the hall does not grow without end.
FULL: Final = 80
SERVICES: Final = ("cash", "transfer", "account", "statement", "wealth", "business-cash")


class Person(threading.Thread):
    """Somebody with a device; ``step`` does one thing."""

    def __init__(self, name: str, caller: Caller, is_over: threading.Event) -> None:
        """It begins with ``start``."""
        super().__init__(name=name)
        self.caller = caller
        self.draw = caller.draw
        self._is_over = is_over

    def run(self) -> None:
        """Go on until it is over; the last command is answered then."""
        while not self._is_over.is_set():
            self.step()
            time.sleep(self.draw.uniform(*REST_S))
        self.caller.close()

    def step(self) -> None:
        """One thing, or nothing."""
        raise NotImplementedError


class Kiosk(Person):
    """Gives tickets; takes some back, defers some, asks for help."""

    def __init__(self, name: str, caller: Caller, is_over: threading.Event) -> None:
        """It has given no ticket yet."""
        super().__init__(name, caller, is_over)
        self._mine: list[str] = []

    def step(self) -> None:
        """Mostly a ticket."""
        mine = self._mine
        chosen = self.draw.random()
        if chosen < 0.08:
            self.caller.command("help", "", "POST help-requests")
        elif mine and chosen < 0.14:
            ticket = self.draw.choice(mine)
            self.caller.command("cancel", ticket, f"POST tickets/{ticket}/cancel", {})
        elif mine and chosen < 0.20:
            ticket = self.draw.choice(mine)
            self.caller.command("defer", ticket, f"POST tickets/{ticket}/defer", {"minutes": 1})
        else:
            self._issue()

    def _issue(self) -> None:
        service = self.draw.choice(SERVICES)
        answer = self.caller.command("issue", service, "POST tickets", {"service": service})
        if answer.status == 201:
            self._mine = [*self._mine[-20:], answer.body["id"]]
            if answer.body["people_ahead"] > FULL:
                self._is_over.wait(1.0)


class Teller(Person):
    """Works at a counter: calls, recalls, starts, closes, holds, gives up and takes back."""

    def __init__(
        self, name: str, caller: Caller, is_over: threading.Event, counter: str, staff: str
    ) -> None:
        """Signs in and opens the counter at the first step."""
        super().__init__(name, caller, is_over)
        self._counter, self._staff = counter, staff
        self._ticket = ""
        self._absent: list[str] = []
        self._is_open = False

    def step(self) -> None:
        """The next sensible thing, most of the time; else something that is refused."""
        if not self._is_open:
            self._open()
        elif not self._ticket:
            self._call()
        else:
            self._serve()

    def _open(self) -> None:
        signed = self.caller.ask("POST sessions", {"staff": self._staff, "pin": PIN})
        if signed.status == 201:
            self.caller.headers["X-Staff-Session"] = signed.body["token"]
            opened = self._do("open", self._counter, f"counters/{self._counter}/open")
            self._is_open = opened.status == 200
            self._look()

    def _call(self) -> None:
        if self._absent and self.draw.random() < 0.5:
            ticket = self._absent.pop()
            self._do("return", ticket, f"tickets/{ticket}/return")
            return
        answer = self._next()
        if answer.status == 200:
            self._ticket = answer.body["ticket"]["id"]
        elif answer.status == 204:
            self._look()

    def _next(self) -> Answer:
        return self._do("next", self._counter, f"counters/{self._counter}/next")

    def _look(self) -> None:
        """Whom the counter was given while it stood by."""
        self._ticket = ""
        seen = self.caller.ask("GET lobby")
        for counter in seen.body.get("counters", ()):
            if counter["id"] == self._counter and counter.get("ticket"):
                self._ticket = counter["ticket"]["id"]

    def _serve(self) -> None:
        ticket = self._ticket
        things: dict[str, tuple[int, Callable[[], Answer]]] = {
            "recall": (3, lambda: self._do("recall", ticket, f"tickets/{ticket}/recall")),
            "start": (2, lambda: self._do("start", ticket, f"tickets/{ticket}/start")),
            "close": (4, lambda: self._do("close", ticket, f"tickets/{ticket}/close", {})),
            "no-show": (2, lambda: self._do("no-show", ticket, f"tickets/{ticket}/no-show")),
            "hold": (1, lambda: self._do("hold", ticket, f"tickets/{ticket}/hold", FORM)),
            "next": (3, self._next),
        }
        chosen = self.draw.choices(list(things), [weight for weight, _ in things.values()])[0]
        answer = things[chosen][1]()
        has_left = chosen in LEAVES and answer.status < 300
        if chosen == "no-show" and answer.status == 200:
            self._absent.append(ticket)
        if has_left or answer.body.get("code") in ("ticket_state_wrong", "ticket_unknown"):
            self._look()

    def _do(self, kind: str, subject: str, place: str, body: Any = None) -> Answer:
        """A command of the counter; somebody whose session has ended signs in again."""
        answer = self.caller.command(kind, subject, f"POST {place}", body)
        if answer.status in (401, 409) and answer.body.get("code") in SHUT:
            self._is_open, self._ticket = False, ""
        return answer


#: After these there is somebody else at the counter, or nobody.
LEAVES: Final = ("close", "no-show", "hold", "next")
FORM: Final = {"pool": "form"}
#: After such an answer the counter has to be opened again.
SHUT: Final = ("session_missing", "counter_not_open")


class Booker(Person):
    """Books, moves, cancels, checks in."""

    def __init__(self, name: str, caller: Caller, is_over: threading.Event) -> None:
        """Nothing is booked yet."""
        super().__init__(name, caller, is_over)
        self._codes: list[str] = []

    def step(self) -> None:
        """One of the four, as far as there is something."""
        codes = self._codes
        chosen = self.draw.random()
        if not codes or chosen < 0.4:
            self._book()
        elif chosen < 0.6:
            self._change(self.draw.choice(codes))
        elif chosen < 0.8:
            code = codes.pop()
            self.caller.command("unbook", code, f"DELETE appointments/{code}")
        else:
            code = codes.pop()
            self.caller.command("check-in", code, f"POST appointments/{code}/check-in")

    def _book(self) -> None:
        if (at := self._free()) is None:
            self._is_over.wait(0.5)
            return
        body = {"service": "wealth", "at": at}
        answer = self.caller.command("book", at, "POST appointments", body)
        if answer.status == 201:
            self._codes.append(answer.body["code"])

    def _change(self, code: str) -> None:
        if (at := self._free()) is not None:
            self.caller.command("change", code, f"PATCH appointments/{code}", {"at": at})

    def _free(self) -> str | None:
        """Some free time of today."""
        seen = self.caller.ask("GET slots?service=wealth")
        free = [slot["at"] for slot in seen.body.get("slots", ()) if slot["free"] > 0]
        return self.draw.choice(free) if free else None
