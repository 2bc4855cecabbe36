"""Names of keys as Linux numbers them (linux/input-event-codes.h), for call pads."""

from typing import Final


def _codes() -> dict[str, int]:
    """Name to number of what call pads have: digits, letters, function keys, number pad."""
    rows = {2: "1234567890", 16: "QWERTYUIOP", 30: "ASDFGHJKL", 44: "ZXCVBNM"}
    codes = {key: first + place for first, row in rows.items() for place, key in enumerate(row)}
    codes |= {f"F{number}": 58 + number for number in range(1, 11)}
    codes |= {"F11": 87, "F12": 88}
    codes |= {f"F{number}": 170 + number for number in range(13, 25)}
    codes |= {f"KP{digit}": code for digit, code in zip("789", range(71, 74), strict=True)}
    codes |= {f"KP{digit}": code for digit, code in zip("456", range(75, 78), strict=True)}
    codes |= {f"KP{digit}": code for digit, code in zip("1230", range(79, 83), strict=True)}
    signs = {"KPMINUS": 74, "KPPLUS": 78, "KPDOT": 83, "KPENTER": 96, "KPSLASH": 98}
    return codes | signs | {"KPASTERISK": 55, "ENTER": 28, "SPACE": 57, "ESC": 1, "BACKSPACE": 14}


CODES: Final = _codes()
CODE_MAX: Final = 767


def code_of(key: str) -> int | None:
    """The number of a key by its name (KP1, KEY_KP1) or its number; None: there is no such key."""
    if key.isdecimal() and len(key) > 1:
        return int(key) if int(key) <= CODE_MAX else None
    return CODES.get(key.removeprefix("KEY_"))
