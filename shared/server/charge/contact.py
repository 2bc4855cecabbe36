"""Beats and contacts: who has heard this server lately.

A beat is the name of this start of the server and its own time. Whoever repeats it has heard the
server after that time; the contact counts from then, so that no delay on the way can lengthen it.
"""

import secrets
from collections.abc import Callable, Iterable

Ms = Callable[[], int]


class Beats:
    """The beats of one start of a server. Not thread-safe, like everything here."""

    def __init__(self, now_ms: Ms, boot: str = "") -> None:
        """``boot`` is a name that no other start has."""
        self._now_ms = now_ms
        self._boot = boot or secrets.token_hex(6)

    def make(self) -> str:
        """A beat of this moment."""
        return f"{self._boot}.{self._now_ms()}"

    def made_ms(self, beat: str) -> int | None:
        """When this beat was made; None for one of another server, or of another start."""
        boot, _, at = beat.partition(".")
        if boot != self._boot or not at.isascii() or not at.isdigit():
            return None
        made_ms = int(at)
        return made_ms if made_ms <= self._now_ms() else None


class Contacts:
    """When each counter is known to have been listening last."""

    def __init__(self, beats: Beats, now_ms: Ms, lease_ms: int) -> None:
        """Nobody listens yet."""
        self._beats = beats
        self._now_ms = now_ms
        self._lease_ms = lease_ms
        self._made_ms: dict[str, int] = {}
        self._not_before_ms = -1

    def hear(self, who: str, beat: str) -> bool:
        """Somebody repeats a beat; whether it counts. An older one than the last changes nothing.

        That it arrives late does not matter, nor that it arrives twice.
        """
        made_ms = self._beats.made_ms(beat)
        if made_ms is None or made_ms <= self._not_before_ms:
            return False
        self._made_ms[who] = max(made_ms, self._made_ms.get(who, -1))
        return self.is_fresh(who)

    def is_fresh(self, who: str) -> bool:
        """Whether this one is known to have listened within the lease."""
        made_ms = self._made_ms.get(who)
        return made_ms is not None and self._now_ms() - made_ms < self._lease_ms

    def has_heard_since(self, who: str, at_ms: int) -> bool:
        """Whether this one is known to have listened after that time of this server's clock."""
        return self._made_ms.get(who, -1) > at_ms

    def fresh(self) -> frozenset[str]:
        """Everybody who listens."""
        return frozenset(who for who in self._made_ms if self.is_fresh(who))

    def release(self) -> None:
        """Whoever listened until now may turn elsewhere at once: no beat made so far counts."""
        self._not_before_ms = self._now_ms()
        self._made_ms.clear()


def is_majority(some: Iterable[str], of: frozenset[str]) -> bool:
    """Whether these are more than half of them; of nobody everybody is."""
    return not of or 2 * len(of.intersection(some)) > len(of)


def needed(of: frozenset[str]) -> int:
    """How many are more than half; 0 of nobody."""
    return len(of) // 2 + 1 if of else 0
