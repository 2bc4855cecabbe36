"""Every call of a recorded day worked out again, in the state that the day had reached."""

from dataclasses import dataclass, field

from shared.config.profile import Profile
from shared.config.rules import to_rules
from shared.domain.apply import apply
from shared.domain.branch import Branch
from shared.domain.choosing import choose, hall
from shared.domain.errors import LobbyError
from shared.domain.event import BESIDE_KINDS, TICKET_CALLED, Event
from shared.domain.recompute import differences
from shared.reports.day import LogBroken
from simulator.replaying.recorded_day import RecordedDay


@dataclass
class Proof:
    """How many calls follow from the rules that held, with a sentence for each that does not.

    ``others`` is how many of them another policy would have made otherwise in that very state: one
    step, not a day; None when there was no other. Calls that people made out of order, and those of
    counters that stood by for one customer, are calls like all.
    """

    calls: int = 0
    wrong: list[str] = field(default_factory=list)
    others: int | None = None

    @property
    def is_reproduced(self) -> bool:
        """Whether every call came out as it was recorded."""
        return not self.wrong


def prove(day: RecordedDay, other: Profile | None = None) -> Proof:
    """Replay the log event by event and decide each call again.

    Given are all events that are not calls (who came, who pressed when, holds, transfers, missed
    calls, incidents, published profiles), and of a call when and at which counter it was made.

    Raises:
        LogBroken: the events contradict one another.
    """
    library = {version: to_rules(profile) for version, profile in day.library.items()}
    branch = Branch(to_rules(day.profile), library)
    shadow = None if other is None else Branch(to_rules(other))
    proof = Proof(others=None if other is None else 0)
    try:
        for event in (*day.before, *day.events):
            if event.kind in BESIDE_KINDS:
                continue  # what it goes on from may be weeks ago
            if event.kind == TICKET_CALLED:
                proof.calls += 1
                if found := differences(branch, event):
                    proof.wrong.append(f"{event.at_us}: {'; '.join(found)}")
                if shadow is not None and proof.others is not None:
                    proof.others += _is_otherwise(shadow, event)
            apply(branch, (event,))
            if shadow is not None and event.kind != "profile.published":
                apply(shadow, (event,))
    except (KeyError, TypeError, AttributeError, LobbyError) as error:
        raise LogBroken(day.log, error) from error
    return proof


def _is_otherwise(branch: Branch, event: Event) -> bool:
    """Whether the rules of this branch would call somebody else to that counter, or nobody."""
    here = hall(branch, event.at_us)
    row, _, _ = choose(branch, branch.counters[event.counter], here)
    return row < 0 or here.tickets[row].id != event.ticket
