"""Files about cases: what a file is by its content, and how it is put beside the log.

The name that somebody gave a file says nothing: its first bytes do (PDF: ISO 32000-1, 7.5.2;
PNG: RFC 2083, 3.1; JPEG: ITU-T T.81, annex B.1.1.3).
"""

import base64
from dataclasses import dataclass
from typing import Final

from shared.domain import casefile
from shared.domain.case_refused import FileNotAllowed
from shared.domain.case_steps import case_of
from shared.protocol.case import FILE_MAX_MB, AttachFile, CaseFile
from shared.services.actor import Actor
from shared.services.case_text import CaseText
from shared.services.casework import case_view
from shared.services.decision import Decision
from shared.services.lobby import Lobby

FILE_MAX_BYTES: Final = FILE_MAX_MB * 1024 * 1024
BEGINNINGS: Final = (
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
)
TEXT: Final = "text/plain"
#: Of the control characters a text has these: tab, line feed, carriage return.
SPACES: Final = frozenset("\t\n\r")


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that may be kept."""

    name: str
    media: str
    content: bytes


def checked(request: AttachFile) -> Attached:
    """The file, if it may be attached.

    Raises:
        FileNotAllowed.
    """
    try:
        content = base64.b64decode(request.content, validate=True)
    except ValueError as error:  # no base64, or letters that are none of it at all
        raise FileNotAllowed(FILE_MAX_MB) from error
    media = media_of(content)
    if not media or len(content) > FILE_MAX_BYTES:
        raise FileNotAllowed(FILE_MAX_MB)
    return Attached(request.name, media, content)


def media_of(content: bytes) -> str:
    """The media type by content; empty for everything that may not be attached."""
    for beginning, media in BEGINNINGS:
        if content.startswith(beginning):
            return media
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return ""
    is_text = bool(text) and all(each in SPACES or each.isprintable() for each in text)
    return TEXT if is_text else ""


def sealed_as(file: Attached) -> CaseText:
    """How its content is sealed."""
    return CaseText(base64.b64encode(file.content).decode(), file.media)


def opened(name: CaseText | None, content: CaseText) -> CaseFile:
    """The file as it was attached; its name may be gone with the key of another month."""
    return CaseFile(name=name.text if name else "file", media=content.contact, content=content.text)


def attach(
    lobby: Lobby, now_us: int, case: str, file: Attached, actor: Actor, name: str, content: str
) -> Decision:
    """A file about a case; ``name`` and ``content`` are what its texts are kept as.

    Raises:
        CaseUnknown, CaseStateWrong, HandlerInvolved.
    """
    events = casefile.attach(
        lobby.branch,
        now_us,
        case=case,
        by=actor.staff,
        text=name,
        file=content,
        media=file.media,
        size=len(file.content),
    )
    return Decision(events, lambda after: case_view(after, case_of(after.branch, case)))
