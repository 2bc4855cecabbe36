"""What every kind of slip offers to the layouts."""

from typing import Literal, Protocol

Kind = Literal["ticket", "booking"]


class Content(Protocol):
    """What one slip says: its kind picks the layout, its texts fill it."""

    @property
    def kind(self) -> Kind:
        """Which layout it takes."""

    def texts(self) -> dict[str, str]:
        """Every text by the key that layouts use; what does not apply is left out."""
