"""What is out of the ordinary in a customer's visit, as plain data drawn before the day.

A visit without acts is one stop at one counter. Acts come in a fixed order: how many transactions
(``ITEMS``); missed calls, holds and sending on, one after the other (``MISS``, ``HOLD``, ``SEND``);
further needs in turn (``NEED``); a supervisor's authorisation at the end of the last stop
(``AUTHORISE``); the teller's work after the customer has gone (``WRAP_UP``).
"""

from collections.abc import Sequence
from enum import IntEnum
from typing import Final, NamedTuple

from shared.rollout import columns as c

#: Time away of somebody who does not come back.
FOR_GOOD: Final = -1


class ActKind(IntEnum):
    """What it is; the numbers are those of the kernel's columns."""

    ITEMS = c.ACT_ITEMS
    MISS = c.ACT_MISS
    HOLD = c.ACT_HOLD
    SEND = c.ACT_SEND
    NEED = c.ACT_NEED
    WRAP_UP = c.ACT_WRAP_UP
    AUTHORISE = c.ACT_AUTHORISE


#: The place of each kind in the order of acts.
PHASE: Final = {
    ActKind.ITEMS: 0,
    ActKind.MISS: 1,
    ActKind.HOLD: 1,
    ActKind.SEND: 1,
    ActKind.NEED: 2,
    ActKind.AUTHORISE: 3,
    ActKind.WRAP_UP: 4,
}


class Act(NamedTuple):
    """One act. Times are whole microseconds.

    ``what`` is the number of transactions (``ITEMS``), the hold pool (``HOLD``), or the service
    (``SEND``, ``NEED``). ``away_us`` is how long the customer is away after a missed call, or
    ``FOR_GOOD``, or after being put aside. ``time_us`` is the time at the counter that follows: the
    rest of the service after a hold, the service after being sent on, the further need, the
    authorisation, or the teller's work afterwards.
    """

    kind: ActKind
    what: str = ""
    away_us: int = 0
    time_us: int = 0


Acts = tuple[Act, ...]


def to_text(acts: Sequence[Act]) -> str:
    """Acts as one field of a demand file: ``kind/what/away_us/time_us``, separated by blanks."""
    return " ".join(f"{a.kind.name.lower()}/{a.what}/{a.away_us}/{a.time_us}" for a in acts)


def from_text(text: str) -> Acts:
    """What ``to_text`` wrote.

    Raises:
        ValueError: it is not of that form, or not in the order of acts.
    """
    acts = tuple(_from_word(word) for word in text.split())
    phases = [PHASE[act.kind] for act in acts]
    is_once = all(phases.count(phase) <= 1 for phase in (0, 3, 4))
    if phases != sorted(phases) or not is_once:
        raise ValueError("order of acts")
    return acts


def _from_word(word: str) -> Act:
    kind, what, away, time = word.split("/")
    if kind.upper() not in ActKind.__members__:
        raise ValueError(kind)
    act = Act(ActKind[kind.upper()], what, int(away), int(time))
    least = FOR_GOOD if act.kind is ActKind.MISS else 0
    if act.away_us < least or act.time_us < 0:
        raise ValueError("negative time")
    if act.kind is ActKind.ITEMS and int(what) < 1:
        raise ValueError("transactions")
    return act
