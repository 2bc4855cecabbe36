"""A plan for tomorrow as it is searched for: what each person does, the cash van, who is lent."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

#: Staff number of whoever is borrowed.
BORROWED = "guest"


@dataclass(frozen=True, slots=True)
class Own:
    """What one person does; times are minutes from midnight.

    ``counters`` has one for each line of theirs in the staffing, ``lunch`` is when it begins (None:
    no lunch), ``later_min`` by how much later than planned they move from line to line.
    """

    counters: tuple[str, ...]
    lunch: int | None
    later_min: int = 0


@dataclass(frozen=True, slots=True)
class Trip:
    """Who goes on an errand (a place among the people), and when it begins."""

    person: int
    begins: int


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody lent for the day: where, and when their lunch begins."""

    counter: str
    lunch: int | None


@dataclass(frozen=True, slots=True)
class Choice:
    """All of it: ``people`` in the order of those who are in, ``trips`` in that of the errands."""

    people: tuple[Own, ...]
    trips: tuple[Trip, ...] = ()
    guest: Guest | None = None

    def with_own(self, changes: Mapping[int, Own]) -> "Choice":
        """Some people do something else."""
        own = tuple(changes.get(place, mine) for place, mine in enumerate(self.people))
        return Choice(own, self.trips, self.guest)

    def with_trip(self, errand: int, trip: Trip) -> "Choice":
        """One errand is done by somebody else, or at another time."""
        trips = (*self.trips[:errand], trip, *self.trips[errand + 1 :])
        return Choice(self.people, trips, self.guest)


Part = Own | Trip | Guest | None


def joined(base: Choice, good: Iterable[Choice]) -> Iterator[Choice]:
    """The changes of several good choices at once, as far as they touch different parts."""
    found, before = _parts(base), _parts(base)
    for other in good:
        changes = {n: its for n, its in enumerate(_parts(other)) if its != before[n]}
        if changes and all(found[n] == before[n] for n in changes):
            found = [changes.get(n, part) for n, part in enumerate(found)]
            yield _of_parts(found, len(base.people))


def _parts(choice: Choice) -> list[Part]:
    return [*choice.people, *choice.trips, choice.guest]


def _of_parts(parts: list[Part], people: int) -> Choice:
    own = tuple(part for part in parts[:people] if isinstance(part, Own))
    trips = tuple(part for part in parts[people:-1] if isinstance(part, Trip))
    guest = parts[-1]
    assert guest is None or isinstance(guest, Guest)
    return Choice(own, trips, guest)
