"""Which engine lives the days of a plan: the compiled kernel, or the reference model where not.

What the kernel does not play stands here and nowhere else. A test holds that every table and field
of a scenario, and every column of a customer, is in one of the two lists: whoever adds one has to
say where it belongs.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from simulator.model.plan import Plan


class Engine(StrEnum):
    """What lived the days."""

    COMPILED = "compiled"
    SIMPY = "simpy"


@dataclass(frozen=True, slots=True)
class Choice:
    """The engine of a study; ``why`` says in words why it is not the fast one, else empty."""

    engine: Engine
    why: str = ""

    @property
    def sentence(self) -> str:
        """For people."""
        if self.engine is Engine.COMPILED:
            return "Lived by the compiled kernel."
        return f"Lived by the reference model (SimPy): {self.why}."


#: Fields of a scenario, and columns of a customer, that both engines play.
PLAYED: Final = frozenset(
    {
        *("schema_version", "name", "profile", "policy", "date", "days", "warm_up_min", "demand"),
        *("appointments", "kiosk", "service_times", "patience", "staffing", "balking"),
        *("announcement", "present", "self_service", "machines", "layout", "visiting"),
        *("incidents", "counter_faults", "switched_off", "absences", "cash_work"),
        *("lobby_lead", "walks", "rooms"),
        "uncertainty",  # of the figures themselves; no day depends on it
    }
)
PLAYED_COLUMNS: Final = frozenset(
    {
        *("service", "segment", "arrival_us", "kiosk_us", "service_us", "patience_us", "booked_us"),
        *("people", "balk_ppm", "machine", "machine_us", "speed_mm_s", "acts"),
    }
)

#: The closed list of what only the reference model plays: name -> whether a plan asks for it.
#: Empty today; whoever adds something to the model first puts it here.
LACKING: Final[dict[str, Callable[[Plan], bool]]] = {}
#: Fields of a scenario that belong to an entry of the list above.
LACKING_FIELDS: Final[frozenset[str]] = frozenset()


def choose(plan: Plan, wanted: Engine | None = None) -> Choice:
    """The compiled kernel when it plays everything that the plan asks for.

    ``wanted`` asks for one; the kernel is not taken for what it does not play, whoever asks.
    """
    if wanted is Engine.SIMPY:
        return Choice(Engine.SIMPY, "asked for")
    lacking = [name for name, asks in LACKING.items() if asks(plan)]
    if lacking:
        return Choice(Engine.SIMPY, ", ".join(lacking))
    return Choice(Engine.COMPILED)
