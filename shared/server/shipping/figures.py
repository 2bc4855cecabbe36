"""The lines to copies of the log, for people, programs and Prometheus."""

from collections.abc import Iterable, Iterator

from pydantic import BaseModel, Field

from shared.server.metrics import Family, Sample
from shared.server.shipping.shipper import LineState


class CopyView(BaseModel):
    """A copy of the log elsewhere. A line that is down is information: the branch goes on."""

    to: str = Field(description="office or stand-in")
    branch: str
    is_up: bool
    copied: int = Field(description="newest event of the copy, as far as is known")
    behind_events: int
    behind_s: float = Field(description="for how long the copy has been behind")
    problem: str = Field(default="", description="code of what keeps it")


class Copies(BaseModel):
    """What a branch server's readyz says of them."""

    copies: tuple[CopyView, ...] = ()


def view_of(state: LineState) -> CopyView:
    """The line as the probe shows it; without sentences, which may name addresses."""
    return CopyView(
        to=state.to,
        branch=state.branch,
        is_up=state.is_up,
        copied=state.copied,
        behind_events=state.behind_events,
        behind_s=round(state.behind_s, 3),
        problem=state.problem,
    )


def copy_figures(states: Iterable[LineState]) -> Iterator[Family]:
    """Whether each line is up, and how far the copy is behind."""
    up: list[Sample] = []
    events: list[Sample] = []
    seconds: list[Sample] = []
    for state in states:
        labels = {"branch": state.branch, "to": state.to}
        up.append(("", labels, int(state.is_up)))
        events.append(("", labels, state.behind_events))
        seconds.append(("", labels, state.behind_s))
    if up:
        yield "lobby_copy_up", "gauge", "Whether the line to a copy of the log is up.", up
        yield "lobby_copy_behind_events", "gauge", "Events that the copy lacks.", events
        yield "lobby_copy_behind_seconds", "gauge", "For how long it has been behind.", seconds
