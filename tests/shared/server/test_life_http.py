"""Days of random commands over HTTP: nobody lost, nobody called twice, every refusal a problem."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from random import Random
from typing import Any, ClassVar, Final

import httpx
import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from shared.config.load import load_profile
from shared.config.profile import Profile
from shared.config.rules import to_rules
from shared.domain.errors import LobbyError
from shared.metrics.overtaking import overtaking
from shared.protocol.event import EventPage, EventView, to_us
from shared.protocol.lobby import LobbyView, TicketView
from shared.server.clock import ManualClock
from shared.store.verify import verify_branch
from tests.support.life_http import DayBook
from tests.support.server import RunningServer, morning, running_server

DAY_US: Final = 24 * 3600 * 1_000_000
COUNTERS: Final = ("1", "2", "3", "4")
SERVICES: Final = ("cash", "account", "transfer", "wealth", "lost", "other")
SEGMENTS: Final = ("ordinary", "priority", "key")
AT_COUNTER: Final = ("called", "serving")
STATUSES: Final = (403, 404, 409, 422)


def strict_profile() -> Profile:
    """The neighbourhood with every guarantee, turns of three transactions, a ratio for nobody."""
    profile = load_profile("neighbourhood")
    return profile.model_copy(
        update={
            "policy": profile.policy.model_copy(update={"preset": "capped"}),
            "visit": profile.visit.model_copy(update={"items_per_turn": 3}),
        }
    )


def codes(kind: type[LobbyError]) -> set[str]:
    """The codes of all refusals below one."""
    return {kind.code}.union(*(codes(below) for below in kind.__subclasses__()))


CODES: Final = codes(LobbyError)
#: What may happen, and how often against the rest.
OFTEN: Final = {
    "issue:": 8, "issue:counter": 1, "issue:person": 1,
    "kiosk:cancel": 1, "kiosk:defer": 2, "book:": 2, "check_in:": 1,
    "counter:next": 14, "counter:open": 4, "counter:pause": 4, "counter:plan": 2,
    "counter:services": 1, "counter:close": 2,
    "served:start": 2, "served:recall": 1, "served:no-show": 1, "absent:": 3, "served:close": 3,
    "served:hold": 3, "served:next-need": 3, "served:transfer": 2, "served:reclassify": 1,
    "served:join": 1, "take_back:": 2,
    "lead:resume": 2, "lead:return": 2, "lead:divert": 1, "lead:transfer": 1,
    "lead:reclassify": 1, "lead:join": 2, "lead:split": 3, "part:": 2, "call:": 2,
    "incident:declare": 1, "incident:end": 3, "service:suspend": 1, "service:resume": 3,
    "minutes:1": 2, "minutes:6": 3, "minutes:31": 2,
}  # fmt: skip
#: Carried out at least once, or the test tests less than it says.
DONE: Final = {
    "issue", "cancel", "defer", "book", "check in", "next counter", "open counter",
    "pause counter", "plan counter", "services counter", "close counter", "start", "recall",
    "no-show", "close", "hold", "next-need", "transfer", "reclassify", "join", "split", "part",
    "call", "resume", "take back", "return", "divert", "declare", "end", "suspend service",
    "resume service",
}  # fmt: skip
EXAMPLES: Final = 6
MORE_ROUNDS: Final = 6
STEPS: Final = 120
DAY_BEGINS: Final = 20
"""The newest events among which a new day's opening is looked for."""


