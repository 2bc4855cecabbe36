"""Two servers and their counters on a bad network, in simulated time, with clocks that differ.

Messages are late, lost, doubled and overtake each other; processes freeze and start anew. Only what
the processes are meant to have on their disks outlives a start. Real time is in milliseconds.
"""

import heapq
import random
from collections.abc import Callable
from dataclasses import dataclass, field

from shared.server.charge.branch import BranchCharge, StandInSays
from shared.server.charge.stand_in import Stage, StandInCharge
from shared.server.charge.timing import ChargeTiming

BRANCH, STAND_IN = "branch", "stand_in"
Open = frozenset[str]


@dataclass(frozen=True)
class Fault:
    """Something that goes wrong with a process, or between two of them, for a while."""

    kind: str  # freeze, restart, cut
    who: str
    other: str
    at_ms: int
    for_ms: int


@dataclass(frozen=True)
class Plan:
    """A whole history. ``rates``: of each process's clock, in parts per thousand of real time."""

    counters: int
    rates: dict[str, int]
    faults: list[Fault]
    seed: int
    last_ms: int = 150_000
    opened: tuple[tuple[int, Open], ...] = ()
    """Who is open from when on; empty: by chance."""


@dataclass
class Rules:
    """What the programs hold themselves to; mutants change it."""

    timing: ChargeTiming = field(default_factory=ChargeTiming)
    switch_ms: int = 15_000
    from_receipt: bool = False
    is_joint: bool = True
    tells_term: bool = True
    compares: bool = True


class Counter:
    """A teller's program. ``term`` is on its disk."""

    def __init__(self, world: "World", name: str) -> None:
        self.world, self.name = world, name
        self.term = ""
        self.start()

    def start(self) -> None:
        self.target, self.beat, self.visit = BRANCH, "", 0
        self.has_told = False
        self.knows = 0  # how far it has heard of the log of the branch server
        self.byte_ms = self.world.clock(self.name)

    def tick(self) -> None:
        world = self.world
        if world.clock(self.name) - self.byte_ms >= world.rules.switch_ms:
            self.turn(STAND_IN if self.target == BRANCH else BRANCH)
        is_silent = self.target == BRANCH and not world.rules.tells_term
        term = "" if is_silent else self.term
        told = self.knows if not self.has_told and self.target == STAND_IN else None
        said = ("beat", self.name, self.beat, term, told, self.visit, self.knows)
        world.send(self.name, self.target, said)

    def turn(self, target: str) -> None:
        self.target, self.beat, self.has_told = target, "", False
        self.visit += 1
        self.byte_ms = self.world.clock(self.name)

    def hear(self, answer: tuple[str, str, str, int, int]) -> None:
        source, beat, term, knows, visit = answer
        if source != self.target or visit != self.visit:
            return  # an answer to somebody that we have turned away from
        if beat == "handed back":
            self.turn(BRANCH)
            return
        self.byte_ms = self.world.clock(self.name)
        self.beat, self.term = beat, term or self.term
        if source == BRANCH:
            self.knows = max(self.knows, knows)
        else:
            self.has_told = True


class Branch:
    """A branch server: on its disk the log (here: who was open after each line), what it absorbed
    and how far the stand-in confirmed."""

    def __init__(self, world: "World", opened: Open) -> None:
        self.world = world
        self.log = [frozenset[str](), opened]
        self.confirmed = 0
        self.absorbed: set[str] = set()
        self.starts = 0
        self.start()

    def start(self) -> None:
        self.starts += 1
        self.handed_ms: int | None = None
        world = self.world
        self.charge = BranchCharge(
            lambda: world.clock(BRANCH), world.rules.timing, f"a{self.starts}"
        )

    def may_absorb(self) -> bool:
        """While it takes a journal it may also call: the other one must not decide meanwhile."""
        if self.handed_ms is None:
            return False
        passed_ms = self.world.clock(BRANCH) - self.handed_ms
        return passed_ms < self.world.rules.timing.lease_ms

    def is_held(self) -> bool:
        last = len(self.log) - 1
        first = self.confirmed if self.world.rules.is_joint else last
        while first < last and self.charge.is_known(self.log[first], first + 1):
            first += 1
        return self.charge.is_held(set(self.log[first:]))

    def tick(self) -> None:
        made = self.charge.beats.make()
        self.world.send(BRANCH, STAND_IN, ("lines", made, len(self.log) - 1))

    def hear(self, message: tuple[object, ...]) -> None:
        match message:
            case ("beat", str(name), str(beat), str(term), _, int(visit), int(knows)):
                if self.world.rules.from_receipt and beat.startswith(f"a{self.starts}."):
                    beat = self.charge.beats.make()
                known = "" if term in self.absorbed else term
                self.charge.hear_counter(name, beat, known, knows)
                answer = (BRANCH, self.charge.beats.make(), "", len(self.log) - 1, visit)
                self.world.send(BRANCH, name, ("answer", answer))
            case ("says", str(beat), str(term), int(position)):
                self.charge.hear_stand_in(StandInSays(beat, "" if term in self.absorbed else term))
                self.confirmed = max(self.confirmed, position)
                if term and term not in self.absorbed:
                    made = self.charge.beats.make()
                    self.world.send(BRANCH, STAND_IN, ("hand back", made))
                elif term:
                    self._send_package(term)
            case ("journal", str(term), frozenset() as opened, str(made)):
                self.handed_ms = self.charge.beats.made_ms(made)
                if not self.may_absorb():
                    return
                if term not in self.absorbed:
                    self.absorbed.add(term)
                    self.charge.absorbed(term)
                    self.log.append(opened)
                self._send_package(term)

    def _send_package(self, term: str) -> None:
        made = self.charge.beats.make()
        self.world.send(BRANCH, STAND_IN, ("package", made, len(self.log) - 1, term))

    def decide(self, opened: Open) -> None:
        if self.is_held():
            self.log.append(opened)


