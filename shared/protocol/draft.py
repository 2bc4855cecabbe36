"""Changes to the profile on the wire: written, handed in, approved by somebody else, published."""

from datetime import datetime
from typing import Annotated, Any, Final, Literal

from pydantic import Field

from shared.domain.draft import DraftState
from shared.protocol.base import Message, Request

TEXT_MAX: Final = 120_000
Fingerprint = Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")]
ProfileText = Annotated[
    str, Field(min_length=1, max_length=TEXT_MAX, description="the whole profile, TOML")
]


class CheckText(Request):
    """POST profile/check."""

    text: ProfileText = Field(repr=False)


class SaveDraft(Request):
    """POST profile/drafts and PUT profile/drafts/{draft}: what its author has written so far."""

    title: str = Field(min_length=1, max_length=120, description="what changes, in few words")
    why: str = Field(default="", max_length=2000)
    base: Fingerprint = Field(description="of the profile that it changes")
    text: ProfileText = Field(repr=False)


class SayOfDraft(Request):
    """A decision about a change, with what is to be said about it."""

    note: str = Field(default="", max_length=2000)


class RestoreVersion(Request):
    """POST profile/restore: an earlier profile of this branch is to hold again."""

    profile: Fingerprint = Field(description="what is to hold again")
    instead_of: Fingerprint = Field(description="what holds now, as far as one knows")


class FindingView(Message):
    """A fault of a text, with its line where it is known."""

    sentence: str
    line: int | None = None


class ChangeView(Message):
    """A value that differs; None: it is not there."""

    place: tuple[str, ...]
    before: Any = None
    after: Any = None


class Checked(Message):
    """Answer to POST profile/check: what is wrong, and what would change."""

    findings: tuple[FindingView, ...]
    changes: tuple[ChangeView, ...]


class DraftView(Message):
    """A change and how it stands; ``text`` and what comes of it only where one is asked for."""

    id: str
    title: str
    why: str = ""
    state: DraftState
    author: str
    author_name: str | None = None
    base: str
    is_stale: bool = Field(description="another profile than its base holds now")
    saved_at: datetime
    handed_in_at: datetime | None = None
    decided_by: str | None = None
    decided_by_name: str | None = None
    decided_at: datetime | None = None
    note: str = Field(default="", description="what was said when it was decided")
    published_by: str | None = None
    published_at: datetime | None = None
    text: str | None = None
    findings: tuple[FindingView, ...] = ()
    changes: tuple[ChangeView, ...] = ()


class Waited(Message):
    """How one group of customers waited, or would have."""

    group: str = Field(description="segment of the profile, or everybody")
    called: int
    left: int
    mean_wait_s: float | None
    longest_wait_s: float | None
    over_0_1: float | None = Field(description="share over the first limit of the standard")


class PreviewView(Message):
    """A recorded day lived again: under the profile that held, and under the change."""

    state: Literal["none", "running", "done", "failed"]
    day: str | None = None
    first_calls: int = 0
    first_calls_same: int = Field(
        default=0, description="of them lived again as recorded: how far to trust the rest"
    )
    before: tuple[Waited, ...] = ()
    after: tuple[Waited, ...] = ()
    reason: str = Field(default="", description="why it failed")


class DraftList(Message):
    """GET profile/drafts: those who were touched last come first."""

    drafts: tuple[DraftView, ...]
    present: str = Field(description="fingerprint of the profile that holds now")


class VersionView(Message):
    """A time during which a profile held: from its publication on."""

    profile: str = Field(description="fingerprint")
    version: str = Field(description="the bank's own name for it")
    published_at: datetime
    published_by: str | None = None
    published_by_name: str | None = None
    draft: str | None = Field(default=None, description="the change that brought it")
    approved_by: str | None = None
    undid: str | None = Field(default=None, description="the profile whose place it took back")


class Versions(Message):
    """GET profile/versions: what held here, newest first."""

    versions: tuple[VersionView, ...]


class VersionText(Message):
    """GET profile/versions/{version}: what it says, as TOML."""

    profile: str
    version: str
    text: str
