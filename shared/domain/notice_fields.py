"""What ``data`` holds for events of messages to telephones."""

from typing import Final

from shared.domain import event as kinds
from shared.domain.event_field import Field

MESSAGE: Final = {
    "notice": Field("string", "identifier of the message"),
    "about": Field("string", "called or soon"),
    "tries": Field("integer", "how often it was sent"),
}
NOTICES: Final[dict[str, dict[str, Field]]] = {
    kinds.NOTICE_WANTED: {},
    kinds.NOTICE_DROPPED: {},
    kinds.NOTICE_SENT: MESSAGE,
    kinds.NOTICE_FAILED: {
        **MESSAGE,
        "reason": Field("string", "refused by the target, late, or gone: no use any more"),
    },
}