class StandIn:
    """A stand-in: on its disk its copy's end, its term with the counters open at the fork."""

    def __init__(self, world: "World") -> None:
        self.world = world
        self.position = 0
        self.disk: tuple[str, Open] | None = None
        self.sworn: Open = frozenset()
        self.open: Open = frozenset()
        self.terms = 0
        self.starts = 0
        self.start()

    def start(self) -> None:
        self.starts += 1
        world = self.world
        self.charge = StandInCharge(
            lambda: world.clock(STAND_IN), world.rules.timing, f"b{self.starts}"
        )
        if self.disk is not None:
            self.charge.begin(*self.disk, self.sworn)

    def open_now(self) -> Open:
        return self.world.branch.log[self.position] if self.disk is None else self.open

    def is_held(self) -> bool:
        return self.charge.is_held(self.open_now())

    def tick(self) -> None:
        if self.charge.is_overdue():
            assert self.disk is not None
            self._begin(self.disk[1])
        elif self.charge.may_take_over(self.open_now()):
            self.open = self.open_now()
            self._begin(self.open)

    def _begin(self, base: Open) -> None:
        self.terms += 1
        self.disk = (f"term{self.terms}", base)
        self.charge.begin(*self.disk)
        self.sworn = frozenset()

    def hear(self, message: tuple[object, ...]) -> None:
        match message:
            case ("beat", str(name), str(beat), str(term), told, int(visit), _):
                self._hear_counter(name, beat, term, told, visit)
            case ("lines", str(beat), int(position)):
                self._copy(position)
                self._say(beat)
            case ("hand back", str(made)):
                self.charge.hear_branch()
                if self.disk is not None and self.charge.hand_back():
                    self.world.send(STAND_IN, BRANCH, ("journal", self.disk[0], self.open, made))
            case ("package", str(beat), int(position), str(term)):
                is_awaited = self.charge.stage is Stage.HANDING_BACK
                if self.disk is not None and self.disk[0] == term and is_awaited:
                    self.disk = None
                    self.charge.confirmed()
                self._copy(position)
                self._say(beat)

    def _hear_counter(self, name: str, beat: str, term: str, told: object, visit: int) -> None:
        if self.world.rules.from_receipt and beat.startswith(f"b{self.starts}."):
            beat = self.charge.beats.make()
        if self.disk is None and self.charge.is_branch_talking:
            self.charge.release()
            self.world.send(STAND_IN, name, ("answer", (STAND_IN, "handed back", "", 0, visit)))
            return
        self.charge.hear_counter(name, beat, term)
        if self.charge.term is not None:
            self.sworn = frozenset(self.charge.term.sworn)
        before = self.position
        if isinstance(told, int):
            if self.disk is None and not self.charge.is_branch_near:
                self.position = max(self.position, told)
            if self.world.rules.compares and 0 < told <= self.position:
                self.charge.has_told(name)
            elif not self.world.rules.compares:
                self.position = before
                self.charge.has_told(name)
        said = self.disk[0] if self.disk else ""
        answer = (STAND_IN, self.charge.beats.make(), said, 0, visit)
        self.world.send(STAND_IN, name, ("answer", answer))

    def _copy(self, position: int) -> None:
        self.charge.hear_branch()
        if self.disk is None:
            self.position = max(self.position, position)

    def _say(self, beat: str) -> None:
        said = self.disk[0] if self.disk else ""
        # While it decides, its own log is none of the branch server's business.
        self.world.send(STAND_IN, BRANCH, ("says", beat, said, 0 if self.disk else self.position))

    def decide(self, opened: Open) -> None:
        if self.is_held():
            self.open = opened


