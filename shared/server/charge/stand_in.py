"""The charge of a stand-in."""

from dataclasses import dataclass, field
from enum import StrEnum

from shared.server.charge.contact import Beats, Contacts, Ms, is_majority
from shared.server.charge.timing import ChargeTiming


class Stage(StrEnum):
    """What a stand-in is about."""

    COPYING = "copying"  # nothing of its own: what the branch server writes is all there is
    DECIDING = "deciding"  # a term is open
    HANDING_BACK = "handing_back"  # the journal is on its way; nothing is decided


@dataclass(slots=True)
class Term:
    """A time in which a stand-in decides. ``base``: the counters open where its copy ended.

    ``sworn`` are those of them that are known to keep the term: they tell the branch server of it
    before they can count there.
    """

    id: str
    base: frozenset[str]
    sworn: set[str] = field(default_factory=set)


class StandInCharge:
    """Whether a stand-in may take over, and go on. Not thread-safe."""

    def __init__(self, now_ms: Ms, timing: ChargeTiming, boot: str = "") -> None:
        """Starting counts as having heard the branch server: what was before is not known."""
        self._now_ms = now_ms
        self._timing = timing
        self.beats = Beats(now_ms, boot)
        self.counters = Contacts(self.beats, now_ms, timing.lease_ms)
        self._heard: set[str] = set()
        self._branch_ms = now_ms()
        self._has_branch = False
        self._handing_ms = 0
        self._is_handing = False
        self._not_before_ms = 0
        self.term: Term | None = None

    @property
    def stage(self) -> Stage:
        """What it is about; a journal that nobody confirms is taken up again after a while."""
        if self.term is None:
            return Stage.COPYING
        return Stage.HANDING_BACK if self._is_handing else Stage.DECIDING

    @property
    def is_branch_near(self) -> bool:
        """Whether the branch server was heard within the silence that a take-over needs."""
        return self._now_ms() - self._branch_ms < self._timing.silence_ms

    @property
    def is_branch_talking(self) -> bool:
        """Whether the branch server was heard just now: whoever listens here is wrong here."""
        return self._now_ms() - self._branch_ms < 3 * self._timing.beat_ms and self._has_branch

    def hear_branch(self) -> None:
        """The branch server speaks; before another take-over every counter tells what it heard."""
        self._branch_ms = self._now_ms()
        self._has_branch = True
        if self.term is None:
            self._heard.clear()

    def hear_counter(self, counter: str, beat: str, term: str = "") -> None:
        """A counter repeats a beat; one that repeats the term too is bound by it."""
        self.counters.hear(counter, beat)
        if self.term is not None and term == self.term.id and counter in self.term.base:
            self.term.sworn.add(counter)

    def has_told(self, counter: str) -> None:
        """This counter has told what it had heard of the branch server."""
        self._heard.add(counter)

    def wants_heard(self, counter: str) -> bool:
        """Whether this counter has still to tell."""
        return counter not in self._heard and not (self.term is None and self.is_branch_near)

    def may_take_over(self, open_now: frozenset[str]) -> bool:
        """Whether a term may begin, with these counters open where the copy ends."""
        if self.term is not None or self.is_branch_near or not open_now:
            return False
        return is_majority(self.counters.fresh() & self._heard, open_now)

    def begin(self, term: str, base: frozenset[str], sworn: frozenset[str] = frozenset()) -> None:
        """A term begins, or goes on after a restart; its name is on the disk already."""
        self.term = Term(term, base, set(sworn))
        if self._is_handing:
            self._not_before_ms = self._now_ms() + self._timing.handing_ms
        self._is_handing = False

    def is_held(self, open_now: frozenset[str]) -> bool:
        """Whether this server may decide now: more than half of those open now listen to it.

        And more than half of those that were open at the fork listen, or have closed since and are
        bound by the term, so that the branch server cannot have won them.
        """
        if self.term is None or self.stage is not Stage.DECIDING:
            return False
        fresh = self.counters.fresh()
        bound = self.term.sworn - open_now
        return is_majority(fresh, open_now) and is_majority(fresh | bound, self.term.base)

    def hand_back(self) -> bool:
        """Nothing is decided from here on; the journal is told. False: not now.

        Who asks has the lease to absorb it, and that must be over before anything is decided here
        again. After a time in vain the hall goes on for as long before it is tried once more.
        """
        timing, now_ms = self._timing, self._now_ms()
        if self.term is None or now_ms < self._not_before_ms:
            return False
        if not self._is_handing:
            self._is_handing, self._handing_ms = True, now_ms
        left_ms = self._handing_ms + timing.handing_ms - now_ms
        return left_ms * 100 >= timing.lease_ms * 103  # clocks may run 1 % apart, each

    def is_overdue(self) -> bool:
        """Whether what was handed back has waited too long for its confirmation."""
        passed_ms = self._now_ms() - self._handing_ms
        return self._is_handing and passed_ms >= self._timing.handing_ms

    def confirmed(self) -> None:
        """The branch server has absorbed the term: its counters may go back at once."""
        self.term = None
        self._is_handing = False
        self.release()

    def release(self) -> None:
        """Tell the counters to go back: whatever they said until now is no vote any more."""
        self.counters.release()
        self._heard.clear()
