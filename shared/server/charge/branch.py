"""The charge of a branch server that has a stand-in."""

from collections.abc import Collection
from dataclasses import dataclass

from shared.server.charge.contact import Beats, Contacts, Ms, is_majority
from shared.server.charge.timing import ChargeTiming

STAND_IN = "stand-in"


@dataclass(frozen=True, slots=True)
class StandInSays:
    """What the stand-in answers to a beat of the branch server.

    ``term`` is of a journal that waits to be absorbed, empty where there is none.
    """

    beat: str
    term: str = ""


class BranchCharge:
    """Whether the branch server may decide. Not thread-safe; see ``shared.server.duty``.

    It may while the stand-in, which says that it has no term, listens; or while more than half of
    the counters listen, in every set of open counters that the stand-in may know; and never while
    anybody tells of a term whose journal is not absorbed.
    """

    def __init__(self, now_ms: Ms, timing: ChargeTiming, boot: str = "") -> None:
        """Nobody listens yet."""
        self.beats = Beats(now_ms, boot)
        self.counters = Contacts(self.beats, now_ms, timing.lease_ms)
        self._stand_in = Contacts(self.beats, now_ms, timing.lease_ms)
        self._knows: dict[str, int] = {}
        self._terms: set[str] = set()
        self._absorbed: set[str] = set()
        self.is_alone = False
        """A person has decided that the stand-in is out of use."""

    def hear_counter(self, counter: str, beat: str, term: str = "", knows: int = 0) -> None:
        """A counter that is open, or about to be, repeats a beat, and tells what it knows.

        ``knows`` is the newest event that it has; 0 where it does not say.
        """
        self._hear_term(term)
        if self.counters.hear(counter, beat):
            self._knows[counter] = max(knows, self._knows.get(counter, 0))

    def hear_stand_in(self, said: StandInSays) -> None:
        """The stand-in answers; one that holds a term must not be relied upon."""
        self.is_alone = False
        self._hear_term(said.term)
        if said.term:
            self._stand_in.release()
        else:
            self._stand_in.hear(STAND_IN, said.beat)

    def absorbed(self, term: str) -> None:
        """The journal of this term is in the log."""
        self._absorbed.add(term)
        self._terms.discard(term)

    def waive(self) -> frozenset[str]:
        """A person takes the charge without the stand-in, until that answers again.

        Gives the terms that nobody has to wait for any more.
        """
        self.is_alone = True
        given_up = frozenset(self._terms)
        self._terms.clear()
        return given_up

    @property
    def terms(self) -> frozenset[str]:
        """The terms that somebody has told of and that are not absorbed."""
        return frozenset(self._terms)

    @property
    def is_stand_in_near(self) -> bool:
        """Whether the stand-in listens and has no term."""
        return self._stand_in.is_fresh(STAND_IN)

    def is_held(self, quorums: Collection[frozenset[str]]) -> bool:
        """Whether this server may decide now.

        ``quorums``: every set of open counters from the place that the stand-in has confirmed to
        the log's end. The stand-in's copy ends at one of them, so that two majorities share a
        counter, and no counter listens to both.
        """
        if self.is_alone:
            return True
        if self._terms:
            return False
        if self.is_stand_in_near:
            return True
        fresh = self.counters.fresh()
        return all(is_majority(fresh, of) for of in quorums)

    def is_known(self, of: frozenset[str], sequence: int) -> bool:
        """Whether most of these counters have this event.

        A stand-in takes over with the votes of most of them, and each vote tells what it knows: its
        copy would not end before this event then.
        """
        return is_majority((c for c in of if self._knows.get(c, 0) >= sequence), of)

    def has_followers(
        self, quorums: Collection[frozenset[str]], sequence: int, since_ms: int
    ) -> bool:
        """Whether most counters have this event, which was written at that time.

        Of one that does not say what it knows: whether it listened after that time.
        """
        return all(
            is_majority((c for c in of if self._follows(c, sequence, since_ms)), of)
            for of in quorums
        )

    def _follows(self, counter: str, sequence: int, since_ms: int) -> bool:
        if knows := self._knows.get(counter):
            return knows >= sequence
        return self.counters.has_heard_since(counter, since_ms)

    def _hear_term(self, term: str) -> None:
        if term and term not in self._absorbed:
            self._terms.add(term)