class World:
    """Runs a plan; ``both_ms`` are the moments in which both servers would have decided."""

    def __init__(self, plan: Plan, rules: Rules | None = None) -> None:
        self.plan, self.rules = plan, rules or Rules()
        self.now_ms = 0
        self._chance = random.Random(plan.seed)
        self._queue: list[tuple[int, int, Callable[[], None]]] = []
        self._made = 0
        self._offsets = {name: self._chance.randrange(10**6) for name in plan.rates}
        self._frozen: dict[str, int] = {}
        self._cuts: set[Open] = set()
        names = [f"c{n}" for n in range(plan.counters)]
        self.branch = Branch(self, frozenset(names))
        self.stand_in = StandIn(self)
        self.counters = {name: Counter(self, name) for name in names}
        self.both_ms: list[int] = []
        self.held_ms = {BRANCH: 0, STAND_IN: 0}
        self.term_count = 0

    def clock(self, who: str) -> int:
        return self._offsets[who] + self.now_ms * self.plan.rates[who] // 1000

    def at(self, at_ms: int, what: Callable[[], None]) -> None:
        self._made += 1
        heapq.heappush(self._queue, (at_ms, self._made, what))

    def send(self, source: str, target: str, message: tuple[object, ...]) -> None:
        if frozenset({source, target}) in self._cuts or self._chance.random() < 0.03:
            return
        for _ in range(2 if self._chance.random() < 0.05 else 1):
            self.at(self.now_ms + self._delay_ms(), lambda: self._deliver(target, message))

    def _delay_ms(self) -> int:
        kind = self._chance.random()
        most = 40 if kind < 0.85 else 3_000 if kind < 0.95 else 25_000
        return self._chance.randint(1, most)

    def _deliver(self, target: str, message: tuple[object, ...]) -> None:
        if (until := self._frozen.get(target, 0)) > self.now_ms:
            self.at(until, lambda: self._deliver(target, message))
        elif target == BRANCH:
            self.branch.hear(message)
        elif target == STAND_IN:
            self.stand_in.hear(message)
        else:
            self.counters[target].hear(message[1])  # type: ignore[arg-type]  # ("answer", it)

    def _every(self, who: str, each_ms: int, tick: Callable[[], None]) -> None:
        def go() -> None:
            if self._frozen.get(who, 0) <= self.now_ms:
                tick()
            self.at(self.now_ms + self._chance.randint(each_ms * 9 // 10, each_ms), go)

        self.at(self._chance.randint(0, each_ms), go)

    def _strike(self, fault: Fault) -> None:
        if fault.kind == "cut":
            pair = frozenset({fault.who, fault.other})
            self._cuts.add(pair)
            self.at(self.now_ms + fault.for_ms, lambda: self._cuts.discard(pair))
            return
        self._frozen[fault.who] = self.now_ms + fault.for_ms
        if fault.kind == "restart":
            self.at(self.now_ms + fault.for_ms, self._starter(fault.who))

    def _starter(self, who: str) -> Callable[[], None]:
        if who == BRANCH:
            return self.branch.start
        return self.stand_in.start if who == STAND_IN else self.counters[who].start

    def _people(self) -> None:
        """Somebody opens or closes a counter, wherever that is carried out."""
        opened = frozenset(c for c in self.counters if self._chance.random() < 0.7)
        server = self._chance.choice((self.branch.decide, self.stand_in.decide))
        server(opened)

    def _change(self, opened: Open) -> None:
        self.branch.decide(opened)
        self.stand_in.decide(opened)

    def run(self) -> "World":
        beat_ms = self.rules.timing.beat_ms
        self._every(BRANCH, beat_ms, self.branch.tick)
        self._every(STAND_IN, 300, self.stand_in.tick)
        if not self.plan.opened:
            self._every("people", 5_000, self._people)
        for at_ms, opened in self.plan.opened:
            self.at(at_ms, lambda opened=opened: self._change(opened))  # type: ignore[misc]  # bound
        for name, counter in self.counters.items():
            self._every(name, beat_ms, counter.tick)
        for fault in self.plan.faults:
            self.at(fault.at_ms, lambda fault=fault: self._strike(fault))  # type: ignore[misc]  # bound
        while self._queue and self.now_ms < self.plan.last_ms:
            before_ms = self.now_ms
            self.now_ms, _, what = heapq.heappop(self._queue)
            self._look(self.now_ms - before_ms)
            what()
            self._look(0)
        return self

    def _look(self, passed_ms: int) -> None:
        """What is held decays with time and grows with messages: looked at before and after."""
        held = self.branch.is_held(), self.stand_in.is_held()
        self.held_ms[BRANCH] += passed_ms * held[0]
        self.held_ms[STAND_IN] += passed_ms * held[1]
        if held[1] and (held[0] or self.branch.may_absorb()):
            self.both_ms.append(self.now_ms)
