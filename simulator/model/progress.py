"""How far a customer's visit has come: which acts are still to come, and the time of the next."""

from dataclasses import dataclass, field

from simulator.model.act import Act, ActKind
from simulator.model.customer import Customer

_ON_THE_WAY = (ActKind.MISS, ActKind.HOLD, ActKind.SEND)


@dataclass(slots=True)
class Progress:
    """One visit. ``part_us`` is the time at a counter, of the usual speed, until the next act.

    ``coming`` are the missed calls, holds and sending on that are still to come, the next first;
    ``needs`` the time of each further need by service.
    """

    customer: Customer
    part_us: int = field(init=False)
    coming: list[Act] = field(init=False)
    needs: dict[str, int] = field(init=False)
    items: int = field(default=1, init=False)
    wrap_up_us: int = field(default=0, init=False)
    authorise_us: int = field(default=0, init=False)

    def __post_init__(self) -> None:
        """Nothing has happened yet."""
        self.part_us = self.customer.service_us
        self.coming = []
        self.needs = {}
        for act in self.customer.acts:
            if act.kind in _ON_THE_WAY:
                self.coming.append(act)
            elif act.kind is ActKind.NEED:
                self.needs[act.what] = act.time_us
            elif act.kind is ActKind.ITEMS:
                self.items = int(act.what)
            elif act.kind is ActKind.WRAP_UP:
                self.wrap_up_us = act.time_us
            elif act.kind is ActKind.AUTHORISE:
                self.authorise_us = act.time_us

    def next_is(self, kind: ActKind) -> bool:
        """Whether this comes next."""
        return bool(self.coming) and self.coming[0].kind is kind

    def take(self) -> Act:
        """The next act happens; what follows at a counter takes its time."""
        act = self.coming.pop(0)
        if act.kind is not ActKind.MISS:
            self.part_us = act.time_us
        return act

    def turn_us(self, items: int, per_turn: int) -> int:
        """The time of the part that begins now: of the whole, or of one turn of so many items."""
        turn_us = self.part_us
        if 0 < per_turn < items:
            turn_us = turn_us * per_turn // items
        self.part_us -= turn_us
        return turn_us