class LifeOverHttp(RuleBasedStateMachine):
    """One business day; the next example gets the next day of the same branch."""

    server: ClassVar[RunningServer]
    profile: ClassVar[Profile]
    #: What was carried out in all days, by name of the command.
    done: ClassVar[Counter[str]] = Counter()
    keys: ClassVar[Iterator[int]] = count(10_000)

    def __init__(self) -> None:
        super().__init__()
        server = self.server
        server.sessions.clear()  # those of yesterday have ended
        self.kiosk = server.client("kiosk")
        self.lead = server.client("lead", "lead")
        self.tellers = {c: server.client("teller", f"t{c}") for c in COUNTERS}
        self.book = DayBook()
        self.log: list[EventView] = []
        self.codes: list[str] = []
        self.has_news = True
        self._open_the_day()

    @rule(number=st.integers(0, 2**60))
    def something_happens(self, number: int) -> None:
        """One number stands for everything that is chosen, so that days may be long."""
        chance = Random(number)
        (command,) = chance.choices([*OFTEN], [*OFTEN.values()])
        group, _, what = command.partition(":")
        getattr(self, f"_{group}")(what, chance)

    # --- customers -------------------------------------------------------------------------

    def _issue(self, bound: str, chance: Random) -> None:
        needs = chance.sample(SERVICES, chance.choice((1, 1, 2, 3)))
        body: dict[str, Any] = {"service": needs[0], "needs": needs[1:]}
        body |= {"segment": chance.choice(SEGMENTS), "items": chance.choice((1, 1, 1, 5))}
        body |= {"customer_ref": chance.choice((None, None, None, "one", "two"))}
        counter = chance.choice(COUNTERS)
        body |= {bound: counter if bound == "counter" else f"t{counter}"} if bound else {}
        self._ask(self.kiosk, "issue", "tickets", body)

    def _kiosk(self, command: str, chance: Random) -> None:
        ticket = self._some(chance, "waiting", "called")
        body = {"minutes": chance.choice((5, 30, 61))} if command == "defer" else None
        self._ask(self.kiosk, command, f"tickets/{ticket}/{command}", body)

    def _book(self, _: str, chance: Random) -> None:
        """One of the next times of today."""
        slots = self.kiosk.get("slots", params={"service": "wealth"}).json()["slots"]
        if not slots:
            return
        body = {"service": "wealth", "at": chance.choice(slots[:4])["at"]}
        answer = self._ask(self.lead, "book", "appointments", body)
        if answer is None:
            return
        self.codes.append(answer.json()["code"])
        if chance.random() < 0.8:
            early = datetime.fromisoformat(body["at"]) - timedelta(minutes=5)
            self._clock().set(to_us(early))
            self._check_in("", chance)

    def _check_in(self, _: str, chance: Random) -> None:
        body = {"service": "wealth", "appointment_code": chance.choice(["none", *self.codes])}
        self._ask(self.kiosk, "check in", "tickets", body)

    # --- tellers ---------------------------------------------------------------------------

    def _counter(self, command: str, chance: Random) -> None:
        """With next also a key that is pressed twice, with one Idempotency-Key."""
        counter = chance.choice(COUNTERS)
        bodies: dict[str, dict[str, Any]] = {
            "open": {"mentor": chance.choice((None, None, "t9"))},
            "pause": {"reason": chance.choice(("lunch", "whim"))},
            "plan": {"reason": chance.choice(("lunch", None)), "is_off": chance.random() < 0.3},
            "services": {"services": chance.sample(SERVICES, chance.randint(2, 6))},
        }
        again = chance.random() < 0.2
        place = f"counters/{counter}/{command}"
        teller = self.tellers[counter]
        self._ask(teller, f"{command} counter", place, bodies.get(command), again=again)

    def _served(self, command: str, chance: Random) -> None:
        """Something about a ticket that is at a counter, by whoever called it."""
        ticket = self._some(chance, *AT_COUNTER)
        counter = self.book.places[ticket].counter if ticket in self.book.places else "1"
        bodies: dict[str, dict[str, Any]] = {
            "close": {"whole_visit": chance.random() < 0.3},
            "hold": {"pool": chance.choice(("documents", "form", "approval", "moon"))},
            "transfer": {
                "service": chance.choice((None, *SERVICES)),
                "counter": chance.choice((None, None, *COUNTERS)),
                "person": chance.choice((None, None, "t1", "t2", "t9", "nobody")),
            },
            "reclassify": {"service": chance.choice(SERVICES)},
            "join": {"companion": self._some(chance, "waiting", "held")},
        }
        body = bodies.get(command)
        self._ask(self.tellers[counter], command, f"tickets/{ticket}/{command}", body)

    def _absent(self, _: str, chance: Random) -> None:
        """Nobody comes: recalled once more, then given up."""
        again = chance.getstate()
        for command in ("recall", "no-show"):
            chance.setstate(again)
            self._served(command, chance)

    def _take_back(self, _: str, chance: Random) -> None:
        ticket, counter = self._some(chance, "held"), chance.choice(COUNTERS)
        self._ask(self.tellers[counter], "take back", f"tickets/{ticket}/resume")

    # --- the lobby lead --------------------------------------------------------------------

    def _lead(self, command: str, chance: Random) -> None:
        states = {"resume": ("held",), "return": ("no_show",)}
        ticket = self._some(chance, *states.get(command, ("waiting", "held")))
        bodies: dict[str, dict[str, Any]] = {
            "divert": {"way": "machine"},
            "transfer": {"counter": chance.choice(COUNTERS)},
            "reclassify": {"segment": chance.choice(SEGMENTS)},
            "join": {"companion": self._some(chance, "waiting", "held")},
            "split": {"service": chance.choice(("account", *SERVICES))},
        }
        self._ask(self.lead, command, f"tickets/{ticket}/{command}", bodies.get(command))

    def _part(self, _: str, chance: Random) -> None:
        one, two = chance.choice([("none", "none"), *self.book.along])
        self._ask(self.lead, "part", f"tickets/{one}/split", {"companion": two})

    def _call(self, _: str, chance: Random) -> None:
        counter, ticket = chance.choice(COUNTERS), self._some(chance, "waiting", "held")
        body = {"ticket": ticket, "reason": chance.choice(("help", "help", "whim"))}
        self._ask(self.lead, "call", f"counters/{counter}/call", body)

    def _incident(self, command: str, chance: Random) -> None:
        going_on = self.kiosk.get("incidents").json()["incidents"]
        if command == "declare":
            services = chance.sample(SERVICES, chance.randint(0, 2))
            body = {"reason": chance.choice(("system", "cash")), "services": services}
            self._ask(self.lead, "declare", "incidents", body)
        elif going_on:
            place = chance.choice(going_on)["id"]
            self._ask(self.lead, "end", f"incidents/{place}/end")

    def _service(self, command: str, chance: Random) -> None:
        suspended = [s.service for s in self._snapshot().suspended]
        wanted = chance.choice(suspended or SERVICES) if command == "resume" else "cash"
        body = {"reason": "system"} if command == "suspend" else None
        self._ask(self.lead, f"{command} service", f"services/{wanted}/{command}", body)

    def _minutes(self, minutes: str, _: Random) -> None:
        self._clock().advance(int(minutes) * 60_000_000)
        self.has_news = True

    # --- what must hold --------------------------------------------------------------------

    @invariant()
    def nobody_is_lost_and_nobody_is_in_two_places(self) -> None:
        if not self.has_news:
            return
        self.has_news = False
        lobby = self._snapshot()
        self._read_log()
        here = {c.id: c.ticket.id for c in lobby.counters if c.ticket is not None}
        assert {t.id for t in lobby.waiting} == self.book.where("waiting")
        assert {t.id for t in lobby.held} == self.book.where("held")
        assert here == self.book.at_counters()
        known = [*(t.id for t in lobby.waiting), *(t.id for t in lobby.held), *here.values()]
        assert len(known) == len(set(known))
        suspended = {s for s, count in self.book.suspended.items() if count}
        assert {s.service for s in lobby.suspended} == suspended

    def teardown(self) -> None:
        """The day ends: everybody is accounted for, and the log proves itself."""
        day = self._snapshot().day
        self._read_log()
        counted = overtaking((e.to_event() for e in self.log), to_rules(self.profile)).by_ticket
        told = {t: self._ticket(t).overtaken for t in self.book.places}
        assert told == counted
        self._clock().set(self._clock().now_us() // DAY_US * DAY_US + DAY_US + DAY_US // 16)
        assert self._snapshot().day > day
        ended = self.lead.get("log", params={"after": self._last()}).json()
        before_opening = [e for e in EventPage.model_validate(ended).events if e.kind[:3] == "tic"]
        self.book.write(before_opening)
        assert self.book.where("waiting", "held", *AT_COUNTER) == set()
        verified = verify_branch(self.server.house.database, self.server.branch, day)
        assert verified.sentences == []

    # --- helpers ---------------------------------------------------------------------------

    def _open_the_day(self) -> None:
        """Everybody at work, some people in the hall."""
        today = self._events_after(max(self._snapshot().sequence - DAY_BEGINS, 0))
        opened = max(n for n, event in enumerate(today) if event.kind == "day.opened")
        self.log = today[opened:]
        for counter in COUNTERS:
            self._ask(self.tellers[counter], "open counter", f"counters/{counter}/open")
        for service in SERVICES:
            self._ask(self.kiosk, "issue", "tickets", {"service": service, "needs": ["account"]})

    def _read_log(self) -> None:
        news = self._events_after(self._last())
        self.book.write(news)
        self.log += news

    def _events_after(self, sequence: int) -> list[EventView]:
        answer = self.kiosk.get("log", params={"after": sequence})
        return list(EventPage.model_validate_json(answer.content).events)

    def _last(self) -> int:
        return self.log[-1].sequence

    def _snapshot(self) -> LobbyView:
        return LobbyView.model_validate_json(self.kiosk.get("lobby").content)

    def _ticket(self, ticket: str) -> TicketView:
        return TicketView.model_validate_json(self.kiosk.get(f"tickets/{ticket}").content)

    def _clock(self) -> ManualClock:
        assert isinstance(self.server.clock, ManualClock)
        return self.server.clock

    def _some(self, chance: Random, *states: str) -> str:
        """One of the tickets in these states; one that nobody knows when there is none."""
        among = sorted(self.book.where(*states), key=lambda t: self.book.places[t].number)
        return chance.choice(among) if among else "none"

    def _ask(
        self,
        client: httpx.Client,
        name: str,
        path: str,
        body: dict[str, Any] | None = None,
        *,
        again: bool = False,
    ) -> httpx.Response | None:
        """A success, or None after a refusal that is a problem with a code that stays."""
        key = {"Idempotency-Key": f"life-{next(self.keys)}"}
        given = None if body is None else {k: v for k, v in body.items() if v is not None}
        answer = client.post(path, json=given, headers=key)
        if again:
            repeated = client.post(path, json=given, headers=key)
            assert (repeated.status_code, repeated.content) == (answer.status_code, answer.content)
        if answer.is_success:
            self.done[name] += 1
            self.has_news = True
            return answer
        assert answer.status_code in STATUSES, answer.text
        assert answer.headers["content-type"] == "application/problem+json"
        problem = answer.json()
        assert problem["code"] in CODES
        assert problem["detail"]
        return None


def live_days(number: int, days: int) -> None:
    """So many days of commands, the same each time for the same number."""
    run_state_machine_as_test(
        seed(number)(LifeOverHttp),
        settings=settings(
            max_examples=days,
            stateful_step_count=STEPS,
            derandomize=True,
            deadline=None,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        ),
    )


@pytest.mark.slow
def test_days_over_http(tmp_path: Path) -> None:
    profile = strict_profile()
    with running_server(tmp_path, profile, morning()) as server:
        LifeOverHttp.server, LifeOverHttp.profile = server, profile
        LifeOverHttp.done.clear()
        live_days(0, EXAMPLES)
        # What Hypothesis draws depends on the modules that are loaded, so on the tests before.
        for number in range(1, MORE_ROUNDS + 1):
            if set(LifeOverHttp.done) >= DONE:
                break
            live_days(number, 2)  # the first one of each is the simplest that there is
        whole = verify_branch(server.house.database, server.branch)
    assert whole.sentences == []
    assert set(LifeOverHttp.done) >= DONE
