"""The keys of the page: what each does, who has it, and when it can be pressed."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

from counter.desk.profile.note_sheet import NoteSheet
from shared.domain.draft import DraftState
from shared.i18n import translate
from shared.protocol.roles import DRAFTING

if TYPE_CHECKING:
    from counter.desk.profile.page import ProfilePage

Key = Qt.Key
_READERS: Final = DRAFTING | {"quality", "auditor"}
_DECIDERS: Final = frozenset({"supervisor", "manager"})


@dataclass(frozen=True, slots=True)
class Step:
    """One key. ``shortcut`` with Ctrl; 0: none."""

    name: str
    key: str
    shortcut: int
    roles: frozenset[str]
    words: Callable[[], str]
    is_possible: "Callable[[ProfilePage], bool]"
    act: "Callable[[ProfilePage], object]"

    def is_of(self, role: str) -> bool:
        """Whether a role has this key at all."""
        return role in self.roles


def steps() -> tuple[Step, ...]:
    """The keys, in their order."""
    return _STEPS


def _is_mine(page: "ProfilePage") -> bool:
    writing = page.work.open
    return writing is not None and writing.may_write(page.work.staff)


def _may_save(page: "ProfilePage") -> bool:
    writing = page.work.open
    return _is_mine(page) and writing is not None and writing.is_dirty


def _may_hand_in(page: "ProfilePage") -> bool:
    writing = page.work.open
    if writing is None or not _is_mine(page):
        return False
    is_fresh = writing.base_hash == page.work.present
    return is_fresh and writing.read.is_sound and bool(writing.title) and bool(writing.sentences)


def _is_stale(page: "ProfilePage") -> bool:
    writing = page.work.open
    return writing is not None and _is_mine(page) and writing.base_hash != page.work.present


def _in(page: "ProfilePage", *states: DraftState) -> bool:
    return page.work.open is not None and page.work.open.state in states


def _is_anothers(page: "ProfilePage") -> bool:
    writing = page.work.open
    return (
        writing is not None
        and writing.view is not None
        and (writing.view.author != page.work.staff)
    )


def _may_approve(page: "ProfilePage") -> bool:
    return _is_anothers(page) and _in(page, DraftState.HANDED_IN)


def _may_send_back(page: "ProfilePage") -> bool:
    return _is_anothers(page) and _in(page, DraftState.HANDED_IN, DraftState.APPROVED)


def _may_withdraw(page: "ProfilePage") -> bool:
    is_open = _in(page, DraftState.HANDED_IN, DraftState.APPROVED)
    return is_open and page.work.open is not None and not _is_anothers(page)


def _send_back(page: "ProfilePage") -> None:
    page.open_sheet(NoteSheet(page, page.look, page.work.send_back))


def _restore(page: "ProfilePage") -> None:
    page.work.restore(page.chosen_version)


def _is_previewing(page: "ProfilePage") -> bool:
    found = page.work.previewed
    return found is not None and found.state == "running"


def _may_preview(page: "ProfilePage") -> bool:
    writing = page.work.open
    is_kept = writing is not None and writing.view is not None and not writing.is_dirty
    return writing is not None and is_kept and writing.read.is_sound


def _preview(page: "ProfilePage") -> None:
    if _is_previewing(page):
        page.work.cancel_preview()
    else:
        page.work.preview()


def _preview_words() -> str:
    return translate("Profile", "Try on a day")


_STEPS: Final = (
    Step(
        "save",
        "Ctrl+S",
        Key.Key_S,
        DRAFTING,
        lambda: translate("Profile", "Keep"),
        _may_save,
        lambda page: page.work.save(),
    ),
    Step(
        "handIn",
        "Ctrl+Enter",
        Key.Key_Return,
        DRAFTING,
        lambda: translate("Profile", "Hand in"),
        _may_hand_in,
        lambda page: page.work.hand_in(),
    ),
    Step(
        "preview",
        "Ctrl+P",
        Key.Key_P,
        _READERS,
        _preview_words,
        _may_preview,
        _preview,
    ),
    Step(
        "bringOver",
        "",
        0,
        DRAFTING,
        lambda: translate("Profile", "Bring over"),
        _is_stale,
        lambda page: page.work.bring_over(),
    ),
    Step(
        "withdraw",
        "",
        0,
        DRAFTING,
        lambda: translate("Profile", "Take back"),
        _may_withdraw,
        lambda page: page.work.withdraw(),
    ),
    Step(
        "approve",
        "",
        0,
        _DECIDERS,
        lambda: translate("Profile", "Approve"),
        _may_approve,
        lambda page: page.work.approve(),
    ),
    Step(
        "sendBack",
        "",
        0,
        _DECIDERS,
        lambda: translate("Profile", "Send back"),
        _may_send_back,
        _send_back,
    ),
    Step(
        "publish",
        "",
        0,
        DRAFTING,
        lambda: translate("Profile", "Publish"),
        lambda page: _in(page, DraftState.APPROVED),
        lambda page: page.work.publish(),
    ),
    Step(
        "restore",
        "",
        0,
        _DECIDERS,
        lambda: translate("Profile", "Let this hold again"),
        lambda page: page.chosen_version != "",
        _restore,
    ),
)
