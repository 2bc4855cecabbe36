"""An errand from the request to the answer of the branch, in the words of whoever asks."""

import asyncio
import time
from collections.abc import Iterator
from typing import Any, Final

from pydantic import ValidationError
from starlette.concurrency import run_in_threadpool

from shared.domain.errors import LobbyError
from shared.domain.reach import BranchOutOfReach, BranchRefused, BranchUnsure, ErrandExpired
from shared.protocol.event import to_datetime
from shared.protocol.office import ErrandView
from shared.protocol.problem import Problem
from shared.server.office.office import SECOND_US, Office
from shared.store.errand import DONE, OPEN, REFUSED, TOLD, UNSURE, ErrandRecord, Wish

LOOK_S: Final = 0.1


async def carried_out(office: Office, wish: Wish) -> dict[str, Any]:
    """Have the branch do it; its answer.

    Raises:
        BranchOutOfReach: not confirmed in time. It will not be carried out, or be taken back.
        BranchUnsure: not confirmed in time, and by a code: it may have been done.
        LobbyError: what the branch says. KeyReused, BranchBusy, StoreUnavailable.
    """
    made = await run_in_threadpool(office.errands.wish, wish, office.clock.now_us())
    await office.bell.ring(wish.branch)
    return answer_of(await settled(office, made))


async def settled(
    office: Office, errand: ErrandRecord, patience_s: float | None = None
) -> ErrandRecord:
    """The errand once it is over; at its time it is over in any case.

    ``patience_s``: as it stands then, where that comes earlier.
    """
    left_s = (errand.expires_us - office.clock.now_us()) / SECOND_US
    ends_s = time.monotonic() + (left_s if patience_s is None else min(left_s, patience_s))
    while errand.state in (OPEN, TOLD) and time.monotonic() < ends_s and not office.bell.is_closed:
        await asyncio.sleep(LOOK_S)
        errand = await run_in_threadpool(office.errands.peek, errand.branch, errand.id)
    if errand.state not in (OPEN, TOLD):
        return errand
    now_us = office.clock.now_us()
    if patience_s is None:  # of two clocks the slower one must not leave it open
        now_us = max(now_us, errand.expires_us)
    return await run_in_threadpool(office.errands.look_up, errand.branch, errand.id, now_us)


def answered_at_terminal(office: Office, wish: Wish) -> dict[str, Any]:
    """Have the branch do it, for a command: a server looks into the database for it.

    Raises:
        As ``carried_out``.
    """
    errand = office.errands.wish(wish, office.clock.now_us())
    while errand.state in (OPEN, TOLD) and office.clock.now_us() < errand.expires_us:
        time.sleep(LOOK_S)
        errand = office.errands.peek(errand.branch, errand.id)
    if errand.state in (OPEN, TOLD):
        errand = office.errands.look_up(errand.branch, errand.id, errand.expires_us)
    return answer_of(errand)


def answer_of(errand: ErrandRecord) -> dict[str, Any]:
    """What the branch answered.

    Raises:
        BranchOutOfReach, BranchUnsure; LobbyError: what the branch says.
    """
    if errand.state == DONE:
        return errand.answer
    if errand.state == REFUSED:
        refusal = refusal_of(Problem.model_validate(errand.problem))
        if not isinstance(refusal, ErrandExpired):
            raise refusal
    if errand.state == UNSURE and errand.kind != "find":
        raise BranchUnsure(errand.branch)
    raise BranchOutOfReach(errand.branch)


def refusal_of(problem: Problem) -> LobbyError:
    """The branch's refusal as our own, so that its sentence is told in the caller's language."""
    for kind in _kinds(LobbyError):
        if kind.code == problem.code and kind.__init__ is LobbyError.__init__:
            return kind(*problem.params)
    return BranchRefused(problem.detail)


def view_of(errand: ErrandRecord) -> ErrandView:
    """The errand on the wire."""
    try:
        problem = Problem.model_validate(errand.problem) if errand.problem else None
    except ValidationError:
        problem = None
    return ErrandView.model_validate(
        {
            "id": errand.id,
            "kind": errand.kind,
            "state": errand.state,
            "made_at": to_datetime(errand.made_us),
            "expires_at": to_datetime(errand.expires_us),
            "problem": problem,
        }
    )


def _kinds(kind: type[LobbyError]) -> Iterator[type[LobbyError]]:
    for below in kind.__subclasses__():
        yield below
        yield from _kinds(below)
