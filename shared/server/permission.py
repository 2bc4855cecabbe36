"""Who may do what: the one table. Devices by the role they were enrolled with, staff by theirs."""

from enum import StrEnum
from typing import Final

from shared.domain.errors import RoleForbidden, SessionMissing
from shared.protocol.roles import DRAFTING, IN_CHARGE
from shared.services.actor import Actor


class DeviceRole(StrEnum):
    """What a device was enrolled as."""

    KIOSK = "kiosk"
    BOARD = "board"
    RATING = "rating"
    TELLER = "teller"
    LEAD = "lead"
    DESK = "desk"  # a computer in an office: cases, stories, staff, profiles
    ADMIN = "admin"
    BRANCH = "branch"  # the server of a branch, at head office and on a stand-in
    BOOKING = "booking"  # the bank's own pages, which book at head office
    PLANNER = "planner"  # the console of a manager, which hands plans to head office


class StaffRole(StrEnum):
    """What a person is here."""

    TELLER = "teller"
    LEAD = "lead"
    SUPERVISOR = "supervisor"
    ADVISER = "adviser"
    MANAGER = "manager"
    QUALITY = "quality"
    AUDITOR = "auditor"
    ADMIN = "admin"


class Action(StrEnum):
    """Everything the server can be asked to do."""

    READ = "read"  # snapshot, tickets, log, stream, profile
    ISSUE = "issue"
    BOOK = "book"  # appointments, and everything with their code
    CANCEL = "cancel"
    DEFER = "defer"
    RATE = "rate"
    ASK_HELP = "ask_help"
    PRINT = "print"  # tell what became of slips, take copies on
    REPRINT = "reprint"
    UNLOCK = "unlock"  # the staff page of a device in the hall
    SIGN_IN = "sign_in"
    TELL_HEARD = "tell_heard"  # to a stand-in, what a counter has heard
    SIGN_OUT = "sign_out"
    SERVE = "serve"  # everything of a counter
    TAKE_CHARGE = "take_charge"  # incidents, other ways for a customer
    REPORT = "report"
    EXPLAIN = "explain"  # why a ticket was called when it was
    PUBLISH = "publish"  # another profile
    TELL = "tell"  # how the device itself is
    OVERSEE = "oversee"  # the other devices, the machine's clock
    SET_CLOCK = "set_clock"  # of a practice day only
    PRACTISE = "practise"  # how many come to a practice branch, begin anew
    DO_WITHOUT = "do_without"  # the stand-in, which is out of use
    SHIP = "ship"  # the log of one's own branch, and what comes down the same line
    READ_COPY = "read_copy"  # the log of a branch at head office
    BOOK_REMOTELY = "book_remotely"
    PROPOSE = "propose"  # a plan to head office, and see what became of it
    DECIDE = "decide"  # about a plan
    OPEN_CASE = "open_case"  # what a customer told somebody here
    READ_CASES = "read_cases"  # with what was written
    HANDLE_CASE = "handle_case"
    DECIDE_CASE = "decide_case"  # approve a solution, put a deadline off
    READ_STAFF = "read_staff"  # who may serve what, and what they have learnt
    KEEP_SURVEYS = "keep_surveys"  # start and end campaigns
    KEEP_STAFF = "keep_staff"  # give and withdraw certificates, enter results
    READ_DRAFTS = "read_drafts"  # changes to the profile, and what held before
    DRAFT_PROFILE = "draft_profile"  # write a change, hand it in, publish it when approved
    APPROVE_PROFILE = "approve_profile"  # of somebody else; take a published one back


#: What stands in a branch.
_EVERY_DEVICE = frozenset(DeviceRole) - {
    DeviceRole.BRANCH,
    DeviceRole.BOOKING,
    DeviceRole.PLANNER,
}
_DESK = frozenset({DeviceRole.TELLER, DeviceRole.LEAD, DeviceRole.ADMIN})
#: The same and those where no customer comes by: nobody is called from there.
_OFFICE = _DESK | {DeviceRole.DESK}

