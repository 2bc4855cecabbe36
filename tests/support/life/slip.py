"""What the second book knows of one ticket and of one counter."""

from dataclasses import dataclass


@dataclass
class Slip:
    """One ticket as the book sees it."""

    id: str
    order: int
    senior_us: int
    needs: list[str]
    segment: str
    series: str
    ordinal: int
    customer: str = ""
    counter_bound: str = ""
    person_bound: str = ""
    state: str = "waiting"
    counter: str = ""
    overtaken: int = 0

    @property
    def place(self) -> tuple[int, int]:
        """Smaller is senior."""
        return self.senior_us, self.order


@dataclass
class Seat:
    """One counter as the book sees it."""

    staff: str = ""
    services: tuple[str, ...] = ()
    ticket: str = ""
    is_standby: bool = False
