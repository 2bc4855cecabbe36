"""Rush mode: forty people at the door, and a ticket takes one touch."""

from pydantic import Field

from shared.config.base_tables import Table


class RushTable(Table):
    """When kiosks ask nothing more than what for. The lead may always switch it on."""

    tickets_per_5_min: int = Field(
        default=0,
        ge=0,
        le=600,
        description="it begins by itself when so many were given in 5 minutes; 0: never",
    )
    lasts_min: int = Field(default=10, ge=1, le=240, description="then it ends by itself")
    ticket_s: int = Field(default=6, ge=3, le=60, description="ticket screen meanwhile, seconds")
