"""Coverage and answers of a survey campaign, from the events of its period."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from shared.domain import event as kinds
from shared.domain.event import Event, names, wholes
from shared.domain.survey import Campaign
from shared.metrics.rating import SATISFIED_FROM

#: What has to be read of the log.
READ_KINDS: Final = frozenset(
    {kinds.TICKET_ISSUED, kinds.TICKET_RECLASSIFIED, kinds.TICKET_CLOSED, kinds.SURVEY_ANSWERED}
)


@dataclass
class Reach:
    """How far a campaign came in one segment.

    ``customers`` are the visits that came in its period and were served, ``asked`` those of them
    whose phone page puts the questions, and whoever was asked by staff.
    """

    customers: int = 0
    asked: int = 0
    answered: int = 0

    @property
    def coverage(self) -> float:
        """Share of the customers who answered; NaN without customers."""
        return self.answered / self.customers if self.customers else float("nan")


@dataclass
class Marks:
    """The marks of one question."""

    by_score: Counter[int] = field(default_factory=Counter)

    @property
    def count(self) -> int:
        """How many gave one."""
        return self.by_score.total()

    @property
    def mean(self) -> float:
        """NaN without marks."""
        total = sum(score * count for score, count in self.by_score.items())
        return total / self.count if self.count else float("nan")

    @property
    def share_satisfied(self) -> float:
        """Share of marks of 4 or 5; NaN without marks."""
        good = sum(count for score, count in self.by_score.items() if score >= SATISFIED_FROM)
        return good / self.count if self.count else float("nan")


@dataclass
class Outcome:
    """What came of a campaign so far, by segment and by question."""

    segments: dict[str, Reach] = field(default_factory=lambda: defaultdict(Reach))
    questions: dict[str, Marks] = field(default_factory=lambda: defaultdict(Marks))

    @property
    def whole(self) -> Reach:
        """All segments together."""
        parts = self.segments.values()
        return Reach(
            sum(part.customers for part in parts),
            sum(part.asked for part in parts),
            sum(part.answered for part in parts),
        )


def outcome(campaign: Campaign, events: Iterable[Event]) -> Outcome:
    """The outcome by events of ``READ_KINDS`` in the order of the log, from its beginning on."""
    found = Outcome()
    segments: dict[str, str] = {}
    for event in events:
        if event.kind in (kinds.TICKET_ISSUED, kinds.TICKET_RECLASSIFIED):
            is_new = event.kind == kinds.TICKET_ISSUED
            if campaign.takes(event.at_us) if is_new else event.ticket in segments:
                segments[event.ticket] = str(event.data["segment"])
        elif event.kind == kinds.TICKET_CLOSED and event.ticket in segments:
            segment = segments.pop(event.ticket)
            found.segments[segment].customers += 1
            found.segments[segment].asked += campaign.asks(event.ticket, segment)
        elif event.kind == kinds.SURVEY_ANSWERED and event.data["campaign"] == campaign.id:
            _answered(found, event)
    return found


def _answered(found: Outcome, event: Event) -> None:
    reach = found.segments[str(event.data["segment"])]
    reach.answered += 1
    reach.asked += not event.ticket  # staff asked, nobody drew
    for question, mark in zip(names(event, "questions"), wholes(event, "marks"), strict=True):
        found.questions[question].by_score[mark] += 1
