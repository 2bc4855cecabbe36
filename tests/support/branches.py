"""Small branches for tests: two services, three segments, three counters with different skills."""

from shared.dispatch.layout import NOBODY
from shared.domain.branch import Branch
from shared.domain.counter import CounterSpec
from shared.domain.event import Event
from shared.domain.rules import Discipline, Rules, Segment, Service, VisitRules
from shared.domain.settle import carry_out

MINUTE_US = 60_000_000
DAY = "2026-11-20"

Classes = tuple[tuple[int, ...], ...]


def classes(*weights: tuple[int, int], limit_us: int = NOBODY, cap: int = NOBODY) -> Classes:
    """Policy rows for both services from (base, growth) of each segment, in thousandths."""
    return tuple((base, growth, 0, limit_us, cap) for base, growth in weights) * 2


FIRST_COME = classes((0, 1000), (0, 1000), (0, 1000))
STRICT = classes((0, 1000), (2_000_000, 1000), (4_000_000, 1000))
GROWING = classes((0, 1000), (8_000, 3000), (4_000, 2000))
PRESETS = {"first_come": FIRST_COME, "strict": STRICT, "growing": GROWING}


def small_rules(policy: Classes = GROWING, **changes: object) -> Rules:
    """Services cash (A), wealth (C); segments ordinary, priority (P), key; counters 1, 2, 3.

    Counter 1 serves everything, 2 only cash, 3 only wealth and never ordinary customers.
    """
    given = {
        "branch": "test",
        "services": (Service("cash", 0, "A"), Service("wealth", 1, "C")),
        "segments": (Segment("ordinary", 0), Segment("priority", 1, "P"), Segment("key", 2)),
        "counters": (
            CounterSpec("1", 0, 0b11, 0b111, 2, walk_us=10_000_000),
            CounterSpec("2", 1, 0b01, 0b111, 0),
            CounterSpec("3", 2, 0b10, 0b110, 1),
        ),
        "discipline": Discipline(policy, name="test", hash="0"),
        "outcomes": ("done", "documents"),
        "pause_reasons": ("lunch", "break"),
        "visit": VisitRules(return_credit_us=10 * MINUTE_US),
    }
    return Rules(**(given | changes))  # type: ignore[arg-type]  # keyword table of mixed types


def empty_branch(policy: Classes = GROWING, **changes: object) -> Branch:
    """A branch whose day has begun at midnight 0 and where every counter is closed."""
    branch = Branch(small_rules(policy, **changes))
    branch.start_day(DAY, 0)
    return branch


def do(branch: Branch, events: list[Event]) -> list[Event]:
    """What the executor does with a command: apply it, let idle counters settle; all events."""
    return carry_out(branch, events, branch.last_us)
