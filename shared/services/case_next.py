"""What may be done about a case now, by who asks: each step is tried, and nothing comes of it.

The rules stand once, in ``shared.domain``: a step that would be refused as it is not its time is
left out, one that is not for this person is there with the refusal.
"""

from collections.abc import Callable, Iterable
from typing import Final

from shared.domain import casefile, casework
from shared.domain.branch import Branch
from shared.domain.case import Case, CaseState, Extension
from shared.domain.case_refused import CaseStateWrong, ExtensionRefused, ReopenTooLate
from shared.domain.case_steps import case_of, in_work, refuse_involved
from shared.domain.errors import RuleRefused
from shared.domain.event import Event
from shared.protocol.case import CaseStep, Person
from shared.services.lobby import Lobby
from shared.services.ports import StaffRecord

Try = Callable[[Branch, int, Case, str], list[Event]]
#: It is not the time for it, whoever asks.
NOT_NOW: Final = (CaseStateWrong, ExtensionRefused, ReopenTooLate)


def _say(step: Callable[..., list[Event]]) -> Try:
    return lambda branch, now_us, case, by: step(branch, now_us, case=case.id, by=by, text="?")


def _take_on(branch: Branch, now_us: int, case: Case, by: str) -> list[Event]:
    return casework.assign(branch, now_us, case=case.id, owner=by, by=by)


def _hand_over(branch: Branch, _now_us: int, case: Case, by: str) -> list[Event]:
    refuse_involved(in_work(branch, case.id), by)
    return _ANY


def _close(branch: Branch, now_us: int, case: Case, by: str) -> list[Event]:
    return casework.close(branch, now_us, case=case.id, by=by)


def _classify(_branch: Branch, _now_us: int, case: Case, by: str) -> list[Event]:
    refuse_involved(case, by)
    return [] if case.state is CaseState.MERGED else _ANY


def _extend(branch: Branch, now_us: int, case: Case, by: str) -> list[Event]:
    is_first = case.extension is Extension.NONE
    to = Extension.COMPLEX if is_first else Extension.SPECIAL
    return casefile.extend(branch, now_us, case=case.id, to=to, by=by, text="?")


#: Something would come of it.
_ANY: Final = [Event("", 0, 0)]
#: The last words of the addresses, in the order in which a case goes.
HANDLING: Final[dict[str, Try]] = {
    "assign": _take_on,
    "hand-over": _hand_over,
    "first-answer": _say(casework.answer_first),
    "propose": _say(casework.propose),
    "carry-out": _say(casework.carry_out),
    "answer": _say(casework.answer),
    "close": _close,
    "reopen": _say(casework.reopen),
    "classify": _classify,
    "merge": _hand_over,
    "attach": _hand_over,
    "note": _say(casefile.note),
}
DECIDING: Final[dict[str, Try]] = {
    "approve": _say(casework.approve),
    "send-back": _say(casework.send_back),
    "extend": _extend,
}


def next_steps(
    lobby: Lobby, now_us: int, case: str, by: str, *, handles: bool, decides: bool
) -> tuple[CaseStep, ...]:
    """The steps that are possible now, for somebody who may handle cases, or decide about them.

    Raises:
        CaseUnknown.
    """
    found = case_of(lobby.branch, case)
    tries = {**(HANDLING if handles else {}), **(DECIDING if decides else {})}
    steps = (_tried(lobby.branch, now_us, found, by, name, tries[name]) for name in tries)
    return tuple(step for step in steps if step is not None)


def handlers(lobby: Lobby, case: str, staff: Iterable[StaffRecord]) -> tuple[Person, ...]:
    """Those of ``staff`` who may have the case: it is not about them.

    Raises:
        CaseUnknown.
    """
    about = case_of(lobby.branch, case).about
    return tuple(Person(staff=each.id, name=each.name) for each in staff if each.id not in about)


def _tried(
    branch: Branch, now_us: int, case: Case, by: str, name: str, attempt: Try
) -> CaseStep | None:
    try:
        return CaseStep(name=name) if attempt(branch, now_us, case, by) else None
    except NOT_NOW:
        return None
    except RuleRefused as error:
        return CaseStep(name=name, code=error.code, params=tuple(map(str, error.params)))
