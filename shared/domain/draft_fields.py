"""What ``data`` holds for events of changes to the profile."""

from typing import Final

from shared.domain import event as kinds
from shared.domain.event_field import Field, maybe

STEP: Final = {
    "draft": Field("string", "identifier of the change; its words stand apart from the log"),
    "by": Field("string", "staff number"),
}
PROFILE: Final = Field("string", "fingerprint of the profile as it will be")

DRAFTS: Final[dict[str, dict[str, Field]]] = {
    kinds.DRAFT_HANDED_IN: {
        **STEP,
        "base": Field("string", "fingerprint of the profile that it changes"),
        "profile": PROFILE,
    },
    kinds.DRAFT_APPROVED: STEP,
    kinds.DRAFT_SENT_BACK: STEP,
    kinds.DRAFT_WITHDRAWN: STEP,
    kinds.DRAFT_PUBLISHED: {**STEP, "profile": PROFILE},
    kinds.DRAFT_UNDONE: {
        "by": Field("string", "staff number"),
        "profile": Field("string", "fingerprint of the profile that holds again"),
        "was": Field("string", "fingerprint of the one that it takes the place of"),
        "draft": maybe("string", "the change that is undone, where one brought it"),
    },
}