DEVICES: Final[dict[Action, frozenset[DeviceRole]]] = {
    Action.READ: _EVERY_DEVICE,
    Action.ISSUE: _DESK | {DeviceRole.KIOSK},
    Action.BOOK: _DESK | {DeviceRole.KIOSK},
    Action.CANCEL: _DESK | {DeviceRole.KIOSK},
    Action.DEFER: _DESK | {DeviceRole.KIOSK},
    Action.RATE: frozenset({DeviceRole.RATING, DeviceRole.ADMIN}),
    Action.ASK_HELP: _DESK | {DeviceRole.KIOSK},
    Action.PRINT: frozenset({DeviceRole.KIOSK, DeviceRole.ADMIN}),
    Action.SIGN_IN: _OFFICE,
    Action.TELL_HEARD: _DESK,
    Action.REPRINT: _DESK | {DeviceRole.KIOSK},
    Action.UNLOCK: frozenset({DeviceRole.KIOSK, DeviceRole.ADMIN}),
    Action.SIGN_OUT: _OFFICE | {DeviceRole.KIOSK},
    Action.SERVE: _DESK,
    Action.TAKE_CHARGE: _DESK,
    Action.REPORT: _OFFICE,
    Action.EXPLAIN: _OFFICE,
    Action.PUBLISH: frozenset({DeviceRole.ADMIN}),
    Action.TELL: _EVERY_DEVICE,
    Action.OVERSEE: frozenset({DeviceRole.ADMIN}),
    Action.SET_CLOCK: frozenset({DeviceRole.ADMIN}),
    Action.PRACTISE: _OFFICE,
    Action.DO_WITHOUT: _DESK,
    Action.SHIP: frozenset({DeviceRole.BRANCH}),
    Action.READ_COPY: frozenset({DeviceRole.BRANCH, DeviceRole.ADMIN}),
    Action.BOOK_REMOTELY: frozenset({DeviceRole.BOOKING, DeviceRole.ADMIN}),
    Action.PROPOSE: frozenset({DeviceRole.PLANNER, DeviceRole.ADMIN}),
    Action.DECIDE: frozenset({DeviceRole.ADMIN}),
    Action.OPEN_CASE: _OFFICE,
    Action.READ_CASES: _OFFICE,
    Action.HANDLE_CASE: _OFFICE,
    Action.DECIDE_CASE: _OFFICE,
    Action.READ_STAFF: _OFFICE,
    Action.KEEP_STAFF: _OFFICE,
    Action.READ_DRAFTS: _OFFICE,
    Action.DRAFT_PROFILE: _OFFICE,
    Action.APPROVE_PROFILE: _OFFICE,
    Action.KEEP_SURVEYS: _OFFICE,
}

#: Who answers customers, and who may decide about the answer.
_ANSWERING = frozenset({StaffRole.LEAD, StaffRole.QUALITY, StaffRole.SUPERVISOR, StaffRole.MANAGER})
_DECIDING = frozenset({StaffRole.SUPERVISOR, StaffRole.MANAGER})
#: Who may write a change to the profile; who decides about another's is in _DECIDING.
_DRAFTING = frozenset(StaffRole(role) for role in DRAFTING)

#: Actions that need a person who is signed in, and the roles that may do them.
STAFF: Final[dict[Action, frozenset[StaffRole]]] = {
    Action.SERVE: frozenset(StaffRole) - {StaffRole.QUALITY, StaffRole.AUDITOR},
    Action.REPRINT: frozenset(StaffRole) - {StaffRole.QUALITY, StaffRole.AUDITOR},
    Action.TAKE_CHARGE: frozenset(StaffRole(role) for role in IN_CHARGE),
    Action.EXPLAIN: frozenset(StaffRole),
    Action.OPEN_CASE: frozenset(StaffRole) - {StaffRole.AUDITOR},
    Action.READ_CASES: _ANSWERING | {StaffRole.AUDITOR},
    Action.HANDLE_CASE: _ANSWERING,
    Action.DECIDE_CASE: _DECIDING,
    Action.READ_STAFF: _ANSWERING | {StaffRole.AUDITOR, StaffRole.ADMIN},
    Action.KEEP_STAFF: _DECIDING,
    Action.READ_DRAFTS: _DRAFTING | {StaffRole.QUALITY, StaffRole.AUDITOR},
    Action.DRAFT_PROFILE: _DRAFTING,
    Action.APPROVE_PROFILE: _DECIDING,
    Action.KEEP_SURVEYS: _DECIDING | {StaffRole.QUALITY},
    Action.PRACTISE: frozenset(StaffRole),
    Action.DO_WITHOUT: frozenset({StaffRole.SUPERVISOR, StaffRole.MANAGER, StaffRole.ADMIN}),
}


def refuse_unless_allowed(actor: Actor, action: Action) -> None:
    """Let the caller pass, or say why not.

    Raises:
        RoleForbidden: this device or this person may not.
        SessionMissing: nobody is signed in, and somebody has to be.
    """
    if actor.role not in DEVICES[action]:
        raise RoleForbidden(actor.role, _listed(DEVICES[action]))
    if action not in STAFF:
        return
    if not actor.staff:
        raise SessionMissing()
    if actor.staff_role not in STAFF[action]:
        raise RoleForbidden(actor.staff_role, _listed(STAFF[action]))


def is_for_staff(actor: Actor) -> bool:
    """Whether only staff look at this device."""
    return actor.role in _OFFICE


def _listed(roles: frozenset[DeviceRole] | frozenset[StaffRole]) -> str:
    return ", ".join(sorted(roles))
