"""The password-policy control (draft-behera-ldap-password-policy-10, 6.1 and 6.2).

A directory that knows it adds to the answer of a bind why it was refused, or that the password has
to be changed first although it is right.
"""

from enum import IntEnum
from typing import Any, Final

POLICY: Final = "1.3.6.1.4.1.42.2.27.8.5.1"
#: BER: the sequence of the control's value, and the error in it ([1] ENUMERATED).
_SEQUENCE, _ERROR = 0x30, 0x81


class Told(IntEnum):
    """What the directory says of the password; the figures are those of the control."""

    NOTHING = -1
    EXPIRED = 0
    LOCKED = 1
    CHANGE_FIRST = 2
    OTHER = 9


def asked_for() -> tuple[str, bool, None]:
    """The control of a request: not critical, so that others just ignore it."""
    return (POLICY, False, None)


def told_in(result: dict[str, Any]) -> Told:
    """What stands in the answer of a bind; what cannot be read counts as nothing."""
    control = (result.get("controls") or {}).get(POLICY)
    value = control.get("value") if isinstance(control, dict) else None
    if not isinstance(value, bytes):
        return Told.NOTHING
    return error_in(value)


def error_in(value: bytes) -> Told:
    """The error in the control's value (lengths below 128: it holds two small numbers)."""
    if len(value) < 2 or value[0] != _SEQUENCE:
        return Told.NOTHING
    rest = value[2 : 2 + value[1]]
    while len(rest) >= 2:
        tag, length = rest[0], rest[1]
        content, rest = rest[2 : 2 + length], rest[2 + length :]
        if tag == _ERROR and len(content) == 1:
            return Told(content[0]) if content[0] in (0, 1, 2) else Told.OTHER
    return Told.NOTHING
