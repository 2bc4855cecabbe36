"""Who worked when at each counter of a recorded day, and with which skills."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from shared.domain import event as kinds
from shared.domain.event import names
from shared.domain.rules import Rules
from simulator.model.shift import Shift, Stint
from simulator.replaying.recorded_day import RecordedDay


def worked(day: RecordedDay, rules: Rules) -> list[Shift]:
    """The shifts by the openings, pauses and closings of each counter.

    A shift lasts until the counter closes: somebody else may open it again, and who left it may
    open another. Where a certificate has ended, or was given, another shift of the same person
    begins there with other skills.
    """
    at_work: dict[str, _AtWork] = {}
    done: list[Shift] = []
    for event in day.events:
        counter, at_us = event.counter, event.at_us - day.midnight_us
        here = at_work.get(counter)
        if event.kind == kinds.COUNTER_OPENED and here is None:
            skills = _skills(rules, counter, names(event, "services"))
            at_work[counter] = _AtWork(event.staff, skills, at_us)
        elif here is None:
            continue
        elif event.kind == kinds.COUNTER_RESUMED and here.begun_us is None:
            here.begun_us = at_us
        elif event.kind == kinds.COUNTER_PAUSED and here.begun_us is not None:
            reason = str(event.data.get("reason", ""))
            here.stints.append(Stint(here.begun_us, at_us, reason))
            here.begun_us = None
        elif event.kind == kinds.COUNTER_CLOSED:
            done.append(here.ended(counter, at_us))
            del at_work[counter]
        elif event.kind == kinds.COUNTER_SERVICES and "skills" in event.data:
            if here.begun_us is not None:
                done.append(here.ended(counter, at_us))
                at_work[counter] = here = _AtWork(here.staff, None, at_us)
            here.skills = _skills(rules, counter, names(event, "skills"))
    return [*done, *(here.goes_on(counter) for counter, here in at_work.items())]


@dataclass(slots=True)
class _AtWork:
    """Somebody at a counter; ``begun_us`` None on a pause."""

    staff: str
    skills: tuple[str, ...] | None
    begun_us: int | None
    stints: list[Stint] = field(default_factory=list)

    def ended(self, counter: str, at_us: int) -> Shift:
        """The shift once they have left."""
        paused = Stint(at_us, at_us, calls=False)  # it closes out of a pause
        last = paused if self.begun_us is None else Stint(self.begun_us, at_us)
        return Shift(counter, self.staff, (*self.stints, last), skills=self.skills)

    def goes_on(self, counter: str) -> Shift:
        """The shift when the log ends and they are still there."""
        last = [] if self.begun_us is None else [Stint(self.begun_us)]
        return Shift(counter, self.staff, (*self.stints, *last), skills=self.skills)


def _skills(rules: Rules, counter: str, services: Sequence[str]) -> tuple[str, ...] | None:
    """What the person may serve there; None for all that the counter can."""
    spec = rules.counters[rules.counter_index[counter]]
    can = spec.services_mask | spec.over_services_mask
    every = {s.id for s in rules.services if can >> s.index & 1}
    return None if every <= set(services) else tuple(services)
