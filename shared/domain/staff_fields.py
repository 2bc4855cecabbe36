"""What ``data`` holds for events of people's certificates and courses."""

from typing import Final

from shared.domain import event as kinds
from shared.domain.event_field import Field, maybe

PERSON: Final = Field("string", "staff number of whom it is about")
KIND: Final = Field("string", "kind of certificate of the profile")
UNTIL: Final = Field("integer", "it does not hold from then on, microseconds")

STAFF: Final[dict[str, dict[str, Field]]] = {
    kinds.STAFF_CERTIFIED: {"person": PERSON, "certificate": KIND, "until_us": UNTIL},
    kinds.STAFF_WITHDRAWN: {"person": PERSON, "certificate": KIND},
    kinds.STAFF_EXPIRED: {"person": PERSON, "certificate": KIND},
    kinds.STAFF_TRAINED: {
        "person": PERSON,
        "course": Field("string", "course of the profile"),
        "held_us": Field("integer", "day of the course: its local midnight, microseconds"),
        "is_passed": Field("boolean", "whether it was passed"),
        "score": maybe("integer", "result of the examination, percent"),
    },
}
