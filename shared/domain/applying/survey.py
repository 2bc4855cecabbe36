"""Events of survey campaigns, which outlive the day."""

from dataclasses import replace

from shared.domain import event as kinds
from shared.domain.branch import Branch
from shared.domain.event import Event, names, whole, wholes
from shared.domain.survey import Campaign


def started(branch: Branch, event: Event) -> None:
    """Customers who come from its beginning on are asked."""
    campaign = str(event.data["campaign"])
    shares = zip(names(event, "segments"), wholes(event, "shares_milli"), strict=True)
    branch.surveys[campaign] = Campaign(
        campaign,
        str(event.data["survey"]),
        whole(event, "from_us"),
        whole(event, "to_us"),
        dict(shares),
        tuple(names(event, "questions")),
        event.staff,
    )


def ended(branch: Branch, event: Event) -> None:
    """Nobody who comes later is asked."""
    found = branch.surveys.get(str(event.data["campaign"]))
    if found is not None:
        branch.surveys[found.id] = replace(found, ended_us=event.at_us)


def answered(branch: Branch, event: Event) -> None:
    """Nobody is asked twice."""
    if event.ticket:
        branch.surveyed.add(event.ticket)


HANDLERS = {
    kinds.SURVEY_STARTED: started,
    kinds.SURVEY_ENDED: ended,
    kinds.SURVEY_ANSWERED: answered,
}
