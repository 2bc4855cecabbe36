"""The profile's table of the customer's phone page."""

from typing import Annotated

from pydantic import Field

from shared.config.base_tables import Table

Minutes = Annotated[int, Field(ge=1, le=480)]


class PhoneTable(Table):
    """What customers may do on the phone page of their ticket, and how long it lasts."""

    later_min: tuple[Minutes, ...] = Field(
        default=(10, 20, 30),
        max_length=4,
        description="offered to who wants to be called later; longer ones than "
        "visit.defer_max_min are left out",
    )
    may_return: bool = Field(
        default=True, description="who missed the call may queue again without our staff"
    )
    soon_ahead: int = Field(
        default=3, ge=0, le=20, description="so many people ahead are near enough to be told"
    )
    notices: bool = Field(
        default=False,
        description="customers may leave a telephone number; messages also need a target, which "
        "is a setting of the server (docs/notices.md)",
    )
    booking: bool = Field(
        default=True, description="times may be booked at /book/<branch>, where there are any"
    )
    ends_after_min: int = Field(
        default=120, ge=5, le=1440, description="after the visit; at midnight in any case"
    )
