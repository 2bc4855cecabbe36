"""Triage as data: documents to have ready, the ways of a service, and when each is offered.

How the ways are weighed is written in ``shared.domain.triage``; contradictions are named by
``shared.config.check_triage``.
"""

from typing import Literal

from pydantic import Field

from shared.config.base_tables import Identifier, Table, Text


class DocumentTable(Table):
    """Something a customer brings along: a paper, a card, a number that must be known."""

    id: Identifier
    name: Text
    hint: Text | None = Field(default=None, description="what counts as one, where to find it")
    icon: str = Field(default="check", pattern=r"^[a-z0-9_]+$", description="as at a service")


class WayTable(Table):
    """A way to the end of a service's matter. The order in the service is the bank's preference.

    Kinds: ``counter``; ``machine``; ``adviser`` (a person in the hall who advises without a
    counter); ``appointment``; ``later`` (another hour today). The counter is open to everybody
    even when it is not listed; listing it says where it stands.
    """

    kind: Literal["counter", "machine", "adviser", "appointment", "later"]
    saves_min: float | None = Field(
        default=None,
        ge=0,
        le=600,
        description="offered only when it saves at least so many minutes against the counter; "
        "default: triage.saves_min, for an adviser no condition",
    )
    needs_documents: tuple[Identifier, ...] | None = Field(
        default=None,
        max_length=6,
        description="without these it is in vain; default: counter and machine need all "
        "documents of the service, the other ways none",
    )
    is_only_when_missing: bool = Field(
        default=False, description="only for customers without what the counter needs"
    )
    segments: tuple[Identifier, ...] | None = Field(
        default=None, min_length=1, description="default: all"
    )
    machines: tuple[Identifier, ...] | None = Field(
        default=None, min_length=1, description="default: all machines that serve the service"
    )
    usual_min: float | None = Field(
        default=None, gt=0, le=240, description="how long it takes this way; default: the service's"
    )


class TriageTable(Table):
    """When other ways than the counter are worth a word."""

    saves_min: float = Field(
        default=5.0, ge=0, le=600, description="a way that saves less against the counter is silent"
    )
    later_horizon_min: float = Field(
        default=240.0, gt=0, le=1440, description="another hour is named up to so many minutes away"
    )
    asks_documents: bool = Field(
        default=True, description="the screens ask what the customer has at hand"
    )
